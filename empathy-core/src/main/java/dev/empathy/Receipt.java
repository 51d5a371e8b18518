package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.empathy.spi.Extensions;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What else an assessment depended on, so that it can be done again.
 *
 * @param engine the engine's version
 * @param detail how much of the messages it holds
 * @param explained whether it is in the explained form
 * @param facts the names of the facts that the caller gave, sorted
 * @param overrides each of the rubric's overrides, in order
 * @param detectors the names of the detectors that the caller passed in, sorted; null where there
 *     are none
 * @param signals the names of the signals that the caller passed in, sorted; null where there are
 *     none
 * @param limits by name, the {@link Limits} that are not the default ones; null where there are
 *     none
 */
@AbsentLeftOut
@JsonPropertyOrder({
  "engine",
  "detail",
  "explained",
  "facts",
  "overrides",
  "detectors",
  "signals",
  "limits"
})
public record Receipt(
    String engine,
    Detail detail,
    boolean explained,
    List<String> facts,
    List<AppliedOverride> overrides,
    @Nullable List<String> detectors,
    @Nullable List<String> signals,
    @Nullable Map<String, Integer> limits)
    implements Serializable {

  /**
   * One of the rubric's overrides.
   *
   * @param at where it stands, as {@code file:line:column}; null at {@link Detail#CODES}
   * @param applied whether its facts held
   */
  @AbsentLeftOut
  @JsonPropertyOrder({"at", "applied"})
  public record AppliedOverride(@Nullable String at, boolean applied) implements Serializable {}

  public Receipt {
    facts = List.copyOf(facts);
    overrides = List.copyOf(overrides);
    detectors = detectors == null ? null : List.copyOf(detectors);
    signals = signals == null ? null : List.copyOf(signals);
    limits = limits == null ? null : Copies.of(limits);
  }

  /** What an engine's assessments depend on beside the rubric and the messages. */
  static Receipt of(
      Program program, Map<String, String> facts, List<AppliedOverride> overrides, Depth depth) {
    Extensions extensions = program.extensions();
    Map<String, Integer> limits = program.limits().unlikeDefault();
    return new Receipt(
        Version.ENGINE,
        program.detail(),
        depth == Depth.EXPLAINED,
        sorted(facts),
        overrides,
        extensions.detectors().isEmpty() ? null : sorted(extensions.detectors()),
        extensions.signals().isEmpty() ? null : sorted(extensions.signals()),
        limits.isEmpty() ? null : limits);
  }

  private static List<String> sorted(Map<String, ?> named) {
    return List.copyOf(new TreeSet<>(named.keySet()));
  }

  /** The same with the overrides written otherwise. */
  Receipt with(List<AppliedOverride> others) {
    return new Receipt(engine, detail, explained, facts, others, detectors, signals, limits);
  }
}

package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import java.util.List;

/**
 * What else an assessment depended on, so that it can be done again.
 *
 * @param engine the engine's version
 * @param facts the names of the facts that the caller gave, sorted
 * @param overrides each of the rubric's overrides, in order
 */
@JsonPropertyOrder({"engine", "facts", "overrides"})
public record Receipt(String engine, List<String> facts, List<AppliedOverride> overrides)
    implements Serializable {

  /**
   * One of the rubric's overrides.
   *
   * @param at where it stands, as {@code file:line:column}
   * @param applied whether its facts held
   */
  @JsonPropertyOrder({"at", "applied"})
  public record AppliedOverride(String at, boolean applied) implements Serializable {}

  public Receipt {
    facts = List.copyOf(facts);
    overrides = List.copyOf(overrides);
  }
}

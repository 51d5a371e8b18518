package dev.empathy.rubric;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is scored otherwise where certain facts hold (an entry of {@code overrides}). It changes
 * scores only, so one automaton serves all.
 *
 * @param at where it stands
 * @param facts the facts: each must have been given and be one of the values
 * @param rules changes of rules by id
 * @param dimensions changed dimensions by id, whole
 * @param bands the bands that hold instead, or empty
 * @param passMark the pass mark that holds instead, in tenths of a point, or null
 */
public record Adjustment(
    Location at,
    Map<String, List<String>> facts,
    Map<String, RuleChange> rules,
    Map<String, Dimension> dimensions,
    List<Band> bands,
    @Nullable Integer passMark)
    implements Serializable {

  /**
   * What is other about a rule; what is null stays.
   *
   * @param at where it stands
   * @param severity the severity, or null
   * @param pass all that a pass then brings, or null
   * @param fail all that a failure then brings, or null
   * @param off whether the rule is off, or null
   */
  public record RuleChange(
      Location at,
      @Nullable Severity severity,
      Rule.@Nullable Pass pass,
      Rule.@Nullable Fail fail,
      @Nullable Boolean off)
      implements Serializable {}

  public Adjustment {
    Objects.requireNonNull(at, "at");
    facts = Checks.ordered(facts);
    rules = Checks.ordered(rules);
    dimensions = Checks.ordered(dimensions);
    bands = List.copyOf(bands);
  }
}

package dev.empathy.rubric;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is scored otherwise where certain facts hold (an entry of {@code overrides}). It holds only
 * what it names, and is laid over what holds already: where several apply, each changes what the
 * ones before it left. It changes scores only, so one automaton serves all.
 *
 * @param at where it stands
 * @param facts the facts: each must have been given and be one of the values
 * @param rules changes of rules by id
 * @param dimensions changes of dimensions by id
 * @param bands the bands that begin elsewhere; the others stay
 * @param passMark the pass mark that holds instead, in tenths of a point, or null
 */
public record Adjustment(
    Location at,
    Map<String, List<String>> facts,
    Map<String, RuleChange> rules,
    Map<String, DimensionChange> dimensions,
    List<Band> bands,
    @Nullable Integer passMark)
    implements Serializable {

  /**
   * What is other about a rule; what is null stays.
   *
   * @param at where it stands
   * @param severity the severity, or null
   * @param pass what is other about a pass, or null
   * @param fail what is other about a failure, or null
   * @param off whether the rule is off, or null
   */
  public record RuleChange(
      Location at,
      @Nullable Severity severity,
      @Nullable PassChange pass,
      @Nullable FailChange fail,
      @Nullable Boolean off)
      implements Serializable {

    /** The rule with this change. */
    public Rule over(Rule rule) {
      return new Rule(
          rule.id(),
          rule.at(),
          rule.dimension(),
          rule.scope(),
          or(severity, rule.severity()),
          rule.about(),
          rule.why(),
          rule.when(),
          rule.require(),
          rule.forbid(),
          pass == null ? rule.pass() : pass.over(rule.pass()),
          fail == null ? rule.fail() : fail.over(rule.fail()),
          or(off, rule.off()),
          rule.examples());
    }
  }

  /**
   * What is other about a pass; what is null stays.
   *
   * @param scores the list of scores, or null
   * @param praise what to say, or null
   */
  public record PassChange(@Nullable List<Integer> scores, @Nullable Text praise)
      implements Serializable {

    public PassChange {
      scores = scores == null ? null : List.copyOf(scores);
    }

    /** The pass with this change. */
    public Rule.Pass over(Rule.Pass pass) {
      return new Rule.Pass(or(scores, pass.scores()), praise == null ? pass.praise() : praise);
    }
  }

  /**
   * What is other about a failure; what is null stays. Scores are in tenths of a point.
   *
   * @param score the change of score, or null
   * @param eachExtra what each hit too many changes, or null
   * @param atWorst the bound of both, or null
   * @param limitOverall the most that the whole may then score, or null
   * @param message what is wrong, or null
   * @param suggest what to write instead, or null
   */
  public record FailChange(
      @Nullable Integer score,
      @Nullable Integer eachExtra,
      @Nullable Integer atWorst,
      @Nullable Integer limitOverall,
      @Nullable Text message,
      @Nullable Text suggest)
      implements Serializable {

    /** The failure with this change. */
    public Rule.Fail over(Rule.Fail fail) {
      return new Rule.Fail(
          or(score, fail.score()),
          or(eachExtra, fail.eachExtra()),
          atWorst == null ? fail.atWorst() : atWorst,
          limitOverall == null ? fail.limitOverall() : limitOverall,
          message == null ? fail.message() : message,
          suggest == null ? fail.suggest() : suggest);
    }
  }

  /**
   * What is other about a dimension; what is null stays.
   *
   * @param at where it stands
   * @param weight its weight in tenths, or null
   * @param start where it starts, in tenths of a point, or null
   */
  public record DimensionChange(Location at, @Nullable Integer weight, @Nullable Integer start)
      implements Serializable {

    /** The dimension with this change. */
    public Dimension over(Dimension dimension) {
      return new Dimension(
          dimension.id(),
          dimension.at(),
          or(weight, dimension.weight()),
          or(start, dimension.start()));
    }
  }

  public Adjustment {
    Objects.requireNonNull(at, "at");
    facts = Checks.ordered(facts);
    rules = Checks.ordered(rules);
    dimensions = Checks.ordered(dimensions);
    bands = List.copyOf(bands);
  }

  private static <T> T or(@Nullable T changed, T own) {
    return changed == null ? own : changed;
  }
}

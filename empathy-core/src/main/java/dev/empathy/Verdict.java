package dev.empathy;

import dev.empathy.Assessment.NotEvaluated;
import dev.empathy.RulePlan.OfScope;
import dev.empathy.rubric.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules come to. The outcomes and the score are there at once; what tells of them is written
 * when it is asked for.
 */
final class Verdict {

  private final @Nullable Integer score;
  private final Outcomes outcomes;
  private final OfScope rules;
  private final boolean grave;
  private final Report report;

  private @Nullable List<Finding> findings;

  /**
   * @param score in tenths, or null
   * @param grave whether any issue is an error or worse
   */
  Verdict(@Nullable Integer score, Outcomes outcomes, OfScope rules, boolean grave, Report report) {
    this.score = score;
    this.outcomes = outcomes;
    this.rules = rules;
    this.grave = grave;
    this.report = report;
  }

  /** In tenths, or null. */
  @Nullable Integer score() {
    return score;
  }

  /** What each rule came to. */
  Outcomes outcomes() {
    return outcomes;
  }

  /** What each rule of the scope came to, in the rubric's order. */
  Map<String, Outcome> rules() {
    return outcomes.byName(rules);
  }

  /** Whether the turn passes. */
  boolean passes(int passMark) {
    return !grave && (score == null || score >= passMark);
  }

  /** Each dimension's part. */
  List<DimensionScore> dimensions() {
    return report.dimensions();
  }

  /** How the score came about. */
  List<LedgerEntry> ledger() {
    return report.ledger();
  }

  /** Issues first, the gravest first; then strengths. */
  List<Finding> findings() {
    findings = findings == null ? report.findings() : findings;
    return findings;
  }

  /** The rules that the data could not decide, in the order in which they were judged. */
  List<NotEvaluated> notEvaluated() {
    return report.notEvaluated();
  }
}

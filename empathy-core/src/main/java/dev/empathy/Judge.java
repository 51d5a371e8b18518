package dev.empathy;

import dev.empathy.Assessment.NotEvaluated;
import dev.empathy.Evidence.Part;
import dev.empathy.RulePlan.OfScope;
import dev.empathy.RulePlan.Ready;
import dev.empathy.rubric.Dimension;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Scope;
import dev.empathy.rubric.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one agent's turn, or of a whole conversation, and what it comes to. A pure
 * function of the scene.
 */
final class Judge {

  private static final int FULL = 1000;

  private static final Comparator<Finding> BY_GRAVITY =
      Comparator.comparing(Finding::kind).thenComparing(Judge::gravity);

  private final Scene scene;
  private final Scoring scoring;
  private final Depth depth;
  private final RulePlan plan;
  private final Outcomes outcomes;
  private final Conditions conditions;
  private final List<NotEvaluated> notEvaluated = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();

  /** Per rule, what it brings or costs, in tenths. */
  private final int[] deltas;

  private @Nullable Integer limit;
  private @Nullable String limitedBy;
  private boolean grave;

  Judge(Scene scene, Scoring scoring, Depth depth) {
    this.scene = scene;
    this.scoring = scoring;
    this.depth = depth;
    this.plan = scene.program().plan();
    this.outcomes = Outcomes.none(plan.size());
    this.deltas = new int[plan.size()];
    this.conditions = new Conditions(scene, outcomes);
  }

  /**
   * What the turn comes to.
   *
   * @param score in tenths, or null
   * @param dimensions each dimension's part
   * @param ledger how it came about
   * @param findings sorted
   * @param outcomes what each rule came to
   * @param rules outcomes in the rubric's order
   * @param notEvaluated the unknown ones
   * @param grave whether any issue is an error or worse
   */
  record Verdict(
      @Nullable Integer score,
      List<DimensionScore> dimensions,
      List<LedgerEntry> ledger,
      List<Finding> findings,
      Outcomes outcomes,
      Map<String, Outcome> rules,
      List<NotEvaluated> notEvaluated,
      boolean grave) {

    /** Whether the turn passes. */
    boolean passes(int passMark) {
      return !grave && (score == null || score >= passMark);
    }
  }

  Verdict judge() {
    OfScope rules = plan.of(Scope.TURN);
    judge(rules);
    List<DimensionScore> dimensions = new ArrayList<>();
    Integer score = score(dimensions, rules);
    return verdict(score, dimensions, rules);
  }

  /**
   * What the conversation comes to. The points of its rules are added to its own score.
   *
   * @param turns what each rule came to in the turns together
   * @param mean the mean score of the turns, in tenths, or null
   */
  Verdict judgeWhole(Map<String, Outcome> turns, @Nullable Integer mean) {
    turns.forEach((rule, outcome) -> outcomes.set(plan.rule(rule).number(), outcome));
    OfScope rules = plan.of(Scope.CONVERSATION);
    judge(rules);
    Integer score = mean == null ? null : whole(mean, rules);
    return verdict(score, List.of(), rules);
  }

  private Verdict verdict(@Nullable Integer score, List<DimensionScore> dimensions, OfScope rules) {
    return new Verdict(
        score, dimensions, ledger, sorted(), outcomes, outcomes.byName(rules), notEvaluated, grave);
  }

  private int whole(int mean, OfScope rules) {
    int sum = mean;
    ledger.add(entry(LedgerEntry.Kind.START, null, null, mean));
    for (Ready rule : rules.rules()) {
      int delta = deltas[rule.number()];
      if (delta != 0) {
        ledger.add(entry(LedgerEntry.Kind.RULE, null, rule.rule().id(), delta));
        sum += delta;
      }
    }
    int clamped = Math.max(0, Math.min(FULL, sum));
    if (clamped != sum) {
      ledger.add(entry(LedgerEntry.Kind.CLAMP, null, null, clamped - sum));
    }
    return limited(clamped);
  }

  // Outcomes

  private void judge(OfScope rules) {
    for (Ready rule : rules.inOrder()) {
      judge(scoring.effective(rule));
    }
  }

  private void judge(Ready rule) {
    Outcome outcome = rule.rule().off() ? Outcome.SKIP : outcome(rule);
    outcomes.set(rule.number(), outcome);
    switch (outcome) {
      case PASS -> passed(rule, explain(rule, false));
      case FAIL -> failed(rule, explain(rule, true));
      case UNKNOWN -> {
        if (depth != Depth.SCORE) {
          notEvaluated.add(new NotEvaluated(rule.rule().id(), unknown(rule)));
        }
      }
      case SKIP -> {}
    }
  }

  private Outcome outcome(Ready rule) {
    Truth applies = rule.when() == null ? Truth.TRUE : conditions.test(rule.when());
    if (applies != Truth.TRUE) {
      return applies == Truth.FALSE ? Outcome.SKIP : Outcome.UNKNOWN;
    }
    Truth holds = rule.require() == null ? Truth.TRUE : conditions.test(rule.require());
    if (rule.forbid() != null) {
      holds = holds.and(conditions.test(rule.forbid()).not());
    }
    return switch (holds) {
      case TRUE -> Outcome.PASS;
      case FALSE -> Outcome.FAIL;
      case UNKNOWN -> Outcome.UNKNOWN;
    };
  }

  /** What made the outcome; of a failure only the part that failed. */
  private Explanation explain(Ready rule, boolean failed) {
    Explanation found = new Explanation(conditions, depth);
    if (!isExplained(rule, failed)) {
      return found;
    }
    if (rule.when() != null) {
      found.add(rule.when(), Part.WHEN);
    }
    boolean forbidden = rule.forbid() != null && conditions.test(rule.forbid()) != Truth.FALSE;
    if (rule.forbid() != null && forbidden) {
      found.add(rule.forbid(), Part.FORBID);
    }
    boolean lacking = rule.require() != null && conditions.test(rule.require()) != Truth.TRUE;
    if (rule.require() != null && (lacking || !failed)) {
      found.add(rule.require(), Part.REQUIRE);
    }
    return found;
  }

  /** Whether a number of hits counts, or a finding tells of it. */
  private boolean isExplained(Ready rule, boolean failed) {
    boolean told = depth != Depth.SCORE;
    return failed
        ? told || rule.rule().fail().eachExtra() != 0
        : (told && rule.praise() != null) || rule.rule().pass().scores().size() > 1;
  }

  private String unknown(Ready rule) {
    for (Clause condition : Arrays.asList(rule.when(), rule.require(), rule.forbid())) {
      String reason = condition == null ? null : conditions.unknown(condition);
      if (reason != null) {
        return reason;
      }
    }
    throw new IllegalStateException(
        "an unknown rule has an unknown condition: " + rule.rule().id());
  }

  // Findings and scores

  private void passed(Ready rule, Explanation found) {
    int delta = 0;
    List<Integer> scores = rule.rule().pass().scores();
    for (int i = 0; i < Math.min(scores.size(), Math.max(1, found.count())); i++) {
      delta += scores.get(i);
    }
    record(rule, delta);
    if (rule.praise() != null && depth != Depth.SCORE) {
      String praise = rule.praise().fill(found);
      findings.add(finding(rule.rule(), Finding.Kind.STRENGTH, null, null, praise, found));
    }
  }

  private void failed(Ready rule, Explanation found) {
    Rule.Fail fail = rule.rule().fail();
    int delta = fail.score() + fail.eachExtra() * found.extra();
    if (fail.atWorst() != null) {
      delta = Math.max(delta, fail.atWorst());
    }
    record(rule, delta);
    if (fail.limitOverall() != null && (limit == null || fail.limitOverall() < limit)) {
      limit = fail.limitOverall();
      limitedBy = rule.rule().id();
    }
    grave |= rule.rule().severity().compareTo(Severity.ERROR) >= 0;
    if (depth != Depth.SCORE) {
      addIssue(rule, found);
    }
  }

  private void addIssue(Ready rule, Explanation found) {
    String explanation = rule.message() == null ? null : rule.message().fill(found);
    String suggestion =
        rule.suggest() == null ? Template.replacements(found) : rule.suggest().fill(found);
    findings.add(finding(rule.rule(), Finding.Kind.ISSUE, explanation, suggestion, null, found));
  }

  private void record(Ready rule, int delta) {
    boolean counts = rule.dimension() >= 0 || rule.rule().scope() == Scope.CONVERSATION;
    if (counts) {
      deltas[rule.number()] = delta;
    }
  }

  private Finding finding(
      Rule rule,
      Finding.Kind kind,
      @Nullable String explanation,
      @Nullable String suggestion,
      @Nullable String praise,
      Explanation found) {
    Evidence shown = shown(found.evidence());
    Analysis last = scene.judged().last();
    Span span = shown == null ? last.wholeSpan() : shown.span();
    int message = shown == null ? last.index() : Objects.requireNonNull(shown.message());
    return new Finding(
        rule.id(),
        kind,
        kind == Finding.Kind.STRENGTH ? null : rule.severity(),
        rule.dimension() == null ? null : rule.dimension().value(),
        explanation,
        suggestion,
        praise,
        message,
        span,
        found.evidence(),
        rule.at().toString());
  }

  /** The evidence in what is judged that shows best what a finding is about. */
  private @Nullable Evidence shown(List<Evidence> evidence) {
    int first = scene.whole() ? 0 : scene.judged().messages().get(0).index();
    for (Part part : List.of(Part.FORBID, Part.REQUIRE, Part.WHEN)) {
      for (Evidence one : evidence) {
        boolean here = one.message() != null && one.message() >= first;
        if (one.role() == part && one.span() != null && here) {
          return one;
        }
      }
    }
    return null;
  }

  private List<Finding> sorted() {
    if (findings.size() > 1) {
      findings.sort(BY_GRAVITY.thenComparing(f -> plan.rule(f.rule()).place()));
    }
    return findings;
  }

  private static int gravity(Finding finding) {
    return finding.severity() == null ? 0 : -finding.severity().ordinal();
  }

  /** Adds everything up, in tenths of a point. */
  private @Nullable Integer score(List<DimensionScore> dimensions, OfScope rules) {
    long weighted = 0;
    long weights = 0;
    int number = 0;
    for (Dimension dimension : scoring.dimensions().values()) {
      int opportunities = 0;
      int passes = 0;
      int sum = dimension.start();
      ledger.add(entry(LedgerEntry.Kind.START, dimension.id(), null, sum));
      for (Ready rule : rules.rules()) {
        if (rule.dimension() == number) {
          Outcome outcome = outcomes.of(rule.number());
          boolean passed = outcome == Outcome.PASS;
          opportunities += passed || outcome == Outcome.FAIL ? 1 : 0;
          passes += passed ? 1 : 0;
          int delta = deltas[rule.number()];
          if (delta != 0) {
            ledger.add(entry(LedgerEntry.Kind.RULE, dimension.id(), rule.rule().id(), delta));
            sum += delta;
          }
        }
      }
      number++;
      int clamped = Math.max(0, Math.min(FULL, sum));
      if (clamped != sum) {
        ledger.add(entry(LedgerEntry.Kind.CLAMP, dimension.id(), null, clamped - sum));
      }
      boolean assessed = opportunities > 0;
      if (assessed) {
        weighted += (long) clamped * dimension.weight();
        weights += dimension.weight();
      }
      dimensions.add(
          new DimensionScore(
              dimension.id(),
              Numbers.points(clamped),
              Numbers.points(dimension.weight()),
              assessed,
              opportunities,
              passes));
    }
    return weights == 0 ? null : limited(Numbers.divide(weighted, weights));
  }

  private int limited(int score) {
    if (limit == null || limit >= score) {
      return score;
    }
    ledger.add(entry(LedgerEntry.Kind.LIMIT, null, limitedBy, limit - score));
    return limit;
  }

  private static LedgerEntry entry(
      LedgerEntry.Kind kind, @Nullable String dimension, @Nullable String rule, int delta) {
    return new LedgerEntry(kind, dimension, rule, Numbers.points(delta));
  }

  /** Whether an assessment has an issue that is an error or worse. */
  static boolean isGrave(Assessment assessment) {
    return assessment.findings().stream()
        .anyMatch(f -> f.severity() != null && f.severity().compareTo(Severity.ERROR) >= 0);
  }
}

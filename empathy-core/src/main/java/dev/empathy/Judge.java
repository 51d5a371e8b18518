package dev.empathy;

import dev.empathy.Evidence.Part;
import dev.empathy.RulePlan.OfScope;
import dev.empathy.RulePlan.Ready;
import dev.empathy.rubric.Dimension;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Scope;
import dev.empathy.rubric.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one agent's turn, or of a whole conversation, and what it comes to. A pure
 * function of the scene.
 */
final class Judge {

  static final int FULL = 1000;

  private final Scoring scoring;
  private final Depth depth;
  private final RulePlan plan;
  private final Outcomes outcomes;
  private final Conditions conditions;

  private final Deltas deltas;

  /** The rules to judge, a bit each. */
  private final long[] awake;

  private boolean grave;

  Judge(Scene scene, Scoring scoring, Depth depth) {
    this(scene, scoring, depth, scoring.quiet(scene));
  }

  private Judge(Scene scene, Scoring scoring, Depth depth, @Nullable Quiet quiet) {
    this(
        scene,
        scoring,
        depth,
        quiet == null ? Quiet.unknown(scene.program().plan().size()) : quiet,
        quiet == null
            ? scene.program().plan().wakes().all()
            : scene.program().plan().wakes().awake(scene));
  }

  /**
   * @param quiet what rules come to that are not judged
   * @param awake the rules to judge, a bit each
   */
  Judge(Scene scene, Scoring scoring, Depth depth, Quiet quiet, long[] awake) {
    this.scoring = scoring;
    this.depth = depth;
    this.plan = scene.program().plan();
    this.outcomes = quiet.outcomes().copy();
    this.deltas = new Deltas(quiet.deltas(), awake);
    this.awake = awake;
    this.conditions = new Conditions(scene, outcomes);
  }

  /** What the rules of turns that may sleep come to in a scene in which nothing was found. */
  static Quiet quiet(Scene nothing, Scoring scoring) {
    RulePlan plan = nothing.program().plan();
    Quiet unknown = Quiet.unknown(plan.size());
    Judge judge = new Judge(nothing, scoring, Depth.SCORE, unknown, plan.wakes().asleep());
    judge.judge(plan.of(Scope.TURN));
    return new Quiet(judge.outcomes, judge.deltas.all());
  }

  /** What one rule of turns comes to: of the others only those are judged that it refers to. */
  static Outcome outcome(Scene scene, Scoring scoring, int rule) {
    RulePlan plan = scene.program().plan();
    Quiet unknown = Quiet.unknown(plan.size());
    Judge judge = new Judge(scene, scoring, Depth.SCORE, unknown, plan.needed(rule));
    judge.judge(plan.of(Scope.TURN));
    return judge.outcomes.of(rule);
  }

  Verdict judge() {
    OfScope rules = plan.of(Scope.TURN);
    judge(rules);
    Limit limit = limit(rules);
    return verdict(score(rules), rules, null, limit);
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
    Limit limit = limit(rules);
    Integer score = mean == null ? null : whole(mean, rules);
    return verdict(score, rules, mean, limit);
  }

  private Verdict verdict(
      @Nullable Integer unlimited, OfScope rules, @Nullable Integer mean, @Nullable Limit limit) {
    Report report =
        new Report(conditions, scoring, depth, rules, outcomes, deltas, mean, unlimited, limit);
    return new Verdict(limited(unlimited, limit), outcomes, rules, grave, report);
  }

  private int whole(int mean, OfScope rules) {
    int sum = mean;
    for (Ready rule : rules.rules()) {
      sum += deltas.of(rule.number());
    }
    return clamped(sum);
  }

  static int clamped(int sum) {
    return Math.max(0, Math.min(FULL, sum));
  }

  // Outcomes

  private void judge(OfScope rules) {
    // The order of their numbers is the one in which they are judged.
    for (int word = 0; word < awake.length; word++) {
      for (long left = awake[word] & rules.mask()[word]; left != 0; left &= left - 1) {
        judge(scoring.effective(plan.rule((word << 6) + Long.numberOfTrailingZeros(left))));
      }
    }
  }

  private void judge(Ready rule) {
    Outcome outcome = rule.rule().off() ? Outcome.SKIP : outcome(rule);
    outcomes.set(rule.number(), outcome);
    boolean counts = rule.dimension() >= 0 || rule.rule().scope() == Scope.CONVERSATION;
    deltas.set(rule.number(), counts ? delta(rule, outcome) : 0);
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

  // Scores

  private int delta(Ready rule, Outcome outcome) {
    return switch (outcome) {
      case PASS -> ofPass(rule);
      case FAIL -> ofFail(rule);
      case SKIP, UNKNOWN -> 0;
    };
  }

  private int ofPass(Ready rule) {
    List<Integer> scores = rule.rule().pass().scores();
    int hits = scores.size() > 1 ? explain(rule, false, conditions, Depth.SCORE).count() : 1;
    int delta = 0;
    for (int i = 0; i < Math.min(scores.size(), Math.max(1, hits)); i++) {
      delta += scores.get(i);
    }
    return delta;
  }

  private int ofFail(Ready rule) {
    Rule.Fail fail = rule.rule().fail();
    int delta = fail.score();
    if (fail.eachExtra() != 0) {
      delta += fail.eachExtra() * explain(rule, true, conditions, Depth.SCORE).extra();
    }
    return fail.atWorst() == null ? delta : Math.max(delta, fail.atWorst());
  }

  /** What made the outcome; of a failure only the part that failed. */
  static Explanation explain(Ready rule, boolean failed, Conditions conditions, Depth depth) {
    Explanation found = new Explanation(conditions, depth);
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

  /**
   * The most that a failed rule lets the whole be.
   *
   * @param most in tenths
   */
  record Limit(int most, String rule) {}

  /** The least of those of the failed rules; notes whether any of them is grave. */
  private @Nullable Limit limit(OfScope rules) {
    Limit limit = null;
    for (int number : rules.inOrder()) {
      if (outcomes.of(number) == Outcome.FAIL) {
        Rule rule = scoring.effective(plan.rule(number)).rule();
        grave |= rule.severity().compareTo(Severity.ERROR) >= 0;
        Integer most = rule.fail().limitOverall();
        if (most != null && (limit == null || most < limit.most())) {
          limit = new Limit(most, rule.id());
        }
      }
    }
    return limit;
  }

  private static @Nullable Integer limited(@Nullable Integer score, @Nullable Limit limit) {
    return score == null || limit == null ? score : (Integer) Math.min(score, limit.most());
  }

  /** The weighted mean of the dimensions that any rule spoke of, in tenths of a point. */
  private @Nullable Integer score(OfScope rules) {
    int[] sums = new int[scoring.dimensions().size()];
    boolean[] assessed = new boolean[sums.length];
    for (int number : rules.inOrder()) {
      int dimension = plan.dimension(number);
      Outcome outcome = outcomes.of(number);
      if (dimension >= 0 && (outcome == Outcome.PASS || outcome == Outcome.FAIL)) {
        sums[dimension] += deltas.of(number);
        assessed[dimension] = true;
      }
    }
    long weighted = 0;
    long weights = 0;
    int number = 0;
    for (Dimension dimension : scoring.dimensions().values()) {
      if (assessed[number]) {
        weighted += (long) clamped(dimension.start() + sums[number]) * dimension.weight();
        weights += dimension.weight();
      }
      number++;
    }
    return weights == 0 ? null : Numbers.divide(weighted, weights);
  }

  /** Whether an assessment has an issue that is an error or worse. */
  static boolean isGrave(Assessment assessment) {
    return assessment.findings().stream()
        .anyMatch(f -> f.severity() != null && f.severity().compareTo(Severity.ERROR) >= 0);
  }
}

package dev.empathy;

import dev.empathy.Assessment.NotEvaluated;
import dev.empathy.Evidence.Part;
import dev.empathy.Judge.Limit;
import dev.empathy.RulePlan.OfScope;
import dev.empathy.RulePlan.Ready;
import dev.empathy.rubric.Dimension;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells of a verdict: the findings, what was not known, and how the score came about. */
final class Report {

  private final Conditions conditions;
  private final Scene scene;
  private final Scoring scoring;
  private final Depth depth;
  private final OfScope rules;
  private final Outcomes outcomes;
  private final Deltas deltas;
  private final @Nullable Integer mean;
  private final @Nullable Integer unlimited;
  private final @Nullable Limit limit;

  /**
   * @param rules those that were judged
   * @param deltas per rule, what it brings or costs, in tenths
   * @param mean of a conversation, the mean score of its turns, or null
   * @param unlimited the score but for the limit, in tenths, or null
   * @param limit the most that the whole may be, or null
   */
  Report(
      Conditions conditions,
      Scoring scoring,
      Depth depth,
      OfScope rules,
      Outcomes outcomes,
      Deltas deltas,
      @Nullable Integer mean,
      @Nullable Integer unlimited,
      @Nullable Limit limit) {
    this.conditions = conditions;
    this.scene = conditions.scene();
    this.scoring = scoring;
    this.depth = depth;
    this.rules = rules;
    this.outcomes = outcomes;
    this.deltas = deltas;
    this.mean = mean;
    this.unlimited = unlimited;
    this.limit = limit;
  }

  // What was not known

  /** In the order in which rules are judged. */
  List<NotEvaluated> notEvaluated() {
    List<NotEvaluated> all = new ArrayList<>();
    for (int number : rules.inOrder()) {
      if (outcomes.of(number) == Outcome.UNKNOWN) {
        Ready rule = conditions.scene().program().plan().rule(number);
        all.add(new NotEvaluated(rule.rule().id(), unknown(rule)));
      }
    }
    return all;
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

  // Findings

  /** Issues first, the gravest first; then strengths; of those alike in the rubric's order. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Ready one : rules.rules()) {
      Outcome outcome = outcomes.of(one.number());
      if (outcome == Outcome.PASS) {
        addStrength(scoring.effective(one), findings);
      } else if (outcome == Outcome.FAIL) {
        addIssue(scoring.effective(one), findings);
      }
    }
    if (findings.size() > 1) {
      findings.sort(BY_GRAVITY);
    }
    return findings;
  }

  private static final Comparator<Finding> BY_GRAVITY =
      Comparator.comparing(Finding::kind).thenComparing(Report::gravity);

  private static int gravity(Finding finding) {
    return finding.severity() == null ? 0 : -finding.severity().ordinal();
  }

  private void addStrength(Ready rule, List<Finding> findings) {
    Text praise = rule.rule().pass().praise();
    if (praise != null) {
      Explanation found = Judge.explain(rule, false, conditions, depth);
      findings.add(
          finding(rule.rule(), Finding.Kind.STRENGTH, null, null, filled(praise, found), found));
    }
  }

  private void addIssue(Ready rule, List<Finding> findings) {
    Explanation found = Judge.explain(rule, true, conditions, depth);
    Text message = rule.rule().fail().message();
    Text suggest = rule.rule().fail().suggest();
    String explanation = message == null ? null : filled(message, found);
    String suggestion = suggest == null ? Template.replacements(found) : filled(suggest, found);
    findings.add(finding(rule.rule(), Finding.Kind.ISSUE, explanation, suggestion, null, found));
  }

  private static String filled(Text template, Explanation found) {
    return new Template(template.value()).fill(found);
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

  private static final List<Part> SHOWN_FIRST = List.of(Part.FORBID, Part.REQUIRE, Part.WHEN);

  /** The evidence in what is judged that shows best what a finding is about. */
  private @Nullable Evidence shown(List<Evidence> evidence) {
    int first = scene.whole() ? 0 : scene.judged().messages().get(0).index();
    for (Part part : SHOWN_FIRST) {
      for (Evidence one : evidence) {
        boolean here = one.message() != null && one.message() >= first;
        if (one.role() == part && one.span() != null && here) {
          return one;
        }
      }
    }
    return null;
  }

  // The sum

  /** Each dimension's part; none of a conversation. */
  List<DimensionScore> dimensions() {
    if (!rules.isOfTurns()) {
      return List.of();
    }
    List<DimensionScore> dimensions = new ArrayList<>();
    int number = 0;
    for (Dimension dimension : scoring.dimensions().values()) {
      int opportunities = 0;
      int passes = 0;
      int sum = dimension.start();
      for (Ready rule : rules.rules()) {
        if (rule.dimension() == number) {
          Outcome outcome = outcomes.of(rule.number());
          opportunities += outcome == Outcome.PASS || outcome == Outcome.FAIL ? 1 : 0;
          passes += outcome == Outcome.PASS ? 1 : 0;
          sum += deltas.of(rule.number());
        }
      }
      number++;
      dimensions.add(
          new DimensionScore(
              dimension.id(),
              Numbers.points(Judge.clamped(sum)),
              Numbers.points(dimension.weight()),
              opportunities > 0,
              opportunities,
              passes));
    }
    return dimensions;
  }

  /** How the score came about; nothing where there is none to tell of. */
  List<LedgerEntry> ledger() {
    List<LedgerEntry> ledger = new ArrayList<>();
    if (rules.isOfTurns()) {
      int number = 0;
      for (Dimension dimension : scoring.dimensions().values()) {
        add(ledger, dimension.id(), number++, dimension.start());
      }
    } else if (mean != null) {
      add(ledger, null, -1, mean);
    }
    if (unlimited != null && limit != null && limit.most() < unlimited) {
      int delta = limit.most() - unlimited;
      ledger.add(entry(LedgerEntry.Kind.LIMIT, null, limit.rule(), delta));
    }
    return ledger;
  }

  /**
   * The lines of a dimension, or of a conversation.
   *
   * @param number of the dimension, or -1 for all rules
   */
  private void add(List<LedgerEntry> ledger, @Nullable String dimension, int number, int start) {
    ledger.add(entry(LedgerEntry.Kind.START, dimension, null, start));
    int sum = start;
    for (Ready rule : rules.rules()) {
      int delta = deltas.of(rule.number());
      if (delta != 0 && (number < 0 || rule.dimension() == number)) {
        ledger.add(entry(LedgerEntry.Kind.RULE, dimension, rule.rule().id(), delta));
        sum += delta;
      }
    }
    int clamped = Judge.clamped(sum);
    if (clamped != sum) {
      ledger.add(entry(LedgerEntry.Kind.CLAMP, dimension, null, clamped - sum));
    }
  }

  private static LedgerEntry entry(
      LedgerEntry.Kind kind, @Nullable String dimension, @Nullable String rule, int delta) {
    return new LedgerEntry(kind, dimension, rule, Numbers.points(delta));
  }
}

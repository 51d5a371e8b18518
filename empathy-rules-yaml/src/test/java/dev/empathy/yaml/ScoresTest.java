package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.DimensionScore;
import dev.empathy.EmpathyEngine;
import dev.empathy.Finding;
import dev.empathy.LedgerEntry;
import dev.empathy.LedgerEntry.Kind;
import dev.empathy.Message;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The section on scores, sentence by sentence. */
class ScoresTest {

  private static final String CUES =
      """
      cues:
        a: { match: [alpha] }
        b: { match: [beta] }
        c: { match: [gamma] }
        z: { who: customer, match: [zulu] }
      """;

  private static LedgerEntry row(Kind kind, String dimension, String rule, double delta) {
    return new LedgerEntry(kind, dimension, rule, delta);
  }

  @Test
  void a_dimension_is_its_start_and_its_deltas_between_0_and_100() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                dimensions: { d: { weight: 1, start: 95 }, e: { weight: 1, start: 5 } }
                rules:
                  up: { dimension: d, severity: suggestion, require: { cue: a }, pass: { score: +20.5 }, fail: { score: -0.5 } }
                  down: { dimension: e, severity: suggestion, forbid: { cue: b }, fail: { score: -9.9 } }
                """);
    Assessment both = engine.assess("alpha beta");
    assertThat(both.ledger())
        .containsExactly(
            row(Kind.START, "d", null, 95),
            row(Kind.RULE, "d", "up", 20.5),
            row(Kind.CLAMP, "d", null, -15.5),
            row(Kind.START, "e", null, 5),
            row(Kind.RULE, "e", "down", -9.9),
            row(Kind.CLAMP, "e", null, 4.9));
    assertThat(both.dimension("d").score()).isEqualTo(100);
    assertThat(both.dimension("e").score()).isZero();
    assertThat(both.score()).isEqualTo(50);
    Assessment neither = engine.assess("hm");
    assertThat(neither.ledger())
        .as("a rule that changes nothing has no row, and nothing is cut off")
        .containsExactly(
            row(Kind.START, "d", null, 95),
            row(Kind.RULE, "d", "up", -0.5),
            row(Kind.START, "e", null, 5));
  }

  @Test
  void what_reaches_exactly_0_or_100_is_not_cut_off() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                dimensions: { d: { weight: 1, start: 90 } }
                rules:
                  r: { dimension: d, severity: suggestion, require: { cue: a }, pass: { score: +10 }, fail: { score: -90 } }
                """);
    assertThat(engine.assess("alpha").ledger())
        .extracting(LedgerEntry::kind)
        .doesNotContain(Kind.CLAMP);
    assertThat(engine.assess("alpha").score()).isEqualTo(100);
    assertThat(engine.assess("hm").ledger())
        .extracting(LedgerEntry::kind)
        .doesNotContain(Kind.CLAMP);
    assertThat(engine.assess("hm").score()).isZero();
  }

  @Test
  void the_ledger_goes_by_dimension_and_rule_then_the_limit_and_adds_up() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                dimensions: { d: { weight: 2, start: 60 }, e: { weight: 1, start: 100 } }
                rules:
                  later: { dimension: e, severity: suggestion, forbid: { cue: b }, fail: { score: -10 } }
                  twice: { dimension: d, severity: suggestion, forbid: { cue: a }, fail: { score: -4, each-extra: -2.5, at-worst: -8 } }
                  whole: { severity: error, forbid: { cue: c }, fail: { limit-overall: 20.5 } }
                """);
    Assessment assessment = engine.assess("alpha alpha alpha beta gamma");
    assertThat(assessment.ledger())
        .containsExactly(
            row(Kind.START, "d", null, 60),
            row(Kind.RULE, "d", "twice", -8),
            row(Kind.START, "e", null, 100),
            row(Kind.RULE, "e", "later", -10),
            row(Kind.LIMIT, null, "whole", -44.2));
    assertThat(assessment.score()).as("(52 × 2 + 90) ÷ 3 = 64.7, at most 20.5").isEqualTo(20.5);
  }

  @ParameterizedTest
  @CsvSource({
    "33.3, 1, 33.4, 1, 33.4", // 33.35, half up
    "33.3, 1, 33.3, 1, 33.3",
    "0,    1, 0.1,  1, 0.1", // 0.05
    "0,    3, 0.1,  1, 0", // 0.025
    "59.9, 2, 60,   1, 59.9", // 59.9333
    "59.9, 1, 60,   2, 60", // 59.9667
    "10,   0.1, 20, 0.3, 17.5",
    "10,   100, 20, 0.1, 10"
  })
  void the_mean_goes_by_weight_and_is_rounded_once_half_up(
      double first, double weight, double second, double other, double score) {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + "dimensions: { d: { weight: "
                + weight
                + ", start: "
                + first
                + " }, e: { weight: "
                + other
                + ", start: "
                + second
                + " } }\nrules:\n"
                + "  r: { dimension: d, severity: suggestion, forbid: { cue: a } }\n"
                + "  s: { dimension: e, severity: suggestion, forbid: { cue: a } }\n");
    assertThat(engine.assess("hm").score()).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({
    "39.9, low,  false",
    "40,   mid,  false",
    "59.9, mid,  false",
    "60,   high, true",
    "100,  high, true",
    "0,    low,  false"
  })
  void bands_and_the_pass_mark_include_their_border(double start, String band, boolean passed) {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + "dimensions: { d: { weight: 1, start: "
                + start
                + " } }\nbands: { high: 60, low: 0, mid: 40 }\npass-mark: 60\n"
                + "rules: { r: { dimension: d, severity: suggestion, forbid: { cue: a } } }\n");
    Assessment assessment = engine.assess("hm");
    assertThat(assessment.band()).isEqualTo(band);
    assertThat(assessment.passed()).isEqualTo(passed);
  }

  @Test
  void weights_of_what_was_not_assessed_leave_the_mean() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                dimensions: { d: { weight: 5, start: 0 }, e: { weight: 3, start: 40 }, f: { weight: 1, start: 100 } }
                rules:
                  skipped: { dimension: d, severity: error, when: { cue: a }, require: { cue: b } }
                  unknown: { dimension: d, severity: error, when: { cue: z, turn: previous }, require: { cue: b } }
                  e: { dimension: e, severity: suggestion, forbid: { cue: c } }
                  f: { dimension: f, severity: suggestion, forbid: { cue: c } }
                """);
    Assessment assessment = engine.assess("hm");
    assertThat(assessment.score()).as("(3 × 40 + 100) ÷ 4").isEqualTo(55);
    assertThat(assessment.dimensions())
        .containsExactly(
            new DimensionScore("d", 0.0, 5.0, false, 0, 0),
            new DimensionScore("e", 40.0, 3.0, true, 1, 1),
            new DimensionScore("f", 100.0, 1.0, true, 1, 1));
  }

  @Test
  void where_nothing_was_assessed_there_is_no_score_and_no_band() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                dimensions: { d: { weight: 1, start: 10 } }
                bands: { low: 0 }
                pass-mark: 60
                rules:
                  r: { dimension: d, severity: error, when: { cue: a }, require: { cue: b } }
                  grave: { severity: error, forbid: { cue: c }, fail: { limit-overall: 5 } }
                """);
    Assessment nothing = engine.assess("hm");
    assertThat(nothing.score()).isNull();
    assertThat(nothing.band()).isNull();
    assertThat(nothing.passed()).as("no grave finding, and no score").isTrue();
    Assessment grave = engine.assess("gamma");
    assertThat(grave.score()).isNull();
    assertThat(grave.band()).isNull();
    assertThat(grave.passed()).as("a grave finding").isFalse();
    assertThat(grave.ledger()).extracting(LedgerEntry::kind).doesNotContain(Kind.LIMIT);
    ConversationAssessment whole = engine.assess(Conversation.of(Message.agent("hm")));
    assertThat(whole.score()).isNull();
    assertThat(whole.band()).isNull();
    assertThat(whole.passed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"suggestion, true", "warning, true", "error, false", "critical, false"})
  void error_and_above_do_not_pass_whatever_the_score(String severity, boolean passed) {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + "dimensions: { d: { weight: 1, start: 100 } }\npass-mark: 60\n"
                + "rules: { r: { dimension: d, severity: "
                + severity
                + ", forbid: { cue: a } } }\n");
    Assessment assessment = engine.assess("alpha");
    assertThat(assessment.score()).isEqualTo(100);
    assertThat(assessment.passed()).isEqualTo(passed);
  }

  @Test
  void findings_come_by_severity_then_in_the_rubrics_order() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                rules:
                  one: { severity: suggestion, forbid: { cue: a } }
                  two: { severity: error, forbid: { cue: a } }
                  praise: { severity: critical, require: { cue: a }, pass: { praise: Good. } }
                  three: { severity: warning, forbid: { cue: a } }
                  four: { severity: critical, forbid: { cue: a } }
                  five: { severity: error, forbid: { cue: a } }
                """);
    Assessment assessment = engine.assess("alpha");
    assertThat(assessment.findings())
        .extracting(Finding::rule)
        .containsExactly("four", "two", "five", "three", "one", "praise");
    assertThat(assessment.strengths()).extracting(Finding::severity).containsOnlyNulls();
    assertThat(Severity.CRITICAL)
        .isGreaterThan(Severity.ERROR)
        .isGreaterThan(Severity.WARNING)
        .isGreaterThan(Severity.SUGGESTION);
  }

  @Test
  void a_list_of_scores_pays_for_the_hits_that_the_deciding_condition_counted() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                dimensions: { d: { weight: 1, start: 50 } }
                rules:
                  r:
                    dimension: d
                    severity: suggestion
                    require: { all: [ { cue: a, before: b }, { cue: c } ] }
                    pass: { score: [10, 5, 0.5] }
                """);
    assertThat(engine.assess("alpha gamma").score()).isEqualTo(60);
    assertThat(engine.assess("alpha alpha gamma gamma gamma").score()).isEqualTo(65);
    assertThat(engine.assess("alpha alpha alpha alpha gamma").score()).isEqualTo(65.5);
    assertThat(engine.assess("alpha gamma beta alpha alpha").score())
        .as("those before beta")
        .isEqualTo(60);
  }

  @Test
  void a_list_of_scores_pays_once_where_nothing_is_counted() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                dimensions: { d: { weight: 1, start: 50 } }
                rules:
                  r: { dimension: d, severity: suggestion, forbid: { cue: a }, pass: { score: [10, 5] } }
                  s: { dimension: d, severity: suggestion, require: { signal: words, below: 9 }, pass: { score: [1, 0.5] } }
                """);
    assertThat(engine.assess("hm").score()).isEqualTo(61);
  }

  @Test
  void each_extra_and_at_worst_of_a_requirement_that_is_missed() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                dimensions: { d: { weight: 1, start: 50 } }
                rules:
                  r: { dimension: d, severity: suggestion, require: { cue: a, at-least: 2 }, fail: { score: -10, each-extra: -5 } }
                  s: { dimension: d, severity: suggestion, forbid: { cue: b, at-least: 3 }, fail: { score: -1, each-extra: -2, at-worst: -4 } }
                """);
    assertThat(engine.assess("hm").score()).as("nothing is too many").isEqualTo(40);
    assertThat(engine.assess("alpha alpha beta beta beta").score()).isEqualTo(49);
    assertThat(engine.assess("alpha alpha " + "beta ".repeat(4)).score()).isEqualTo(47);
    assertThat(engine.assess("alpha alpha " + "beta ".repeat(5)).score()).isEqualTo(46);
    assertThat(engine.assess("alpha alpha " + "beta ".repeat(50)).score()).isEqualTo(46);
  }

  @Test
  void the_lowest_limit_counts_and_one_that_is_not_reached_does_nothing() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                dimensions: { d: { weight: 1, start: 50 } }
                rules:
                  r: { dimension: d, severity: suggestion, forbid: { cue: a }, fail: { limit-overall: 50 } }
                  s: { dimension: d, severity: suggestion, forbid: { cue: b }, fail: { limit-overall: 49.9 } }
                  t: { dimension: d, severity: suggestion, forbid: { cue: c }, fail: { limit-overall: 0 } }
                """);
    assertThat(engine.assess("alpha").ledger())
        .extracting(LedgerEntry::kind)
        .doesNotContain(Kind.LIMIT);
    assertThat(engine.assess("alpha beta").ledger()).contains(row(Kind.LIMIT, null, "s", -0.1));
    assertThat(engine.assess("alpha gamma beta").score()).isZero();
    assertThat(engine.assess("alpha gamma beta").ledger())
        .contains(row(Kind.LIMIT, null, "t", -50));
  }

  @Test
  void skip_and_unknown_bring_no_row_no_finding_and_no_opportunity() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                dimensions: { d: { weight: 1, start: 50 } }
                rules:
                  skip: { dimension: d, severity: critical, when: { cue: a }, require: { cue: b }, pass: { score: 9, praise: Yes. }, fail: { score: -9, limit-overall: 1 } }
                  unknown: { dimension: d, severity: critical, require: { cue: z, turn: previous }, pass: { score: 9, praise: Yes. }, fail: { score: -9, limit-overall: 1 } }
                  counts: { dimension: d, severity: critical, forbid: { cue: c } }
                """);
    Assessment assessment = engine.assess("hm");
    assertThat(assessment.rules())
        .containsEntry("skip", Outcome.SKIP)
        .containsEntry("unknown", Outcome.UNKNOWN)
        .containsEntry("counts", Outcome.PASS);
    assertThat(assessment.ledger()).containsExactly(row(Kind.START, "d", null, 50));
    assertThat(assessment.findings()).isEmpty();
    assertThat(assessment.score()).isEqualTo(50);
    assertThat(assessment.dimension("d").opportunities()).isEqualTo(1);
  }

  @Test
  void a_conversation_is_the_mean_of_its_scored_turns_rounded_half_up() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                dimensions: { d: { weight: 1, start: 50 } }
                bands: { low: 0, high: 50 }
                rules:
                  r: { dimension: d, severity: suggestion, when: { cue: b }, forbid: { cue: a }, pass: { score: 0.1 } }
                """);
    ConversationAssessment whole =
        engine.assess(
            Conversation.of(
                Engines.messages(
                    "agent: beta",
                    "customer: x",
                    "agent: beta alpha",
                    "customer: y",
                    "agent: hm")));
    assertThat(whole.turns())
        .extracting(Assessment::score)
        .containsExactly(50.1, null, 50.0, null, null);
    assertThat(whole.score()).as("50.05").isEqualTo(50.1);
    assertThat(whole.band()).isEqualTo("high");
  }
}

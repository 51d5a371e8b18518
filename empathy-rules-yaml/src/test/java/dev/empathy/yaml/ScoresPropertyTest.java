package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.DimensionScore;
import dev.empathy.EmpathyEngine;
import dev.empathy.Finding;
import dev.empathy.LedgerEntry;
import dev.empathy.Message;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every point is accounted for, in tenths, on any rubric and any text. */
class ScoresPropertyTest {

  private static final List<String> WORDS =
      List.of(
          "alpha",
          "beta",
          "gamma",
          "I'm sorry",
          "I can see why you're upset",
          "calm down",
          "we will refund you within 2 days.",
          "please restart",
          "for the delay.",
          "unfortunately",
          "no,",
          "thank you!",
          "the",
          "as stated");

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(WORDS).list().ofMaxSize(14).map(list -> String.join(" ", list));
  }

  private static Arbitrary<String> points(int least, int most) {
    return Arbitraries.integers()
        .between(least * 10, most * 10)
        .map(tenths -> BigDecimal.valueOf(tenths, 1).toPlainString());
  }

  private static Arbitrary<String> condition() {
    return Arbitraries.of(
        "{ cue: a }",
        "{ cue: b, at-least: 2 }",
        "{ missing: c }",
        "{ cue: a, at-most: 1 }",
        "{ fact: tier, is: gold }",
        "{ cue: z, turn: previous }",
        "{ signal: words, above: 4 }");
  }

  private static Arbitrary<String> rule() {
    Arbitrary<String> pass =
        points(-20, 40)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(list -> "[" + String.join(", ", list) + "]");
    Arbitrary<String> fail =
        Combinators.combine(
                points(-60, 10),
                points(-9, 0),
                points(-60, -20),
                points(0, 90),
                Arbitraries.integers().between(0, 5))
            .as(
                (score, extra, worst, limit, keys) ->
                    "score: "
                        + score
                        + ", each-extra: "
                        + extra
                        + (keys % 2 == 0 ? ", at-worst: " + worst : "")
                        + (keys == 5 ? ", limit-overall: " + limit : ""));
    Arbitrary<String> head =
        Combinators.combine(
                Arbitraries.of("d", "e", "f"),
                Arbitraries.of("critical", "error", "warning", "suggestion"),
                condition().injectNull(0.5),
                condition(),
                Arbitraries.of("require", "forbid"))
            .as(
                (dimension, severity, when, test, kind) ->
                    "dimension: "
                        + dimension
                        + "\n    severity: "
                        + severity
                        + (when == null ? "" : "\n    when: " + when)
                        + "\n    "
                        + kind
                        + ": "
                        + test);
    return Combinators.combine(head, pass, fail)
        .as(
            (h, p, f) ->
                h + "\n    pass: { score: " + p + ", praise: good }\n    fail: { " + f + " }\n");
  }

  @Provide
  Arbitrary<String> rubrics() {
    Arbitrary<String> dimensions =
        Combinators.combine(
                points(1, 5),
                points(1, 5),
                points(1, 5),
                points(0, 100),
                points(0, 100),
                points(0, 100))
            .as(
                (a, b, c, x, y, z) ->
                    "dimensions:\n  d: { weight: %s, start: %s }\n  e: { weight: %s, start: %s }\n  f: { weight: %s, start: %s }\n"
                        .formatted(a, x, b, y, c, z));
    return Combinators.combine(dimensions, rule().list().ofMinSize(1).ofMaxSize(7))
        .as(
            (d, rules) -> {
              StringBuilder out =
                  new StringBuilder(
                      "cues:\n  a: { match: [alpha] }\n  b: { match: [beta] }\n  c: { match: [gamma] }\n"
                          + "  z: { who: customer, match: [alpha] }\n"
                          + "bands: { low: 0, mid: 33.3, high: 66.6 }\npass-mark: 50\n");
              out.append(d).append("rules:\n");
              for (int i = 0; i < rules.size(); i++) {
                out.append("  r").append(i).append(":\n    ").append(rules.get(i));
              }
              return out.toString();
            });
  }

  @Property(tries = 120)
  void the_ledger_adds_up_on_any_rubric(
      @ForAll("rubrics") String rubric,
      @ForAll("texts") String customer,
      @ForAll("texts") String agent) {
    EmpathyEngine engine = Engines.of(rubric);
    check(engine, engine.assess(agent));
    check(engine, reply(engine, customer, agent));
    check(
        engine,
        engine.assessReply(
            Conversation.of(Message.customer(customer), Message.agent(agent))
                .with("tier", "gold")));
  }

  @Property(tries = 200)
  void the_ledger_adds_up_on_the_built_in_rubric(
      @ForAll("texts") String customer, @ForAll("texts") String agent) {
    check(Engines.BUILT_IN, Engines.BUILT_IN.assess(agent));
    check(Engines.BUILT_IN, reply(Engines.BUILT_IN, customer, agent));
  }

  private static Assessment reply(EmpathyEngine engine, String customer, String agent) {
    return engine.assessReply(Conversation.of(Message.customer(customer), Message.agent(agent)));
  }

  private static long tenths(double points) {
    double tenths = points * 10;
    assertThat(Math.abs(tenths - Math.rint(tenths))).isLessThan(1e-6);
    return Math.round(tenths);
  }

  private static void check(EmpathyEngine engine, Assessment assessment) {
    Map<String, Long> sums = new TreeMap<>();
    long limit = 0;
    for (LedgerEntry row : assessment.ledger()) {
      if (row.kind() == LedgerEntry.Kind.LIMIT) {
        assertThat(row.dimension()).isNull();
        assertThat(row.delta()).isNegative();
        limit += tenths(row.delta());
      } else {
        sums.merge(row.dimension(), tenths(row.delta()), Long::sum);
      }
      if (row.rule() != null) {
        assertThat(assessment.rules().get(row.rule())).isIn(Outcome.PASS, Outcome.FAIL);
      }
    }
    BigDecimal weighted = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (DimensionScore dimension : assessment.dimensions()) {
      assertThat(dimension.score()).isBetween(0.0, 100.0);
      assertThat(sums.get(dimension.id())).isEqualTo(tenths(dimension.score()));
      List<Outcome> outcomes =
          assessment.rules().entrySet().stream()
              .filter(rule -> dimension.id().equals(dimensionOf(engine, rule.getKey())))
              .map(Map.Entry::getValue)
              .collect(Collectors.toList());
      long passes = outcomes.stream().filter(o -> o == Outcome.PASS).count();
      long fails = outcomes.stream().filter(o -> o == Outcome.FAIL).count();
      assertThat(dimension.passes()).isEqualTo((int) passes);
      assertThat(dimension.opportunities()).isEqualTo((int) (passes + fails));
      assertThat(dimension.assessed()).isEqualTo(passes + fails > 0);
      if (dimension.assessed()) {
        BigDecimal weight = BigDecimal.valueOf(dimension.weight());
        weighted = weighted.add(weight.multiply(BigDecimal.valueOf(dimension.score())));
        weights = weights.add(weight);
      }
    }
    if (weights.signum() == 0) {
      assertThat(assessment.score()).isNull();
      assertThat(assessment.band()).isNull();
      return;
    }
    BigDecimal mean = weighted.divide(weights, 1, RoundingMode.HALF_UP);
    BigDecimal expected = mean.add(BigDecimal.valueOf(limit, 1));
    assertThat(BigDecimal.valueOf(assessment.score())).isEqualByComparingTo(expected);
    String band =
        engine.rubric().bands().stream()
            .filter(one -> one.from() <= tenths(assessment.score()))
            .reduce((a, b) -> b)
            .orElseThrow()
            .id();
    assertThat(assessment.band()).isEqualTo(band);
    boolean grave =
        assessment.issues().stream()
            .map(Finding::severity)
            .anyMatch(s -> s == Severity.ERROR || s == Severity.CRITICAL);
    assertThat(assessment.passed())
        .isEqualTo(!grave && tenths(assessment.score()) >= engine.rubric().passMark());
  }

  private static String dimensionOf(EmpathyEngine engine, String rule) {
    var dimension = engine.rubric().rules().get(rule).dimension();
    return dimension == null ? null : dimension.value();
  }

  // The arithmetic by example

  private static final String CUES =
      "cues:\n  a: { match: [alpha] }\n  b: { match: [beta] }\n"
          + "dimensions: { d: { weight: 3, start: 50 }, e: { weight: 2, start: 80 } }\n"
          + "bands: { low: 0, mid: 40, high: 60 }\npass-mark: 60\n";

  private static double d(EmpathyEngine engine, String text) {
    return engine.assess(text).dimension("d").score();
  }

  @Example
  void pass_lists_pay_for_the_first_hits_only() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + "rules: { r: { dimension: d, severity: error, require: { cue: a }, pass: { score: [10, 5, 2] } } }");
    assertThat(d(engine, "hm")).isEqualTo(50);
    assertThat(d(engine, "alpha")).isEqualTo(60);
    assertThat(d(engine, "alpha alpha")).isEqualTo(65);
    assertThat(d(engine, "alpha alpha alpha")).isEqualTo(67);
    assertThat(d(engine, "alpha ".repeat(50))).isEqualTo(67);
  }

  @Example
  void each_extra_counts_beyond_at_least_and_at_worst_bounds_it() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + "rules: { r: { dimension: d, severity: error, forbid: { cue: a, at-least: 2 },"
                + " fail: { score: -15, each-extra: -5.5, at-worst: -30, message: $count times } } }");
    assertThat(d(engine, "alpha")).isEqualTo(50);
    assertThat(d(engine, "alpha alpha")).isEqualTo(35);
    assertThat(d(engine, "alpha alpha alpha")).isEqualTo(29.5);
    assertThat(d(engine, "alpha ".repeat(4))).isEqualTo(24);
    assertThat(d(engine, "alpha ".repeat(5))).isEqualTo(20);
    assertThat(engine.assess("alpha ".repeat(5)).issues().get(0).explanation())
        .isEqualTo("5 times");
  }

  @Example
  void each_extra_of_at_most_counts_what_is_too_many() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + "rules: { r: { dimension: d, severity: error, require: { cue: a, at-most: 1 },"
                + " fail: { score: -10, each-extra: -1 } } }");
    assertThat(d(engine, "alpha alpha")).isEqualTo(40);
    assertThat(d(engine, "alpha alpha alpha")).isEqualTo(39);
  }

  @Example
  void limit_overall_caps_the_whole_and_says_so() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                rules:
                  good: { dimension: d, severity: suggestion, require: { cue: a }, pass: { score: +50 } }
                  bad: { severity: warning, forbid: { cue: b }, fail: { limit-overall: 45 } }
                  worse: { severity: warning, forbid: { cue: b, at-least: 2 }, fail: { limit-overall: 30.5 } }
                """);
    assertThat(engine.assess("alpha").score()).isEqualTo(100);
    Assessment limited = engine.assess("alpha beta");
    assertThat(limited.score()).isEqualTo(45);
    assertThat(limited.band()).isEqualTo("mid");
    assertThat(limited.dimension("d").score()).isEqualTo(100);
    assertThat(limited.ledger())
        .contains(new LedgerEntry(LedgerEntry.Kind.LIMIT, null, "bad", -55));
    assertThat(engine.assess("alpha beta beta").score()).isEqualTo(30.5);
    assertThat(engine.assess("beta").score()).as("45 is below 50").isEqualTo(45);
  }

  @Example
  void skip_and_unknown_touch_nothing() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                rules:
                  r: { dimension: d, severity: critical, when: { cue: a }, require: { fact: x, is: "1" }, fail: { score: -50 }, pass: { score: +50 } }
                  s: { dimension: e, severity: suggestion, require: { cue: b }, fail: { score: -20 } }
                """);
    Assessment skipped = engine.assess("hm");
    assertThat(skipped.rules()).containsEntry("r", Outcome.SKIP);
    assertThat(skipped.score()).isEqualTo(60);
    assertThat(skipped.dimension("d").assessed()).isFalse();
    Assessment unknown = engine.assess("alpha");
    assertThat(unknown.rules()).containsEntry("r", Outcome.UNKNOWN);
    assertThat(unknown.score()).isEqualTo(60);
    assertThat(unknown.notEvaluated()).extracting("rule").containsExactly("r");
    assertThat(unknown.notEvaluated().get(0).reason()).isEqualTo("the fact x was not given");
    assertThat(unknown.passed()).isTrue();
  }

  @Example
  void bands_compare_the_rounded_score() {
    EmpathyEngine engine =
        Engines.of(
            "cues: { a: { match: [alpha] } }\n"
                + "dimensions: { d: { weight: 1, start: 59.9 }, e: { weight: 1, start: 60 } }\n"
                + "bands: { low: 0, high: 60 }\npass-mark: 60\n"
                + "rules: { r: { dimension: d, severity: suggestion, forbid: { cue: a } }, s: { dimension: e, severity: suggestion, forbid: { cue: a } } }");
    Assessment assessment = engine.assess("hm");
    assertThat(assessment.score()).as("59.95, half up").isEqualTo(60);
    assertThat(assessment.band()).isEqualTo("high");
    assertThat(assessment.passed()).isTrue();
  }

  @Example
  void overrides_apply_in_order_where_their_facts_hold() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                rules:
                  r: { dimension: d, severity: error, forbid: { cue: a }, fail: { score: -20, message: Base. } }
                  o: { dimension: d, severity: error, forbid: { cue: a }, fail: { score: -1 } }
                overrides:
                  - for: { channel: sms }
                    rules:
                      r: { severity: suggestion, fail: { score: -5 } }
                      o: { off: true }
                  - for: { channel: [sms, chat], tier: gold }
                    dimensions: { d: { start: 90 } }
                    bands: { high: 99 }
                    pass-mark: 10
                """);
    Conversation alpha = Conversation.of(Message.agent("alpha"));
    Assessment plain = engine.assessReply(alpha);
    assertThat(plain.dimension("d").score()).isEqualTo(29);
    assertThat(plain.receipt().overrides()).extracting("applied").containsExactly(false, false);
    assertThat(plain.receipt().facts()).isEmpty();
    Assessment sms = engine.assessReply(alpha.with("channel", "sms"));
    assertThat(sms.dimension("d").score()).isEqualTo(45);
    assertThat(sms.rules()).containsEntry("o", Outcome.SKIP);
    assertThat(sms.issues().get(0).severity()).isEqualTo(Severity.SUGGESTION);
    assertThat(sms.issues().get(0).explanation()).isEqualTo("Base.");
    assertThat(sms.receipt().overrides()).extracting("applied").containsExactly(true, false);
    assertThat(sms.receipt().facts()).containsExactly("channel");
    Assessment gold = engine.assessReply(alpha.with("channel", "sms").with("tier", "gold"));
    assertThat(gold.dimension("d").score()).isEqualTo(85);
    assertThat(gold.band()).isEqualTo("mid");
    assertThat(gold.passed()).isTrue();
    assertThat(gold.receipt().overrides()).extracting("applied").containsExactly(true, true);
    assertThat(gold.receipt().overrides().get(0).at()).startsWith("test.yaml:");
  }
}

package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.Amount;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Negation;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.RubricException;
import dev.empathy.rubric.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadTest {

  private static Condition require(String condition) {
    String rule = "rules: { r: { severity: error, require: " + condition + " } }";
    return Rubrics.read(rule).rules().get("r").require();
  }

  @Test
  void texts_stay_what_the_author_wrote() {
    Rubric rubric =
        Rubrics.read(
            "cues: { c: { match: [no, off, Yes, 1.10, 12:30, ~, null, 012, 0x1F, 2026-01-01, .5] } }");
    assertThat(rubric.version()).isEqualTo("1.10");
    assertThat(rubric.cues().get("c").match())
        .extracting(Phrase::text)
        .containsExactly(
            "no", "off", "Yes", "1.10", "12:30", "~", "null", "012", "0x1F", "2026-01-01", ".5");
  }

  @Test
  void a_byte_order_mark_and_windows_line_ends_are_fine() {
    String text = (Rubrics.HEAD + "cues:\n  c:\n    match:\n      - sorry\n").replace("\n", "\r\n");
    Phrase phrase = Rubrics.load("\uFEFF" + text).orThrow().cues().get("c").match().get(0);
    assertThat(phrase.text()).isEqualTo("sorry");
    assertThat(phrase.at()).hasToString("mine.yaml:8:9");
  }

  @Test
  void columns_count_utf_16_units() {
    Rubric rubric = Rubrics.read("cues: { c: { about: 😡😡, match: [\"😡 mad\", so] } }");
    List<Phrase> match = rubric.cues().get("c").match();
    assertThat(match.get(0).at()).hasToString("mine.yaml:5:36");
    assertThat(match.get(1).at()).hasToString("mine.yaml:5:45");
  }

  @Test
  void a_cue_condition() {
    CueCondition c =
        (CueCondition)
            require(
                "{ missing: x, at-least: count of y, at-most: 3, per: 100-words, turn: last-3,"
                    + " position: first-sentence, before: b, after: a, within: 2 sentences of w,"
                    + " same: feeling as s }");
    assertThat(c.missing()).isTrue();
    assertThat(c.cue().value()).isEqualTo("x");
    assertThat(c.atLeast().countOf().value()).isEqualTo("y");
    assertThat(c.atMost()).isEqualTo(Amount.of(3));
    assertThat(c.exactly()).isNull();
    assertThat(c.per()).isEqualTo(Condition.Per.HUNDRED_WORDS);
    assertThat(c.turn()).isEqualTo(Condition.Turn.LAST_3);
    assertThat(c.position()).isEqualTo(Condition.Position.FIRST_SENTENCE);
    assertThat(c.before().value() + c.after().value()).isEqualTo("ba");
    assertThat(c.within().number() + c.within().of().value()).isEqualTo("2w");
    assertThat(c.same().capture().value() + c.same().as().value()).isEqualTo("feelings");
  }

  @Test
  void distances() {
    assertThat(within("1 sentence of y")).isEqualTo("1 SENTENCES y");
    assertThat(within(" 5  minutes  of  y ")).isEqualTo("5 MINUTES y");
    assertThat(within("1 second of start")).isEqualTo("1 SECONDS null");
    assertThat(within("1000 hours of start")).isEqualTo("1000 HOURS null");
    assertThat(within("2 sentences of start")).as("a cue").isEqualTo("2 SENTENCES start");
    for (String wrong :
        List.of(
            "0 seconds of y", "1001 hours of y", "1.5 hours of y", "5 days of y", "5 minute y")) {
      assertThat(Amounts.within(wrong)).as(wrong).isNull();
    }
  }

  private static String within(String text) {
    Condition.Within within = Amounts.within(text);
    return within.number() + " " + within.unit() + " " + within.of();
  }

  @Test
  void a_fact_condition() {
    assertThat(require("{ fact: n, at-least: 3, at-most: -0.5 }"))
        .extracting("atLeast", "atMost", "is", "present")
        .containsExactly(3.0, -0.5, null, null);
  }

  @Test
  void other_conditions() {
    assertThat(require("{ any: [ { rule: a, is: skip }, { none: [ { cue: b } ] } ] }"))
        .isInstanceOfSatisfying(
            Condition.AtLeastOf.class,
            any -> {
              assertThat(any.atLeast()).isEqualTo(1);
              assertThat(((Condition.RuleCondition) any.conditions().get(0)).is())
                  .isEqualTo(Outcome.SKIP);
              assertThat(any.conditions().get(1)).isInstanceOf(Condition.None.class);
            });
    assertThat(require("{ at-least-of: 2, of: [ { cue: a }, { cue: b }, { cue: c } ] }"))
        .extracting("atLeast")
        .isEqualTo(2);
    assertThat(require("{ signal: words, between: [-1, 2.5] }"))
        .extracting("low", "high", "turn")
        .containsExactly(-1.0, 2.5, Condition.Turn.THIS);
    assertThat(require("{ family-of: negative, at-least: 0.5 }"))
        .extracting("emotion", "atLeast")
        .containsExactly(null, 0.5);
    assertThat(require("{ emotion: any, rising: true }"))
        .extracting("emotion", "rising")
        .containsExactly(null, true);
    assertThat(require("{ fact: tier, in: [gold, 'no'], present: true }"))
        .extracting("in", "present")
        .containsExactly(List.of("gold", "no"), true);
  }

  @Test
  void scores_are_tenths() {
    Rule rule =
        Rubrics.read(
                "rules: { r: { severity: critical, forbid: { cue: a }, pass: { score: [10, +5, 0.5] },"
                    + " fail: { score: -7.5, each-extra: -1, at-worst: -30, limit-overall: 50 } } }")
            .rules()
            .get("r");
    assertThat(rule.pass().scores()).containsExactly(100, 50, 5);
    assertThat(rule.fail()).isEqualTo(new Rule.Fail(-75, -10, -300, 500, null, null));
  }

  @Test
  void bands_are_sorted() {
    assertThat(Rubrics.read("bands: { good: 60, poor: 0, fair: 40.5 }").bands())
        .extracting(band -> band.id() + band.from())
        .containsExactly("poor0", "fair405", "good600");
  }

  @Test
  void cues_and_routes_and_examples() {
    Rubric rubric =
        Rubrics.read(
            """
            cues:
              a: { who: agent, detect: [shouting], negation: flip b, examples: { misses: ["no"] } }
            routes:
              r:
                when: { cue: a }
                to: a person
                priority: 2
                reason: they said “$a”
                examples: [ { customer: hi, expect: no } ]
            rules:
              x:
                severity: error
                require: { cue: a }
                examples: [ { agent: "", facts: { tier: gold }, expect: unknown } ]
            examples:
              - turns: ["customer: hi", "bot: hello"]
                expect: { band: good, score: 60.5, findings: [], warmth: 70 }
            facts: [tier]
            """);
    Negation negation = rubric.cues().get("a").negation();
    assertThat(negation.effect()).isEqualTo(Negation.Effect.FLIP);
    assertThat(negation.to()).extracting(t -> t.value() + t.at().column()).isEqualTo("b55");
    assertThat(rubric.routes().get("r").examples().get(0).expect()).isFalse();
    assertThat(rubric.routes().get("r").priority()).isEqualTo(2);
    Rubric.Example example = rubric.examples().get(0);
    assertThat(example.score()).isEqualTo(605);
    assertThat(example.findings()).isEmpty();
    assertThat(example.dimensions()).containsEntry("warmth", 700);
    assertThat(rubric.rules().get("x").examples().get(0).facts()).containsEntry("tier", "gold");
  }

  @Test
  void the_locale_pack_comes_along() {
    LocalePack pack = Rubrics.read("").locale();
    assertThat(pack.window()).isEqualTo(5);
    assertThat(pack.functionWords()).contains("no", "off");
    assertThat(pack.clitics()).containsEntry("'d", "would | had");
    assertThat(pack.phrases().get("duration"))
        .extracting(Phrase::text)
        .containsExactly("$number minutes");
    assertThat(pack.inflections()).containsEntry("go", List.of("go", "goes", "went"));
  }

  @Test
  void all_errors_come_in_one_exception() {
    assertThatThrownBy(() -> Rubrics.read("abuot: x\nlocale2: y"))
        .isInstanceOfSatisfying(RubricException.class, e -> assertThat(e.issues()).hasSize(2))
        .hasMessageContaining("mine.yaml:5:1  EMP-1002")
        .hasMessageEndingWith("2 errors.");
  }

  @Test
  void codes_are_documented_and_distinct() {
    assertThat(Code.values()).extracting(Code::id).doesNotHaveDuplicates();
    assertThat(Code.values()).extracting(Code::meaning).allMatch(m -> m.endsWith("."));
    assertThat(Code.values())
        .extracting(Code::id)
        .noneMatch(
            id -> id.equals("EMP-1003") || id.startsWith("EMP-101") || id.startsWith("EMP-102"));
  }
}

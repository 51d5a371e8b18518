package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.RubricException;
import dev.empathy.rubric.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is scored otherwise where facts hold. */
class OverridesTest {

  private static final String BASE =
      """
      cues: { a: { match: [alpha] } }
      dimensions: { d: { weight: 1, start: 50 }, e: { weight: 3, start: 90 } }
      bands: { low: 0, mid: 40, high: 80 }
      pass-mark: 60
      rules:
        r:
          dimension: d
          severity: error
          forbid: { cue: a }
          pass: { score: +7, praise: No $count alpha. }
          fail: { score: -10, each-extra: -2, at-worst: -13, message: Base., suggest: Less. }
        s: { dimension: e, severity: suggestion, forbid: { cue: a, at-least: 9 } }
      """;

  /** Two overrides that speak of the same things, and no key twice. */
  private static final EmpathyEngine TWO =
      Engines.of(
          BASE
              + """
              overrides:
                - for: { channel: sms }
                  rules: { r: { fail: { score: -20, at-worst: -40 }, severity: warning } }
                  dimensions: { d: { weight: 3 } }
                  bands: { mid: 30 }
                - for: { tier: gold }
                  rules: { r: { fail: { message: Gold., limit-overall: 70 }, pass: { score: +1 } } }
                  dimensions: { d: { start: 60 } }
                  bands: { high: 95 }
              """);

  private static Assessment assess(EmpathyEngine engine, String text, String... facts) {
    Conversation conversation = Conversation.of(Message.agent(text));
    for (int i = 0; i < facts.length; i += 2) {
      conversation = conversation.with(facts[i], facts[i + 1]);
    }
    return engine.assessReply(conversation);
  }

  @Test
  void what_an_earlier_one_changed_stays_where_a_later_one_is_silent() {
    Assessment sms = assess(TWO, "alpha alpha", "channel", "sms");
    assertThat(sms.dimension("d").score()).isEqualTo(28); // 50 - 20 - 2
    assertThat(sms.issues().get(0).explanation()).isEqualTo("Base.");
    assertThat(sms.score()).isEqualTo(59); // (28 × 3 + 90 × 3) ÷ 6
    assertThat(sms.band()).isEqualTo("mid");

    Assessment gold = assess(TWO, "alpha alpha", "tier", "gold");
    assertThat(gold.dimension("d").score()).isEqualTo(48); // 60 - 10 - 2
    assertThat(gold.issues().get(0).explanation()).isEqualTo("Gold.");
    assertThat(gold.issues().get(0).severity()).isEqualTo(Severity.ERROR);
    assertThat(gold.score()).as("79.5, limited").isEqualTo(70);

    Assessment both = assess(TWO, "alpha alpha", "channel", "sms", "tier", "gold");
    assertThat(both.dimension("d").score()).isEqualTo(38); // 60 - 20 - 2
    assertThat(both.dimension("d").weight()).isEqualTo(3);
    assertThat(both.issues().get(0).explanation()).isEqualTo("Gold.");
    assertThat(both.issues().get(0).suggestion()).isEqualTo("Less.");
    assertThat(both.issues().get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(both.score()).isEqualTo(64);
    assertThat(both.band()).isEqualTo("mid");
  }

  @ParameterizedTest
  @CsvSource({
    "'',       '',   39, low",
    "channel,  sms,  39, mid",
    "tier,     gold, 39, low",
  })
  void each_moves_only_the_bands_that_it_names(
      String fact, String value, double start, String band) {
    EmpathyEngine engine =
        Engines.of(
            "cues: { a: { match: [alpha] } }\ndimensions: { d: { weight: 1, start: "
                + start
                + " } }\nbands: { low: 0, mid: 40, high: 80 }\n"
                + "rules: { r: { dimension: d, severity: error, forbid: { cue: a } } }\n"
                + "overrides:\n  - { for: { channel: sms }, bands: { mid: 30 } }\n"
                + "  - { for: { tier: gold }, bands: { high: 95 } }\n");
    Conversation hm = Conversation.of(Message.agent("hm"));
    Conversation given = fact.isEmpty() ? hm : hm.with(fact, value);
    assertThat(engine.assessReply(given).band()).isEqualTo(band);
    assertThat(engine.assessReply(given.with("channel", "sms").with("tier", "gold")).band())
        .isEqualTo("mid");
  }

  @Test
  void of_two_that_name_the_same_the_later_wins() {
    EmpathyEngine engine =
        Engines.of(
            BASE
                + """
                overrides:
                  - for: { channel: [sms, chat] }
                    rules: { r: { fail: { score: -1 }, off: true } }
                    pass-mark: 10
                  - for: { channel: sms }
                    rules: { r: { fail: { score: -3 }, off: false } }
                    pass-mark: 20
                """);
    assertThat(assess(engine, "alpha", "channel", "chat").rules()).containsEntry("r", Outcome.SKIP);
    Assessment sms = assess(engine, "alpha", "channel", "sms");
    assertThat(sms.rules()).containsEntry("r", Outcome.FAIL);
    assertThat(sms.dimension("d").score()).isEqualTo(47);
    assertThat(sms.receipt().overrides()).extracting("applied").containsExactly(true, true);
  }

  @Test
  void all_facts_of_one_must_hold_and_a_missing_one_is_none() {
    EmpathyEngine engine =
        Engines.of(
            BASE
                + """
                overrides:
                  - { for: { channel: [sms, chat], tier: gold }, dimensions: { d: { start: 0 } } }
                """);
    assertThat(assess(engine, "hm").dimension("d").score()).isEqualTo(57);
    assertThat(assess(engine, "hm", "tier", "gold").dimension("d").score()).isEqualTo(57);
    assertThat(assess(engine, "hm", "tier", "tin", "channel", "sms").dimension("d").score())
        .isEqualTo(57);
    assertThat(assess(engine, "hm", "tier", "gold", "channel", "SMS").dimension("d").score())
        .as("values are compared as they are")
        .isEqualTo(57);
    Assessment holds = assess(engine, "hm", "tier", "gold", "channel", "chat");
    assertThat(holds.dimension("d").score()).isEqualTo(7);
    Assessment missing = assess(engine, "hm", "channel", "sms");
    assertThat(missing.receipt().overrides())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.applied()).isFalse();
              assertThat(one.at()).isEqualTo("test.yaml:18:5");
            });
    assertThat(missing.receipt().facts()).containsExactly("channel");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "cues: { a: { off: true } }                   ; cues",
        "words: { w: [x] }                            ; words",
        "rules: { r: { when: { cue: a } } }           ; when",
        "rules: { r: { require: { cue: a } } }        ; require",
        "rules: { r: { forbid: { cue: a } } }         ; forbid",
        "rules: { r: { dimension: e } }               ; dimension",
        "rules: { r: { examples: [] } }               ; examples",
        "rules: { r: { why: x } }                     ; why",
        "routes: { x: { off: true } }                 ; routes",
        "facts: [x]                                   ; facts"
      })
  void nothing_else_can_be_touched_so_that_one_automaton_serves_all(String change, String key) {
    String override = "overrides: [ { for: { channel: sms }, pass-mark: 1, " + change + " } ]\n";
    assertThat(faults(override))
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.code()).isEqualTo("EMP-1002");
              assertThat(issue.message()).contains("\"" + key + "\"");
            });
  }

  @Test
  void what_is_not_there_cannot_be_changed() {
    assertThat(
            faults(
                "overrides: [ { for: { channel: sms }, rules: { rr: { off: true } },"
                    + " dimensions: { dd: { start: 1 } } } ]\n"))
        .extracting(Issue::code, Issue::hint)
        .containsExactly(
            tuple("EMP-1008", "did you mean r?"), tuple("EMP-1008", "did you mean d?"));
  }

  private static List<Issue> faults(String body) {
    try {
      Engines.of(BASE + body);
      return List.of();
    } catch (RubricException e) {
      return e.issues().stream().filter(Issue::isError).toList();
    }
  }
}

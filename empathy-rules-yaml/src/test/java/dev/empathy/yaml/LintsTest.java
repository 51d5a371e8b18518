package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is allowed and hardly meant. Each lint fires once in {@link #ALL_LINTS}, whose messages
 * stand in a golden file; the near misses beside each stay silent.
 */
class LintsTest {

  private static final String ALL_LINTS =
      """
      words:
        anger-word: { furious: 0.9, cross~: 0.5, Furious: 0.7, crossed: 0.4 }
        unused: [never]
      cues:
        anger:
          match: [$anger-word, fed up, not good, "Fed-up", fed  up]
          unless: [not good]
          examples: { hits: ["I am {{furious}}"] }
        charge:
          match: [hidden fee~, (is|are) late]
      dimensions:
        kindness: { weight: 1, start: 50 }
        loudness: { weight: 1, start: 50 }
      bands: { poor: 0, fair: 40, good: 60 }
      facts: [channel]
      rules:
        calm: { dimension: kindness, severity: error, forbid: { cue: anger } }
        cheap: { dimension: kindness, severity: error, forbid: { cue: charge } }
      overrides:
        - { for: { chanel: sms }, rules: { calm: { off: true } } }
        - { for: { channel: [sms, chat] }, rules: { calm: { off: true } } }
        - { for: { channel: [chat, sms] }, rules: { cheap: { off: true } } }
      examples:
        - turns: ["agent: I am furious"]
          expect: { band: fair, findings: [calm] }
        - turns: ["agent: Hello."]
          expect: { score: 50 }
      """;

  private static List<Issue> lints(String body) {
    return EmpathyEngine.check(Engines.rubric(body), SelfTest.OFF);
  }

  private static List<String> codes(String body) {
    return lints(body).stream().map(Issue::code).distinct().toList();
  }

  private static String cue(String rest) {
    return "cues: { a: { " + rest + " } }\n";
  }

  private static final String RULE =
      """
      cues: { a: { match: [red] } }
      dimensions: { d: { weight: 1, start: 50 } }
      rules:
        r: { dimension: d, severity: error, forbid: { cue: a }, examples: [EXAMPLE] }
      """;

  private static String rule(String example) {
    return RULE.replace("EXAMPLE", example);
  }

  @Test
  void what_an_author_reads() {
    Golden.check(
        "lints.txt",
        lints(ALL_LINTS).stream().map(Issue::text).collect(Collectors.joining("\n\n", "", "\n")));
  }

  @Test
  void all_are_warnings() {
    assertThat(lints(ALL_LINTS)).allMatch(issue -> issue.level() == Issue.Level.WARNING);
    assertThat(codes(ALL_LINTS))
        .containsExactlyInAnyOrder(
            "EMP-1024",
            "EMP-1040",
            "EMP-1041",
            "EMP-1042",
            "EMP-1043",
            "EMP-1044",
            "EMP-1045",
            "EMP-1046",
            "EMP-1047");
  }

  static List<String> builtIn() {
    return RubricYaml.builtInNames();
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void the_built_in_rubrics_have_no_warning(String name) {
    assertThat(EmpathyEngine.check(RubricYaml.builtIn(name), SelfTest.STRICT))
        .extracting(Issue::text)
        .isEmpty();
  }

  @Test
  void a_child_is_not_warned_of_its_parents() {
    assertThat(lints("extends: [builtin:customer-support]\npass-mark: 50\n")).isEmpty();
  }

  // Phrases

  @Test
  void a_phrase_that_its_own_unless_suppresses_never_hits() {
    assertThat(codes(cue("match: [you are late], unless: [\"You’re LATE!\"]")))
        .containsExactly("EMP-1032");
    assertThat(codes(cue("match: [you are late], unless: [\"You’re LATE\"]")))
        .containsExactly("EMP-1040");
    assertThat(codes(cue("match: [good], unless: [so good, good enough]"))).isEmpty();
    assertThat(codes("cues: { a: { match: [good] }, b: { match: [bad], unless: [good] } }"))
        .as("another cue's")
        .isEmpty();
  }

  @Test
  void a_phrase_is_shadowed_by_an_earlier_one_that_is_the_same() {
    assertThat(codes(cue("match: [refund~, (refunding|refund|refunded|refunds)]")))
        .containsExactly("EMP-1041");
    assertThat(codes(cue("match: [bad], unless: [so bad, so bad]"))).containsExactly("EMP-1041");
    assertThat(codes(cue("match: [a (b|c), a b, a c]"))).as("a part of it").isEmpty();
    assertThat(codes(cue("match: [so bad, so ...1 bad]"))).as("wider").isEmpty();
    assertThat(codes(cue("match: [bad, ^bad]"))).as("at the start of a sentence").isEmpty();
    assertThat(codes("cues: { a: { match: [bad] }, b: { match: [bad] } }"))
        .as("another cue's")
        .isEmpty();
  }

  @Test
  void a_shadowed_phrase_is_told_by_all_its_ends() {
    assertThat(codes(cue("match: [(red wine|blue sky), red wine]"))).containsExactly("EMP-1041");
    assertThat(codes(cue("match: [red wine, (red wine|blue sky)]"))).isEmpty();
    assertThat(codes(cue("match: [red wine, blue sky, (red wine|blue sky)]")))
        .as("two together")
        .containsExactly("EMP-1041");
  }

  @Test
  void an_entry_of_a_list_is_repeated_where_earlier_ones_are_all_of_it() {
    String list = "cues: { a: { match: [$w] } }\nwords: { w: [%s] }\n";
    List<String> twice =
        List.of(
            "red, Red",
            "refund~, refunded",
            "frustrat*, frustrated",
            "mix-up, no, mix up, mix-up",
            "can't wait, cannot wait",
            "apolog*, apologi*",
            "refund, refunds, refunding, refunded, refund~");
    List<String> fine =
        List.of(
            "refund, refund~",
            "frustrated, frustrat*",
            "apologi*, apolog*",
            "fed up, fed",
            "red wine, wine",
            "fru*, frx");
    List<String> wrong = new ArrayList<>();
    twice.stream().filter(w -> !codes(list.formatted(w)).contains("EMP-1042")).forEach(wrong::add);
    fine.stream().filter(w -> !codes(list.formatted(w)).isEmpty()).forEach(wrong::add);
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_form_that_is_another_word() {
    assertThat(codes(cue("match: [any fee~ at all]"))).containsExactly("EMP-1046");
    assertThat(codes(cue("match: [Hi~]"))).as("his").containsExactly("EMP-1046");
    assertThat(codes("phrases: { p: [x, some (tax|fee~)] }\ncues: { a: { match: [$p] } }"))
        .containsExactly("EMP-1046");
    assertThat(codes(cue("match: [refund~, be~, have~, (fee|fees), hi\\~]"))).isEmpty();
  }

  @Test
  void a_list_is_used_where_a_phrase_that_is_used_uses_it() {
    String lists = "words: { w: [x] }\nphrases: { inner: [$w y], outer: [$inner z] }\n";
    assertThat(codes(lists + cue("match: [$outer]"))).isEmpty();
    assertThat(lints(lists + cue("match: [q]")))
        .extracting(Issue::path)
        .containsExactly("words.w", "phrases.inner", "phrases.outer");
  }

  @Test
  void a_customers_name_within_a_phrase_is_looked_for() {
    EmpathyEngine engine =
        Engines.of("phrases: { hello: hi $customer-name }\ncues: { a: { match: [$hello] } }");
    assertThat(engine.assess("Hi Ana!").hits("a")).hasSize(1);
  }

  // Judgement

  @Test
  void a_rule_that_no_example_reaches() {
    assertThat(codes(rule("{ agent: red, expect: fail }"))).isEmpty();
    assertThat(codes(rule("{ agent: blue, expect: pass }"))).isEmpty();
    assertThat(codes(rule("{ agent: red, expect: skip }"))).containsExactly("EMP-1043");
    assertThat(codes(rule("{ agent: red, expect: fail, known-gap: true }")))
        .containsExactly("EMP-1043");
    assertThat(
            codes(
                rule("{ agent: red, expect: skip }")
                    + "examples: [{ turns: [\"agent: red\"], expect: { findings: [r] } }]"))
        .isEmpty();
    assertThat(
            codes(rule("{ agent: red, expect: skip }").replace("severity", "off: true, severity")))
        .as("off; then nothing counts for its dimension")
        .containsExactly("EMP-1045");
  }

  @Test
  void a_band_that_no_example_reaches() {
    String bands = rule("{ agent: red, expect: fail }") + "bands: { low: 0, high: 50 }\n";
    String example = "examples: [{ turns: [\"agent: x\"], expect: { %s } }]\n";
    assertThat(codes(bands)).as("no whole example at all").isEmpty();
    assertThat(lints(bands + example.formatted("band: low")))
        .extracting(Issue::path)
        .containsExactly("bands.high");
    assertThat(lints(bands + example.formatted("score: 50")))
        .extracting(Issue::path)
        .containsExactly("bands.low");
  }

  @Test
  void a_weight_without_effect() {
    String more =
        rule("{ agent: red, expect: fail }")
            .replace("{ d: {", "{ e: { weight: 2, start: 1 }, d: {");
    assertThat(lints(more)).extracting(Issue::path).containsExactly("dimensions.e");
    assertThat(codes("dimensions: { d: { weight: 1, start: 50 } }"))
        .as("no rules at all")
        .isEmpty();
  }

  @Test
  void an_override_that_never_applies() {
    String base = rule("{ agent: red, expect: fail }") + "overrides:\n";
    String override = "  - { for: { %s }, rules: { r: { off: true } } }\n";
    String facts = "facts: [channel, tier]\n";
    assertThat(codes(base + override.formatted("chanel: sms"))).as("no facts:").isEmpty();
    assertThat(codes(facts + base + override.formatted("chanel: sms"))).containsExactly("EMP-1047");
    assertThat(codes(facts + base + override.formatted("channel: sms"))).isEmpty();
    assertThat(
            codes(base + override.formatted("channel: sms") + override.formatted("channel: [sms]")))
        .containsExactly("EMP-1047");
    assertThat(
            codes(
                base
                    + override.formatted("channel: sms")
                    + override.formatted("channel: sms, tier: gold")))
        .isEmpty();
  }

  @Test
  void a_childs_override_may_repeat_its_parents() {
    assertThat(
            lints(
                """
                extends: [builtin:customer-support]
                overrides:
                  - { for: { channel: sms }, rules: { curtness: { off: true } } }
                """))
        .isEmpty();
  }
}

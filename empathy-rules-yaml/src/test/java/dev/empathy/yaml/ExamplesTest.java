package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.empathy.EmpathyEngine;
import dev.empathy.RubricExample;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Examples as tests, as a vendor uses them, and what a known gap changes. */
class ExamplesTest {

  private static final String ALL_KINDS =
      """
      cues:
        anger:
          who: customer
          match: [ridiculous, absolute joke]
          examples:
            hits: ["This is {{ridiculous}}!", "{{absolute joke}}"]
            misses: ["Hello."]
        apology: { who: agent, match: [sorry] }
      dimensions: { kindness: { weight: 1, start: 80 } }
      bands: { poor: 0, good: 60 }
      rules:
        say-sorry:
          dimension: kindness
          severity: error
          when: { cue: anger, turn: previous }
          require: { cue: apology }
          fail: { score: -50 }
          examples:
            - { customer: "ridiculous", agent: "Restart it.", expect: fail }
      routes:
        angry:
          when: { cue: anger }
          to: supervisor
          priority: 1
          reason: Angry.
          examples:
            - { customer: "This is ridiculous", expect: "yes" }
      examples:
        - turns: ["customer: ridiculous", "agent: Sorry!"]
          expect: { band: good, findings: [] }
      """;

  @TestFactory
  Stream<DynamicTest> three_lines_make_every_example_a_test() {
    EmpathyEngine engine = Engines.BUILT_IN;
    return engine.examples().stream().map(e -> dynamicTest(e.name(), e::run));
  }

  @Test
  void every_kind_has_a_name_and_a_place() {
    List<RubricExample> examples = Engines.of(ALL_KINDS).examples();
    assertThat(examples)
        .extracting(RubricExample::name)
        .containsExactly(
            "cues.anger hits[1] \"This is {{ridiculous}}!\"",
            "cues.anger hits[2] \"{{absolute joke}}\"",
            "cues.anger misses[1] \"Hello.\"",
            "rules.say-sorry examples[1] \"ridiculous / Restart it.\"",
            "routes.angry examples[1] \"This is ridiculous\"",
            "examples[1] \"customer: ridiculous / agent: Sorry!\"");
    assertThat(examples.get(0).at()).isEqualTo(new Location("test.yaml", 10, 15));
    assertThat(examples).extracting(RubricExample::at).isSorted();
    assertThat(examples.get(0)).hasToString(examples.get(0).name());
  }

  @Test
  void names_are_unique_short_and_on_one_line() {
    assertThat(Engines.BUILT_IN.examples())
        .hasSizeGreaterThan(500)
        .extracting(RubricExample::name)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).hasSizeLessThan(120).doesNotContain("\n"));
    String broken =
        "cues: { a: { match: [yes], examples: { misses: [\"" + "no 😀\\n".repeat(40) + "\"] } } }";
    assertThat(Engines.of(broken).examples().get(0).name())
        .isEqualTo("cues.a misses[1] \"" + "no 😀 ".repeat(12) + "…\"");
  }

  @Test
  void one_that_fails_says_what_an_author_would_read() {
    String wrong = ALL_KINDS.replace("expect: fail", "expect: pass").replace("good,", "poor,");
    EmpathyEngine engine = EmpathyEngine.compile(Engines.rubric(wrong), SelfTest.WARN);
    assertThatThrownBy(engine.examples().get(3)::run)
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            test.yaml:23:9  EMP-1020  rules.say-sorry.examples: example failed: say-sorry should be \
            pass, but is fail: found anger “ridiculous”, no apology
                  - { customer: "ridiculous", agent: "Restart it.", expect: pass }
                    ^""");
    assertThatThrownBy(engine.examples().get(5)::run)
        .hasMessageContaining("the band should be poor, but is good (80.0)");
    assertThat(engine.issues())
        .filteredOn(issue -> issue.code().equals("EMP-1020"))
        .hasSize(2)
        .allMatch(issue -> issue.level() == Issue.Level.WARNING);
  }

  @Test
  void inherited_examples_are_not_a_childs_tests() {
    EmpathyEngine child =
        Engines.of(
            """
            extends: [builtin:emotions]
            cues:
              shouting: { off: true }
              mine: { match: [hello], examples: { hits: ["{{Hello}}"] } }
            """);
    assertThat(child.examples())
        .extracting(RubricExample::name)
        .containsExactly("cues.mine hits[1] \"{{Hello}}\"");
  }

  @Test
  void what_is_off_is_not_tested() {
    EmpathyEngine engine =
        EmpathyEngine.compile(
            Engines.rubric(ALL_KINDS.replace("who: customer", "off: true")), SelfTest.OFF);
    assertThat(engine.examples()).noneMatch(example -> example.name().startsWith("cues.anger"));
  }

  // Known gaps

  private static String gaps(String example, String of) {
    return ALL_KINDS.replace(example, of);
  }

  private static List<Issue> gapIssues(String rubric, SelfTest selfTest) {
    return EmpathyEngine.check(Engines.rubric(rubric), selfTest).stream()
        .filter(issue -> issue.code().equals("EMP-1020") || issue.code().equals("EMP-1025"))
        .toList();
  }

  @Test
  void a_known_gap_may_fail() {
    String cue = gaps("\"Hello.\"", "{ text: \"ridiculous\", known-gap: true }");
    String rule = gaps("expect: fail }", "expect: pass, known-gap: true }");
    String route = gaps("expect: \"yes\" }", "expect: \"no\", known-gap: true }");
    String whole = gaps("findings: [] }", "findings: [say-sorry] }\n    known-gap: true");
    for (String rubric : List.of(cue, rule, route, whole)) {
      assertThat(gapIssues(rubric, SelfTest.STRICT)).isEmpty();
      assertThat(Engines.of(rubric).examples())
          .allSatisfy(example -> assertThatCode(example::run).doesNotThrowAnyException());
    }
  }

  @Test
  void a_gap_that_is_closed_must_be_taken_away() {
    String cue = gaps("\"Hello.\"", "{ text: \"Hello.\", known-gap: true }");
    String rule = gaps("expect: fail }", "expect: fail, known-gap: true }");
    String route = gaps("expect: \"yes\" }", "expect: \"yes\", known-gap: true }");
    String whole = gaps("findings: [] }", "findings: [] }\n    known-gap: true");
    for (String rubric : List.of(cue, rule, route, whole)) {
      assertThat(gapIssues(rubric, SelfTest.STRICT))
          .singleElement()
          .matches(Issue::isError)
          .extracting(Issue::code)
          .isEqualTo("EMP-1025");
      assertThat(gapIssues(rubric, SelfTest.WARN))
          .singleElement()
          .extracting(Issue::level)
          .isEqualTo(Issue.Level.WARNING);
      assertThat(gapIssues(rubric, SelfTest.OFF)).isEmpty();
    }
    EmpathyEngine engine = EmpathyEngine.compile(Engines.rubric(cue), SelfTest.OFF);
    assertThatThrownBy(engine.examples().get(2)::run)
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            test.yaml:11:25  EMP-1025  cues.anger.misses: this example passes now
                  misses: [{ text: "Hello.", known-gap: true }]
                                    ^^^^^^  take known-gap away""");
  }

  @Test
  void a_known_gap_does_not_excuse_a_mark_that_is_missing() {
    String unmarked = gaps("\"{{absolute joke}}\"", "{ text: \"a joke\", known-gap: true }");
    assertThat(EmpathyEngine.check(Engines.rubric(unmarked), SelfTest.STRICT))
        .extracting(Issue::code)
        .contains("EMP-1021");
  }

  @Test
  void a_child_takes_away_an_example_by_its_text(@TempDir Path folder) throws IOException {
    String base = Engines.HEAD + gaps("\"Hello.\"", "{ text: \"Hello.\", known-gap: true }");
    Files.writeString(folder.resolve("base.yaml"), base);
    Path child = folder.resolve("child.yaml");
    String edit = "extends: [./base.yaml]\ncues: { anger: { examples: { misses-: [hello.] } } }\n";
    Files.writeString(child, Engines.HEAD.replace("test", "child") + edit);
    assertThat(RubricYaml.read(child).cues().get("anger").misses()).isEmpty();
  }

  @Test
  void known_gap_takes_true_or_false_and_a_text_is_needed() {
    assertThatThrownBy(() -> gapIssues(gaps("fail }", "fail, known-gap: yes }"), SelfTest.OFF))
        .hasMessageContaining("EMP-1005")
        .hasMessageContaining("expected true or false, found \"yes\"");
    assertThatThrownBy(() -> gapIssues(gaps("\"Hello.\"", "{ known-gap: true }"), SelfTest.OFF))
        .hasMessageContaining("EMP-1101")
        .hasMessageContaining("an example needs text");
    assertThatThrownBy(
            () -> gapIssues(gaps("\"Hello.\"", "{ text: no, knowngap: true }"), SelfTest.OFF))
        .hasMessageContaining("EMP-1002")
        .hasMessageContaining("did you mean known-gap?");
  }

  @Test
  void known_gap_false_is_an_ordinary_example() {
    String cue = gaps("\"Hello.\"", "{ text: \"Hello.\", known-gap: false }");
    assertThat(gapIssues(cue, SelfTest.STRICT)).isEmpty();
  }
}

package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.RubricException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Examples are tests; what fails says where, what was expected and what came. */
class FailedExamplesTest {

  private static final Rubric FAILING =
      Engines.rubric(
          """
          cues:
            sorry:
              who: agent
              match: [sorry]
              examples:
                hits:
                  - "I am {{sorry}}."
                  - "I {{apologise}}, sorry."
                  - "I am not {{sorry}}."
                  - "nothing is marked"
                  - "sorry, {{not closed"
                misses:
                  - "no word of it"
                  - "so sorry"
            off: { off: true, match: [x], examples: { hits: ["{{y}}"] } }
          dimensions: { d: { weight: 1, start: 50 } }
          bands: { low: 0, high: 60 }
          rules:
            say-it:
              dimension: d
              severity: error
              when: { cue: sorry }
              require: { cue: sorry, at-least: 2 }
              fail: { score: -10 }
              examples:
                - { agent: "sorry sorry", expect: pass }
                - { agent: "sorry", expect: pass }
                - { agent: "hm", expect: fail }
                - { customer: "hi", agent: "sorry", expect: unknown }
          routes:
            up:
              when: { cue: sorry, turn: previous }
              to: lead
              priority: 1
              reason: because
              examples:
                - { customer: "hi", expect: no }
                - { customer: "hi", expect: yes }
          examples:
            - turns: ["customer: hi", "agent: sorry sorry"]
              expect: { band: low, score: 50, d: 50, findings: [] }
            - turns: ["customer: hi", "agent: sorry"]
              expect: { band: high, score: 50, d: 50, findings: [] }
          """);

  private static String shown(List<Issue> issues) {
    return issues.stream().map(issue -> issue.text() + "\n").collect(Collectors.joining());
  }

  @Test
  void failing_examples_as_an_author_reads_them() {
    List<Issue> issues = EmpathyEngine.check(FAILING, SelfTest.STRICT);
    assertThat(issues).extracting(Issue::code).containsOnly("EMP-1020", "EMP-1021");
    assertThat(issues).isSortedAccordingTo(Issue.ORDER).allMatch(Issue::isError);
    Golden.check("examples.txt", shown(issues));
    assertThatThrownBy(() -> EmpathyEngine.compile(FAILING))
        .isInstanceOfSatisfying(
            RubricException.class, e -> assertThat(e.issues()).isEqualTo(issues));
  }

  @Test
  void warn_lets_the_rubric_through_and_off_does_not_look() {
    EmpathyEngine engine = EmpathyEngine.compile(FAILING, SelfTest.WARN);
    assertThat(engine.issues())
        .hasSameSizeAs(EmpathyEngine.check(FAILING, SelfTest.STRICT))
        .allMatch(issue -> issue.level() == Issue.Level.WARNING);
    assertThat(EmpathyEngine.compile(FAILING, SelfTest.OFF).issues()).isEmpty();
  }

  @Test
  void an_inherited_example_that_changes_is_information(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("parent.yaml"),
        Engines.HEAD
            + "cues: { c: { match: [sorry], examples: { hits: ['{{sorry}}'], misses: [pardon] } } }\n");
    Path child = folder.resolve("child.yaml");
    Files.writeString(
        child,
        "empathy: 1\nrubric: child\nversion: 1.0.0\nlocale: en\nextends: [./parent.yaml]\n"
            + "cues: { c: { match+: [pardon] } }\n");
    EmpathyEngine engine = EmpathyEngine.compile(RubricYaml.read(child));
    assertThat(engine.issues())
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.level()).isEqualTo(Issue.Level.INFO);
              assertThat(issue.at().file()).endsWith("parent.yaml");
              assertThat(issue.code()).isEqualTo("EMP-1020");
            });
  }
}

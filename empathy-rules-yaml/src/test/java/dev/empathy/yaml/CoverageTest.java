package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Coverage;
import dev.empathy.Coverage.Count;
import dev.empathy.Coverage.Kind;
import dev.empathy.Coverage.Unreached;
import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Location;
import org.junit.jupiter.api.Test;

/** What the examples of a rubric reach. */
class CoverageTest {

  private static Coverage of(String body) {
    return EmpathyEngine.compile(Engines.rubric(body), SelfTest.OFF).coverage();
  }

  private static Coverage cue(String rest) {
    return of("cues:\n  a:\n    " + rest + "\n");
  }

  @Test
  void a_phrase_is_reached_by_a_hit_that_counts() {
    String phrases = "match: [red, blue sky, green]\n    examples: ";
    Coverage coverage =
        cue(phrases + "{ hits: [\"{{red}}\", \"a {{blue sky}}\"], misses: [not green] }");
    assertThat(coverage.phrases()).isEqualTo(new Count(2, 3));
    assertThat(coverage.unreached())
        .containsExactly(
            new Unreached(
                Kind.PHRASE, new Location("test.yaml", 7, 28), "cues.a.match[3]", "green"));
    assertThat(coverage.negations()).isEqualTo(new Count(1, 1));
  }

  @Test
  void an_unless_phrase_is_reached_where_it_suppresses() {
    String phrases = "match: [red]\n    unless: [red tape, dark red, not red]\n    examples: ";
    Coverage coverage = cue(phrases + "{ misses: [red tape, dark blue], hits: [\"{{red}}\"] }");
    assertThat(coverage.unless()).isEqualTo(new Count(1, 3));
    assertThat(coverage.phrases()).isEqualTo(new Count(1, 1));
    assertThat(coverage.unreached())
        .extracting(Unreached::path)
        .containsExactly("cues.a.negation", "cues.a.unless[2]", "cues.a.unless[3]");
  }

  @Test
  void an_entry_is_reached_as_part_of_a_hit() {
    Coverage coverage =
        of(
            """
            words: { colour: [red~, dark blue, green] }
            cues:
              a:
                match: [$colour sky]
                examples:
                  hits: ["{{Reds sky}}", "{{dark blue sky}}"]
                  misses: [green, not a green sky]
            """);
    assertThat(coverage.entries()).isEqualTo(new Count(2, 3));
    assertThat(coverage.unreached())
        .containsExactly(
            new Unreached(
                Kind.ENTRY, new Location("test.yaml", 5, 36), "words.colour[3]", "green"));
  }

  @Test
  void negation_is_reached_by_a_negated_hit() {
    assertThat(cue("match: [red]").negations()).isEqualTo(new Count(0, 1));
    assertThat(cue("{ match: [red], examples: { misses: [not red] } }").negations())
        .isEqualTo(new Count(1, 1));
    assertThat(cue("{ match: [red], negation: keep }").negations()).isEqualTo(new Count(0, 0));
    assertThat(cue("{ detect: [shouting] }").negations()).isEqualTo(new Count(0, 0));
    Coverage flipped = of("cues: { a: { match: [red], negation: flip b }, b: { match: [blue] } }");
    assertThat(flipped.unreached()).extracting(Unreached::text).contains("flip b", "skip");
  }

  @Test
  void an_outcome_is_reached_by_a_rules_own_examples_and_by_the_rubrics() {
    String rubric =
        """
        cues: { a: { match: [red] }, b: { match: [blue] } }
        dimensions: { d: { weight: 1, start: 50 } }
        rules:
          r:
            dimension: d
            severity: warning
            when: { cue: a }
            require: { cue: b }
            examples:
              - { agent: red, expect: fail }
              - { agent: red, expect: pass, known-gap: true }
          always: { dimension: d, severity: warning, forbid: { cue: b } }
          never-fails: { dimension: d, severity: warning, when: { cue: a }, require: { cue: a } }
        """;
    Coverage coverage = of(rubric);
    assertThat(coverage.outcomes()).isEqualTo(new Count(1, 7));
    assertThat(coverage.unreached())
        .filteredOn(one -> one.kind() == Kind.OUTCOME)
        .extracting(one -> one.path() + " " + one.text())
        .containsExactly(
            "rules.r pass",
            "rules.r skip",
            "rules.always pass",
            "rules.always fail",
            "rules.never-fails pass",
            "rules.never-fails skip");
    Coverage more =
        of(rubric + "examples: [{ turns: [\"agent: red blue\"], expect: { findings: [always] } }]");
    assertThat(more.outcomes()).isEqualTo(new Count(4, 7));
  }

  @Test
  void an_outcome_that_the_opportunity_rules_out_is_not_counted() {
    String rules =
        """
        cues: { a: { match: [red] }, b: { match: [blue] } }
        rules:
          praised: { severity: warning, when: { all: [{ cue: b }, { cue: a }] }, require: { cue: a } }
          blamed: { severity: warning, when: { all: [{ cue: b }, { cue: a }] }, forbid: { cue: a } }
          judged: { severity: warning, when: { any: [{ cue: b }, { cue: a }] }, require: { cue: a } }
        """;
    assertThat(of(rules).unreached())
        .filteredOn(one -> one.kind() == Kind.OUTCOME)
        .extracting(one -> one.path() + " " + one.text())
        .containsExactly(
            "rules.praised pass",
            "rules.praised skip",
            "rules.blamed fail",
            "rules.blamed skip",
            "rules.judged pass",
            "rules.judged fail",
            "rules.judged skip");
  }

  @Test
  void what_is_off_or_inherited_is_not_counted() {
    assertThat(cue("{ match: [red], off: true }").phrases()).isEqualTo(new Count(0, 0));
    Coverage child = of("extends: [builtin:emotions]\ncues: { mine: { match: [ultramarine] } }");
    assertThat(child)
        .hasToString(
            "phrases 0 of 1, unless 0 of 0, entries 0 of 0, negations 0 of 1, outcomes 0 of 0");
    assertThat(child.unreached().get(1))
        .hasToString("test.yaml:6:25  phrase  cues.mine.match[1]  ultramarine");
  }

  @Test
  void the_built_in_files_belong_together() {
    Coverage coverage = Engines.BUILT_IN.coverage();
    assertThat(coverage.phrases().all()).isGreaterThan(250);
    assertThat(coverage.entries().all()).isGreaterThan(300);
    assertThat(coverage.outcomes().reached()).isGreaterThan(30);
  }
}

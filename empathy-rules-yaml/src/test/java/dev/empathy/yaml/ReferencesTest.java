package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every name is looked up when a rubric is compiled, and all that is wrong is said at once. */
class ReferencesTest {

  private static List<Issue> check(String body) {
    Rubric rubric = Engines.rubric(body);
    return EmpathyEngine.check(rubric, SelfTest.STRICT);
  }

  private static String shown(List<Issue> issues) {
    return issues.stream().map(issue -> issue.text() + "\n").collect(Collectors.joining());
  }

  @Test
  void unknown_names() {
    List<Issue> issues =
        check(
            """
            words:
              feeling: [sad]
              unused: [x]
            phrases:
              idle: (y|z)
            emotions: { anger: [negative] }
            facts: [tier]
            cues:
              apology: { who: agent, match: [so sorry $feeling], negation: flip apologi }
              mad: { who: customer, match: [mad], emotion: angr, detect: [shouted] }
            dimensions: { warmth: { weight: 1, start: 50 } }
            bands: { low: 0 }
            rules:
              one:
                dimension: warmht
                severity: error
                when: { cue: apologie }
                require:
                  all:
                    - { emotion: sorrow }
                    - { family-of: negativ }
                    - { signal: wrods, above: 1 }
                    - { fact: teir, is: gold }
                    - { rule: too, is: pass }
                    - { cue: apology, before: nothing, after: none, within: 1 sentence of aplogy }
                    - { cue: apology, same: feelings as apology }
                    - { cue: apology, at-least: count of apologys }
                fail: { score: -1, message: You said $appology, suggest: 'Say ${feelings|apology}' }
              two:
                severity: error
                forbid: { cue: apology }
                fail: { score: -1 }
              three:
                severity: error
                forbid: { cue: apology }
                fail: { message: You said $appology, suggest: 'Say ${feelings|apology}' }
              judged-too-early:
                severity: error
                require: { cue: mad }
            routes:
              up: { when: { cue: apology }, to: lead, priority: 1, reason: $mda }
            overrides:
              - for: { tier: gold }
                rules: { one: { fail: { message: You said $appology } } }
            examples:
              - turns: ["agent: hi"]
                expect: { band: lwo, findings: [noe], warmht: 50 }
            """);
    Golden.check("references.txt", shown(issues));
  }

  @Test
  void a_rule_cycle_names_its_members_only() {
    List<Issue> issues =
        check(
            """
            cues: { c: { match: [x] } }
            rules:
              after: { severity: error, require: { rule: a, is: pass } }
              a: { severity: error, require: { any: [ { rule: b, is: pass }, { cue: c } ] } }
              b: { severity: error, when: { none: [ { rule: a, is: fail } ] }, require: { cue: c } }
              itself: { severity: error, require: { rule: itself, is: skip } }
              fine: { severity: error, require: { cue: c } }
            """);
    Golden.check("rule-cycle.txt", shown(issues));
    assertThat(shown(issues)).doesNotContain("after").doesNotContain("fine");
  }

  @Test
  void a_route_cannot_ask_for_a_rule() {
    List<Issue> issues =
        check(
            """
            cues: { c: { match: [x] } }
            rules: { r: { severity: error, require: { cue: c }, examples: [{ agent: x, expect: pass }] } }
            routes: { up: { when: { rule: r, is: fail }, to: lead, priority: 1, reason: r } }
            """);
    assertThat(issues)
        .filteredOn(issue -> issue.path().startsWith("routes."))
        .extracting(Issue::code)
        .containsExactly("EMP-1023");
  }

  @Test
  void a_score_that_an_override_gives_needs_a_dimension_too() {
    List<Issue> issues =
        check(
            """
            cues: { c: { match: [x] } }
            dimensions: { d: { weight: 1, start: 50 } }
            rules:
              r: { severity: error, forbid: { cue: c }, fail: { each-extra: -1 } }
              s: { severity: error, forbid: { cue: c } }
            overrides:
              - for: { channel: sms }
                rules: { s: { fail: { score: -5 } } }
            """);
    assertThat(issues).extracting(Issue::code).containsExactly("EMP-1019", "EMP-1019");
  }

  private static final String SIDES =
      """
      emotions: { anger: [negative], joy: [positive] }
      cues:
        mad: { who: customer, emotion: anger, match: [mad] }
        glad: { who: agent, emotion: joy, match: [glad] }
        both: { emotion: joy, match: [joy] }
        ours: { who: agent, match: [ours] }
      rules:
        r: { severity: error, require: CONDITION, examples: [{ agent: x, expect: fail, known-gap: true }] }
      """;

  private static List<String> never(String condition) {
    return check(SIDES.replace("CONDITION", condition)).stream()
        .filter(issue -> issue.code().equals("EMP-1023"))
        .map(Issue::message)
        .toList();
  }

  @Test
  void an_emotion_of_the_other_side_is_never_felt_here() {
    assertThat(never("{ emotion: anger }"))
        .containsExactly(
            "anger is only found in the customer's messages, and the turn that is judged here is"
                + " the agent's: it is never found");
    assertThat(never("{ family-of: negative, at-least: 0.5 }")).hasSize(1);
    assertThat(never("{ emotion: anger, turn: previous }")).isEmpty();
    assertThat(never("{ emotion: anger, rising: true }")).isEmpty();
    assertThat(never("{ emotion: joy }")).isEmpty();
    assertThat(never("{ emotion: any }")).isEmpty();
  }

  @Test
  void cues_of_two_sides_never_stand_in_one_turn() {
    assertThat(never("{ cue: ours, before: mad }"))
        .containsExactly("ours and mad look at different sides: no turn has both");
    assertThat(never("{ cue: ours, after: mad }")).hasSize(1);
    assertThat(never("{ cue: ours, within: 2 sentences of mad }")).hasSize(1);
    assertThat(never("{ cue: mad, turn: previous, before: ours }")).hasSize(1);
    assertThat(never("{ cue: ours, before: both, after: glad, within: 1 sentence of both }"))
        .isEmpty();
    assertThat(never("{ cue: ours, at-least: count of mad }")).isEmpty();
  }

  @Test
  void facts_that_examples_give_are_looked_up_too() {
    List<Issue> issues =
        check(
            """
            facts: [tier]
            cues: { a: { match: [a] } }
            rules:
              r:
                severity: error
                forbid: { cue: a }
                examples:
                  - { agent: x, facts: { teir: gold }, expect: pass }
                  - { agent: a, facts: { tier: gold }, expect: fail }
            examples:
              - { turns: ["agent: x"], facts: { teir: gold }, expect: { findings: [] } }
            """);
    assertThat(issues)
        .extracting(issue -> issue.code() + " " + issue.at().line() + " " + issue.hint())
        .containsExactly("EMP-1016 12 did you mean tier?", "EMP-1016 15 did you mean tier?");
  }
}

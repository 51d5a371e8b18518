package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Finding;
import dev.empathy.Message;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.RubricException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the names in a message, a suggestion, a praise and a reason stand for. */
class FilledSentencesTest {

  private static final String RUBRIC =
      """
      words:
        feeling: [sad, let down, angry]
        both: [alike]
      phrases: { how: so $feeling }
      cues:
        felt: { who: customer, match: ["I am ...2 $feeling", $how] }
        both: { who: agent, match: [you are $both] }
        apology: { who: agent, match: [sorry, apology~, apologi*] }
        link: { who: agent, match: ["see ...1 $url", "$number days"] }
      rules:
        r:
          severity: warning
          when: { any: [ { cue: felt, turn: previous }, { cue: both }, { cue: link }, { missing: felt, turn: previous } ] }
          forbid: { cue: apology, at-least: 1 }
          fail: { message: "MESSAGE" }
      """;

  private static String said(String message, String customer, String agent) {
    EmpathyEngine engine = Engines.of(RUBRIC.replace("MESSAGE", message));
    List<Finding> issues =
        engine
            .assessReply(Conversation.of(Message.customer(customer), Message.agent(agent)))
            .issues();
    return issues.get(0).explanation();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$apology                    ; sorry",
        "“$apology”.                 ; “sorry”.",
        "$apology.first              ; sorry",
        "$apology.last               ; Apologies",
        "$apology.last.              ; Apologies.",
        "$apology.later              ; sorry.later",
        "$count apologies            ; 3 apologies",
        "$feeling                    ; let down",
        "$feeling.last               ; angry",
        "${feeling}                  ; let down",
        "${both|feeling}             ; let down",
        "${both | how | feeling}     ; so angry",
        "${apology.last|feeling}     ; Apologies",
        "$felt                       ; I am … let down",
        "$felt.last                  ; so angry",
        "$both                       ; …",
        "${both|link}                ; …",
        "costs $5 or $ 5             ; costs $5 or $ 5",
      })
  void names_stand_for(String message, String expected) {
    assertThat(
            said(
                message,
                "I am really rather let down, so angry",
                "So sorry, sorry again. Apologies"))
        .isEqualTo(expected);
  }

  @Test
  void a_cue_goes_before_a_list_of_the_same_name() {
    assertThat(said("$both", "hm", "Sorry, you are alike")).isEqualTo("you are alike");
  }

  @Test
  void only_words_that_the_rubric_lists_are_quoted() {
    assertThat(said("$link", "hm", "Sorry, see www.secret.org")).isEqualTo("see …");
    assertThat(said("$link", "hm", "Sorry, 4711 days")).isEqualTo("… days");
    assertThat(said("$url", "hm", "Sorry, see www.secret.org")).isEqualTo("…");
    assertThat(said("$apology", "hm", "Apologizing4711"))
        .as("a beginning says nothing of what follows it")
        .isEqualTo("…");
  }

  @Test
  void what_is_nowhere_is_an_error_with_its_place() {
    for (String name : List.of("apologies", "counts", "apology-like", "word")) {
      try {
        Engines.of(RUBRIC.replace("MESSAGE", "Say $" + name + " no more"));
      } catch (RubricException e) {
        assertThat(e.issues())
            .filteredOn(Issue::isError)
            .singleElement()
            .satisfies(
                issue -> {
                  assertThat(issue.code()).isEqualTo("EMP-1017");
                  assertThat(issue.path()).isEqualTo("rules.r.fail.message");
                  assertThat(issue.at().line()).isEqualTo(19);
                });
        continue;
      }
      throw new AssertionError(name + " was taken");
    }
  }

  @Test
  void count_is_that_of_the_condition_that_decided() {
    EmpathyEngine engine =
        Engines.of(
            """
            cues: { a: { match: [alpha] }, b: { match: [beta] } }
            rules:
              r:
                severity: warning
                when: { cue: a, at-least: 3 }
                forbid: { any: [ { cue: a, at-least: 9 }, { cue: b, at-least: 2, position: opening } ] }
                fail: { message: $count }
            """);
    assertThat(
            engine
                .assess("alpha alpha alpha beta beta " + "the ".repeat(20) + "beta")
                .issues()
                .get(0)
                .explanation())
        .isEqualTo("2");
    EmpathyEngine required =
        Engines.of(
            """
            cues: { a: { match: [alpha] } }
            rules: { r: { severity: warning, require: { cue: a }, pass: { praise: $count of $a } } }
            """);
    assertThat(required.assess("alpha alpha").strengths().get(0).praise()).isEqualTo("2 of alpha");
  }

  @Test
  void a_reason_of_a_route_is_filled_too() {
    EmpathyEngine engine =
        Engines.of(
            """
            words: { feeling: [sad] }
            emotions: { grief: [negative] }
            cues: { grief: { who: customer, emotion: grief, match: [so $feeling] } }
            routes:
              up: { when: { emotion: grief }, to: lead, priority: 1, reason: "“$grief” ($feeling)" }
            """);
    assertThat(engine.assess(Message.customer("I am so sad")).routes().get(0).reason())
        .isEqualTo("“so sad” (sad)");
  }
}

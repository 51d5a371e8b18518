package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.EmpathySession;
import dev.empathy.Message;
import dev.empathy.rubric.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of the customer: a rule that needs it and does not have it never fails. */
class PersonalContextTest {

  private static final EmpathyEngine ENGINE =
      Engines.of(
          """
          facts: [customer-name, tenure, contacts, tier]
          cues:
            name-use: { who: agent, match: [$customer-name] }
            loyalty: { who: agent, match: [thank you for (staying|being) with us] }
            history: { who: agent, match: [I see that you (wrote|called)] }
            direct-line: { who: agent, match: [your own line] }
          rules:
            by-name: { severity: error, when: { fact: customer-name, is-not: unknown }, require: { cue: name-use } }
            long-with-us: { severity: error, when: { fact: tenure, at-least: 5 }, require: { cue: loyalty } }
            here-before: { severity: error, when: { fact: contacts, at-least: 2 }, require: { cue: history } }
            gold: { severity: error, when: { fact: tier, in: [gold, platinum] }, require: { cue: direct-line } }
          """);

  private static final List<String> RULES =
      List.of("by-name", "long-with-us", "here-before", "gold");

  private static Assessment reply(Map<String, String> facts, String text) {
    EmpathySession session = ENGINE.session(facts);
    session.add(Message.customer("Hi"));
    return session.add(Message.agent(text));
  }

  @Test
  void what_is_not_known_is_unknown_and_never_failed() {
    Assessment reply = reply(Map.of(), "Hello.");
    assertThat(RULES).allMatch(rule -> reply.rules().get(rule) == Outcome.UNKNOWN);
    assertThat(reply.findings()).isEmpty();
    assertThat(reply.passed()).isTrue();
    assertThat(reply.notEvaluated())
        .extracting(Assessment.NotEvaluated::reason)
        .containsExactlyInAnyOrder(
            "the fact customer-name was not given",
            "the fact tenure was not given",
            "the fact contacts was not given",
            "the fact tier was not given");
  }

  @Test
  void what_is_known_is_asked_for() {
    Map<String, String> facts =
        Map.of("customer-name", "Ann", "tenure", "7", "contacts", "3", "tier", "gold");
    Assessment cold = reply(facts, "Hello.");
    assertThat(RULES).allMatch(rule -> cold.rules().get(rule) == Outcome.FAIL);
    Assessment personal =
        reply(
            facts,
            "Hello Ann, I see that you called on Monday. Thank you for staying with us. This is your own line.");
    assertThat(RULES).allMatch(rule -> personal.rules().get(rule) == Outcome.PASS);
  }

  @Test
  void where_it_does_not_apply_it_is_skipped() {
    Map<String, String> facts =
        Map.of("customer-name", "unknown", "tenure", "1", "contacts", "1", "tier", "basic");
    Assessment reply = reply(facts, "Hello.");
    assertThat(RULES).allMatch(rule -> reply.rules().get(rule) == Outcome.SKIP);
  }

  @Test
  void what_is_no_number_is_not_known() {
    Assessment reply = reply(Map.of("tenure", "long", "contacts", "many"), "Hello.");
    assertThat(reply.rules())
        .containsEntry("long-with-us", Outcome.UNKNOWN)
        .containsEntry("here-before", Outcome.UNKNOWN);
  }
}

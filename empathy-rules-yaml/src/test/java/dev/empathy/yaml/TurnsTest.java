package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Finding;
import dev.empathy.Hit;
import dev.empathy.Status;
import dev.empathy.rubric.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The unit that rules judge is the agent's turn. */
class TurnsTest {

  private static final EmpathyEngine ENGINE =
      Engines.of(
          """
          emotions: { anger: [negative] }
          cues:
            sorry: { who: agent, match: [sorry] }
            mad: { who: customer, match: [mad], emotion: anger, strength: 0.9 }
            any: { match: [word] }
          dimensions: { d: { weight: 1, start: 50 } }
          bands: { low: 0, high: 60 }
          rules:
            two-sorry:
              dimension: d
              severity: warning
              require: { cue: sorry, at-least: 2 }
              pass: { score: +20, praise: Twice. }
              fail: { score: -20, message: Once. }
          routes:
            up: { when: { emotion: anger, at-least: 0.9 }, to: lead, priority: 1, reason: “$mad” }
            up-any: { when: { cue: sorry, turn: previous }, to: lead, priority: 2, reason: again }
          """);

  private static ConversationAssessment assess(String... lines) {
    return ENGINE.assess(Conversation.of(Engines.messages(lines)));
  }

  @Test
  void several_messages_in_a_row_are_one_turn() {
    ConversationAssessment whole =
        assess("customer: mad", "agent: so sorry", "agent: 😡 very sorry, a word", "customer: ok");
    assertThat(whole.turns()).extracting(Assessment::message).containsExactly(0, 1, 2, 3);
    Assessment part = whole.turns().get(1);
    assertThat(part.status()).isEqualTo(Status.PART);
    assertThat(part.score()).isNull();
    assertThat(part.band()).isNull();
    assertThat(part.rules()).isEmpty();
    assertThat(part.dimensions()).isEmpty();
    assertThat(part.ledger()).isEmpty();
    assertThat(part.findings()).isEmpty();
    assertThat(part.hits("sorry")).hasSize(1);
    assertThat(part.signals()).containsEntry("words", 2);
    Assessment last = whole.turns().get(2);
    assertThat(last.status()).isEqualTo(Status.COMPLETE);
    assertThat(last.rules()).containsEntry("two-sorry", Outcome.PASS);
    assertThat(last.score()).isEqualTo(70);
    assertThat(last.hits()).extracting(Hit::message).containsOnly(2);
    assertThat(last.hits("sorry").get(0).span()).isEqualTo(new dev.empathy.Span(8, 13, 7, 12));
    assertThat(last.findings().get(0).because())
        .extracting(e -> e.message() + " " + e.span().start())
        .containsExactly("1 3", "2 8");
    assertThat(whole.score()).isEqualTo(70);
  }

  @Test
  void all_roles_of_the_agents_side_write_one_turn() {
    List<Assessment> turns = assess("bot: sorry", "agent: sorry", "supervisor: hm").turns();
    assertThat(turns)
        .extracting(Assessment::status)
        .containsExactly(Status.PART, Status.PART, Status.COMPLETE);
    assertThat(turns.get(2).rules()).containsEntry("two-sorry", Outcome.PASS);
  }

  @Test
  void system_notes_are_neither_assessed_nor_history() {
    ConversationAssessment whole =
        assess(
            "system: x", "customer: mad", "system: y", "agent: sorry", "system: z", "agent: sorry");
    assertThat(whole.turns()).extracting(Assessment::message).containsExactly(1, 3, 5);
    assertThat(whole.turns())
        .extracting(Assessment::status)
        .containsExactly(Status.COMPLETE, Status.PART, Status.COMPLETE);
    assertThat(whole.turns().get(2).rules()).containsEntry("two-sorry", Outcome.PASS);
    Assessment note =
        ENGINE.assessReply(Conversation.of(Engines.messages("agent: a", "system: sorry")));
    assertThat(note.hits()).isEmpty();
    assertThat(note.score()).isNull();
    assertThat(note.message()).isEqualTo(1);
  }

  @Test
  void a_customers_message_has_no_score_and_no_rules() {
    Assessment customer = assess("customer: mad word", "agent: hm").turns().get(0);
    assertThat(customer.score()).isNull();
    assertThat(customer.band()).isNull();
    assertThat(customer.rules()).isEmpty();
    assertThat(customer.dimensions()).isEmpty();
    assertThat(customer.findings()).isEmpty();
    assertThat(customer.hits()).extracting(Hit::cue).containsExactly("mad", "any");
    assertThat(customer.emotion("anger")).isEqualTo(0.9);
    assertThat(customer.signals()).containsEntry("words", 2);
  }

  @Test
  void routes_are_judged_as_soon_as_the_customer_has_written() {
    ConversationAssessment whole =
        assess("customer: I am mad", "customer: word", "agent: sorry", "customer: hm");
    assertThat(whole.turns().get(0).routes())
        .singleElement()
        .satisfies(
            route -> {
              assertThat(route.route()).isEqualTo("up");
              assertThat(route.priority()).isEqualTo(1);
              assertThat(route.reason()).isEqualTo("“mad”");
              assertThat(route.because()).isNotEmpty();
            });
    // the turn goes on, and the anger stands in it
    assertThat(whole.turns().get(1).routes()).extracting("route").containsExactly("up");
    assertThat(whole.turns().get(2).routes()).isEmpty();
    assertThat(whole.turns().get(3).routes()).extracting("route").containsExactly("up-any");
    assertThat(whole.routes()).hasSize(3);
  }

  @Test
  void the_whole_is_the_mean_of_the_agents_turns() {
    ConversationAssessment whole =
        assess("agent: sorry sorry", "customer: a", "agent: hm", "customer: b", "agent: hm");
    assertThat(whole.score()).isEqualTo(43.3); // (70 + 30 + 30) / 3
    assertThat(whole.band()).isEqualTo("low");
    assertThat(whole.rules()).containsEntry("two-sorry", Outcome.FAIL);
    assertThat(whole.findings()).extracting(Finding::message).containsExactly(0, 2, 4);
    assertThat(whole.dimensions().get(0).opportunities()).isEqualTo(3);
    assertThat(whole.dimensions().get(0).passes()).isEqualTo(1);
  }

  @Test
  void a_conversation_is_truncated_where_any_message_was() {
    String cut = "agent: " + "x".repeat((1 << 20) + 1);
    assertThat(assess(cut, "agent: sorry").status()).isEqualTo(Status.TRUNCATED);
    assertThat(assess(cut, "customer: hm").status()).isEqualTo(Status.TRUNCATED);
    assertThat(assess("agent: hm").status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void a_conversation_of_nothing() {
    assertThat(ENGINE.assess(Conversation.of()).turns()).isEmpty();
    assertThat(ENGINE.assess(Conversation.of()).score()).isNull();
    assertThat(assess("system: only").turns()).isEmpty();
  }
}

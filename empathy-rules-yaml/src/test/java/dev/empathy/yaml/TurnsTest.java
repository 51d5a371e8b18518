package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Finding;
import dev.empathy.Hit;
import dev.empathy.Message;
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

  @Test
  void a_conversation_that_grows_is_assessed_as_if_the_turn_ended_now() {
    Conversation conversation = Conversation.of(Engines.messages("customer: mad", "agent: sorry"));
    Assessment once = ENGINE.assessReply(conversation);
    assertThat(once.status()).isEqualTo(Status.COMPLETE);
    assertThat(once.rules()).containsEntry("two-sorry", Outcome.FAIL);
    Conversation more = conversation.and(Message.bot("sorry again"));
    Assessment twice = ENGINE.assessReply(more);
    assertThat(twice.status()).isEqualTo(Status.COMPLETE);
    assertThat(twice.rules()).containsEntry("two-sorry", Outcome.PASS);
    assertThat(twice.message()).isEqualTo(2);
    assertThat(ENGINE.assess(more).turns().get(1).status()).isEqualTo(Status.PART);
    assertThat(ENGINE.assess(more).turns().get(2)).isEqualTo(twice);
  }

  @Test
  void a_part_says_what_was_found_and_measured_and_nothing_more() {
    Assessment part = assess("customer: mad", "agent: word sorry!!", "agent: hm").turns().get(1);
    assertThat(part.status()).isEqualTo(Status.PART);
    assertThat(part.hits()).extracting(Hit::cue).containsExactly("any", "sorry");
    assertThat(part.signals()).containsEntry("exclamation-run", 2).doesNotContainKey("echo-ratio");
    assertThat(part.notEvaluated()).isEmpty();
    assertThat(part.routes()).isEmpty();
    assertThat(part.passed()).isTrue();
  }

  @Test
  void the_finding_stands_on_the_last_message_and_its_place_where_it_is() {
    EmpathyEngine engine =
        Engines.of(
            """
            cues: { a: { who: agent, match: [alpha] } }
            rules:
              first: { severity: warning, forbid: { cue: a } }
              none: { severity: warning, require: { cue: a, at-least: 9 } }
            """);
    ConversationAssessment whole =
        engine.assess(Conversation.of(Engines.messages("agent: so alpha", "agent: hm hm")));
    assertThat(whole.turns().get(0).findings()).isEmpty();
    assertThat(whole.turns().get(1).findings())
        .extracting(
            f -> f.rule() + " " + f.message() + " " + f.span().start() + "-" + f.span().end())
        .containsExactly("first 0 3-8", "none 0 3-8");
  }

  @Test
  void routes_look_at_the_customers_turn_and_what_came_before_and_go_by_priority() {
    EmpathyEngine engine =
        Engines.of(
            """
            emotions: { anger: [negative] }
            cues:
              mad: { who: customer, match: [mad], emotion: anger, strength: 0.5 }
              very: { who: customer, match: [livid], emotion: anger, strength: 0.9 }
              cold: { who: agent, match: [policy] }
            dimensions: { d: { weight: 1, start: 50 } }
            rules: { r: { dimension: d, severity: error, forbid: { cue: cold } } }
            routes:
              late: { when: { cue: mad }, to: a, priority: 9, reason: late }
              rising: { when: { emotion: anger, rising: true }, to: b, priority: 2, reason: rising }
              before: { when: { cue: cold, turn: previous }, to: c, priority: 2, reason: before }
              first: { when: { emotion: anger, turn: first }, to: d, priority: 1, reason: first }
              vip: { when: { fact: tier, is: gold }, to: e, priority: 1, reason: vip }
              gone: { when: { cue: mad }, to: f, priority: 1, reason: off, off: true }
            """);
    Conversation conversation =
        Conversation.of(
            Engines.messages("customer: mad", "agent: policy", "customer: mad", "customer: livid"));
    assertThat(engine.assess(conversation).turns().get(0).routes())
        .as("rising is unknown, as is the tier: neither fires")
        .extracting("route")
        .containsExactly("first", "late");
    Assessment last = engine.assessReply(conversation);
    assertThat(last.routes())
        .extracting("route")
        .containsExactly("first", "rising", "before", "late");
    assertThat(last.ledger()).isEmpty();
    assertThat(last.score()).isNull();
    assertThat(engine.assessReply(conversation.with("tier", "gold")).routes())
        .extracting("route")
        .containsExactly("first", "vip", "rising", "before", "late");
    assertThat(engine.assess(Message.customer("mad")).routes())
        .as("of a message alone, what came before is not known")
        .extracting("route")
        .containsExactly("late");
  }

  @Test
  void what_is_there_is_there_in_another_language_and_in_what_was_cut() {
    EmpathyEngine engine =
        Engines.of(
            """
            cues: { a: { match: [alpha] }, b: { match: [beta] } }
            rules:
              has: { severity: warning, forbid: { cue: a } }
              lacks: { severity: warning, require: { cue: b } }
              few: { severity: warning, require: { cue: a, at-most: 2 } }
              many: { severity: warning, require: { cue: a, at-most: 0 } }
            """);
    Assessment french =
        engine.assess("Bonjour madame nous sommes vraiment désolés pour ce long retard alpha");
    assertThat(french.status()).isEqualTo(Status.OTHER_LANGUAGE);
    Assessment cut = engine.assess("alpha " + "x".repeat(1 << 20));
    assertThat(cut.status()).isEqualTo(Status.TRUNCATED);
    for (Assessment one : List.of(french, cut)) {
      assertThat(one.rules())
          .containsEntry("has", Outcome.FAIL)
          .containsEntry("lacks", Outcome.UNKNOWN)
          .containsEntry("few", Outcome.UNKNOWN)
          .containsEntry("many", Outcome.FAIL);
      assertThat(one.notEvaluated())
          .extracting(Assessment.NotEvaluated::reason)
          .containsOnly("part of what was written is not known");
    }
  }
}

package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.empathy.AcknowledgmentLatency;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Finding;
import dev.empathy.FiredRoute;
import dev.empathy.LedgerEntry;
import dev.empathy.Message;
import dev.empathy.ReplyDelay;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Ten conversations that show what only several turns can: it happens, and it does not. */
class ConversationsTest {

  private static final List<String> RULES =
      List.of(
          "opening-safety",
          "repeated-template",
          "apology-budget",
          "unresolved-commitment",
          "reply-delay",
          "crisis-unanswered");

  private static final EmpathyEngine ENGINE =
      EmpathyEngine.compile(RubricYaml.builtIn("customer-support"), SelfTest.OFF);

  /** Lines are {@code seconds role: text}, or without the seconds where no time is known. */
  private static Conversation conversation(String lines) {
    List<Message> messages = new ArrayList<>();
    for (String line : lines.strip().split("\n")) {
      int blank = line.indexOf(' ');
      boolean timed = Character.isDigit(line.charAt(0));
      Message message = Engines.messages(timed ? line.substring(blank + 1) : line).get(0);
      messages.add(
          timed
              ? message.withTime(Instant.ofEpochSecond(Long.parseLong(line.substring(0, blank))))
              : message);
    }
    return Conversation.of(messages);
  }

  private static ConversationAssessment assess(String name, Conversation conversation) {
    ConversationAssessment whole = ENGINE.assess(conversation);
    Golden.check("conversation-" + name + ".txt", shown(conversation, whole));
    double sum = whole.ledger().stream().mapToDouble(LedgerEntry::delta).sum();
    assertThat(sum).isCloseTo(whole.score(), within(1e-6));
    return whole;
  }

  private static String shown(Conversation conversation, ConversationAssessment whole) {
    StringBuilder out = new StringBuilder();
    List<Message> messages = conversation.messages();
    for (int i = 0; i < messages.size(); i++) {
      String role = messages.get(i).role().name().toLowerCase(Locale.ROOT);
      out.append(i).append(' ').append(role).append(": ").append(messages.get(i).text());
      out.append('\n');
    }
    out.append("\nscore ").append(whole.score()).append(' ').append(whole.band());
    out.append(whole.passed() ? ", passed" : ", not passed").append('\n');
    for (LedgerEntry entry : whole.ledger()) {
      out.append("  ").append(entry.kind()).append(' ').append(entry.delta());
      out.append(entry.rule() == null ? "" : " " + entry.rule()).append('\n');
    }
    for (String rule : RULES) {
      out.append(rule).append(' ').append(whole.rules().get(rule)).append('\n');
    }
    for (Finding finding : whole.findings()) {
      if (RULES.contains(finding.rule())) {
        Message message = messages.get(finding.message());
        out.append("  ").append(finding.severity()).append(' ').append(finding.rule());
        out.append(", message ").append(finding.message()).append(": “");
        out.append(finding.span().in(message.text())).append("” ");
        out.append(finding.explanation()).append('\n');
      }
    }
    out.append("trajectory ");
    whole
        .trajectory()
        .points()
        .forEach(
            point ->
                out.append(point.message())
                    .append(' ')
                    .append(point.emotion())
                    .append(' ')
                    .append(point.negative())
                    .append("; "));
    out.append("eased ").append(whole.trajectory().eased()).append('\n');
    out.append("de-escalation ").append(whole.deEscalation()).append('\n');
    out.append("latency ").append(whole.latency()).append('\n');
    out.append("reply delays ").append(whole.replyDelays()).append('\n');
    for (FiredRoute route : whole.routes()) {
      out.append("route ").append(route.route()).append(' ').append(route.priority());
      out.append(" to ").append(route.to()).append(": ").append(route.reason()).append('\n');
    }
    return out.toString();
  }

  @Test
  void a_plain_question_asks_for_none_of_it() {
    ConversationAssessment whole =
        assess(
            "plain",
            conversation(
                """
                customer: What time do you open tomorrow?
                agent: We open at nine.
                customer: Thank you!
                agent: You're welcome."""));
    assertThat(RULES).allMatch(rule -> whole.rules().get(rule) == Outcome.SKIP);
    assertThat(whole.latency()).isNull();
    assertThat(whole.trajectory().eased()).isNull();
    assertThat(whole.routes()).isEmpty();
  }

  @Test
  void a_feeling_eases_after_it_was_acknowledged() {
    ConversationAssessment whole =
        assess(
            "eased",
            conversation(
                """
                customer: My order is late again and I'm really fed up! This is ridiculous.
                agent: I can see why you're fed up, your order should have come on Monday. I'll send a new one today.
                customer: Ok. When will it be here?
                agent: I've sent it, you'll have it by Friday.
                customer: Great, thank you so much!"""));
    assertThat(whole.trajectory().eased()).isTrue();
    assertThat(whole.deEscalation().steps().get(0).change()).isNegative();
    assertThat(whole.deEscalation().steps().get(0).after()).contains("validation");
    assertThat(whole.latency()).isEqualTo(new AcknowledgmentLatency(0, 1, 0, null));
    assertThat(whole.rules()).containsEntry("opening-safety", Outcome.PASS);
    assertThat(whole.rules().get("unresolved-commitment")).isEqualTo(Outcome.SKIP);
  }

  @Test
  void a_feeling_rises_after_it_was_passed_over() {
    ConversationAssessment whole =
        assess(
            "risen",
            conversation(
                """
                customer: My order is late, a bit annoying.
                agent: As stated, it ships on Thursday.
                customer: This is unacceptable, I am furious.
                agent: Please check the tracking page."""));
    assertThat(whole.trajectory().eased()).isFalse();
    assertThat(whole.deEscalation().steps().get(0).change()).isPositive();
    assertThat(whole.deEscalation().steps().get(0).after()).contains("coldness");
    assertThat(whole.latency()).isEqualTo(new AcknowledgmentLatency(0, null, 2, null));
    assertThat(whole.rules()).containsEntry("opening-safety", Outcome.FAIL);
    assertThat(whole.routes())
        .extracting(FiredRoute::route, FiredRoute::priority, FiredRoute::to)
        .containsExactly(tuple("escalation-recommended", 2, "supervisor"));
  }

  @Test
  void an_acknowledgement_in_the_second_of_two_messages_is_in_the_first_turn() {
    ConversationAssessment whole =
        assess(
            "second-of-two",
            conversation(
                    """
                    0 customer: You charged me twice, I am so annoyed.
                    50 agent: Hi, this is Ann.
                    65 agent: I can see why you're annoyed, you were charged twice. I'll refund one payment today.
                    90 customer: ok""")
                .with("channel", "chat"));
    assertThat(whole.latency()).isEqualTo(new AcknowledgmentLatency(0, 2, 0, 65.0));
    assertThat(whole.replyDelays()).containsExactly(new ReplyDelay(1, 50.0, false));
    assertThat(whole.findings()).extracting(Finding::rule).doesNotContain("missing-acknowledgment");
  }

  @Test
  void a_customer_in_danger_goes_to_a_person_at_once() {
    ConversationAssessment whole =
        assess(
            "crisis-unanswered",
            conversation(
                """
                customer: Nothing works, I lost my job over this, and I don't want to be here anymore.
                bot: Please try the steps in our troubleshooting guide: https://help.example/login"""));
    assertThat(whole.routes())
        .extracting(FiredRoute::route, FiredRoute::priority, FiredRoute::to)
        .containsExactly(tuple("escalation-recommended", 1, "a person now"));
    assertThat(whole.rules()).containsEntry("crisis-unanswered", Outcome.FAIL);
    assertThat(whole.passed()).isFalse();
    assertThat(whole.score()).isLessThanOrEqualTo(15);
  }

  @Test
  void care_and_a_person_are_an_answer_to_it() {
    ConversationAssessment whole =
        assess(
            "crisis-answered",
            conversation(
                """
                customer: Nothing works, I lost my job over this, and I don't want to be here anymore.
                agent: I'm so glad you told me, and you're not alone. I'm a person, and I'll stay with you here. If you might act on this, please call or text 988 now. Are you safe at the moment?"""));
    assertThat(whole.routes()).extracting(FiredRoute::priority).containsExactly(1);
    assertThat(whole.rules()).containsEntry("crisis-unanswered", Outcome.PASS);
  }

  @Test
  void templates_and_apologies_come_again_and_again() {
    ConversationAssessment whole =
        assess(
            "template",
            conversation(
                """
                customer: My parcel is late.
                bot: We are sorry for any inconvenience this may have caused you.
                customer: Where is it?
                bot: We are sorry for any inconvenience this may have caused you. It is on its way.
                customer: Are you a bot?
                agent: Sorry about that! It left Leeds this morning."""));
    assertThat(whole.rules())
        .containsEntry("repeated-template", Outcome.FAIL)
        .containsEntry("apology-budget", Outcome.FAIL);
    assertThat(whole.ledger()).extracting(LedgerEntry::rule).contains("apology-budget");
    assertThat(whole.routes()).extracting(FiredRoute::priority).containsExactly(4);
  }

  @Test
  void a_promise_is_kept_by_somebody_else_of_the_same_side() {
    ConversationAssessment whole =
        assess(
            "promise-kept",
            conversation(
                """
                customer: My router is broken.
                bot: I'll transfer you to a colleague who will call the warehouse.
                system: transferred to Ann
                customer: Hello?
                agent: Hi, Ann here. I called the warehouse, and a new router left today.
                customer: And the old one?
                supervisor: You can keep it."""));
    assertThat(whole.rules()).containsEntry("unresolved-commitment", Outcome.PASS);
    assertThat(whole.commitments()).isNotEmpty();
  }

  @Test
  void a_promise_is_forgotten() {
    ConversationAssessment whole =
        assess(
            "promise-forgotten",
            conversation(
                """
                customer: My router is broken.
                agent: I'm sorry it broke. I'll call the warehouse today.
                customer: Any news? Otherwise I'll cancel my contract.
                agent: What is your postcode?
                customer: 12345, and let me talk to a human."""));
    assertThat(whole.rules()).containsEntry("unresolved-commitment", Outcome.FAIL);
    Finding finding = whole.findings().get(whole.findings().size() - 1);
    assertThat(finding.rule()).isEqualTo("unresolved-commitment");
    assertThat(finding.message()).isEqualTo(1);
    assertThat(whole.routes())
        .extracting(FiredRoute::priority, FiredRoute::to)
        .containsExactly(tuple(3, "supervisor"), tuple(2, "a person"));
  }

  @Test
  void silence_after_a_label_on_a_call_is_no_delay() {
    String call =
        """
        0 customer: My mother needs this phone and I am so frustrated.
        4 agent: That sounds really frustrating.
        19 agent: I'll check the line now, one moment.
        30 customer: ok
        55 agent: It works again.""";
    ConversationAssessment whole = assess("call", conversation(call).with("channel", "voice"));
    assertThat(whole.replyDelays())
        .containsExactly(new ReplyDelay(1, 4.0, false), new ReplyDelay(4, 25.0, true));
    assertThat(ENGINE.assess(conversation(call)).replyDelays())
        .as("nobody said which channel")
        .extracting(ReplyDelay::overdue)
        .containsOnlyNulls();
    String untimed = call.replaceAll("(?m)^[0-9]+ ", "");
    ConversationAssessment unknown = ENGINE.assess(conversation(untimed).with("channel", "voice"));
    assertThat(unknown.replyDelays())
        .containsExactly(new ReplyDelay(1, null, null), new ReplyDelay(4, null, null));
    assertThat(unknown.rules()).containsEntry("reply-delay", Outcome.UNKNOWN);
  }
}

package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.Detail;
import dev.empathy.EmpathyEngine;
import dev.empathy.EmpathySession;
import dev.empathy.Limits;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import dev.empathy.Status;
import dev.empathy.spi.Extensions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A conversation that grows says what it says when it is assessed in one go. */
class SessionTest {

  private static final EmpathyEngine ENGINE = Engines.BUILT_IN;

  private static final Message ANGRY =
      Message.customer("This is the third time I'm writing. Ridiculous!!");
  private static final Message COLD = Message.agent("Please restart the app.");
  private static final Message KIND =
      Message.agent("I can see why you're fed up. I'll send a new one today.");

  @Test
  void each_message_is_assessed_as_a_reply_to_those_before() {
    EmpathySession session = ENGINE.session(Map.of("channel", "chat"));
    List<Message> so_far = new ArrayList<>();
    for (Message message : List.of(ANGRY, COLD, ANGRY, KIND)) {
      so_far.add(message);
      Conversation conversation = Conversation.of(so_far).with("channel", "chat");
      assertThat(session.add(message)).isEqualTo(ENGINE.assessReply(conversation));
    }
    assertThat(session.close())
        .isEqualTo(ENGINE.assess(Conversation.of(so_far).with("channel", "chat")));
  }

  @Test
  void messages_in_a_row_become_one_turn() {
    EmpathySession session = ENGINE.session();
    session.add(ANGRY);
    Assessment first = session.add(Message.agent("Hello, this is Ann."));
    assertThat(first.status()).isEqualTo(Status.COMPLETE);
    assertThat(first.score()).isNotNull();
    assertThat(first.issues()).isNotEmpty();
    Assessment second = session.add(KIND);
    assertThat(second.rules().get("missing-acknowledgment").name()).isEqualTo("PASS");
    ConversationAssessment whole = session.close();
    assertThat(whole.turns().get(1).status()).isEqualTo(Status.PART);
    assertThat(whole.turns().get(1).score()).isNull();
    assertThat(whole.turns().get(2)).isEqualTo(second);
    assertThat(whole)
        .isEqualTo(
            ENGINE.assess(Conversation.of(ANGRY, Message.agent("Hello, this is Ann."), KIND)));
  }

  @Test
  void a_bot_an_agent_and_a_supervisor_are_one_side_and_notes_are_left_out() {
    List<Message> messages =
        List.of(
            Message.system("queue 4"),
            ANGRY,
            Message.bot("Please hold."),
            Message.system("handed over to Ann, customer is difficult"),
            Message.agent("Hello."),
            Message.supervisor("I can see why you're fed up."),
            ANGRY);
    EmpathySession session = ENGINE.session();
    List<Assessment> added = messages.stream().map(session::add).toList();
    assertThat(added.get(3).hits()).isEmpty();
    assertThat(added.get(3).score()).isNull();
    ConversationAssessment whole = session.close();
    assertThat(whole).isEqualTo(ENGINE.assess(Conversation.of(messages)));
    assertThat(whole.turns()).extracting(Assessment::message).containsExactly(1, 2, 4, 5, 6);
    assertThat(whole.turns())
        .extracting(Assessment::status)
        .containsExactly(
            Status.COMPLETE, Status.PART, Status.PART, Status.COMPLETE, Status.COMPLETE);
  }

  @Test
  void drafts_leave_the_conversation_as_it_is() {
    EmpathySession session = ENGINE.session();
    session.add(ANGRY);
    EmpathySession.Snapshot snapshot = session.snapshot();
    Assessment cold = snapshot.draft(COLD);
    Assessment kind = snapshot.draft(KIND);
    assertThat(kind.score()).isGreaterThan(cold.score());
    assertThat(session.draft(COLD)).isEqualTo(cold);
    session.add(KIND);
    session.add(ANGRY);
    assertThat(snapshot.draft(COLD)).as("the snapshot stays").isEqualTo(cold);
    assertThat(session.draft(COLD)).isNotEqualTo(cold);
    assertThat(session.close()).isEqualTo(ENGINE.assess(Conversation.of(ANGRY, KIND, ANGRY)));
  }

  @Test
  void a_draft_may_go_on_with_the_turn() {
    EmpathySession session = ENGINE.session();
    session.add(ANGRY);
    session.add(Message.agent("Hello, this is Ann."));
    Assessment draft = session.draft(KIND);
    assertThat(draft)
        .isEqualTo(
            ENGINE.assessReply(Conversation.of(ANGRY, Message.agent("Hello, this is Ann."), KIND)));
    assertThat(session.close().turns().get(1).status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void many_threads_may_share_a_snapshot() throws Exception {
    EmpathySession session = ENGINE.session();
    for (int i = 0; i < 5; i++) {
      session.add(ANGRY);
      session.add(KIND);
    }
    session.add(ANGRY);
    EmpathySession.Snapshot snapshot = session.snapshot();
    Assessment kind = snapshot.draft(KIND);
    Assessment cold = snapshot.draft(COLD);
    List<Callable<Assessment>> tasks = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      Message draft = i % 2 == 0 ? KIND : COLD;
      tasks.add(() -> snapshot.draft(draft));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Assessment>> results = threads.invokeAll(tasks);
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo(i % 2 == 0 ? kind : cold);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void times_that_run_backwards_name_the_message_and_change_nothing() {
    EmpathySession session = ENGINE.session();
    session.add(ANGRY.withTime(Instant.ofEpochSecond(100)));
    Message early = COLD.withTime(Instant.ofEpochSecond(40));
    assertThatThrownBy(() -> session.add(early))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("message 1 begins at")
        .hasMessageContaining("before message 0");
    assertThatThrownBy(() -> session.draft(early)).isInstanceOf(IllegalArgumentException.class);
    session.add(COLD);
    assertThat(session.close().turns()).hasSize(2);
  }

  @Test
  void facts_hold_from_where_they_are_said() {
    EmpathyEngine engine =
        Engines.of(
            """
            facts: [tier]
            dimensions: { d: { weight: 1, start: 50 } }
            cues: { x: { who: agent, match: [xray] } }
            rules:
              r: { dimension: d, severity: warning, when: { fact: tier, is: gold }, require: { cue: x }, pass: { score: +10 }, fail: { score: -10 } }
            """);
    EmpathySession session = engine.session();
    session.add(Message.customer("a"));
    assertThat(session.add(Message.agent("b")).rules().get("r").name()).isEqualTo("UNKNOWN");
    session.fact("tier", "gold");
    session.add(Message.customer("a"));
    Assessment known = session.add(Message.agent("b"));
    assertThat(known.rules().get("r").name()).isEqualTo("FAIL");
    assertThat(known.receipt().facts()).containsExactly("tier");
    ConversationAssessment whole = session.close();
    assertThat(whole.turns().get(1).rules().get("r").name()).isEqualTo("UNKNOWN");
    assertThat(whole.turns().get(1).receipt().facts()).isEmpty();
    assertThat(whole.receipt().facts()).containsExactly("tier");
  }

  @Test
  void what_is_over_the_limit_is_assessed_alone_and_forgotten() {
    EmpathyEngine engine =
        EmpathyEngine.compile(
            RubricYaml.builtIn("customer-support"),
            SelfTest.OFF,
            Extensions.NONE,
            Limits.DEFAULT.withMessagesPerConversation(3));
    List<Message> messages = List.of(ANGRY, COLD, Message.system("note"), KIND, ANGRY, COLD);
    EmpathySession session = engine.session();
    List<Assessment> added = messages.stream().map(session::add).toList();
    assertThat(added.get(3).status()).isEqualTo(Status.TRUNCATED);
    assertThat(added.get(3).message()).isEqualTo(3);
    assertThat(added.get(5).status()).isEqualTo(Status.TRUNCATED);
    assertThat(added.get(5).rules().get("missing-acknowledgment").name()).isEqualTo("UNKNOWN");
    ConversationAssessment whole = session.close();
    assertThat(whole).isEqualTo(engine.assess(Conversation.of(messages)));
    assertThat(whole.status()).isEqualTo(Status.TRUNCATED);
  }

  @Test
  void a_closed_session_takes_nothing_more_and_says_the_same_again() {
    EmpathySession session = ENGINE.session();
    session.add(ANGRY);
    ConversationAssessment whole = session.close();
    assertThat(session.close()).isEqualTo(whole);
    assertThatThrownBy(() -> session.add(COLD)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> session.draft(COLD)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(session::snapshot).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> session.fact("a", "b")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_empty_session_is_an_empty_conversation() {
    assertThat(ENGINE.session().close()).isEqualTo(ENGINE.assess(Conversation.of()));
  }

  @Test
  void it_keeps_to_the_level_of_detail() {
    EmpathyEngine codes = ENGINE.at(Detail.CODES);
    EmpathySession session = codes.session();
    session.add(ANGRY);
    assertThat(session.draft(COLD).hits()).allMatch(hit -> hit.text() == null);
    assertThat(session.add(COLD)).isEqualTo(codes.assessReply(Conversation.of(ANGRY, COLD)));
    assertThat(session.close()).isEqualTo(codes.assess(Conversation.of(ANGRY, COLD)));
  }

  @Test
  void it_shows_no_text() {
    EmpathySession session = ENGINE.session(Map.of("customer-name", "Ann"));
    session.add(ANGRY);
    assertThat(session.toString()).isEqualTo("EmpathySession[1 messages]");
    assertThat(session.snapshot().toString()).isEqualTo("Snapshot[1 messages]");
  }
}

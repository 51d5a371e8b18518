package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A Spark closure captures an engine as it is, and ships what it finds back. */
class SerializationTest {

  private static final Conversation CONVERSATION =
      Conversation.of(
              Message.customer("😡 This is RIDICULOUS!! third time my order is late"),
              Message.agent("I'm not angry, and I am sorry for the inconvenience.")
                  .withId("m1")
                  .withTime(Instant.EPOCH)
                  .withEnd(Instant.MAX)
                  .withRegions(List.of(new Message.Region("other", 0, 3))))
          .with("channel", "chat");

  @SuppressWarnings("unchecked")
  private static <T> T copy(T object) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }

  @Test
  void an_engine_travels() throws Exception {
    EmpathyEngine copy = copy(Engines.BUILT_IN);
    assertThat(copy.assess(CONVERSATION)).isEqualTo(Engines.BUILT_IN.assess(CONVERSATION));
    assertThat(copy.rubric()).isEqualTo(Engines.BUILT_IN.rubric());
    assertThat(copy.issues()).isEqualTo(Engines.BUILT_IN.issues());
  }

  @Test
  void an_engine_travels_with_what_raises_and_measures() throws Exception {
    EmpathyEngine engine =
        Engines.of(
            """
            emotions: { anger: { raise: [ { when: { fact: channel, is: chat }, by: 0.1 } ] } }
            cues: { mad: { emotion: anger, match: [ridiculous] } }
            rules:
              r: { severity: error, require: { cue: mad, turn: any, within: 5 seconds of start } }
              s: { severity: error, require: { signal: formality, above: -1, turn: any } }
            """);
    assertThat(copy(engine).rubric()).isEqualTo(engine.rubric());
    assertThat(copy(engine).assess(CONVERSATION)).isEqualTo(engine.assess(CONVERSATION));
    assertThat(engine.assess(CONVERSATION).turns().get(0).emotions().get(0).raisedBy())
        .containsExactly("channel");
  }

  @Test
  void an_engine_with_a_failing_example_travels_if_it_was_let_through() throws Exception {
    EmpathyEngine engine =
        EmpathyEngine.compile(
            Engines.rubric("cues: { c: { match: [sorry], examples: { hits: ['{{x}}'] } } }"),
            dev.empathy.SelfTest.WARN);
    assertThat(engine.issues()).hasSize(1);
    EmpathyEngine copy = copy(engine);
    assertThat(copy.assess("sorry")).isEqualTo(engine.assess("sorry"));
  }

  @Test
  void assessments_and_conversations_travel() throws Exception {
    ConversationAssessment whole = Engines.BUILT_IN.assess(CONVERSATION);
    assertThat(copy(whole)).isEqualTo(whole);
    Assessment reply = Engines.BUILT_IN.assessReply(CONVERSATION);
    assertThat(copy(reply)).isEqualTo(reply);
    assertThat(copy(CONVERSATION)).isEqualTo(CONVERSATION);
  }
}

package dev.empathy.chatbot;

import static dev.empathy.chatbot.Samples.COLD;
import static dev.empathy.chatbot.Samples.CRISIS;
import static dev.empathy.chatbot.Samples.CUSTOMER;
import static dev.empathy.chatbot.Samples.ENGINE;
import static dev.empathy.chatbot.Samples.FURIOUS;
import static dev.empathy.chatbot.Samples.KIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Conversation;
import dev.empathy.Message;
import org.junit.jupiter.api.Test;

class NudgeTest {

  private static Nudge nudge(Message... messages) {
    return Nudge.of(ENGINE, Triage.DEFAULT, Conversation.of(messages));
  }

  @Test
  void says_what_to_mend_first() {
    Nudge nudge = nudge(Message.customer(CUSTOMER), Message.agent(COLD));
    assertThat(nudge.kind()).isEqualTo(Nudge.Kind.MEND);
    assertThat(nudge.text()).startsWith("Begin with their situation").endsWith(".");
  }

  @Test
  void praises_too() {
    Nudge nudge = nudge(Message.customer(CUSTOMER), Message.agent(KIND));
    assertThat(nudge.kind()).isEqualTo(Nudge.Kind.PRAISE);
    assertThat(nudge.text()).startsWith("You ");
  }

  @Test
  void hands_over() {
    assertThat(nudge(Message.customer(FURIOUS)).kind()).isEqualTo(Nudge.Kind.HAND_OVER);
    assertThat(nudge(Message.customer("Did you even read what I wrote?")).text())
        .isEqualTo("Hand this to an agent who is strong in listening.");
    // An agent's own draft in a crisis, too.
    assertThat(nudge(Message.customer(CRISIS), Message.agent(KIND)).text()).contains("at once");
  }

  @Test
  void is_one_sentence_and_holds_no_words_of_the_customers() {
    Nudge nudge =
        nudge(Message.customer("SECRET " + CUSTOMER), Message.agent("SECRET, calm down SECRET."));
    assertThat(nudge.text()).doesNotContain("SECRET");
    assertThat(Sentences.of(nudge.text())).hasSize(1);
  }

  @Test
  void says_so_where_there_is_nothing_to_say() {
    assertThat(nudge(Message.customer("What time do you open?")).kind()).isEqualTo(Nudge.Kind.FINE);
    assertThat(nudge(Message.agent("")).kind()).isEqualTo(Nudge.Kind.FINE);
  }
}

package dev.empathy.research;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import java.util.List;

/**
 * A message, the last, and what came before it; with nothing before it, nothing is known of what
 * did. Equal scenes are assessed once.
 */
record Scene(List<Message> messages) {

  Scene {
    messages = List.copyOf(messages);
  }

  Assessment assess(EmpathyEngine engine) {
    return messages.size() == 1
        ? engine.assess(messages.get(0))
        : engine.assessReply(Conversation.of(messages));
  }

  @Override
  public String toString() {
    return "Scene[" + messages.size() + " messages]";
  }
}

package dev.empathy.chatbot.web;

import dev.empathy.Conversation;
import dev.empathy.Detail;
import dev.empathy.Message;
import dev.empathy.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of {@code /assess} and {@code /reply}. Its {@code toString} never shows a
 * text.
 *
 * @param messages what was said before, or null
 * @param customer the customer's message, or null
 * @param agent the draft, or null
 * @param rubric a rubric's name, or null for the first
 * @param yaml a rubric, in place of a name, or null
 * @param facts what is known, by name, or null
 * @param detail how much of the texts the answer holds; null for all
 * @param explain whether to say what would change it, too, which takes longer; null for no
 */
record Asked(
    @Nullable List<Turn> messages,
    @Nullable String customer,
    @Nullable String agent,
    @Nullable String rubric,
    @Nullable String yaml,
    @Nullable Map<String, String> facts,
    @Nullable Detail detail,
    @Nullable Boolean explain) {

  /** One earlier message. */
  record Turn(@Nullable Role role, @Nullable String text) {
    Message message() {
      if (role == null || text == null) {
        throw new RefusedException(400, "a message has a role and a text");
      }
      return Message.of(role, text);
    }

    @Override
    public String toString() {
      return "Turn[" + role + "]";
    }
  }

  /** Everything before the draft. */
  Conversation soFar() {
    List<Message> said = new ArrayList<>();
    if (messages != null) {
      messages.forEach(turn -> said.add(turn.message()));
    }
    if (customer != null && !customer.isBlank()) {
      said.add(Message.customer(customer));
    }
    return new Conversation(said, facts == null ? Map.of() : facts);
  }

  /** The draft, or null where there is none. */
  @Nullable Message draft() {
    return agent == null || agent.isBlank() ? null : Message.agent(agent);
  }

  Detail detailOrFull() {
    return detail == null ? Detail.FULL : detail;
  }

  boolean isExplain() {
    return Boolean.TRUE.equals(explain);
  }

  @Override
  public String toString() {
    return "Asked[" + rubric + "]";
  }
}

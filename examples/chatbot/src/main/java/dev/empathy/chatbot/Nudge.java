package dev.empathy.chatbot;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Finding;
import dev.empathy.Message;
import dev.empathy.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentence for somebody who is writing a reply: what to mend first, or what is good about it.
 *
 * @param kind what it is
 * @param text the sentence
 */
public record Nudge(Kind kind, String text) {

  /** What a nudge is. */
  public enum Kind {
    /** A person should take over. */
    HAND_OVER,
    /** Something should be mended. */
    MEND,
    /** Something was done well. */
    PRAISE,
    /** There is nothing to say. */
    FINE
  }

  /**
   * A nudge.
   *
   * @param engine the rubric
   * @param triage decides who answers
   * @param conversation what was said, with the draft at its end where there is one
   * @throws IllegalArgumentException if the conversation has no message
   */
  public static Nudge of(EmpathyEngine engine, Triage triage, Conversation conversation) {
    List<Message> messages = conversation.messages();
    Assessment last = engine.assessReply(conversation);
    Desk desk = triage.desk(last.role() == Role.CUSTOMER ? last : customer(engine, conversation));
    if (desk.kind() == Desk.Kind.PERSON_NOW || last.role() == Role.CUSTOMER && desk.isPerson()) {
      return new Nudge(Kind.HAND_OVER, handOver(desk));
    }
    return messages.get(messages.size() - 1).role() == Role.CUSTOMER
        ? new Nudge(Kind.FINE, "Nothing stands in the way of an answer.")
        : of(last);
  }

  private static Assessment customer(EmpathyEngine engine, Conversation conversation) {
    List<Message> messages = conversation.messages();
    int end = messages.size();
    while (end > 1 && messages.get(end - 1).role() != Role.CUSTOMER) {
      end--;
    }
    return engine.assessReply(new Conversation(messages.subList(0, end), conversation.facts()));
  }

  private static String handOver(Desk desk) {
    return switch (desk.kind()) {
      case PERSON_NOW -> "Hand this to a person at once, as a life may be in danger.";
      case STRONG_AGENT -> "Hand this to an agent who is strong in " + desk.strength() + ".";
      case ANY_AGENT, BOT -> "Hand this to a person.";
    };
  }

  private static Nudge of(Assessment draft) {
    for (Finding issue : draft.issues()) {
      String text = issue.suggestion() == null ? issue.explanation() : issue.suggestion();
      if (text != null) {
        return new Nudge(Kind.MEND, first(text));
      }
    }
    for (Finding strength : draft.strengths()) {
      String praise = strength.praise();
      if (praise != null) {
        return new Nudge(Kind.PRAISE, first(praise));
      }
    }
    return new Nudge(Kind.FINE, "Nothing stands in the way of sending this.");
  }

  /** The first sentence; one that stands within quotation marks ends none. */
  private static String first(@Nullable String text) {
    int quotes = 0;
    for (int i = 0; text != null && i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      quotes += c == '“' ? 1 : c == '”' ? -1 : 0;
      if (quotes == 0 && ".!?".indexOf(c) >= 0 && Character.isWhitespace(text.charAt(i + 1))) {
        return text.substring(0, i + 1);
      }
    }
    return text == null ? "" : text;
  }
}

package dev.empathy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Messages in the order in which they were written, and what the caller knows beyond them.
 * Immutable; its {@code toString} never shows a text.
 *
 * @param messages the messages; several of one side in a row are one turn. Their times, where they
 *     are known, never run backwards
 * @param facts what the caller knows, by name: {@code channel}, {@code customer-name}, …
 */
public record Conversation(List<Message> messages, Map<String, String> facts)
    implements Serializable {

  /**
   * @throws IllegalArgumentException if a message begins before an earlier one began, or ends
   *     before it begins; it names the message by its 0-based index, and both times
   */
  public Conversation {
    messages = List.copyOf(messages);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    Times times = new Times();
    for (int i = 0; i < messages.size(); i++) {
      times.add(i, messages.get(i));
    }
  }

  public static Conversation of(Message... messages) {
    return new Conversation(List.of(messages), Map.of());
  }

  public static Conversation of(List<Message> messages) {
    return new Conversation(messages, Map.of());
  }

  /** The same conversation with one more fact, or another value of it. */
  public Conversation with(String fact, String value) {
    Objects.requireNonNull(fact, "fact");
    Objects.requireNonNull(value, "value");
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(fact, value);
    return new Conversation(messages, more);
  }

  /** The same conversation with one more message at its end. */
  public Conversation and(Message message) {
    List<Message> more = new ArrayList<>(messages);
    more.add(message);
    return new Conversation(more, facts);
  }

  @Override
  public String toString() {
    return "Conversation[" + messages.size() + " messages, facts " + facts.keySet() + "]";
  }
}

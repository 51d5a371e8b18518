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
 * @param messages the messages; several of one side in a row are one turn
 * @param facts what the caller knows, by name: {@code channel}, {@code customer-name}, …
 */
public record Conversation(List<Message> messages, Map<String, String> facts)
    implements Serializable {

  public Conversation {
    messages = List.copyOf(messages);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
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

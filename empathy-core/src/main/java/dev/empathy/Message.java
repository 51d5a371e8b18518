package dev.empathy;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message as somebody wrote it. Its {@code toString} never shows the text.
 *
 * @param role who wrote it
 * @param text what; any text, broken surrogates included
 * @param id the caller's name for it, or null
 * @param at when, or null where that is not known
 */
public record Message(Role role, String text, @Nullable String id, @Nullable Instant at)
    implements Serializable {

  public Message {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(text, "text");
  }

  public static Message of(Role role, String text) {
    return new Message(role, text, null, null);
  }

  public static Message customer(String text) {
    return of(Role.CUSTOMER, text);
  }

  public static Message agent(String text) {
    return of(Role.AGENT, text);
  }

  public static Message bot(String text) {
    return of(Role.BOT, text);
  }

  public static Message supervisor(String text) {
    return of(Role.SUPERVISOR, text);
  }

  public static Message system(String text) {
    return of(Role.SYSTEM, text);
  }

  /** The same message under the caller's name for it. */
  public Message withId(String id) {
    return new Message(role, text, id, at);
  }

  /** The same message, written at this time. */
  public Message withTime(Instant at) {
    return new Message(role, text, id, at);
  }

  @Override
  public String toString() {
    return "Message[" + role + ", " + text.length() + " characters]";
  }
}

package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A promise that an agent made, so that a caller can keep a record of it. Its {@code toString}
 * never shows the text.
 *
 * @param actor who will act, in the message's words; null where it does not say; at {@link
 *     Detail#FULL} only
 * @param action what was promised, in the message's words; at {@link Detail#FULL} only
 * @param time by when, in the message's words; null where it does not say; at {@link Detail#FULL}
 *     only
 * @param message the 0-based index of the message in its conversation
 * @param span the promise in that message; null at {@link Detail#CODES}
 * @param at the phrase that found it, as {@code file:line:column}; null at {@link Detail#CODES}
 */
@AbsentLeftOut
@JsonPropertyOrder({"actor", "action", "time", "message", "span", "at"})
public record Commitment(
    @Nullable String actor,
    @Nullable String action,
    @Nullable String time,
    int message,
    @Nullable Span span,
    @Nullable String at)
    implements Serializable {

  @Override
  public String toString() {
    return "Commitment[message " + message + ", " + span + "]";
  }
}

package dev.empathy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A hit that does not count, and why. Its {@code toString} never shows the text.
 *
 * @param cue the cue
 * @param message the 0-based index of the message in its conversation
 * @param span where in that message; null at {@link Detail#CODES}
 * @param text the words found; at {@link Detail#FULL} only
 * @param reason why it does not count
 * @param by what suppressed it: the {@code unless} match or the negator, or null where there is
 *     none to show, and at {@link Detail#CODES}
 * @param at the phrase that had matched, as {@code file:line:column}; null at {@link Detail#CODES}
 */
@AbsentLeftOut
@JsonPropertyOrder({"cue", "message", "span", "text", "reason", "by", "at"})
public record SuppressedHit(
    String cue,
    int message,
    @Nullable Span span,
    @Nullable String text,
    Reason reason,
    @Nullable Span by,
    @Nullable String at)
    implements Serializable {

  /** Why a hit does not count. */
  public enum Reason {
    /** A phrase of the cue's {@code unless} shares a word with it. */
    @JsonProperty("unless")
    UNLESS,
    /** It is negated. */
    @JsonProperty("negated")
    NEGATED,
    /** It is negated, and counts for another cue instead. */
    @JsonProperty("flipped")
    FLIPPED
  }

  @Override
  public String toString() {
    return "SuppressedHit[" + cue + ", message " + message + ", " + span + ", " + reason + "]";
  }
}

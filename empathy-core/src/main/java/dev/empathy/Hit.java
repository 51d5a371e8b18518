package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place where a cue was found. Its {@code toString} never shows the text.
 *
 * @param cue the cue
 * @param message the 0-based index of the message in its conversation
 * @param span where in that message; null at {@link Detail#CODES}
 * @param text the words found; at {@link Detail#FULL} only
 * @param captures what {@code $name}s of the phrase stand for, by name; at {@link Detail#FULL}
 *     only, else empty
 * @param strength 0..1, of a cue that declares an emotion; otherwise, and at {@link Detail#CODES},
 *     null
 * @param instead what the rubric says to write instead of it, or of a customer's words what an
 *     agent may call it; null where it says nothing, and at {@link Detail#CODES}
 * @param at the phrase, as {@code file:line:column}, or the detector's place in the rubric; null at
 *     {@link Detail#CODES}
 */
@AbsentLeftOut
@JsonPropertyOrder({"cue", "message", "span", "text", "captures", "strength", "instead", "at"})
public record Hit(
    String cue,
    int message,
    @Nullable Span span,
    @Nullable String text,
    Map<String, String> captures,
    @Nullable Double strength,
    @Nullable String instead,
    @Nullable String at)
    implements Serializable {

  public Hit {
    captures = Copies.of(captures);
  }

  @Override
  public String toString() {
    return "Hit[" + cue + ", message " + message + ", " + span + "]";
  }
}

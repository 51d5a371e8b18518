package dev.empathy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an outcome rests on. Exactly one of {@code cue}, {@code emotion}, {@code signal},
 * {@code fact} and {@code rule} is set. Its {@code toString} never shows the text.
 *
 * @param role which part of the rule it speaks for
 * @param cue a cue that was found, or is missing
 * @param emotion an emotion
 * @param signal a signal
 * @param fact a fact, by name
 * @param rule another rule
 * @param value the emotion's strength, above 0, up to 1, or the signal's value; null otherwise, and
 *     at {@link Detail#CODES}
 * @param message the 0-based index of the message that it stands in, or is missing from; null where
 *     it is of none
 * @param span where in that message, or null; always null at {@link Detail#CODES}
 * @param text the words found, or null; at {@link Detail#FULL} only
 * @param captures what {@code $name}s of the phrase stand for, by name; null where there are none;
 *     at {@link Detail#FULL} only
 * @param nearest of a cue that is missing, how far it got; only in the explained form, and null
 *     where nothing comes near, and at {@link Detail#CODES}
 * @param at the line of the rubric that says so, as {@code file:line:column}; null at {@link
 *     Detail#CODES}
 */
@AbsentLeftOut
@JsonPropertyOrder({
  "role",
  "cue",
  "emotion",
  "signal",
  "fact",
  "rule",
  "value",
  "message",
  "span",
  "text",
  "captures",
  "nearest",
  "at"
})
public record Evidence(
    Part role,
    @Nullable String cue,
    @Nullable String emotion,
    @Nullable String signal,
    @Nullable String fact,
    @Nullable String rule,
    @Nullable Double value,
    @Nullable Integer message,
    @Nullable Span span,
    @Nullable String text,
    @Nullable Map<String, String> captures,
    @Nullable Nearest nearest,
    @Nullable String at)
    implements Serializable {

  /** Which part of a rule the evidence speaks for. */
  public enum Part {
    /** Why the rule applies. */
    @JsonProperty("when")
    WHEN,
    /** What was required and is there. */
    @JsonProperty("require")
    REQUIRE,
    /** What was forbidden and is there. */
    @JsonProperty("forbid")
    FORBID,
    /** What was required and is not there. */
    @JsonProperty("missing")
    MISSING
  }

  public Evidence {
    captures = captures == null ? null : Copies.of(captures);
  }

  @Override
  public String toString() {
    String what =
        cue != null
            ? cue
            : emotion != null
                ? emotion
                : signal != null ? signal : fact != null ? fact : String.valueOf(rule);
    return "Evidence[" + role + ", " + what + ", message " + message + ", " + span + "]";
  }
}

package dev.empathy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.empathy.rubric.Severity;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has to say about a turn: an issue to mend or a strength to keep. Its {@code toString}
 * never shows a text of the message.
 *
 * @param rule the rule
 * @param kind issue or strength
 * @param severity how grave an issue is; null for a strength
 * @param dimension the dimension that it counts for, or null
 * @param explanation what was found, in the rubric's words; null for a strength, and at {@link
 *     Detail#CODES}
 * @param suggestion what to write instead, or null; always null at {@link Detail#CODES}
 * @param praise what was done well; null for an issue, and at {@link Detail#CODES}
 * @param message the 0-based index of the message in its conversation
 * @param span the words it is about, or the whole message where something is missing; null at
 *     {@link Detail#CODES}
 * @param because everything it rests on, on both sides of the conversation
 * @param at the rule, as {@code file:line:column}; null at {@link Detail#CODES}
 */
@AbsentLeftOut
@JsonPropertyOrder({
  "rule",
  "kind",
  "severity",
  "dimension",
  "explanation",
  "suggestion",
  "praise",
  "message",
  "span",
  "because",
  "at"
})
public record Finding(
    String rule,
    Kind kind,
    @Nullable Severity severity,
    @Nullable String dimension,
    @Nullable String explanation,
    @Nullable String suggestion,
    @Nullable String praise,
    int message,
    @Nullable Span span,
    List<Evidence> because,
    @Nullable String at)
    implements Serializable {

  /** Whether a finding is to be mended or kept. */
  public enum Kind {
    /** To be mended. */
    @JsonProperty("issue")
    ISSUE,
    /** To be kept. */
    @JsonProperty("strength")
    STRENGTH
  }

  public Finding {
    because = List.copyOf(because);
  }

  @Override
  public String toString() {
    return "Finding[" + rule + ", " + kind + ", message " + message + ", " + span + "]";
  }
}

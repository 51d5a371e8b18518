package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How far a cue that is missing got: the phrase of which the largest part stands in the text. Its
 * {@code toString} never shows the text.
 *
 * @param phrase the 1-based number of the phrase among the cue's {@code match}
 * @param matched how many words of it were found, 1 or more
 * @param of how many it has, finished the shortest way
 * @param expected what could have come next, as the rubric writes it: words, {@code $name}s, with
 *     {@code |} between them
 * @param message the 0-based index of the message in its conversation
 * @param span the words found, gaps included
 * @param found the word that stands there instead; null where the sentence ends; at {@link
 *     Detail#FULL} only
 * @param at the phrase, as {@code file:line:column}
 */
@AbsentLeftOut
@JsonPropertyOrder({"phrase", "matched", "of", "expected", "message", "span", "found", "at"})
public record Nearest(
    int phrase,
    int matched,
    int of,
    String expected,
    int message,
    @Nullable Span span,
    @Nullable String found,
    String at)
    implements Serializable {

  @Override
  public String toString() {
    return "Nearest[phrase " + phrase + ", " + matched + " of " + of + ", " + span + "]";
  }
}

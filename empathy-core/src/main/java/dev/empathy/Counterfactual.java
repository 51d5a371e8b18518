package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a turn and what it would come to, found by judging the changed turn again. Its {@code
 * toString} never shows a text.
 *
 * @param band the band that the changed turn lands in, or null where the rubric has no bands
 * @param score the score of the changed turn, 0..100 with one decimal
 * @param passed whether the changed turn passes
 * @param add cues that are missing, each with the place that the rubric wants it in, as in {@code
 *     emotion-labeling before next-step}; at {@link Detail#CODES} the cues alone
 * @param remove what to take out, in the order of the text
 */
@AbsentLeftOut
@JsonPropertyOrder({"band", "score", "passed", "add", "remove"})
public record Counterfactual(
    @Nullable String band, double score, boolean passed, List<String> add, List<Removal> remove)
    implements Serializable {

  /**
   * Words to take out. Every hit that shares a word with them goes, too.
   *
   * @param cue the cue that they were found by
   * @param message the 0-based index of the message in its conversation
   * @param span where in that message; null at {@link Detail#CODES}
   * @param quote the words, as far as the rubric itself lists them; the rest as {@code …}; at
   *     {@link Detail#FULL} only
   */
  @AbsentLeftOut
  @JsonPropertyOrder({"cue", "message", "span", "quote"})
  public record Removal(String cue, int message, @Nullable Span span, @Nullable String quote)
      implements Serializable {

    @Override
    public String toString() {
      return "Removal[" + cue + ", message " + message + ", " + span + "]";
    }
  }

  public Counterfactual {
    add = List.copyOf(add);
    remove = List.copyOf(remove);
  }
}

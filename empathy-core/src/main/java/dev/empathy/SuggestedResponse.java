package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One of the rubric's responses, its names filled from what was found. Its {@code toString} never
 * shows the text.
 *
 * @param id the response
 * @param text the response, every name filled; at {@link Detail#FULL} only
 * @param at where it stands in the rubric, as {@code file:line:column}; null at {@link
 *     Detail#CODES}
 */
@AbsentLeftOut
@JsonPropertyOrder({"id", "text", "at"})
public record SuggestedResponse(String id, @Nullable String text, @Nullable String at)
    implements Serializable {

  @Override
  public String toString() {
    return "SuggestedResponse[" + id + "]";
  }
}

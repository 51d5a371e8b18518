package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How strongly a message speaks of an emotion.
 *
 * @param emotion the emotion
 * @param strength above 0, up to 1, with three decimals; null at {@link Detail#CODES}
 * @param message the 0-based index of the message in its conversation
 * @param raisedBy the facts that made it stronger, by name and in the rubric's order; mostly empty
 */
@EmptyLeftOut
@JsonPropertyOrder({"emotion", "strength", "message", "raisedBy"})
public record EmotionScore(
    String emotion, @Nullable Double strength, int message, List<String> raisedBy)
    implements Serializable {

  /** One that no fact made stronger. */
  public EmotionScore(String emotion, double strength, int message) {
    this(emotion, strength, message, List.of());
  }

  public EmotionScore {
    raisedBy = Copies.of(raisedBy);
  }
}

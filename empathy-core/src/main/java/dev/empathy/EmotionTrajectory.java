package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the customer's words showed of feelings, turn by turn.
 *
 * @param points one for each of the customer's turns, in order
 * @param eased whether the negative feeling of the last turn is weaker by 0.15 or more than it was
 *     at its peak; null with fewer than two turns, where none was ever shown, and at {@link
 *     Detail#CODES}
 */
@AbsentLeftOut
@JsonPropertyOrder({"points", "eased"})
public record EmotionTrajectory(List<Point> points, @Nullable Boolean eased)
    implements Serializable {

  /**
   * One turn of the customer's.
   *
   * @param message the 0-based index of its last message
   * @param emotion the emotion that it shows most; null where it shows none, and at {@link
   *     Detail#CODES}
   * @param negative how strong its strongest negative emotion is, 0..1 with three places; null at
   *     {@link Detail#CODES}
   */
  @AbsentLeftOut
  @JsonPropertyOrder({"message", "emotion", "negative"})
  public record Point(int message, @Nullable String emotion, @Nullable Double negative)
      implements Serializable {}

  public EmotionTrajectory {
    points = List.copyOf(points);
  }
}

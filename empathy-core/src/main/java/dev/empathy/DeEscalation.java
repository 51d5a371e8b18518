package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By how much the customer's negative feeling fell, and what went before each change of it. What
 * went before need not be what did it.
 *
 * @param fall from its peak to the customer's last turn, 0..1 with three places; null where the
 *     customer wrote nothing, and at {@link Detail#CODES}
 * @param steps the changes by 0.15 or more from one of the customer's turns to the next; empty at
 *     {@link Detail#CODES}
 */
@AbsentLeftOut
@JsonPropertyOrder({"fall", "steps"})
public record DeEscalation(@Nullable Double fall, List<Step> steps) implements Serializable {

  /**
   * A change of the customer's negative feeling.
   *
   * @param message the 0-based index of the last message of the customer's turn after it
   * @param change below 0 where the feeling fell, above where it rose; −1..1 with three places
   * @param reply the 0-based index of the last message of the agent's turn before it
   * @param after where it fell, the rules that brought that turn points; where it rose, those that
   *     it failed
   */
  @JsonPropertyOrder({"message", "change", "reply", "after"})
  public record Step(int message, double change, int reply, List<String> after)
      implements Serializable {

    public Step {
      after = List.copyOf(after);
    }
  }

  public DeEscalation {
    steps = List.copyOf(steps);
  }
}

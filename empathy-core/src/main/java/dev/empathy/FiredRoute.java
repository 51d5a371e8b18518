package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation should go now. Its {@code toString} never shows a text of the message.
 *
 * @param route the route
 * @param to to whom; null at {@link Detail#CODES}
 * @param priority 1 goes first
 * @param reason why, in the rubric's words; null at {@link Detail#CODES}
 * @param because everything it rests on
 * @param at the route, as {@code file:line:column}; null at {@link Detail#CODES}
 */
@AbsentLeftOut
@JsonPropertyOrder({"route", "to", "priority", "reason", "because", "at"})
public record FiredRoute(
    String route,
    @Nullable String to,
    int priority,
    @Nullable String reason,
    List<Evidence> because,
    @Nullable String at)
    implements Serializable {

  public FiredRoute {
    because = List.copyOf(because);
  }

  @Override
  public String toString() {
    return "FiredRoute[" + route + ", priority " + priority + "]";
  }
}

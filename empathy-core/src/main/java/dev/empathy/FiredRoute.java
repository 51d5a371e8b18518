package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import java.util.List;

/**
 * Where a conversation should go now.
 *
 * @param route the route
 * @param to to whom
 * @param priority 1 goes first
 * @param reason why, in the rubric's words
 * @param because everything it rests on
 * @param at the route, as {@code file:line:column}
 */
@JsonPropertyOrder({"route", "to", "priority", "reason", "because", "at"})
public record FiredRoute(
    String route, String to, int priority, String reason, List<Evidence> because, String at)
    implements Serializable {

  public FiredRoute {
    because = List.copyOf(because);
  }

  @Override
  public String toString() {
    return "FiredRoute[" + route + ", to " + to + ", priority " + priority + "]";
  }
}

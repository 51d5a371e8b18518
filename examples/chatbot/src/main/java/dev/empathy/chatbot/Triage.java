package dev.empathy.chatbot;

import dev.empathy.Assessment;
import dev.empathy.EmotionScore;
import dev.empathy.FiredRoute;
import dev.empathy.Hit;
import dev.empathy.Role;
import dev.empathy.Valence;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides who answers a customer: by the rubric's routes, then by how strong the feelings and how
 * many the concerns are. It sees words and infers nobody's state.
 *
 * @param strong from this strength of an unpleasant emotion on, 0..1, a person answers
 * @param complex from this number of different concerns on, a person answers
 * @param heeds which of the rubric's routes are followed
 */
public record Triage(double strong, int complex, Predicate<FiredRoute> heeds) {

  /** The priority that rubrics keep for danger to life. */
  private static final int CRISIS = 1;

  /** How rubrics write to whom: {@code an agent strong in listening}. */
  private static final String STRONG_IN = "strong in ";

  private static final String CONCERN = "concern";

  /** Follows every route; a person answers strong feelings, and three concerns at once. */
  public static final Triage DEFAULT = new Triage(0.8, 3, route -> true);

  /** The bot goes on whatever is felt, and hands over where life may be in danger. */
  public static final Triage CRISIS_ONLY =
      new Triage(Double.POSITIVE_INFINITY, Integer.MAX_VALUE, Triage::isCrisis);

  public Triage {
    Objects.requireNonNull(heeds, "heeds");
    if (!(strong > 0) || complex < 1) {
      throw new IllegalArgumentException("strong " + strong + ", complex " + complex);
    }
  }

  /**
   * Who answers.
   *
   * @param message what the engine says of the last message; of any but a customer's it says that
   *     the bot goes on
   */
  public Desk desk(Assessment message) {
    if (message.role() != Role.CUSTOMER) {
      return Desk.BOT;
    }
    Optional<FiredRoute> first =
        message.routes().stream().filter(heeds).min(Comparator.comparingInt(FiredRoute::priority));
    return first.map(Triage::desk).orElseGet(() -> byWeight(message));
  }

  private static Desk desk(FiredRoute route) {
    if (isCrisis(route)) {
      return new Desk(Desk.Kind.PERSON_NOW, null, route.reason());
    }
    String to = route.to() == null ? "" : route.to();
    int named = to.indexOf(STRONG_IN);
    return named < 0
        ? new Desk(Desk.Kind.ANY_AGENT, null, route.reason())
        : new Desk(
            Desk.Kind.STRONG_AGENT, to.substring(named + STRONG_IN.length()), route.reason());
  }

  private static boolean isCrisis(FiredRoute route) {
    return route.priority() == CRISIS;
  }

  private Desk byWeight(Assessment message) {
    if (message.valence() == Valence.NEGATIVE && strongest(message) >= strong) {
      return new Desk(Desk.Kind.ANY_AGENT, null, "Strong feelings.");
    }
    return concerns(message) >= complex
        ? new Desk(Desk.Kind.ANY_AGENT, null, "Several concerns at once.")
        : Desk.BOT;
  }

  private static double strongest(Assessment message) {
    double strongest = 0;
    for (EmotionScore emotion : message.emotions()) {
      Double strength = emotion.strength();
      if (emotion.message() == message.message() && strength != null) {
        strongest = Math.max(strongest, strength);
      }
    }
    return strongest;
  }

  /** Concerns that are called the same are one. */
  private static int concerns(Assessment message) {
    Set<String> concerns = new HashSet<>();
    for (Hit hit : message.hits(CONCERN)) {
      concerns.add(hit.instead() == null ? String.valueOf(hit.at()) : hit.instead());
    }
    return concerns.size();
  }
}

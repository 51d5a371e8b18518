package dev.empathy.chatbot;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who should answer the customer. Its {@code toString} never shows a word of the customer's.
 *
 * @param kind who
 * @param strength the dimension that the agent should be strong in, or null
 * @param reason why, for the people who take over; it may quote the customer, so it belongs into no
 *     prompt and no log. Null where the bot goes on
 */
public record Desk(Kind kind, @Nullable String strength, @Nullable String reason) {

  /** Who answers, from the least to the most urgent. */
  public enum Kind {
    /** The bot goes on. */
    BOT,
    /** Whoever of the team is free. */
    ANY_AGENT,
    /** An agent who is strong in one dimension. */
    STRONG_AGENT,
    /** A person, at once: somebody may be in danger. */
    PERSON_NOW
  }

  /** The bot goes on. */
  public static final Desk BOT = new Desk(Kind.BOT, null, null);

  public Desk {
    Objects.requireNonNull(kind, "kind");
  }

  /** Whether a person takes over. */
  public boolean isPerson() {
    return kind != Kind.BOT;
  }

  @Override
  public String toString() {
    return strength == null ? "Desk[" + kind + "]" : "Desk[" + kind + ", " + strength + "]";
  }
}

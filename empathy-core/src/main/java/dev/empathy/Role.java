package dev.empathy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.empathy.rubric.Side;
import org.jspecify.annotations.Nullable;

/** Who wrote a message. */
public enum Role {
  /** Who asks for help. */
  @JsonProperty("customer")
  CUSTOMER(Side.CUSTOMER),
  /** A person who answers. */
  @JsonProperty("agent")
  AGENT(Side.AGENT),
  /** A program that answers. */
  @JsonProperty("bot")
  BOT(Side.AGENT),
  /** A person who takes over from an agent. */
  @JsonProperty("supervisor")
  SUPERVISOR(Side.AGENT),
  /** System and internal notes: never assessed, never history. */
  @JsonProperty("system")
  SYSTEM(null);

  private final @Nullable Side side;

  Role(@Nullable Side side) {
    this.side = side;
  }

  /** The side that this role speaks for, or null for {@link #SYSTEM}. */
  public @Nullable Side side() {
    return side;
  }
}

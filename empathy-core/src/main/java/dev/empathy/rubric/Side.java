package dev.empathy.rubric;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The two sides of a conversation. */
public enum Side {
  /** Who asks for help. */
  @JsonProperty("customer")
  CUSTOMER,
  /** Who answers: an agent, a bot or a supervisor. */
  @JsonProperty("agent")
  AGENT;

  public Side other() {
    return this == CUSTOMER ? AGENT : CUSTOMER;
  }
}

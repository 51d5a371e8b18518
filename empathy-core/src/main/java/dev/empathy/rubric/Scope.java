package dev.empathy.rubric;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a rule judges. */
public enum Scope {
  /** Each turn of the agent's side. */
  @JsonProperty("turn")
  TURN,
  /** The conversation as a whole, once, when it ends. */
  @JsonProperty("conversation")
  CONVERSATION
}

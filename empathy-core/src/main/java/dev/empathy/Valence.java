package dev.empathy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way the emotions of a message point. */
public enum Valence {
  @JsonProperty("positive")
  POSITIVE,
  @JsonProperty("negative")
  NEGATIVE,
  /** Both. */
  @JsonProperty("mixed")
  MIXED,
  /** No emotion was found. */
  @JsonProperty("neutral")
  NEUTRAL
}

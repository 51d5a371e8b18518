package dev.empathy.rubric;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a rule says of a turn. Skip and unknown never touch a score. */
public enum Outcome {
  /** It applied, and it holds. */
  @JsonProperty("pass")
  PASS,
  /** It applied, and it does not hold. */
  @JsonProperty("fail")
  FAIL,
  /** It did not apply: there was no opportunity. */
  @JsonProperty("skip")
  SKIP,
  /** The data cannot tell. */
  @JsonProperty("unknown")
  UNKNOWN
}

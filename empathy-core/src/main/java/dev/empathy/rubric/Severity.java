package dev.empathy.rubric;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How grave a finding is, from the least to the gravest. */
public enum Severity {
  /** Could be better. */
  @JsonProperty("suggestion")
  SUGGESTION,
  /** Should be mended. */
  @JsonProperty("warning")
  WARNING,
  /** Must be mended: the message does not pass. */
  @JsonProperty("error")
  ERROR,
  /** A person may come to harm. */
  @JsonProperty("critical")
  CRITICAL
}

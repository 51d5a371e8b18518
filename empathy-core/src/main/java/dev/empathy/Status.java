package dev.empathy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of a message an assessment stands for. */
public enum Status {
  /** All of it. */
  @JsonProperty("complete")
  COMPLETE,
  /** An earlier message of the agent's turn: its turn is assessed with its last message. */
  @JsonProperty("part")
  PART,
  /** It was over a limit: what was read is assessed. */
  @JsonProperty("truncated")
  TRUNCATED,
  /** It is hardly in the rubric's language: what rests on absence is unknown. */
  @JsonProperty("other-language")
  OTHER_LANGUAGE
}

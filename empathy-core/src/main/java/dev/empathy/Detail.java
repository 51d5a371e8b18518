package dev.empathy;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How much of the messages an assessment holds. Each level leaves out more than the one before it;
 * scores, outcomes and findings are the same at all of them.
 */
public enum Detail {
  /** Everything: what was found is quoted. */
  @JsonProperty("full")
  FULL,

  /**
   * No text of any message: places stay, words go. Left out are the text and the captures of hits
   * and evidence, the word that a near miss found, quotes, and the words of commitments and
   * responses. Sentences of the rubric that would quote a message have {@code …} in its place. Of
   * facts there are the names only.
   */
  @JsonProperty("spans")
  SPANS,

  /**
   * No places either, and nothing that measures the text. Every string is an id, an enum's
   * constant, a hash or a version; an id that the caller gave a message is the caller's to choose.
   * Numbers are those that judging makes: scores, weights, counts, priorities and the messages'
   * indices. Gone are spans, near misses, signals, strengths, the rubric's sentences and lines, and
   * which phrase was found. What stays is which cues were found, in which order, what the rules
   * said, and what that came to: two messages in which that is the same give the same bytes,
   * whatever their words.
   */
  @JsonProperty("codes")
  CODES
}

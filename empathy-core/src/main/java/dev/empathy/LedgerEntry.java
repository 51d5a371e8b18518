package dev.empathy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One line of the sum that a score is. The lines of a dimension add up to its score exactly; a
 * {@link Kind#LIMIT} is taken off the weighted mean of the dimensions. All lines of a conversation
 * add up to its score: it starts with the mean of the turns.
 *
 * @param kind what the line is
 * @param dimension the dimension, or null for a limit and in a conversation's ledger
 * @param rule the rule, or null
 * @param delta points, with one decimal
 */
@AbsentLeftOut
@JsonPropertyOrder({"kind", "dimension", "rule", "delta"})
public record LedgerEntry(
    Kind kind, @Nullable String dimension, @Nullable String rule, double delta)
    implements Serializable {

  /** What a line of the ledger is. */
  public enum Kind {
    /** What the dimension, or the conversation, starts with. */
    @JsonProperty("start")
    START,
    /** What a rule brings or costs. */
    @JsonProperty("rule")
    RULE,
    /** What brings the sum back into 0..100. */
    @JsonProperty("clamp")
    CLAMP,
    /** What a rule's {@code limit-overall} takes off the whole. */
    @JsonProperty("limit")
    LIMIT
  }
}

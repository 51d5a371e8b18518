package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;

/**
 * What one dimension came to.
 *
 * @param id the dimension
 * @param score 0..100, with one decimal
 * @param weight its weight in the overall score
 * @param assessed whether any of its rules passed or failed; if not, it does not count
 * @param opportunities how many of its rules applied
 * @param passes how many of these passed
 */
@JsonPropertyOrder({"id", "score", "weight", "assessed", "opportunities", "passes"})
public record DimensionScore(
    String id, double score, double weight, boolean assessed, int opportunities, int passes)
    implements Serializable {}

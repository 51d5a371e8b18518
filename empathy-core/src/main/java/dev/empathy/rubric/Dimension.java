package dev.empathy.rubric;

import java.io.Serializable;
import java.util.Objects;

/**
 * One side of the score.
 *
 * @param id the name
 * @param at where it is defined
 * @param weight its weight in the overall score, in tenths, above 0
 * @param start what it starts with, in tenths of a point, 0..1000
 */
public record Dimension(String id, Location at, int weight, int start) implements Serializable {

  public Dimension {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    if (weight <= 0) {
      throw new IllegalArgumentException("a weight is above 0: " + weight / 10.0);
    }
    if (start < 0 || start > 1000) {
      throw new IllegalArgumentException("a start is between 0 and 100: " + start / 10.0);
    }
  }
}

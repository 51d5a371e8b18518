package dev.empathy.rubric;

import java.io.Serializable;
import java.util.Objects;

/**
 * A name for a range of scores, up to where the next band begins.
 *
 * @param id the name
 * @param at where it is defined
 * @param from the lowest score in it, in tenths of a point, 0..1000
 */
public record Band(String id, Location at, int from) implements Serializable {

  public Band {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    if (from < 0 || from > 1000) {
      throw new IllegalArgumentException("a band begins between 0 and 100: " + from / 10.0);
    }
  }
}

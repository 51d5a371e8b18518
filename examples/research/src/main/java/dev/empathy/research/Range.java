package dev.empathy.research;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of a number, each of which may be null.
 *
 * @param above it is greater than this
 * @param atLeast it is this or greater
 * @param below it is less than this
 */
record Range(@Nullable Double above, @Nullable Double atLeast, @Nullable Double below) {

  static final List<String> KEYS = List.of("above", "at-least", "below");

  static Range of(Form form) {
    return new Range(form.number("above"), form.number("at-least"), form.number("below"));
  }

  boolean isEmpty() {
    return above == null && atLeast == null && below == null;
  }

  /** Whether a number lies in it; NaN does not. */
  boolean holds(double number) {
    return !Double.isNaN(number)
        && (above == null || number > above)
        && (atLeast == null || number >= atLeast)
        && (below == null || number < below);
  }
}

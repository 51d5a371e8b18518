package dev.empathy.rubric;

import java.io.Serializable;
import java.util.Objects;

/**
 * A text of the rubric and where it stands.
 *
 * @param value the text
 * @param at the place of its first character
 */
public record Text(String value, Location at) implements Serializable {

  public Text {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(at, "at");
  }

  /** A text that a program wrote. */
  public static Text of(String value) {
    return new Text(value, Location.CODE);
  }

  @Override
  public String toString() {
    return value;
  }
}

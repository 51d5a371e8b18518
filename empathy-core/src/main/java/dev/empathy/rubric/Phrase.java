package dev.empathy.rubric;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A phrase as its author wrote it, in the phrase language.
 *
 * @param text the phrase
 * @param at the place of its first character
 * @param skippable words that may stand, one at a time, between two of its elements; the list of
 *     the file that wrote the phrase
 */
public record Phrase(String text, Location at, List<String> skippable) implements Serializable {

  public Phrase {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(at, "at");
    skippable = List.copyOf(skippable);
  }

  /** A phrase that a program wrote. */
  public static Phrase of(String text) {
    return new Phrase(text, Location.CODE, List.of());
  }
}

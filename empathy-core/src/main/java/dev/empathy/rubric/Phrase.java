package dev.empathy.rubric;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A phrase as its author wrote it, in the phrase language.
 *
 * @param text the phrase
 * @param at the place of its first character
 * @param skippable words that may stand, one at a time, between two of its elements; the list of
 *     the file that wrote the phrase
 * @param instead what to say instead of it, or null
 */
public record Phrase(String text, Location at, List<String> skippable, @Nullable String instead)
    implements Serializable {

  public Phrase {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(at, "at");
    skippable = List.copyOf(skippable);
  }

  /** A phrase with nothing to say instead. */
  public Phrase(String text, Location at, List<String> skippable) {
    this(text, at, skippable, null);
  }

  /** A phrase that a program wrote. */
  public static Phrase of(String text) {
    return new Phrase(text, Location.CODE, List.of());
  }
}

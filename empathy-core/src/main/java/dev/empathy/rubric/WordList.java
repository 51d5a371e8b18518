package dev.empathy.rubric;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Words and short word sequences that a phrase names as {@code $id}; it matches one of them and
 * captures it.
 *
 * @param id the name
 * @param at where it is defined
 * @param entries the entries, in order; at least one
 */
public record WordList(String id, Location at, List<Entry> entries) implements Serializable {

  /**
   * One entry.
   *
   * @param text a word or several, each of which may end in {@code ~} or {@code *}
   * @param at the place of its first character
   * @param strength 0..1, or null where the list gives none
   */
  public record Entry(String text, Location at, @Nullable Double strength) implements Serializable {

    public Entry {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(at, "at");
      Checks.unit(strength, "strength");
    }
  }

  public WordList {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    entries = List.copyOf(entries);
  }
}

package dev.empathy;

import dev.empathy.rubric.Location;
import java.util.List;
import java.util.Locale;

/**
 * What of a rubric its examples reach. Counted is what the rubric's own file writes; the examples
 * of its parents are run, too.
 *
 * <p>A phrase is reached where it makes a hit that counts, an {@code unless} phrase where it
 * suppresses one, an entry of a word list where it is part of either, the negation of a cue where a
 * hit of it is negated, and an outcome of a rule where one of its own examples expects it and
 * holds, or an example of the whole rubric has it.
 *
 * @param phrases of cues, under {@code match}
 * @param unless phrases that suppress
 * @param entries of word lists
 * @param negations of cues whose negated hits are skipped or flipped
 * @param outcomes pass, fail and skip of each rule, where it can have them
 * @param unreached what is not reached, in the order of its places
 */
public record Coverage(
    Count phrases,
    Count unless,
    Count entries,
    Count negations,
    Count outcomes,
    List<Unreached> unreached) {

  /**
   * How many of how many.
   *
   * @param reached how many are reached
   * @param all how many there are
   */
  public record Count(int reached, int all) {

    public Count {
      if (reached < 0 || reached > all) {
        throw new IllegalArgumentException("reached " + reached + " of " + all);
      }
    }

    /** Such as {@code 3 of 4}. */
    @Override
    public String toString() {
      return reached + " of " + all;
    }
  }

  /** What examples can reach. */
  public enum Kind {
    /** A phrase of a cue. */
    PHRASE,
    /** A phrase that suppresses hits. */
    UNLESS,
    /** An entry of a word list. */
    ENTRY,
    /** A cue's negation. */
    NEGATION,
    /** An outcome of a rule. */
    OUTCOME
  }

  /**
   * Something that no example reaches.
   *
   * @param kind what it is
   * @param at where it stands
   * @param path the place in the rubric's terms, such as {@code cues.anger.match[2]}
   * @param text the phrase or the entry as it is written; of a negation its effect, of an outcome
   *     its name
   */
  public record Unreached(Kind kind, Location at, String path, String text) {

    /** On one line, the place first. */
    @Override
    public String toString() {
      return at + "  " + kind.name().toLowerCase(Locale.ROOT) + "  " + path + "  " + text;
    }
  }

  public Coverage {
    unreached = List.copyOf(unreached);
  }

  /** The counts on one line. */
  @Override
  public String toString() {
    return "phrases "
        + phrases
        + ", unless "
        + unless
        + ", entries "
        + entries
        + ", negations "
        + negations
        + ", outcomes "
        + outcomes;
  }
}

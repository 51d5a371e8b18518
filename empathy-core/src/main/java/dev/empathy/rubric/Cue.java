package dev.empathy.rubric;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be said: detection without judgement.
 *
 * @param id the name
 * @param at where it is defined
 * @param who whose messages it looks at, or null for both sides'
 * @param match phrases, any of which is a hit; in a tie the earlier wins
 * @param detect names of detectors, built in or registered
 * @param unless phrases that suppress a hit which shares a word with them
 * @param negation what becomes of a negated hit
 * @param emotion the emotion that a hit speaks of, or null
 * @param strength 0..1, the strength of a hit whose list entry has none, or null
 * @param about what it means, for people
 * @param why the reason or the source
 * @param off whether it is switched off: it never hits
 * @param hits example texts with every hit in {@code {{…}}}
 * @param misses example texts without a hit
 */
public record Cue(
    String id,
    Location at,
    @Nullable Side who,
    List<Phrase> match,
    List<Text> detect,
    List<Phrase> unless,
    Negation negation,
    @Nullable Text emotion,
    @Nullable Double strength,
    @Nullable String about,
    @Nullable String why,
    boolean off,
    List<Example> hits,
    List<Example> misses)
    implements Serializable {

  /**
   * A text and what the cue must say of it.
   *
   * @param text the text, in {@link Cue#hits} with every hit in {@code {{…}}}
   * @param knownGap whether the author knows that it fails: it must, until the gap is closed
   */
  public record Example(Text text, boolean knownGap) implements Serializable {

    public Example {
      Objects.requireNonNull(text, "text");
    }
  }

  public Cue {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(negation, "negation");
    match = List.copyOf(match);
    detect = List.copyOf(detect);
    unless = List.copyOf(unless);
    hits = List.copyOf(hits);
    misses = List.copyOf(misses);
    Checks.unit(strength, "strength");
  }
}

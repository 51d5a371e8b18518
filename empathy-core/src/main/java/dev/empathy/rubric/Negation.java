package dev.empathy.rubric;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a negated hit ("not angry").
 *
 * @param effect what happens
 * @param to the cue that a flipped hit moves to; null unless {@link Effect#FLIP}
 */
public record Negation(Effect effect, @Nullable Text to) implements Serializable {

  /** What happens to a negated hit. */
  public enum Effect {
    /** It is suppressed, and kept with its reason. */
    SKIP,
    /** It stays a hit. */
    KEEP,
    /** It becomes a hit of another cue. */
    FLIP
  }

  /** The default. */
  public static final Negation SKIP = new Negation(Effect.SKIP, null);

  /** Negation does not matter. */
  public static final Negation KEEP = new Negation(Effect.KEEP, null);

  public Negation {
    Objects.requireNonNull(effect, "effect");
    if ((effect == Effect.FLIP) != (to != null)) {
      throw new IllegalArgumentException("flip, and only flip, names a cue");
    }
  }
}

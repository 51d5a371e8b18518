package dev.empathy.rubric;

import dev.empathy.rubric.Condition.FactCondition;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a rubric says of an emotion beyond the cues that show it.
 *
 * @param at where its name stands
 * @param families the families that it belongs to; {@code negative} and {@code positive} decide a
 *     message's valence
 * @param raises the facts that make it stronger, in order
 */
public record Emotion(Location at, List<String> families, List<Raise> raises)
    implements Serializable {

  /** Of no family, and no fact makes it stronger. */
  public static final Emotion NONE = Emotion.of();

  /**
   * A fact that makes an emotion stronger where it is shown at all.
   *
   * @param when the fact; where it was not given, nothing is raised
   * @param by what is added to the strength, 0..1; the sum is at most 1
   */
  public record Raise(FactCondition when, double by) implements Serializable {

    public Raise {
      Objects.requireNonNull(when, "when");
      Checks.unit(by, "by");
    }
  }

  public Emotion {
    Objects.requireNonNull(at, "at");
    families = List.copyOf(families);
    raises = List.copyOf(raises);
  }

  /** An emotion of these families. */
  public static Emotion of(String... families) {
    return new Emotion(Location.CODE, List.of(families), List.of());
  }
}

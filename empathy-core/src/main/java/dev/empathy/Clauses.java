package dev.empathy;

import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Condition.EmotionCondition;
import dev.empathy.rubric.Condition.FactCondition;
import dev.empathy.rubric.Condition.Per;
import dev.empathy.rubric.Condition.RuleCondition;
import dev.empathy.rubric.Condition.SignalCondition;
import dev.empathy.rubric.Emotion;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Side;
import dev.empathy.rubric.Text;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes conditions ready to be tested. */
final class Clauses {

  private final Rubric rubric;
  private final Map<String, Integer> cues;
  private final List<String> emotions;
  private final List<@Nullable Side> sides;
  private final Map<String, Integer> rules;

  /**
   * @param cues the numbers of the cues
   * @param emotions the emotions, by number
   * @param sides per emotion, the side that shows it, or null for either
   * @param rules the numbers of the rules
   */
  Clauses(
      Rubric rubric,
      Map<String, Integer> cues,
      List<String> emotions,
      List<@Nullable Side> sides,
      Map<String, Integer> rules) {
    this.rubric = rubric;
    this.cues = cues;
    this.emotions = emotions;
    this.sides = sides;
    this.rules = rules;
  }

  /** A condition that there may be. */
  @Nullable Clause ofNullable(@Nullable Condition condition) {
    return condition == null ? null : of(condition);
  }

  Clause of(Condition condition) {
    if (condition instanceof Condition.All all) {
      Clause[] parts = parts(all.conditions());
      return new Clause.All(all, parts, quickFirst(parts));
    }
    if (condition instanceof Condition.AtLeastOf some) {
      Clause[] parts = parts(some.conditions());
      return new Clause.AtLeastOf(some, parts, quickFirst(parts));
    }
    if (condition instanceof Condition.None none) {
      Clause[] parts = parts(none.conditions());
      return new Clause.None(none, parts, quickFirst(parts));
    }
    if (condition instanceof CueCondition cue) {
      return of(cue);
    }
    if (condition instanceof EmotionCondition emotion) {
      int[] meant = emotions(emotion);
      return new Clause.OfEmotion(emotion, meant, side(meant));
    }
    if (condition instanceof SignalCondition signal) {
      String name = signal.signal().value();
      return new Clause.OfSignal(signal, Signals.measure(name), Signals.isOfConversation(name));
    }
    if (condition instanceof FactCondition fact) {
      return new Clause.OfFact(fact);
    }
    RuleCondition rule = (RuleCondition) condition;
    return new Clause.OfRule(rule, Objects.requireNonNull(rules.get(rule.rule().value())));
  }

  private Clause[] parts(List<Condition> conditions) {
    return conditions.stream().map(this::of).toArray(Clause[]::new);
  }

  /** What is true, false or unknown of parts together does not depend on their order. */
  private static Clause[] quickFirst(Clause[] parts) {
    Clause[] sorted = parts.clone();
    Arrays.sort(sorted, Comparator.comparingInt(Clause::cost));
    return sorted;
  }

  private Clause of(CueCondition condition) {
    boolean sentences = condition.within() != null && !condition.within().isTime();
    return new Clause.OfCue(
        condition,
        number(condition.cue()),
        isPlain(condition),
        number(condition.before()),
        number(condition.after()),
        sentences ? number(condition.within().of()) : -1,
        condition.same() == null ? -1 : number(condition.same().as()));
  }

  private static boolean isPlain(CueCondition condition) {
    boolean once =
        condition.atLeast() != null
            && condition.atLeast().countOf() == null
            && condition.atLeast().number() == 1
            && condition.atMost() == null
            && condition.exactly() == null;
    return once
        && condition.per() == Per.MESSAGE
        && condition.turn() == Condition.Turn.THIS
        && Place.isAnywhere(condition);
  }

  private int number(@Nullable Text cue) {
    return cue == null ? -1 : Objects.requireNonNull(cues.get(cue.value()));
  }

  private int[] emotions(EmotionCondition condition) {
    return IntStream.range(0, emotions.size())
        .filter(emotion -> isMeant(condition, emotions.get(emotion)))
        .toArray();
  }

  private boolean isMeant(EmotionCondition condition, String emotion) {
    Text family = condition.familyOf();
    List<String> families = rubric.emotions().getOrDefault(emotion, Emotion.NONE).families();
    return (condition.emotion() == null || condition.emotion().value().equals(emotion))
        && (family == null || families.contains(family.value()));
  }

  private @Nullable Side side(int[] meant) {
    Side side = null;
    for (int emotion : meant) {
      Side one = sides.get(emotion);
      if (one == null || (side != null && one != side)) {
        return null;
      }
      side = one;
    }
    return side;
  }
}

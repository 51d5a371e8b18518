package dev.empathy;

import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Condition.EmotionCondition;
import dev.empathy.rubric.Condition.FactCondition;
import dev.empathy.rubric.Condition.RuleCondition;
import dev.empathy.rubric.Condition.SignalCondition;
import dev.empathy.rubric.Side;
import org.jspecify.annotations.Nullable;

/** A condition made ready to be tested: every name in it is a number. Immutable. */
sealed interface Clause {

  Clause[] NO_PARTS = {};

  /** What it was made of. */
  Condition source();

  /** The clauses that it puts together; none for the others. */
  default Clause[] parts() {
    return NO_PARTS;
  }

  /** About how much it costs to test, 0 the least. */
  default int cost() {
    int cost = 0;
    for (Clause part : parts()) {
      cost = Math.max(cost, part.cost());
    }
    return cost;
  }

  /**
   * That all parts hold.
   *
   * @param quickFirst the parts in the order in which they are best tested
   */
  record All(Condition.All source, Clause[] parts, Clause[] quickFirst) implements Clause {}

  /**
   * That so many parts hold, or more.
   *
   * @param quickFirst the parts in the order in which they are best tested
   */
  record AtLeastOf(Condition.AtLeastOf source, Clause[] parts, Clause[] quickFirst)
      implements Clause {}

  /**
   * That no part holds.
   *
   * @param quickFirst the parts in the order in which they are best tested
   */
  record None(Condition.None source, Clause[] parts, Clause[] quickFirst) implements Clause {}

  /**
   * That a cue is found, or missing.
   *
   * @param cue its number
   * @param plain whether it asks no more than that the cue stands somewhere in the judged turn
   * @param before the cue that its hits must stand before, or -1
   * @param after the cue that they must stand after, or -1
   * @param near the cue that they must stand so many sentences from, or -1
   * @param as the cue that must name the same, or -1
   */
  record OfCue(CueCondition source, int cue, boolean plain, int before, int after, int near, int as)
      implements Clause {

    @Override
    public int cost() {
      return plain ? 0 : 3;
    }

    boolean isInTime() {
      return source.within() != null && source.within().isTime();
    }
  }

  /**
   * That emotions are shown.
   *
   * @param emotions their numbers
   * @param side the side that they are shown by, or null for either
   */
  record OfEmotion(EmotionCondition source, int[] emotions, @Nullable Side side) implements Clause {
    @Override
    public int cost() {
      return 2;
    }
  }

  /**
   * That a signal lies in a range.
   *
   * @param measure how it is measured
   * @param ofConversation whether it is the same whichever turn it is asked of
   */
  record OfSignal(SignalCondition source, Signals.Measure measure, boolean ofConversation)
      implements Clause {
    @Override
    public int cost() {
      return 4;
    }
  }

  /** That a fact is as it should be. */
  record OfFact(FactCondition source) implements Clause {
    @Override
    public int cost() {
      return 1;
    }
  }

  /**
   * That a rule came out so.
   *
   * @param rule its number
   */
  record OfRule(RuleCondition source, int rule) implements Clause {}
}

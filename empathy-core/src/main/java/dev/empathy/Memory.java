package dev.empathy;

import dev.empathy.rubric.Condition.SignalCondition;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a conversation's earlier turns, so that a turn costs the same however many
 * came before it. For one conversation and one thread.
 */
final class Memory {

  /**
   * What a condition on a signal came to so far.
   *
   * @param truth whether it held in any turn
   * @param reason why it is not known in one of them, or null
   */
  record SoFar(Truth truth, @Nullable String reason) {

    static final SoFar NOWHERE = new SoFar(Truth.FALSE, null);

    SoFar or(SoFar next) {
      return new SoFar(truth.or(next.truth), reason == null ? next.reason : reason);
    }
  }

  /** What was asked of how many turns from the first. */
  private static final class Asked {

    private SoFar soFar = SoFar.NOWHERE;
    private int turns;
  }

  private final Named named;
  private final Moments moments = new Moments();
  private final Repeats repeats = new Repeats();
  private final Map<SignalCondition, Asked> signals = new IdentityHashMap<>();

  Memory(Program program) {
    this.named = new Named(program);
  }

  /** What the conversation's cues named. */
  Named named() {
    return named;
  }

  /** When they were found. */
  Moments moments() {
    return moments;
  }

  /** Which sentences were repeated. */
  Repeats repeats() {
    return repeats;
  }

  /**
   * What a condition came to in earlier turns.
   *
   * @param turns the earlier turns; those of the last time come first again
   * @param test what it says of one turn
   */
  SoFar before(SignalCondition condition, List<Turn> turns, Function<Turn, SoFar> test) {
    Asked asked = signals.computeIfAbsent(condition, key -> new Asked());
    while (asked.turns < turns.size()) {
      asked.soFar = asked.soFar.or(test.apply(turns.get(asked.turns++)));
    }
    return asked.soFar;
  }
}

package dev.empathy;

import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Condition.EmotionCondition;
import dev.empathy.rubric.Condition.SignalCondition;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
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
    private static final SoFar SOMEWHERE = new SoFar(Truth.TRUE, null);
    private static final SoFar PERHAPS = new SoFar(Truth.UNKNOWN, null);

    static SoFar of(Truth truth) {
      return switch (truth) {
        case FALSE -> NOWHERE;
        case UNKNOWN -> PERHAPS;
        case TRUE -> SOMEWHERE;
      };
    }

    SoFar or(SoFar next) {
      return new SoFar(truth.or(next.truth), reason == null ? next.reason : reason);
    }
  }

  /** What was made of how many turns from the first. */
  private record Folded<T>(T value, int turns) {

    Folded<T> over(List<Turn> earlier, BiFunction<T, Turn, T> next) {
      T now = value;
      for (int turn = turns; turn < earlier.size(); turn++) {
        now = next.apply(now, earlier.get(turn));
      }
      return turns < earlier.size() ? new Folded<>(now, earlier.size()) : this;
    }
  }

  private static final Folded<Course> START = new Folded<>(Course.START, 0);

  private final Program program;

  // Each is made when something is first to be remembered there: of a message alone, nothing is.
  private @Nullable Named named;
  private @Nullable Moments moments;
  private @Nullable Repeats repeats;
  private @Nullable Promises promises;
  private @Nullable Past past;
  private Folded<Course> course = START;
  private @Nullable Map<SignalCondition, Folded<SoFar>> signals;
  private @Nullable Map<EmotionCondition, Folded<Double>> emotions;
  private @Nullable Map<CueCondition, Tally> tallies;
  private @Nullable Map<Integer, Folded<Integer>> counts;

  Memory(Program program) {
    this.program = program;
  }

  private Memory(Memory other) {
    this.program = other.program;
    this.named = other.named == null ? null : other.named.copy();
    this.moments = other.moments == null ? null : other.moments.copy();
    this.repeats = other.repeats == null ? null : other.repeats.copy();
    this.promises = other.promises == null ? null : other.promises.copy();
    this.past = other.past == null ? null : other.past.copy();
    this.course = other.course;
    this.signals = other.signals == null ? null : new IdentityHashMap<>(other.signals);
    this.emotions = other.emotions == null ? null : new IdentityHashMap<>(other.emotions);
    this.counts = other.counts == null ? null : new HashMap<>(other.counts);
    if (other.tallies != null) {
      Map<CueCondition, Tally> copies = new IdentityHashMap<>();
      other.tallies.forEach((condition, tally) -> copies.put(condition, tally.copy()));
      this.tallies = copies;
    }
  }

  /** The same memory, from here on apart. */
  Memory copy() {
    return new Memory(this);
  }

  /** What the conversation's cues named. */
  Named named() {
    named = named == null ? new Named(program) : named;
    return named;
  }

  /** When they were found. */
  Moments moments() {
    moments = moments == null ? new Moments() : moments;
    return moments;
  }

  /** Which sentences were repeated. */
  Repeats repeats() {
    repeats = repeats == null ? new Repeats() : repeats;
    return repeats;
  }

  /** Which promises are open. */
  Promises promises() {
    promises = promises == null ? new Promises() : promises;
    return promises;
  }

  /**
   * What is to be known of earlier turns together.
   *
   * @param turns the earlier turns; those of the last time come first again
   */
  Past past(List<Turn> turns) {
    past = past == null ? new Past() : past;
    while (past.turns() < turns.size()) {
      past.add(turns.get(past.turns()));
    }
    return past;
  }

  /**
   * How the conversation went in earlier turns.
   *
   * @param turns the earlier turns; those of the last time come first again
   */
  Course course(List<Turn> turns) {
    course = course.over(turns, Course::and);
    return course.value();
  }

  /**
   * What a condition came to in earlier turns.
   *
   * @param turns the earlier turns; those of the last time come first again
   * @param test what it says of one turn
   */
  SoFar before(SignalCondition condition, List<Turn> turns, Function<Turn, SoFar> test) {
    signals = signals == null ? new IdentityHashMap<>() : signals;
    return fold(
        signals, condition, SoFar.NOWHERE, turns, (soFar, turn) -> soFar.or(test.apply(turn)));
  }

  /**
   * How strong the emotions of a condition were at most in earlier turns.
   *
   * @param turns the earlier turns; those of the last time come first again
   * @param strength how strong they are in one turn
   */
  double strongest(EmotionCondition condition, List<Turn> turns, ToDoubleFunction<Turn> strength) {
    emotions = emotions == null ? new IdentityHashMap<>() : emotions;
    return fold(
        emotions,
        condition,
        0.0,
        turns,
        (most, turn) -> Math.max(most, strength.applyAsDouble(turn)));
  }

  /**
   * The hits in earlier turns that a condition counts, where what comes later makes no difference
   * to them.
   *
   * @param turns the earlier turns; those of the last time come first again
   * @param read reads the next turn
   */
  Tally tally(CueCondition condition, List<Turn> turns, BiConsumer<Tally, Turn> read) {
    tallies = tallies == null ? new IdentityHashMap<>() : tallies;
    Tally tally = tallies.computeIfAbsent(condition, key -> new Tally());
    while (tally.turns() < turns.size()) {
      read.accept(tally, turns.get(tally.turns()));
    }
    return tally;
  }

  /**
   * How many hits a cue has in earlier turns.
   *
   * @param cue its number
   * @param turns the earlier turns; those of the last time come first again
   */
  int count(int cue, List<Turn> turns) {
    counts = counts == null ? new HashMap<>() : counts;
    return fold(counts, cue, 0, turns, (count, turn) -> count + turn.hits(cue).size());
  }

  /** What was asked for, over the turns that it has not gone over yet. */
  private static <K, T> T fold(
      Map<K, Folded<T>> all, K asked, T start, List<Turn> turns, BiFunction<T, Turn, T> next) {
    Folded<T> now = all.getOrDefault(asked, new Folded<>(start, 0)).over(turns, next);
    all.put(asked, now);
    return now.value();
  }
}

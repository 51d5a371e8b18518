package dev.empathy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a conversation's cues were found so far. It reads each earlier turn once, however many turns
 * ask. For one conversation and one thread.
 */
final class Moments {

  /** When one cue was found, in how many turns from the first. */
  static final class OfCue {

    private final List<Instant> times = new ArrayList<>();
    private @Nullable Analysis untimed;
    private @Nullable String fault;
    private boolean partial;
    private int turns;

    private OfCue copy() {
      OfCue copy = new OfCue();
      copy.times.addAll(times);
      copy.untimed = untimed;
      copy.fault = fault;
      copy.partial = partial;
      copy.turns = turns;
      return copy;
    }

    /** The times of the messages that it was found in, in order. */
    List<Instant> times() {
      return times;
    }

    /** A message that it was found in and whose time is not known, or null. */
    @Nullable Analysis untimed() {
      return untimed;
    }

    /** Whether it was found at all. */
    boolean isFound() {
      return untimed != null || !times.isEmpty();
    }

    /** Whether it may stand where it was not found. */
    boolean isPartial() {
      return partial;
    }

    /** Why it could not be looked for in one of the turns, or null. */
    @Nullable String fault() {
      return fault;
    }

    private void add(int cue, Turn turn) {
      fault = fault == null ? turn.fault(cue) : fault;
      partial |= fault != null || turn.absenceIsUnknown();
      for (Analysis message : turn.messages()) {
        if (!message.hits(cue).isEmpty()) {
          Instant at = message.message().at();
          if (at != null) {
            times.add(at);
          } else if (untimed == null) {
            untimed = message;
          }
        }
      }
    }
  }

  private final Map<Integer, OfCue> earlier = new HashMap<>();

  Moments copy() {
    Moments copy = new Moments();
    earlier.forEach((cue, moments) -> copy.earlier.put(cue, moments.copy()));
    return copy;
  }

  /**
   * When a cue was found in earlier turns.
   *
   * @param cue its number
   * @param turns the earlier turns; those of the last time come first again
   */
  OfCue before(int cue, List<Turn> turns) {
    OfCue moments = earlier.computeIfAbsent(cue, key -> new OfCue());
    while (moments.turns < turns.size()) {
      moments.add(cue, turns.get(moments.turns++));
    }
    return moments;
  }

  /** When it was found in one turn. */
  static OfCue in(int cue, Turn turn) {
    OfCue moments = new OfCue();
    moments.add(cue, turn);
    return moments;
  }
}

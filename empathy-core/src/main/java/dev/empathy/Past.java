package dev.empathy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be known of all earlier turns together, whatever is asked of them. */
final class Past {

  private final Map<Integer, String> faults;
  private long words;
  private boolean partial;
  private int turns;

  Past() {
    this.faults = new HashMap<>();
  }

  private Past(Past other) {
    this.faults = new HashMap<>(other.faults);
    this.words = other.words;
    this.partial = other.partial;
    this.turns = other.turns;
  }

  Past copy() {
    return new Past(this);
  }

  /** How many turns were read. */
  int turns() {
    return turns;
  }

  /** Their words. */
  long words() {
    return words;
  }

  /** Whether what they do not say may have been said all the same. */
  boolean absenceIsUnknown() {
    return partial;
  }

  /** Why it is not known what a cue finds in one of them, or null where it is. */
  @Nullable String fault(int cue) {
    return faults.get(cue);
  }

  /** Reads the next turn. */
  void add(Turn turn) {
    turns++;
    words += turn.words();
    partial |= turn.absenceIsUnknown();
    for (Analysis message : turn.messages()) {
      message.faults().forEach(faults::putIfAbsent);
    }
  }
}

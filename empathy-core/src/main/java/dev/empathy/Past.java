package dev.empathy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be known of all earlier turns together, whatever is asked of them. */
final class Past {

  private final Map<Integer, String> faults;
  private long words;
  private boolean partial;
  private int turns;

  /** The cues that were found, a bit each. */
  private long[] present = {};

  Past() {
    this.faults = new HashMap<>();
  }

  private Past(Past other) {
    this.faults = new HashMap<>(other.faults);
    this.words = other.words;
    this.partial = other.partial;
    this.turns = other.turns;
    this.present = other.present.clone();
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

  /** The cues that were found, a bit each. Not to be changed. */
  long[] present() {
    return present;
  }

  /** Whether any cue could not be looked for. */
  boolean hasFaults() {
    return !faults.isEmpty();
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
      add(message.hits().present());
    }
  }

  private void add(long[] found) {
    if (found.length > present.length) {
      present = Arrays.copyOf(present, found.length);
    }
    for (int word = 0; word < found.length; word++) {
      present[word] |= found[word];
    }
  }
}

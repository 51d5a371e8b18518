package dev.empathy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hits in earlier turns that a condition counts, as they came. */
final class Tally {

  private final List<CueHit> hits;
  private @Nullable CueHit unsure;

  /** The most hits in one sentence. */
  private long most;

  private int turns;

  Tally() {
    this.hits = new ArrayList<>();
  }

  private Tally(Tally other) {
    this.hits = new ArrayList<>(other.hits);
    this.unsure = other.unsure;
    this.most = other.most;
    this.turns = other.turns;
  }

  Tally copy() {
    return new Tally(this);
  }

  /** What was counted; it grows with the conversation. */
  List<CueHit> hits() {
    return hits;
  }

  /** A hit of which only a time could tell whether it counts, or null. */
  @Nullable CueHit unsure() {
    return unsure;
  }

  /** The most of these hits that stand in one sentence. */
  long mostInOneSentence() {
    return most;
  }

  /** How many turns were read. */
  int turns() {
    return turns;
  }

  /** Reads the next turn. */
  void add(List<CueHit> found, Place place) {
    List<CueHit> counted = new ArrayList<>();
    for (CueHit hit : found) {
      Truth counts = place.test(hit);
      if (counts == Truth.TRUE) {
        counted.add(hit);
      } else if (counts == Truth.UNKNOWN && unsure == null) {
        unsure = hit;
      }
    }
    add(counted);
  }

  /** Reads the next turn, in which these hits count. */
  void add(List<CueHit> counted) {
    hits.addAll(counted);
    most = Math.max(most, mostInOneSentence(counted));
    turns++;
  }

  static long mostInOneSentence(List<CueHit> hits) {
    long most = 0;
    long run = 0;
    CueHit before = null;
    for (CueHit hit : hits) {
      boolean same =
          before != null
              && before.message() == hit.message()
              && before.sentence() == hit.sentence();
      run = same ? run + 1 : 1;
      most = Math.max(most, run);
      before = hit;
    }
    return most;
  }
}

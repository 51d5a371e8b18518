package dev.empathy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The hits of one message by cue. A bit a cue says whether there are any, and how many bits stand
 * before it where they lie. Filled once, and only read after that.
 */
final class CueHits {

  private static final long[] NO_CUES = {};

  private long[] present = NO_CUES;

  /** Per cue that has any, in the order of the cues. */
  private List<List<CueHit>> lists = List.of();

  /** Those of these hits; of one cue in the order in which they are given. */
  static CueHits of(List<CueHit> hits) {
    CueHits made = new CueHits();
    made.fill(hits);
    return made;
  }

  /**
   * Takes these hits in.
   *
   * @param hits in any order of cues; of one cue in the order in which they are to stand
   */
  void fill(List<CueHit> hits) {
    if (hits.isEmpty()) {
      return;
    }
    CueHit[] sorted = hits.toArray(CueHit[]::new);
    Arrays.sort(sorted, BY_CUE);
    present = new long[(sorted[sorted.length - 1].cue().index() >>> 6) + 1];
    lists = new ArrayList<>();
    for (int from = 0, to; from < sorted.length; from = to) {
      int cue = sorted[from].cue().index();
      for (to = from + 1; to < sorted.length && sorted[to].cue().index() == cue; ) {
        to++;
      }
      present[cue >>> 6] |= 1L << cue;
      lists.add(to == from + 1 ? List.of(sorted[from]) : Arrays.asList(sorted).subList(from, to));
    }
  }

  private static final Comparator<CueHit> BY_CUE =
      (a, b) -> Integer.compare(a.cue().index(), b.cue().index());

  /** A bit a cue. Not to be changed. */
  long[] present() {
    return present;
  }

  boolean has(int cue) {
    int word = cue >>> 6;
    return word < present.length && (present[word] & 1L << cue) != 0;
  }

  List<CueHit> of(int cue) {
    return has(cue) ? lists.get(rank(cue)) : List.of();
  }

  private int rank(int cue) {
    int word = cue >>> 6;
    int rank = Long.bitCount(present[word] & (1L << cue) - 1);
    for (int i = 0; i < word; i++) {
      rank += Long.bitCount(present[i]);
    }
    return rank;
  }

  boolean isEmpty() {
    return lists.isEmpty();
  }

  /** Per cue that has any, in the order of the cues. */
  List<List<CueHit>> lists() {
    return lists;
  }

  /** All of them, by cue. */
  List<CueHit> all() {
    List<CueHit> all = new ArrayList<>();
    lists.forEach(all::addAll);
    return all;
  }
}

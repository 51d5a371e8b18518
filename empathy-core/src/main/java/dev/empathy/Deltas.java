package dev.empathy;

/**
 * What each rule brings or costs, in tenths: that of the rules that were judged, else as before.
 */
final class Deltas {

  /** Of all rules, by number. */
  private final int[] before;

  /** The rules that are judged, a bit each. */
  private final long[] judged;

  /** Of those, in the order of their numbers. */
  private final int[] own;

  /**
   * @param before of all rules, by number; not to be changed
   * @param judged the rules that are judged, a bit each
   */
  Deltas(int[] before, long[] judged) {
    this.before = before;
    this.judged = judged;
    int count = 0;
    for (long word : judged) {
      count += Long.bitCount(word);
    }
    this.own = new int[count];
  }

  int of(int rule) {
    boolean mine = (judged[rule >>> 6] & 1L << rule) != 0;
    return mine ? own[rank(rule)] : before[rule];
  }

  void set(int rule, int delta) {
    own[rank(rule)] = delta;
  }

  private int rank(int rule) {
    int word = rule >>> 6;
    int rank = Long.bitCount(judged[word] & (1L << rule) - 1);
    for (int i = 0; i < word; i++) {
      rank += Long.bitCount(judged[i]);
    }
    return rank;
  }

  /** Of so many rules, by number. */
  int[] all() {
    int[] all = before.clone();
    for (int rule = 0; rule < all.length; rule++) {
      all[rule] = of(rule);
    }
    return all;
  }
}

package dev.empathy.internal.match;

import java.util.Arrays;

/**
 * Sets of symbols made small, and numbered: each symbol has one of 255 bits, and a set the bits of
 * its symbols. Two sets without a common bit have no common symbol. It is wide enough that most
 * sentences lack most sets, and states that have the same set share it. Symbols that many classes
 * hold are likely to be frequent in texts, too, and have bits of their own. Immutable once made.
 */
final class SymbolSets {

  /** Stands for nothing that a symbol could be: set in whatever must pass in any case. */
  static final long ALWAYS = 1L << 63;

  /** So many longs make a set. */
  static final int WIDTH = 4;

  private static final int BITS = 64 * WIDTH - 1;

  /** A set that grows by a symbol at a time is so many sets at most. */
  static final int MOST_GROWING = BITS + 1;

  /** So many of the most frequent symbols have bits of their own; all others share the rest. */
  private static final int FREQUENT = 40;

  private final short[] bitOf;
  private final long[] weights = new long[BITS];

  /** The sets one after the other, and their numbers and weights while they are made. */
  private long[] sets = new long[WIDTH * 64];

  private long[] weightOf = new long[64];
  private int count;

  /** The numbers of sets, plus one, each at the place of its hash or behind it. */
  private int[] table = new int[256];

  private static final long ODD = 0x9E3779B97F4A7C15L;

  /**
   * @param classesOf per symbol, the classes that hold it
   * @param kinds how many of the first symbols stand for a kind of token, and are frequent
   */
  SymbolSets(int[][] classesOf, int kinds) {
    long[] byFrequency = new long[classesOf.length];
    for (int symbol = 0; symbol < byFrequency.length; symbol++) {
      long frequency = symbol < kinds ? Integer.MAX_VALUE : classesOf[symbol].length;
      byFrequency[symbol] = -frequency << 32 | symbol;
    }
    Arrays.sort(byFrequency);
    bitOf = new short[byFrequency.length];
    for (int i = 0; i < bitOf.length; i++) {
      int symbol = (int) byFrequency[i];
      int bit = i < FREQUENT ? i : FREQUENT + i % (BITS - FREQUENT);
      bitOf[symbol] = (short) bit;
      weights[bit] += 1 + Math.min(classesOf[symbol].length, 1 << 20);
      weights[bit] += i < FREQUENT ? 1 << 20 : 0;
    }
  }

  /** How many symbols there are. */
  int symbols() {
    return bitOf.length;
  }

  /** The number of a symbol's bit. */
  int bitOf(int symbol) {
    return bitOf[symbol];
  }

  /** Whether a set has a bit. */
  boolean has(int number, int bit) {
    return (sets[WIDTH * number + (bit >>> 6)] & 1L << bit) != 0;
  }

  /** Adds a symbol's bit to the set that begins at {@code at}. */
  void add(long[] set, int at, int symbol) {
    int bit = bitOf[symbol];
    set[at + (bit >>> 6)] |= 1L << bit;
  }

  /**
   * Adds a symbol's bit to a copy of the set that begins at {@code at}, right behind it, if the set
   * lacks the bit. Returns where the set with the bit begins.
   */
  int grow(long[] set, int at, int symbol) {
    int bit = bitOf[symbol];
    if ((set[at + (bit >>> 6)] & 1L << bit) != 0) {
      return at;
    }
    System.arraycopy(set, at, set, at + WIDTH, WIDTH);
    add(set, at + WIDTH, symbol);
    return at + WIDTH;
  }

  /** Makes the set that begins at {@code at} one that nothing has to come for. */
  static void addAlways(long[] set, int at) {
    set[at + WIDTH - 1] |= ALWAYS;
  }

  /** The number of the set that begins at {@code at}. */
  int number(long[] set, int at) {
    int slot = slot(set, at);
    while (table[slot] > 0) {
      if (isSame(table[slot] - 1, set, at)) {
        return table[slot] - 1;
      }
      slot = slot + 1 & table.length - 1;
    }
    if (weightOf.length == count) {
      sets = Arrays.copyOf(sets, 2 * sets.length);
      weightOf = Arrays.copyOf(weightOf, 2 * count);
    }
    System.arraycopy(set, at, sets, WIDTH * count, WIDTH);
    weightOf[count] = weight(set, at);
    table[slot] = ++count;
    if (4 * count > table.length) {
      spread();
    }
    return count - 1;
  }

  private void spread() {
    table = new int[4 * table.length];
    for (int number = 0; number < count; number++) {
      int slot = slot(sets, WIDTH * number);
      while (table[slot] > 0) {
        slot = slot + 1 & table.length - 1;
      }
      table[slot] = number + 1;
    }
  }

  /** All bits of a set count: most sets are a single bit. */
  private int slot(long[] set, int at) {
    long hash = set[at] * ODD;
    hash = ((hash ^ hash >>> 32) + set[at + 1]) * ODD;
    hash = ((hash ^ hash >>> 32) + set[at + 2]) * ODD;
    hash = ((hash ^ hash >>> 32) + set[at + 3]) * ODD;
    return (int) (hash >>> 32) & table.length - 1;
  }

  private boolean isSame(int number, long[] set, int at) {
    int from = WIDTH * number;
    return sets[from] == set[at]
        && sets[from + 1] == set[at + 1]
        && sets[from + 2] == set[at + 2]
        && sets[from + 3] == set[at + 3];
  }

  private long weight(long[] set, int at) {
    if (set[at + WIDTH - 1] < 0) {
      return Long.MAX_VALUE;
    }
    long weight = 0;
    for (int word = 0; word < WIDTH; word++) {
      for (long left = set[at + word]; left != 0; left &= left - 1) {
        weight += weights[64 * word + Long.numberOfTrailingZeros(left)];
      }
    }
    return weight;
  }

  /** Of two sets the one that a text is less likely to hold a symbol of. */
  int rarer(int one, int other) {
    return weightOf[one] <= weightOf[other] ? one : other;
  }

  /** Adds all of a set to another one, which begins at {@code at}. */
  void addAll(long[] set, int at, int number) {
    for (int word = 0; word < WIDTH; word++) {
      set[at + word] |= sets[WIDTH * number + word];
    }
  }

  /** Gives back what was only needed while sets were made. */
  void finish() {
    sets = Arrays.copyOf(sets, WIDTH * count);
    table = new int[0];
    weightOf = new long[0];
  }
}

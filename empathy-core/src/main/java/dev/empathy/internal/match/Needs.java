package dev.empathy.internal.match;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What must still come in a sentence for a phrase to end: sets of symbols, one of which is needed.
 * They are kept as 255 bits, like {@link SymbolBits}: wide enough that most sentences lack them.
 * States that need the same share their set. Immutable.
 */
final class Needs {

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

  private final Map<LongBuffer, Integer> numbers = new HashMap<>();
  private final List<Long> weightOf = new ArrayList<>();

  /**
   * @param byFrequency the symbols, the most frequent ones first
   * @param classesOf per symbol, the classes that hold it
   */
  Needs(int[] byFrequency, int[][] classesOf) {
    bitOf = new short[byFrequency.length];
    for (int i = 0; i < byFrequency.length; i++) {
      int symbol = byFrequency[i];
      int bit = i < FREQUENT ? i : FREQUENT + i % (BITS - FREQUENT);
      bitOf[symbol] = (short) bit;
      weights[bit] += 1 + Math.min(classesOf[symbol].length, 1 << 20);
      weights[bit] += i < FREQUENT ? 1 << 20 : 0;
    }
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
    set[at + WIDTH - 1] |= SymbolBits.ALWAYS;
  }

  /** The number of a set. */
  int number(long[] set) {
    Integer known = numbers.get(LongBuffer.wrap(set));
    if (known != null) {
      return known;
    }
    int number = weightOf.size();
    if (sets.length < WIDTH * (number + 1)) {
      sets = Arrays.copyOf(sets, 2 * sets.length);
    }
    System.arraycopy(set, 0, sets, WIDTH * number, WIDTH);
    numbers.put(LongBuffer.wrap(set.clone()), number);
    weightOf.add(weight(set));
    return number;
  }

  private long weight(long[] set) {
    if (set[WIDTH - 1] < 0) {
      return Long.MAX_VALUE;
    }
    long weight = 0;
    for (int word = 0; word < WIDTH; word++) {
      for (long left = set[word]; left != 0; left &= left - 1) {
        weight += weights[64 * word + Long.numberOfTrailingZeros(left)];
      }
    }
    return weight;
  }

  /** Of two sets the one that a text is less likely to hold a symbol of. */
  int rarer(int one, int other) {
    return weightOf.get(one) <= weightOf.get(other) ? one : other;
  }

  /** Adds all of a set to another one, which begins at {@code at}. */
  void addAll(long[] set, int at, int number) {
    for (int word = 0; word < WIDTH; word++) {
      set[at + word] |= sets[WIDTH * number + word];
    }
  }

  /** Gives back what was only needed while sets were made. */
  void finish() {
    sets = Arrays.copyOf(sets, WIDTH * weightOf.size());
    numbers.clear();
    weightOf.clear();
  }
}

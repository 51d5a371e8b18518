package dev.empathy.internal.match;

import java.util.Arrays;

/**
 * Sets of symbols made small: each symbol has one of 63 bits, and a set the bits of its symbols.
 * Two sets without a common bit have no common symbol. Symbols that many classes hold are likely to
 * be frequent in texts, too; they share a few bits, so that the others say more. Immutable.
 */
final class SymbolBits {

  /** Stands for nothing that a symbol could be: set in whatever must pass in any case. */
  static final long ALWAYS = 1L << 63;

  /** All that a symbol can be. */
  static final long ANY = ~ALWAYS;

  private static final int BITS = 63;

  /** So many of the most frequent symbols share the first bits. */
  private static final int FREQUENT = 32;

  private static final int BITS_OF_FREQUENT = 11;

  private final long[] bits;
  private final int[] byFrequency;

  /**
   * @param classesOf per symbol, the classes that hold it
   * @param kinds how many of the first symbols stand for a kind of token, and are frequent
   */
  SymbolBits(int[][] classesOf, int kinds) {
    int size = classesOf.length;
    bits = new long[size];
    long[] byWeight = new long[size];
    for (int symbol = 0; symbol < size; symbol++) {
      long weight = symbol < kinds ? Integer.MAX_VALUE : classesOf[symbol].length;
      byWeight[symbol] = -weight << 32 | symbol;
    }
    Arrays.sort(byWeight);
    byFrequency = new int[size];
    for (int i = 0; i < size; i++) {
      byFrequency[i] = (int) byWeight[i];
    }
    for (int i = 0; i < size; i++) {
      int symbol = byFrequency[i];
      int bit =
          i < FREQUENT ? i % BITS_OF_FREQUENT : BITS_OF_FREQUENT + i % (BITS - BITS_OF_FREQUENT);
      bits[symbol] = 1L << bit;
    }
  }

  /** The symbols, those first that are likely to be the most frequent. */
  int[] byFrequency() {
    return byFrequency;
  }

  /** How many symbols there are. */
  int size() {
    return bits.length;
  }

  long of(int symbol) {
    return bits[symbol];
  }
}

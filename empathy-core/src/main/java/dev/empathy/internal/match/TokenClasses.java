package dev.empathy.internal.match;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which symbols belong to which classes of tokens. Immutable. */
final class TokenClasses {

  private static final int[] NONE = {};

  /** Per class the one symbol in it, or -1 where there are several. */
  private final int[] single;

  /** Per class its symbols, rising. */
  private final int[][] symbols;

  /**
   * Per class of several symbols a sieve of so many bits, a power of two, that most symbols that
   * are not in it fall through.
   */
  private final long[][] sieves;

  /**
   * @param count how many classes there are
   * @param classesOf per symbol, its classes
   */
  TokenClasses(int count, int[][] classesOf) {
    int[] sizes = new int[count];
    for (int[] own : classesOf) {
      for (int one : own) {
        sizes[one]++;
      }
    }
    symbols = new int[count][];
    for (int one = 0; one < count; one++) {
      symbols[one] = sizes[one] == 0 ? NONE : new int[sizes[one]];
    }
    for (int symbol = classesOf.length - 1; symbol >= 0; symbol--) {
      for (int one : classesOf[symbol]) {
        symbols[one][--sizes[one]] = symbol;
      }
    }
    single = new int[count];
    for (int one = 0; one < count; one++) {
      single[one] = symbols[one].length == 1 ? symbols[one][0] : -1;
    }
    sieves = new long[count][];
    for (int one = 0; one < count; one++) {
      int size = symbols[one].length;
      if (size > 1) {
        // With as many bits as there are symbols it is no sieve any more but says all.
        int bits = Math.min(size * 16, classesOf.length);
        sieves[one] = new long[Math.max(1, Integer.highestOneBit(2 * bits - 1) >>> 6)];
        for (int symbol : symbols[one]) {
          sieves[one][symbol >>> 6 & sieves[one].length - 1] |= 1L << symbol;
        }
      }
    }
  }

  boolean has(int tokenClass, int symbol) {
    int only = single[tokenClass];
    if (only >= 0) {
      return only == symbol;
    }
    long[] sieve = sieves[tokenClass];
    return (sieve[symbol >>> 6 & sieve.length - 1] & 1L << symbol) != 0
        && Arrays.binarySearch(symbols[tokenClass], symbol) >= 0;
  }

  int size(int tokenClass) {
    return symbols[tokenClass].length;
  }

  /** The symbols of a class, rising; not to be written to. */
  int[] all(int tokenClass) {
    return symbols[tokenClass];
  }

  IntStream symbols(int tokenClass) {
    return Arrays.stream(symbols[tokenClass]);
  }
}

package dev.empathy.internal.match;

import java.util.Arrays;

/**
 * What a token can begin, by its symbol: the states that it enters, with the joins behind them.
 * Immutable.
 */
final class Starts {

  private static final int[] NONE = {};

  /** Per class, the states that it enters. */
  private final int[][] statesOf;

  /** Per symbol, its classes that begin something. */
  private final int[][] classesOf;

  /**
   * @param statesOf per class, the states that it enters, with the joins behind them
   * @param classesOf per symbol, its classes
   */
  Starts(int[][] statesOf, int[][] classesOf) {
    this.statesOf = statesOf;
    this.classesOf = new int[classesOf.length][];
    for (int symbol = 0; symbol < classesOf.length; symbol++) {
      this.classesOf[symbol] = beginning(classesOf[symbol]);
    }
  }

  private int[] beginning(int[] classes) {
    int[] some = new int[classes.length];
    int count = 0;
    for (int one : classes) {
      if (statesOf[one].length > 0) {
        some[count++] = one;
      }
    }
    return count == some.length ? classes : count == 0 ? NONE : Arrays.copyOf(some, count);
  }

  /** The states that a class enters. */
  int[] ofClass(int tokenClass) {
    return statesOf[tokenClass];
  }

  /** The states that a symbol enters, in the order of its classes; some may stand there twice. */
  int[] of(int symbol) {
    int[] classes = classesOf[symbol];
    if (classes.length == 1) {
      return statesOf[classes[0]];
    }
    int size = 0;
    for (int one : classes) {
      size += statesOf[one].length;
    }
    int[] all = new int[size];
    int next = 0;
    for (int one : classes) {
      System.arraycopy(statesOf[one], 0, all, next, statesOf[one].length);
      next += statesOf[one].length;
    }
    return all;
  }
}

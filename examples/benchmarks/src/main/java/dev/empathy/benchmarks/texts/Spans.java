package dev.empathy.benchmarks.texts;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Spans that were found in a text, as numbers; used again for each text. */
public final class Spans {

  private int[] bounds = new int[64];
  private int size;

  /** Forgets all of them. */
  public void clear() {
    size = 0;
  }

  /** Adds one, half-open, in UTF-16 units. */
  public void add(int start, int end) {
    if (2 * size == bounds.length) {
      bounds = Arrays.copyOf(bounds, 4 * size);
    }
    bounds[2 * size] = start;
    bounds[2 * size + 1] = end;
    size++;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** One number that depends on all of them, so that none can be left out. */
  public int checksum() {
    int sum = size;
    for (int i = 0; i < 2 * size; i++) {
      sum = 31 * sum + bounds[i];
    }
    return sum;
  }

  /** Each once, in order, as start and length in one number. */
  public Set<Long> distinct() {
    Set<Long> all = new TreeSet<>();
    for (int i = 0; i < size; i++) {
      all.add((long) bounds[2 * i] << 32 | bounds[2 * i + 1]);
    }
    return all;
  }
}

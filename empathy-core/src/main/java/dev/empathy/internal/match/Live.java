package dev.empathy.internal.match;

import java.util.Arrays;

/**
 * A set of live states while it is made: each with the number of tokens that were passed over since
 * it was last entered; fewer win. No two threads may use one at a time.
 */
final class Live {

  /** An entry is a state and, in its last bits, how many tokens were passed over. */
  static final int PASSED_BITS = 4;

  static final int PASSED = (1 << PASSED_BITS) - 1;

  /** So many states are gone through; of more the slots are asked. */
  private static final int FEW = 16;

  private final int[] slots;
  private int[] entries = new int[64];
  private int size;
  private int[] ends = new int[16];
  private int endCount;
  private int[] stack = new int[64];

  /** What it has cost to make it. */
  private int cost;

  Live(int stateCount) {
    slots = new int[stateCount];
  }

  void clear() {
    size = 0;
    endCount = 0;
    cost = 0;
  }

  int size() {
    return size;
  }

  int entry(int at) {
    return entries[at];
  }

  /** How many states were entered that phrases end with. */
  int endCount() {
    return endCount;
  }

  int end(int at) {
    return ends[at];
  }

  int cost() {
    return cost;
  }

  void spend(int steps) {
    cost += steps;
  }

  /** Notes that a state was entered that phrases end with. */
  void addEnd(int state) {
    if (endCount == ends.length) {
      ends = Arrays.copyOf(ends, 2 * endCount);
    }
    ends[endCount++] = state;
  }

  /** Whether the state is new, or entered later than before. */
  boolean put(int state, int passed) {
    int slot = find(state);
    if (slot >= 0) {
      if ((entries[slot] & PASSED) <= passed) {
        return false;
      }
      entries[slot] = state << PASSED_BITS | passed;
      return true;
    }
    if (size >= FEW) {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, size * 2);
      }
      for (int known = size == FEW ? 0 : size; known < size; known++) {
        slots[entries[known] >>> PASSED_BITS] = known;
      }
      slots[state] = size;
    }
    entries[size++] = state << PASSED_BITS | passed;
    return true;
  }

  /** Where a state stands, or -1: few are gone through, that is nearer than their slots. */
  private int find(int state) {
    if (size > FEW) {
      int slot = slots[state];
      return slot < size && entries[slot] >>> PASSED_BITS == state ? slot : -1;
    }
    for (int slot = 0; slot < size; slot++) {
      if (entries[slot] >>> PASSED_BITS == state) {
        return slot;
      }
    }
    return -1;
  }

  /** Room for states that are still to be entered, at least so many. */
  int[] stack(int depth) {
    if (depth > stack.length) {
      stack = Arrays.copyOf(stack, 2 * depth);
    }
    return stack;
  }
}

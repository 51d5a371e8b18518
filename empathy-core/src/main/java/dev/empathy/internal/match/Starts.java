package dev.empathy.internal.match;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a token can begin, by its symbol: the states that it enters, with the joins behind them, in
 * one list. Symbols that begin the same share theirs. Immutable.
 */
final class Starts {

  private static final int[] NONE = {};

  /** So many entries of all lists are worth their room; beyond it some symbols have none. */
  private static final int MOST_ENTRIES = 1 << 20;

  /** Per symbol the number of its list; 0 for an empty one, -1 where it is put together. */
  private final int[] listOf;

  /** Where each list begins, and where the last one ends. */
  private final int[] from;

  private final int[] states;

  /** Per symbol, its classes that begin something, where it has no list. */
  private final Map<Integer, int[]> classes = new HashMap<>();

  /** Per class, the states that it enters; empty where every symbol has a list. */
  private final int[][] statesOf;

  /**
   * @param statesOf per class, the states that it enters, with the joins behind them
   * @param classesOf per symbol, its classes
   * @param stateCount how many states there are
   */
  Starts(int[][] statesOf, int[][] classesOf, int stateCount) {
    int[] seen = new int[stateCount];
    listOf = new int[classesOf.length];
    Map<IntBuffer, Integer> known = new HashMap<>();
    List<int[]> lists = new ArrayList<>();
    known.put(IntBuffer.wrap(NONE), 0);
    lists.add(NONE);
    int entries = 0;
    for (int symbol = 0; symbol < classesOf.length; symbol++) {
      int[] own = beginning(classesOf[symbol], statesOf);
      if (entries > MOST_ENTRIES) {
        classes.put(symbol, own);
        listOf[symbol] = -1;
      } else {
        int[] list = union(own, statesOf, seen, symbol + 1);
        Integer number = known.putIfAbsent(IntBuffer.wrap(list), lists.size());
        if (number == null) {
          number = lists.size();
          lists.add(list);
          entries += list.length;
        }
        listOf[symbol] = number;
      }
    }
    this.statesOf = classes.isEmpty() ? new int[0][] : statesOf;
    from = new int[lists.size() + 1];
    states = new int[entries];
    for (int list = 0; list < lists.size(); list++) {
      int[] all = lists.get(list);
      System.arraycopy(all, 0, states, from[list], all.length);
      from[list + 1] = from[list] + all.length;
    }
  }

  /** The classes that begin something. */
  private static int[] beginning(int[] classes, int[][] statesOf) {
    int[] own = new int[classes.length];
    int count = 0;
    for (int one : classes) {
      own[count] = one;
      count += statesOf[one].length > 0 ? 1 : 0;
    }
    return count == own.length ? own : Arrays.copyOf(own, count);
  }

  private int[] union(int[] own) {
    return own.length == 1
        ? statesOf[own[0]]
        : Arrays.stream(own).flatMap(one -> Arrays.stream(statesOf[one])).distinct().toArray();
  }

  /** The same without making anything for each state: those seen are marked. */
  private static int[] union(int[] own, int[][] statesOf, int[] seen, int mark) {
    if (own.length == 1) {
      return statesOf[own[0]];
    }
    int most = 0;
    for (int one : own) {
      most += statesOf[one].length;
    }
    int[] all = new int[most];
    int size = 0;
    for (int one : own) {
      for (int state : statesOf[one]) {
        if (seen[state] != mark) {
          seen[state] = mark;
          all[size++] = state;
        }
      }
    }
    return size == all.length ? all : Arrays.copyOf(all, size);
  }

  /** The number of a symbol's list; 0 for an empty one, -1 where it is put together. */
  int list(int symbol) {
    return listOf[symbol];
  }

  /** Where a list begins among all {@linkplain #states() states}. */
  int from(int list) {
    return from[list];
  }

  /** Where it ends. */
  int to(int list) {
    return from[list + 1];
  }

  /** The lists one after the other. */
  int[] states() {
    return states;
  }

  /** The states that a symbol enters. */
  int[] of(int symbol) {
    int list = listOf[symbol];
    return list < 0
        ? union(classes.getOrDefault(symbol, NONE))
        : Arrays.copyOfRange(states, from[list], from[list + 1]);
  }
}

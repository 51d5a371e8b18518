package dev.empathy.internal.match;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * How many states of one phrase one text can keep alive together: those that wait behind a gap, and
 * those that one token can enter. States only lead to states made later, so one pass over them in
 * order is enough.
 */
final class Width {

  private Width() {}

  /**
   * @param most what is asked about: up to it, states that are few enough are not looked at
   * @param states the phrase's states in the order in which they were made
   * @param classOf a state's token class, or -1 for a join
   * @param symbolsOf a class's symbols
   * @param edgesOf where a state can be reached from, as pairs of state and gap
   */
  static int of(
      int most,
      SortedSet<Integer> states,
      IntUnaryOperator classOf,
      IntFunction<List<Integer>> symbolsOf,
      IntFunction<int[][]> edgesOf) {
    if (states.size() <= Math.min(8, most)) {
      return states.size();
    }
    Map<Integer, Set<Integer>> steps = new HashMap<>();
    TreeMap<Integer, Set<Integer>> atStep = new TreeMap<>();
    Set<Integer> waiting = new HashSet<>();
    for (int state : states) {
      boolean join = classOf.applyAsInt(state) < 0;
      Set<Integer> reached = new HashSet<>();
      for (int[] edge : edgesOf.apply(state)) {
        Set<Integer> before = edge[0] <= AutomatonBuilder.OPENING ? Set.of(0) : steps.get(edge[0]);
        if (edge[1] > 0) {
          waiting.add(edge[0]);
        }
        for (int step : before) {
          for (int gap = 0; gap <= edge[1]; gap++) {
            reached.add(step + gap + (join ? 0 : 1));
          }
        }
      }
      steps.put(state, reached);
      for (int step : reached) {
        atStep.computeIfAbsent(step, key -> new HashSet<>()).add(state);
      }
    }
    int widest = 0;
    for (Set<Integer> together : atStep.values()) {
      widest = Math.max(widest, enteredByOne(most, together, classOf, symbolsOf));
    }
    return widest + waiting.size();
  }

  private static int enteredByOne(
      int most,
      Set<Integer> states,
      IntUnaryOperator classOf,
      IntFunction<List<Integer>> symbolsOf) {
    if (states.size() <= most / 2) {
      return states.size();
    }
    Map<Integer, Integer> counts = new HashMap<>();
    int joins = 0;
    for (int state : states) {
      int tokenClass = classOf.applyAsInt(state);
      if (tokenClass < 0) {
        joins++;
      } else {
        for (int symbol : symbolsOf.apply(tokenClass)) {
          counts.merge(symbol, 1, Integer::sum);
        }
      }
    }
    return joins + counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}

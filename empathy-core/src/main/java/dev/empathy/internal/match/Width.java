package dev.empathy.internal.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * How many states of one phrase one text can keep alive together: those that wait behind a gap, and
 * those that one token can enter. States only lead to states made later, so one pass over them in
 * order is enough.
 */
final class Width {

  /**
   * What looking at pairs of tokens may cost; beyond it a phrase is taken for as wide as it may be.
   */
  private static final int MOST_PAIRS = 1_000_000;

  /** Instead of a token before: there may have been any. */
  private static final int ANY = -1;

  private final int most;
  private final SortedSet<Integer> states;
  private final IntUnaryOperator classOf;
  private final IntFunction<int[]> symbolsOf;
  private final IntFunction<int[][]> edgesOf;

  /** Per class, the kinds of its symbols; empty until it is asked for. */
  private Map<Integer, Set<Integer>> kinds = Map.of();

  /** Per join, the kinds of the token that it is entered with. */
  private final Map<Integer, Set<Integer>> beforeJoin = new HashMap<>();

  private Width(
      int most,
      SortedSet<Integer> states,
      IntUnaryOperator classOf,
      IntFunction<int[]> symbolsOf,
      IntFunction<int[][]> edgesOf) {
    this.most = most;
    this.states = states;
    this.classOf = classOf;
    this.symbolsOf = symbolsOf;
    this.edgesOf = edgesOf;
  }

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
      IntFunction<int[]> symbolsOf,
      IntFunction<int[][]> edgesOf) {
    return states.size() <= Math.min(8, most)
        ? states.size()
        : new Width(most, states, classOf, symbolsOf, edgesOf).width();
  }

  private int width() {
    Map<Integer, Set<Integer>> steps = new HashMap<>();
    TreeMap<Integer, Set<Integer>> atStep = new TreeMap<>();
    Set<Integer> waiting = new HashSet<>();
    for (int state : states) {
      Set<Integer> reached = new HashSet<>();
      for (int[] edge : edgesOf.apply(state)) {
        Set<Integer> before = edge[0] <= AutomatonBuilder.OPENING ? Set.of(0) : steps.get(edge[0]);
        if (edge[1] > 0) {
          waiting.add(edge[0]);
        }
        for (int step : before) {
          for (int gap = 0; gap <= edge[1]; gap++) {
            reached.add(step + gap + (isJoin(state) ? 0 : 1));
          }
        }
      }
      steps.put(state, reached);
      for (int step : reached) {
        atStep.computeIfAbsent(step, key -> new TreeSet<>()).add(state);
      }
    }
    int widest = 0;
    for (Set<Integer> together : atStep.values()) {
      widest = Math.max(widest, enteredByOne(together, waiting.size()));
    }
    return widest + waiting.size();
  }

  private boolean isJoin(int state) {
    return classOf.applyAsInt(state) < 0;
  }

  private int enteredByOne(Set<Integer> together, int waiting) {
    if (together.size() <= most / 2) {
      return together.size();
    }
    Map<Integer, Integer> counts = new HashMap<>();
    int joins = 0;
    for (int state : together) {
      if (isJoin(state)) {
        joins++;
      } else {
        for (int symbol : symbolsOf.apply(classOf.applyAsInt(state))) {
          counts.merge(symbol, 1, Integer::sum);
        }
      }
    }
    int roughly = joins + counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return roughly + waiting <= most ? roughly : joins + enteredByTwo(together, roughly - joins);
  }

  // Entries of lists may end alike (b1 c, b2 c): one token then enters the ends of all of them, if
  // one does not look at the token before it.

  private int enteredByTwo(Set<Integer> together, int otherwise) {
    kinds = kinds.isEmpty() ? kindsOfSymbols() : kinds;
    Map<Integer, Map<Integer, Integer>> counts = new HashMap<>();
    long pairs = 0;
    for (int state : together) {
      if (!isJoin(state)) {
        Set<Integer> before = kindsBefore(state);
        Set<Integer> own = kinds.getOrDefault(classOf.applyAsInt(state), Set.of());
        pairs += (long) before.size() * own.size();
        if (pairs > MOST_PAIRS) {
          return otherwise;
        }
        for (int kind : own) {
          Map<Integer, Integer> byBefore = counts.computeIfAbsent(kind, key -> new HashMap<>());
          before.forEach(one -> byBefore.merge(one, 1, Integer::sum));
        }
      }
    }
    int widest = 0;
    for (Map<Integer, Integer> byBefore : counts.values()) {
      int any = byBefore.getOrDefault(ANY, 0);
      byBefore.remove(ANY);
      int one = byBefore.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      widest = Math.max(widest, any + one);
    }
    return widest;
  }

  /** The kinds of the token right before a state's own. */
  private Set<Integer> kindsBefore(int state) {
    Set<Integer> before = new HashSet<>();
    for (int[] edge : edgesOf.apply(state)) {
      if (edge[1] > 0 || edge[0] <= AutomatonBuilder.OPENING) {
        return Set.of(ANY);
      }
      if (isJoin(edge[0])) {
        before.addAll(kindsBeforeJoin(edge[0]));
      } else {
        before.addAll(kinds.getOrDefault(classOf.applyAsInt(edge[0]), Set.of()));
      }
    }
    return before.contains(ANY) ? Set.of(ANY) : before;
  }

  /** A join is made after all that leads to it: few joins lead to joins, one below the other. */
  private Set<Integer> kindsBeforeJoin(int join) {
    Set<Integer> known = beforeJoin.get(join);
    if (known != null) {
      return known;
    }
    Set<Integer> before = new HashSet<>();
    for (int[] edge : edgesOf.apply(join)) {
      if (edge[1] > 0 || edge[0] <= AutomatonBuilder.OPENING) {
        before.add(ANY);
      } else if (isJoin(edge[0])) {
        before.addAll(kindsBeforeJoin(edge[0]));
      } else {
        before.addAll(kinds.getOrDefault(classOf.applyAsInt(edge[0]), Set.of()));
      }
    }
    beforeJoin.put(join, before);
    return before;
  }

  /**
   * Per class of the phrase, the kinds of its symbols. Symbols that are in the same classes of the
   * phrase are of one kind, so that two long lists do not make pairs of all their words.
   */
  private Map<Integer, Set<Integer>> kindsOfSymbols() {
    Map<Integer, List<Integer>> classesOf = new LinkedHashMap<>();
    int[] classes =
        states.stream().mapToInt(classOf::applyAsInt).filter(one -> one >= 0).distinct().toArray();
    for (int tokenClass : classes) {
      Arrays.stream(symbolsOf.apply(tokenClass))
          .forEach(
              symbol ->
                  classesOf.computeIfAbsent(symbol, key -> new ArrayList<>(1)).add(tokenClass));
    }
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    Map<Integer, Set<Integer>> found = new HashMap<>();
    for (List<Integer> own : classesOf.values()) {
      int kind = numbers.computeIfAbsent(own, key -> numbers.size());
      own.forEach(one -> found.computeIfAbsent(one, key -> new HashSet<>()).add(kind));
    }
    return found;
  }
}

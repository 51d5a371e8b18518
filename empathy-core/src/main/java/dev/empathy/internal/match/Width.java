package dev.empathy.internal.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /** The steps of what begins a phrase. */
  private static final long[] START = {1};

  /** Instead of a token before: there may have been any. */
  private static final int ANY = -1;

  private final int most;
  private final int[] states;
  private final AutomatonBuilder automaton;

  /** Per class, the kinds of its symbols; empty until it is asked for. */
  private Map<Integer, Set<Integer>> kinds = Map.of();

  /** Per join, the kinds of the token that it is entered with. */
  private final Map<Integer, Set<Integer>> beforeJoin = new HashMap<>();

  private Width(int most, int[] states, AutomatonBuilder automaton) {
    this.most = most;
    this.states = states;
    this.automaton = automaton;
  }

  /** Whether so many states could be too many: each of them counts twice at most. */
  static boolean mayExceed(int most, int states) {
    return 2L * states > most;
  }

  /**
   * @param most what is asked about: up to it, states that are few enough are not looked at
   * @param states the phrase's states in any order
   * @param automaton knows where they can be reached from, and what they take
   */
  static int of(int most, int[] states, AutomatonBuilder automaton) {
    Arrays.sort(states);
    return states.length <= Math.min(8, most)
        ? states.length
        : new Width(most, states, automaton).width();
  }

  private int width() {
    long[][] steps = new long[states.length][];
    boolean[] waiting = new boolean[states.length];
    int[] counts = new int[64];
    for (int i = 0; i < states.length; i++) {
      int own = isJoin(states[i]) ? 0 : 1;
      long[] reached = {0};
      for (int path : automaton.from(states[i])) {
        int before = Arrays.binarySearch(states, AutomatonBuilder.stateOf(path));
        int gap = AutomatonBuilder.gapOf(path);
        // What is no state of the phrase is a start.
        waitsAt(waiting, before, gap);
        reached = reach(reached, before < 0 ? START : steps[before], own, own + gap);
      }
      steps[i] = reached;
      counts = count(reached, counts);
    }
    int waits = 0;
    for (boolean one : waiting) {
      waits += one ? 1 : 0;
    }
    int widest = 0;
    for (int count : counts) {
      widest = Math.max(widest, count);
    }
    return widest + waits <= most ? widest + waits : waits + widest(counts, steps, waits);
  }

  /** The same exactly, where to count what a step can reach is too rough. */
  private int widest(int[] counts, long[][] steps, int waits) {
    int widest = 0;
    for (int step = 0; step < counts.length; step++) {
      if (counts[step] > widest) {
        widest = Math.max(widest, enteredByOne(at(step, steps, counts[step]), waits));
      }
    }
    return widest;
  }

  private static void waitsAt(boolean[] waiting, int state, int gap) {
    if (state >= 0 && gap > 0) {
      waiting[state] = true;
    }
  }

  /** Adds steps, a bit each, each of them so many further. */
  private static long[] reach(long[] reached, long[] before, int least, int most) {
    int last = 64 * before.length - 1 - Long.numberOfLeadingZeros(before[before.length - 1]);
    long[] all = reached;
    if (last + most >= 64 * all.length) {
      all = Arrays.copyOf(all, (last + most >>> 6) + 1);
    }
    for (int further = least; further <= most; further++) {
      for (int word = 0; word < before.length; word++) {
        int to = word + (further >>> 6);
        if (to < all.length) {
          all[to] |= before[word] << further;
        }
        if ((further & 63) > 0 && to + 1 < all.length) {
          all[to + 1] |= before[word] >>> 64 - further;
        }
      }
    }
    return all;
  }

  private static int[] count(long[] reached, int[] counts) {
    int[] all =
        64 * reached.length > counts.length ? Arrays.copyOf(counts, 64 * reached.length) : counts;
    for (int word = 0; word < reached.length; word++) {
      for (long left = reached[word]; left != 0; left &= left - 1) {
        all[64 * word + Long.numberOfTrailingZeros(left)]++;
      }
    }
    return all;
  }

  /** The states that a step can reach, in order. */
  private int[] at(int step, long[][] steps, int count) {
    int[] together = new int[count];
    int size = 0;
    for (int i = 0; i < states.length; i++) {
      if (step < 64 * steps[i].length && (steps[i][step >>> 6] & 1L << step) != 0) {
        together[size++] = states[i];
      }
    }
    return together;
  }

  private boolean isJoin(int state) {
    return automaton.tokenClass(state) < 0;
  }

  private int enteredByOne(int[] together, int waiting) {
    if (together.length <= most / 2) {
      return together.length;
    }
    int[] counts = automaton.counts();
    int joins = 0;
    int mostOfOne = 0;
    for (int state : together) {
      if (isJoin(state)) {
        joins++;
      } else {
        for (int symbol : automaton.symbols(automaton.tokenClass(state))) {
          mostOfOne = Math.max(mostOfOne, ++counts[symbol]);
        }
      }
    }
    for (int state : together) {
      if (!isJoin(state)) {
        for (int symbol : automaton.symbols(automaton.tokenClass(state))) {
          counts[symbol] = 0;
        }
      }
    }
    int roughly = joins + mostOfOne;
    return roughly + waiting <= most ? roughly : joins + enteredByTwo(together, roughly - joins);
  }

  // Entries of lists may end alike (b1 c, b2 c): one token then enters the ends of all of them, if
  // one does not look at the token before it.

  private int enteredByTwo(int[] together, int otherwise) {
    kinds = kinds.isEmpty() ? kindsOfSymbols() : kinds;
    Map<Integer, Map<Integer, Integer>> counts = new HashMap<>();
    long pairs = 0;
    for (int state : together) {
      if (!isJoin(state)) {
        Set<Integer> before = kindsBefore(state);
        Set<Integer> own = kinds.getOrDefault(automaton.tokenClass(state), Set.of());
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
    for (int path : automaton.from(state)) {
      int from = AutomatonBuilder.stateOf(path);
      if (AutomatonBuilder.gapOf(path) > 0 || from <= AutomatonBuilder.OPENING) {
        return Set.of(ANY);
      }
      if (isJoin(from)) {
        before.addAll(kindsBeforeJoin(from));
      } else {
        before.addAll(kinds.getOrDefault(automaton.tokenClass(from), Set.of()));
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
    for (int path : automaton.from(join)) {
      int from = AutomatonBuilder.stateOf(path);
      if (AutomatonBuilder.gapOf(path) > 0 || from <= AutomatonBuilder.OPENING) {
        before.add(ANY);
      } else if (isJoin(from)) {
        before.addAll(kindsBeforeJoin(from));
      } else {
        before.addAll(kinds.getOrDefault(automaton.tokenClass(from), Set.of()));
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
        Arrays.stream(states)
            .map(automaton::tokenClass)
            .filter(one -> one >= 0)
            .distinct()
            .toArray();
    for (int tokenClass : classes) {
      Arrays.stream(automaton.symbols(tokenClass))
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

package dev.empathy.internal.match;

import dev.empathy.internal.text.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * All phrases as one non-deterministic automaton over word symbols, and the one pass that runs it.
 * From every token whose symbol can begin a phrase it looks ahead through the sentence with a set
 * of live states; the set is bounded when the rubric is compiled, and so is the distance, so the
 * cost is linear in the message for any rubric. Nothing is tried twice, nothing recurses.
 *
 * <p>It is equivalent to the naive loop: for each group of phrases, at each token from the left,
 * take the longest match of any of its phrases (the first written in a tie) and go on at its end.
 *
 * <p>Immutable; the state of a run lives in a scratch object per thread.
 */
final class Automaton {

  /**
   * A name that a state's token is kept under.
   *
   * @param outer the capture around it, 0 for none
   * @param name the name
   * @param instance tells apart two uses of one name in a phrase
   */
  record Capture(int outer, String name, int instance) {}

  private final int[][][] cameFrom;
  private final int[] classOf;
  private final int[] captureOf;
  private final boolean[] skips;
  private final int[][] accepts;

  /** Per phrase, the states that it ends with. */
  private final int[][] ends;

  private final List<Capture> captures;
  private final boolean[] closed;
  private final int[] groupOf;
  private final int groups;

  /** Per state, how many tokens it may wait for its successors. */
  private final int[] patience;

  /** Per state, the joins that it enters together with its token. */
  private final int[][] joins;

  /** Per state, its edges as triples of class, target and gap. */
  private final int[][] edges;

  /** Per class the one symbol in it, or -1 where there are several: then the bits tell. */
  private final int[] single;

  private final long[][] members;

  /** Per symbol, the states that it enters from the start, free and at a sentence's opening. */
  private final int[][] entries;

  private final int[][] openings;

  private final ThreadLocal<Scratch> scratch;

  Automaton(
      int[][][] cameFrom,
      int[] classOf,
      int[] captureOf,
      boolean[] skips,
      int[][] accepts,
      List<Capture> captures,
      int[][] classesOf,
      boolean[] closed,
      int[] groupOf,
      int groups) {
    this.cameFrom = cameFrom;
    this.classOf = classOf;
    this.captureOf = captureOf;
    this.skips = skips;
    this.accepts = accepts;
    this.captures = captures;
    this.closed = closed;
    this.groupOf = groupOf;
    this.groups = groups;
    int states = classOf.length;
    ends = ends();
    patience = new int[states];
    List<List<Integer>> joining = new ArrayList<>();
    List<List<Integer>> outgoing = new ArrayList<>();
    for (int state = 0; state < states; state++) {
      joining.add(new ArrayList<>());
      outgoing.add(new ArrayList<>());
    }
    for (int state = 0; state < states; state++) {
      for (int[] edge : cameFrom[state]) {
        if (classOf[state] < 0) {
          joining.get(edge[0]).add(state);
        } else {
          outgoing.get(edge[0]).addAll(List.of(classOf[state], state, edge[1]));
          patience[edge[0]] = Math.max(patience[edge[0]], edge[1]);
        }
      }
    }
    joins = joining.stream().map(Automaton::ints).toArray(int[][]::new);
    edges = outgoing.stream().map(Automaton::ints).toArray(int[][]::new);
    single = new int[closed.length];
    members = new long[closed.length][];
    fillMembers(classesOf);
    entries = entries(AutomatonBuilder.START, classesOf);
    openings = entries(AutomatonBuilder.OPENING, classesOf);
    scratch = ThreadLocal.withInitial(() -> new Scratch(states, groups));
  }

  private int[][] ends() {
    List<List<Integer>> byPhrase = new ArrayList<>();
    for (int phrase = 0; phrase < groupOf.length; phrase++) {
      byPhrase.add(new ArrayList<>(1));
    }
    for (int state = 0; state < accepts.length; state++) {
      for (int phrase : accepts[state]) {
        byPhrase.get(phrase).add(state);
      }
    }
    return byPhrase.stream().map(Automaton::ints).toArray(int[][]::new);
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  private void fillMembers(int[][] classesOf) {
    int[] sizes = new int[single.length];
    for (int symbol = 0; symbol < classesOf.length; symbol++) {
      for (int tokenClass : classesOf[symbol]) {
        single[tokenClass] = symbol;
        sizes[tokenClass]++;
      }
    }
    for (int symbol = 0; symbol < classesOf.length; symbol++) {
      for (int tokenClass : classesOf[symbol]) {
        if (sizes[tokenClass] > 1) {
          single[tokenClass] = -1;
          if (members[tokenClass] == null) {
            members[tokenClass] = new long[(classesOf.length + 63) >>> 6];
          }
          members[tokenClass][symbol >>> 6] |= 1L << symbol;
        }
      }
    }
  }

  private boolean accepts(int tokenClass, int symbol) {
    int only = single[tokenClass];
    return only >= 0 ? only == symbol : (members[tokenClass][symbol >>> 6] & 1L << symbol) != 0;
  }

  private int[][] entries(int start, int[][] classesOf) {
    List<List<Integer>> byClass = new ArrayList<>();
    for (int tokenClass = 0; tokenClass < closed.length; tokenClass++) {
      byClass.add(new ArrayList<>());
    }
    for (int edge = 0; edge < edges[start].length; edge += 3) {
      byClass.get(edges[start][edge]).add(edges[start][edge + 1]);
    }
    int[][] bySymbol = new int[classesOf.length][];
    for (int symbol = 0; symbol < classesOf.length; symbol++) {
      List<Integer> states = new ArrayList<>();
      for (int tokenClass : classesOf[symbol]) {
        states.addAll(byClass.get(tokenClass));
      }
      bySymbol[symbol] = ints(states);
    }
    return bySymbol;
  }

  int states() {
    return classOf.length;
  }

  int groups() {
    return groups;
  }

  /** Finds every hit of every group, in the order in which the hits begin. */
  void match(Tokens tokens, Hits hits) {
    Scratch run = scratch.get();
    run.begin(tokens, hits);
    int size = tokens.size();
    for (int at = 0; at < size; at++) {
      int symbol = tokens.symbol(at);
      int[] free = entries[symbol];
      int[] opening = tokens.opensSentence(at) ? openings[symbol] : NONE;
      if (free.length > 0 || opening.length > 0) {
        lookAhead(run, at, free, opening);
      }
    }
  }

  private static final int[] NONE = {};

  private void lookAhead(Scratch run, int start, int[] free, int[] opening) {
    Tokens tokens = run.tokens;
    run.start = start;
    run.touched = 0;
    Live live = run.live;
    live.clear();
    for (int state : free) {
      enter(run, live, state, start);
    }
    for (int state : opening) {
      enter(run, live, state, start);
    }
    int sentence = tokens.sentence(start);
    for (int at = start + 1;
        live.size > 0 && at < tokens.size() && tokens.sentence(at) == sentence;
        at++) {
      Live next = run.spare;
      next.clear();
      step(run, live, next, at, tokens.symbol(at));
      run.spare = live;
      live = next;
    }
    run.live = live;
    run.report();
  }

  private void step(Scratch run, Live live, Live next, int at, int symbol) {
    for (int i = 0; i < live.size; i++) {
      int state = live.states[i];
      int passed = at - live.matchedAt[i] - 1;
      int[] out = edges[state];
      for (int edge = 0; edge < out.length; edge += 3) {
        if (passed <= out[edge + 2] && accepts(out[edge], symbol)) {
          enter(run, next, out[edge + 1], at);
        }
      }
      if (passed < patience[state]) {
        next.put(state, live.matchedAt[i]);
      }
    }
  }

  /** Makes a state live, notes the phrases that end there, and enters its joins. */
  private void enter(Scratch run, Live live, int state, int at) {
    if (!live.put(state, at)) {
      return;
    }
    for (int phrase : accepts[state]) {
      run.accept(groupOf[phrase], phrase, state, at + 1);
    }
    for (int join : joins[state]) {
      enterJoin(run, live, join, at);
    }
  }

  /** Joins may enter joins, though never in a circle: each is made after those that lead to it. */
  private void enterJoin(Scratch run, Live live, int state, int at) {
    int top = 0;
    run.stack[top++] = state;
    while (top > 0) {
      int join = run.stack[--top];
      if (live.put(join, at)) {
        for (int phrase : accepts[join]) {
          run.accept(groupOf[phrase], phrase, join, at + 1);
        }
        for (int further : joins[join]) {
          if (top == run.stack.length) {
            run.stack = Arrays.copyOf(run.stack, top * 2);
          }
          run.stack[top++] = further;
        }
      }
    }
  }

  /** The set of live states with the token that each was last entered at; a later one wins. */
  private static final class Live {

    private final int[] slots;
    private int[] states = new int[64];
    private int[] matchedAt = new int[64];
    private int size;

    Live(int stateCount) {
      slots = new int[stateCount];
    }

    void clear() {
      size = 0;
    }

    /** Whether the state is new, or entered later than before. */
    boolean put(int state, int at) {
      int slot = slots[state];
      if (slot < size && states[slot] == state) {
        if (matchedAt[slot] >= at) {
          return false;
        }
        matchedAt[slot] = at;
        return true;
      }
      if (size == states.length) {
        states = Arrays.copyOf(states, size * 2);
        matchedAt = Arrays.copyOf(matchedAt, size * 2);
      }
      slots[state] = size;
      states[size] = state;
      matchedAt[size++] = at;
      return true;
    }
  }

  /** What one run needs; used again and again by its thread. */
  private static final class Scratch {

    private Live live;
    private Live spare;
    private int[] stack = new int[64];
    private final int[] resumeAt;
    private final int[] bestEnd;
    private final int[] bestPhrase;
    private final int[] bestState;
    private final int[] touchedGroups;
    private Tokens tokens;
    private Hits hits;
    private int start;
    private int touched;

    Scratch(int states, int groups) {
      live = new Live(states);
      spare = new Live(states);
      resumeAt = new int[groups];
      bestEnd = new int[groups];
      bestPhrase = new int[groups];
      bestState = new int[groups];
      touchedGroups = new int[groups];
    }

    void begin(Tokens tokens, Hits hits) {
      this.tokens = tokens;
      this.hits = hits;
      Arrays.fill(resumeAt, 0);
      Arrays.fill(bestEnd, 0);
    }

    void accept(int group, int phrase, int state, int end) {
      if (start < resumeAt[group]) {
        return;
      }
      if (bestEnd[group] == 0) {
        touchedGroups[touched++] = group;
      } else if (end < bestEnd[group] || (end == bestEnd[group] && phrase >= bestPhrase[group])) {
        return;
      }
      bestEnd[group] = end;
      bestPhrase[group] = phrase;
      bestState[group] = state;
    }

    void report() {
      for (int i = 0; i < touched; i++) {
        int group = touchedGroups[i];
        hits.add(group, bestPhrase[group], start, bestEnd[group], bestState[group]);
        resumeAt[group] = bestEnd[group];
        bestEnd[group] = 0;
      }
    }
  }

  // What follows is for hits only: how a match came about.

  /**
   * The states that a match went through, one per token of {@code start..end}; 0 where the token
   * was passed over by a gap or skipped. Of several ways the one that passes over the fewest tokens
   * is taken, then the one whose gaps lie furthest to the left.
   */
  int[] path(Tokens tokens, int start, int end, int last) {
    List<TreeMap<Integer, Step>> layers = new ArrayList<>();
    for (int at = start; at < end; at++) {
      layers.add(layer(tokens, layers, start, at));
    }
    int[] path = new int[end - start];
    int at = end - 1;
    for (int state = last; state > AutomatonBuilder.OPENING; ) {
      if (classOf[state] >= 0 && !skips[state]) {
        path[at - start] = state;
      }
      Step step = layers.get(at - start).get(state);
      state = step.state;
      at = step.at;
    }
    return path;
  }

  /**
   * The cheapest way into a state.
   *
   * @param cost how many tokens it passes over
   * @param state where it comes from
   * @param at the token that that state was entered with
   */
  private record Step(int cost, int state, int at) {

    boolean isBetterThan(Step other) {
      return cost < other.cost || (cost == other.cost && at > other.at);
    }
  }

  /** The states that can be entered with one token, from a match begun at {@code start}. */
  private TreeMap<Integer, Step> layer(
      Tokens tokens, List<TreeMap<Integer, Step>> layers, int start, int at) {
    TreeMap<Integer, Step> layer = new TreeMap<>();
    int symbol = tokens.symbol(at);
    if (at == start) {
      offer(layer, entries[symbol], new Step(0, AutomatonBuilder.START, at));
      if (tokens.opensSentence(at)) {
        offer(layer, openings[symbol], new Step(0, AutomatonBuilder.OPENING, at));
      }
    }
    for (int before = Math.max(start, at - 1 - MatchLimits.GAP); before < at; before++) {
      int passed = at - before - 1;
      for (Map.Entry<Integer, Step> from : layers.get(before - start).entrySet()) {
        int[] out = edges[from.getKey()];
        for (int edge = 0; edge < out.length; edge += 3) {
          int target = out[edge + 1];
          if (passed <= out[edge + 2] && accepts(out[edge], symbol)) {
            int cost = from.getValue().cost + passed + (skips[target] ? 1 : 0);
            offer(layer, target, new Step(cost, from.getKey(), before));
          }
        }
      }
    }
    // A join is made after the states that lead to it, so that going up reaches all of them.
    for (Integer state = layer.isEmpty() ? null : layer.firstKey();
        state != null;
        state = layer.higherKey(state)) {
      offer(layer, joins[state], new Step(layer.get(state).cost, state, at));
    }
    return layer;
  }

  private static void offer(TreeMap<Integer, Step> layer, int[] states, Step step) {
    for (int state : states) {
      offer(layer, state, step);
    }
  }

  private static void offer(TreeMap<Integer, Step> layer, int state, Step step) {
    Step known = layer.get(state);
    if (known == null || step.isBetterThan(known)) {
      layer.put(state, step);
    }
  }

  /** The captures that a state's token belongs to, from the innermost out. */
  List<Capture> capturesOf(int state) {
    List<Capture> all = new ArrayList<>();
    for (int id = captureOf[state]; id > 0; id = captures.get(id).outer()) {
      all.add(captures.get(id));
    }
    return all;
  }

  // What follows is for near misses only: see there.

  /** The phrases of a group, in order. */
  List<Integer> phrasesOf(int group) {
    return IntStream.range(0, groupOf.length)
        .filter(phrase -> groupOf[phrase] == group)
        .boxed()
        .toList();
  }

  /** The symbols that a class of tokens accepts. */
  IntStream symbols(int tokenClass) {
    return single[tokenClass] >= 0
        ? IntStream.of(single[tokenClass])
        : BitSet.valueOf(members[tokenClass]).stream();
  }

  /** The states that a phrase ends with. */
  int[] endsOf(int phrase) {
    return ends[phrase];
  }

  /** Whether a state takes a word of its phrase: no join, and nothing that is only passed over. */
  boolean takesWord(int state) {
    return classOf[state] >= 0 && !skips[state];
  }

  /** The states that lead to a state. */
  int[] comesFrom(int state) {
    return Arrays.stream(cameFrom[state]).mapToInt(edge -> edge[0]).toArray();
  }

  /** The states that a token can be entered with. */
  int[] entries(Tokens tokens, int at) {
    int[] free = entries[tokens.symbol(at)];
    int[] opening = tokens.opensSentence(at) ? openings[tokens.symbol(at)] : NONE;
    return IntStream.concat(Arrays.stream(free), Arrays.stream(opening)).toArray();
  }

  /** The states that a symbol leads to after so many tokens were passed over. */
  List<Integer> follow(int state, int passed, int symbol) {
    List<Integer> targets = new ArrayList<>();
    int[] out = edges[state];
    for (int edge = 0; edge < out.length; edge += 3) {
      if (passed <= out[edge + 2] && accepts(out[edge], symbol)) {
        targets.add(out[edge + 1]);
      }
    }
    return targets;
  }

  /** Whether a state may still be followed after one more token was passed over. */
  boolean waits(int state, int passed) {
    return passed < patience[state];
  }

  /** The joins that a state enters together with its token. */
  int[] joins(int state) {
    return joins[state];
  }

  /** The class of tokens that a state takes. */
  int classOf(int state) {
    return classOf[state];
  }

  /** The states that take the next word after a state, words that may be skipped left out. */
  List<Integer> nextWords(int state) {
    List<Integer> next = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(state));
    Set<Integer> seen = new HashSet<>();
    while (!open.isEmpty()) {
      int from = open.poll();
      int[] out = edges[from];
      IntStream targets = IntStream.range(0, out.length / 3).map(edge -> out[edge * 3 + 1]);
      for (int target : IntStream.concat(targets, Arrays.stream(joins[from])).toArray()) {
        if (seen.add(target)) {
          (takesWord(target) ? next : open).add(target);
        }
      }
    }
    return next;
  }

  /** Per phrase, one that makes it superfluous: see {@link Shadows}. */
  int[] shadows(IntUnaryOperator rivalOf) {
    return Shadows.of(accepts, groupOf, rivalOf);
  }

  /** Whether a state accepts only words that the rubric lists. */
  boolean isClosed(int state) {
    return closed[classOf[state]];
  }

  // What follows is for printing the program of one phrase: see ProgramText.

  boolean isJoin(int state) {
    return classOf[state] < 0;
  }

  boolean skips(int state) {
    return skips[state];
  }

  /** Where a state can be reached from, as pairs of state and gap. */
  int[][] cameFrom(int state) {
    return cameFrom[state];
  }

  /** The number of the tokens that a state takes, equal for states that take the same. */
  int tokenClass(int state) {
    return classOf[state];
  }

  /** The program, a state a line; for people and tests. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (int state = AutomatonBuilder.OPENING + 1; state < classOf.length; state++) {
      out.append(state).append(classOf[state] < 0 ? " join" : " class " + classOf[state]);
      out.append(skips[state] ? " skips" : "");
      for (int[] edge : cameFrom[state]) {
        out.append(edge[0] == 0 ? " <start" : edge[0] == 1 ? " <opening" : " <" + edge[0]);
        out.append(edge[1] > 0 ? "..." + edge[1] : "");
      }
      for (Capture capture : capturesOf(state)) {
        out.append(" $").append(capture.name());
      }
      for (int phrase : accepts[state]) {
        out.append(" =").append(phrase);
      }
      out.append('\n');
    }
    return out.toString();
  }
}

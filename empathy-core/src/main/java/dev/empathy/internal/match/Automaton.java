package dev.empathy.internal.match;

import dev.empathy.internal.text.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All phrases as one non-deterministic automaton over word symbols, and the one pass that runs it.
 * From every token whose symbol can begin a phrase it looks ahead through the sentence with a set
 * of live states; for each phrase the set is bounded when the rubric is compiled, and so is the
 * distance. What all phrases together may cost is counted while it runs ({@link Hits}), so that it
 * is linear in the message for any rubric. Nothing is tried twice, nothing recurses.
 *
 * <p>It is equivalent to the naive loop: for each group of phrases, at each token from the left,
 * take the longest match of any of its phrases (the first written in a tie) and go on at its end;
 * of a group of marks, go on at the next token.
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

  /** Per group, whether its matches may overlap each other. */
  private final boolean[] overlapping;

  /** Per state, how many tokens it may wait for its successors. */
  private final int[] patience;

  /** Per state, the joins that it enters together with its token. */
  private final int[][] joins;

  /** Per state, its edges as triples of class, target and gap. */
  private final int[][] edges;

  /** Per state, its edges by symbol where there are many; else null. */
  private final @Nullable FanOut[] fans;

  private final TokenClasses classes;

  /** What can begin a phrase, anywhere and at a sentence's opening. */
  private final Starts free;

  private final Starts opening;

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
      boolean[] overlapping) {
    this.cameFrom = cameFrom;
    this.classOf = classOf;
    this.captureOf = captureOf;
    this.skips = skips;
    this.accepts = accepts;
    this.captures = captures;
    this.closed = closed;
    this.groupOf = groupOf;
    this.overlapping = overlapping;
    int states = classOf.length;
    ends = ends();
    classes = new TokenClasses(closed.length, classesOf);
    patience = new int[states];
    joins = new int[states][];
    edges = new int[states][];
    fillEdges();
    fans = new FanOut[states];
    for (int state = 0; state < states; state++) {
      fans[state] = FanOut.of(edges[state], classes);
    }
    free = starts(AutomatonBuilder.START, classesOf);
    opening = starts(AutomatonBuilder.OPENING, classesOf);
    scratch = ThreadLocal.withInitial(() -> new Scratch(states, overlapping));
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
    return byPhrase.stream()
        .map(all -> all.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** Turns round the edges that lead into each state: at most a few for each, in one pass. */
  private void fillEdges() {
    int[] joined = new int[classOf.length];
    int[] going = new int[classOf.length];
    for (int state = 0; state < classOf.length; state++) {
      for (int[] edge : cameFrom[state]) {
        (classOf[state] < 0 ? joined : going)[edge[0]]++;
      }
    }
    for (int state = 0; state < classOf.length; state++) {
      joins[state] = joined[state] == 0 ? NONE : new int[joined[state]];
      edges[state] = going[state] == 0 ? NONE : new int[3 * going[state]];
    }
    for (int state = classOf.length - 1; state >= 0; state--) {
      for (int i = cameFrom[state].length - 1; i >= 0; i--) {
        int from = cameFrom[state][i][0];
        if (classOf[state] < 0) {
          joins[from][--joined[from]] = state;
        } else {
          int gap = cameFrom[state][i][1];
          int at = 3 * --going[from];
          edges[from][at] = classOf[state];
          edges[from][at + 1] = state;
          edges[from][at + 2] = gap;
          patience[from] = Math.max(patience[from], gap);
        }
      }
    }
  }

  /**
   * What can begin a phrase. Not the states of each symbol: many classes of many symbols would
   * multiply.
   *
   * @param classes per symbol, those of its classes that can begin one
   * @param states per class, the states that it enters
   */
  private record Starts(int[][] classes, int[][] states) {

    int[] of(int symbol) {
      int[] own = classes[symbol];
      return own.length == 1
          ? states[own[0]]
          : Arrays.stream(own).flatMap(one -> Arrays.stream(states[one])).toArray();
    }
  }

  private Starts starts(int start, int[][] classesOf) {
    int[][] states = new int[closed.length][];
    Arrays.fill(states, NONE);
    int[] counts = new int[closed.length];
    int[] out = edges[start];
    for (int edge = 0; edge < out.length; edge += 3) {
      counts[out[edge]]++;
    }
    for (int edge = 0; edge < out.length; edge += 3) {
      if (states[out[edge]].length == 0) {
        states[out[edge]] = new int[counts[out[edge]]];
      }
    }
    for (int edge = out.length - 3; edge >= 0; edge -= 3) {
      states[out[edge]][--counts[out[edge]]] = out[edge + 1];
    }
    int[][] classes = new int[classesOf.length][];
    for (int symbol = 0; symbol < classes.length; symbol++) {
      int[] own = Arrays.stream(classesOf[symbol]).filter(c -> states[c].length > 0).toArray();
      classes[symbol] = own.length == 0 ? NONE : own;
    }
    return new Starts(classes, states);
  }

  private boolean accepts(int tokenClass, int symbol) {
    return classes.has(tokenClass, symbol);
  }

  int states() {
    return classOf.length;
  }

  int groups() {
    return overlapping.length;
  }

  /**
   * Finds every hit of every group, in the order in which the hits begin; until they are full or
   * cost too much.
   */
  void match(Tokens tokens, Hits hits) {
    Scratch run = scratch.get();
    run.begin(tokens, hits);
    int size = tokens.size();
    for (int at = 0; at < size && !hits.isCut(); at++) {
      int symbol = tokens.symbol(at);
      int[] anywhere = free.classes[symbol];
      int[] atOpening = tokens.opensSentence(at) ? opening.classes[symbol] : NONE;
      if (anywhere.length > 0 || atOpening.length > 0) {
        lookAhead(run, at, anywhere, atOpening);
      }
    }
  }

  private static final int[] NONE = {};

  private void lookAhead(Scratch run, int start, int[] anywhere, int[] atOpening) {
    Tokens tokens = run.tokens;
    run.start = start;
    run.touched = 0;
    run.steps = 1;
    Live live = run.live;
    live.clear();
    for (int tokenClass : anywhere) {
      for (int state : free.states[tokenClass]) {
        enter(run, live, state, start);
      }
    }
    for (int tokenClass : atOpening) {
      for (int state : opening.states[tokenClass]) {
        enter(run, live, state, start);
      }
    }
    int sentence = tokens.sentence(start);
    for (int at = start + 1;
        live.size > 0
            && at < tokens.size()
            && tokens.sentence(at) == sentence
            && run.steps <= run.hits.steps();
        at++) {
      Live next = run.spare;
      next.clear();
      step(run, live, next, at, tokens.symbol(at));
      run.spare = live;
      live = next;
    }
    run.live = live;
    if (run.hits.spend(run.steps)) {
      run.report();
    }
  }

  private void step(Scratch run, Live live, Live next, int at, int symbol) {
    for (int i = 0; i < live.size; i++) {
      int state = live.states[i];
      int passed = at - live.matchedAt[i] - 1;
      int[] out = edges[state];
      FanOut fan = fans[state];
      if (fan == null) {
        for (int edge = 0; edge < out.length; edge += 3) {
          if (passed <= out[edge + 2] && accepts(out[edge], symbol)) {
            enter(run, next, out[edge + 1], at);
          }
        }
        run.steps += 1 + out.length / 3;
      } else {
        for (int edge : fan.edges(symbol)) {
          if (passed <= out[edge + 2]) {
            enter(run, next, out[edge + 1], at);
          }
        }
        run.steps += fan.cost();
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
    run.steps += 1 + accepts[state].length + joins[state].length;
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
        run.steps += 1 + accepts[join].length + joins[join].length;
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
    private final boolean[] overlapping;
    private final int[] resumeAt;
    private final int[] bestEnd;
    private final int[] bestPhrase;
    private final int[] bestState;
    private final int[] touchedGroups;
    private Tokens tokens;
    private Hits hits;
    private int start;
    private int touched;

    /** What the present look-ahead has cost so far. */
    private long steps;

    Scratch(int states, boolean[] overlapping) {
      int groups = overlapping.length;
      this.overlapping = overlapping;
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
        resumeAt[group] = overlapping[group] ? start + 1 : bestEnd[group];
        bestEnd[group] = 0;
      }
    }
  }

  // What follows is for hits only: how a match came about.

  /**
   * The states that a match went through, one per token of {@code start..end}; 0 where the token
   * was passed over by a gap or skipped. Of several ways the one that passes over the fewest tokens
   * is taken, then the one whose gaps lie furthest to the left. Null where that costs too much.
   */
  int @Nullable [] path(Tokens tokens, Hits hits, int start, int end, int last) {
    List<TreeMap<Integer, @Nullable Step>> layers = leadingTo(tokens, hits, start, end, last);
    if (!hits.isExplained()) {
      return null;
    }
    for (int at = start; at < end; at++) {
      fill(layers, start, at, tokens.opensSentence(at));
    }
    int[] path = new int[end - start];
    int at = end - 1;
    for (int state = last; state > AutomatonBuilder.OPENING; ) {
      if (classOf[state] >= 0 && !skips[state]) {
        path[at - start] = state;
      }
      Step step = Objects.requireNonNull(layers.get(at - start).get(state));
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

    boolean isBetterThan(@Nullable Step other) {
      return other == null
          || cost < other.cost
          || (cost == other.cost && (at > other.at || (at == other.at && state < other.state)));
    }
  }

  /** Per token, the states of this match's phrase that lead to its end, without their steps. */
  private List<TreeMap<Integer, @Nullable Step>> leadingTo(
      Tokens tokens, Hits hits, int start, int end, int last) {
    List<TreeMap<Integer, @Nullable Step>> layers = new ArrayList<>();
    for (int at = start; at < end; at++) {
      layers.add(new TreeMap<>());
    }
    layers.get(end - 1 - start).put(last, null);
    for (int at = end - 1; at >= start && hits.isExplained(); at--) {
      TreeMap<Integer, @Nullable Step> layer = layers.get(at - start);
      // A join is made after the states that lead to it, so that going down reaches all of them.
      for (Integer state = layer.isEmpty() ? null : layer.lastKey();
          state != null;
          state = layer.lowerKey(state)) {
        boolean join = classOf[state] < 0;
        for (int[] edge : cameFrom[state]) {
          int nearest = join ? at : at - 1;
          int furthest = Math.max(start, nearest - edge[1]);
          hits.spendOnPath(2 + nearest - furthest);
          for (int before = nearest; before >= furthest; before--) {
            boolean there = edge[0] > AutomatonBuilder.OPENING && canBe(edge[0], tokens, before);
            if (there) {
              layers.get(before - start).put(edge[0], null);
            }
          }
        }
      }
    }
    return layers;
  }

  private boolean canBe(int state, Tokens tokens, int at) {
    return classOf[state] < 0 || accepts(classOf[state], tokens.symbol(at));
  }

  /** Finds the cheapest way into each state of a token; those that cannot be entered get none. */
  private void fill(
      List<TreeMap<Integer, @Nullable Step>> layers, int start, int at, boolean opensSentence) {
    for (Map.Entry<Integer, @Nullable Step> entry : layers.get(at - start).entrySet()) {
      int state = entry.getKey();
      boolean join = classOf[state] < 0;
      Step best = null;
      for (int[] edge : cameFrom[state]) {
        int nearest = join ? at : at - 1;
        for (int before = nearest; before >= Math.max(start, nearest - edge[1]); before--) {
          Step from = layers.get(before - start).get(edge[0]);
          if (from != null) {
            int passed = nearest - before + (skips[state] ? 1 : 0);
            Step step = new Step(from.cost + passed, edge[0], before);
            best = step.isBetterThan(best) ? step : best;
          }
        }
        boolean begins =
            at == start
                && (edge[0] == AutomatonBuilder.START
                    || (edge[0] == AutomatonBuilder.OPENING && opensSentence));
        Step step = new Step(0, edge[0], at);
        best = begins && step.isBetterThan(best) ? step : best;
      }
      entry.setValue(best);
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
    return classes.symbols(tokenClass);
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
    int[] anywhere = free.of(tokens.symbol(at));
    int[] atOpening = tokens.opensSentence(at) ? opening.of(tokens.symbol(at)) : NONE;
    return IntStream.concat(Arrays.stream(anywhere), Arrays.stream(atOpening)).toArray();
  }

  /** The states that a symbol leads to after so many tokens were passed over. */
  List<Integer> follow(int state, int passed, int symbol) {
    List<Integer> targets = new ArrayList<>();
    int[] out = edges[state];
    FanOut fan = fans[state];
    if (fan != null) {
      for (int edge : fan.edges(symbol)) {
        if (passed <= out[edge + 2]) {
          targets.add(out[edge + 1]);
        }
      }
      return targets;
    }
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

package dev.empathy.internal.match;

import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
 * <p>Most states are left before they are entered: the rubric knows of each which symbols must
 * still come in the sentence and which can come next ({@link SymbolSets}), and a sentence that
 * lacks them is not searched for the rest.
 *
 * <p>Immutable; the state of a run lives in a scratch object per thread or session.
 */
final class Automaton {

  /**
   * A name that a state's token is kept under.
   *
   * @param outer the capture around it, 0 for none
   * @param name the name
   * @param instance tells apart two uses of one name in a phrase
   */
  record Capture(int outer, String name, int instance) {

    // By hand, as in Spec: linking what a record brings along costs a JVM that has just begun.

    @Override
    public boolean equals(Object other) {
      return other instanceof Capture capture
          && outer == capture.outer
          && instance == capture.instance
          && name.equals(capture.name);
    }

    @Override
    public int hashCode() {
      return (outer * 31 + instance) * 31 + name.hashCode();
    }
  }

  private final int[] classOf;
  private final int[] captureOf;
  private final boolean[] skips;

  /** Where each state's part of {@link #cameFrom} begins, and where the last one ends. */
  private final int[] cameFromAt;

  /** The paths to states: where they can be reached from, and what may pass in between. */
  private final int[] cameFrom;

  private final int[] acceptsAt;

  /** The phrases that end with states. */
  private final int[] accepts;

  private final int[] joinsAt;

  /** The joins that states enter together with their token. */
  private final int[] joins;

  /** The edges of states: class, target and gap. */
  private final int[] edges;

  /** So many numbers make an edge. */
  static final int EDGE = 3;

  /** The edges by symbol of states that have many: their heads say which. */
  private final FanOut[] fans;

  /**
   * What a run asks of each state, side by side so that it is one look into memory: what it has,
   * its need, what follows it, and where its edges begin; those of the next state begin where they
   * end.
   */
  private final int[] heads;

  /** So many numbers make a head. */
  private static final int HEAD = 4;

  /** How many tokens it may wait for its successors, what else it has, and which fan. */
  private static final int HAS = 0;

  /**
   * The number of the set of symbols one of which must still come in the sentence, or no phrase
   * that goes through this state can end.
   */
  private static final int NEED = 1;

  /** The number of the set of symbols that lead on. */
  private static final int FOLLOWS = 2;

  private static final int EDGES = 3;

  private static final int PATIENCE = 0x0F;
  private static final int ENDS = 0x10;
  private static final int JOINS = 0x20;
  private static final int FAN = 0x40;

  /** Above these bits stands the number of its edges by symbol, if it has them. */
  private static final int FAN_NUMBER = 8;

  /** Per phrase, the states that it ends with; made when first asked for. */
  private volatile int @Nullable [][] ends;

  private final List<Capture> captures;
  private final boolean[] closed;
  private final int[] groupOf;

  /** Per group, whether its matches may overlap each other. */
  private final boolean[] overlapping;

  private final TokenClasses classes;
  private final SymbolSets sets;

  /** What can begin a phrase, anywhere and at a sentence's opening. */
  private final Starts free;

  private final Starts opening;

  private final Pairs pairs;

  private final Spares<Scratch> scratches = new Spares<>(this::newScratch);
  private final Spares<Paths> paths = new Spares<>(() -> new Paths(this));

  Automaton(
      int[] cameFromAt,
      int[] cameFrom,
      int[] classOf,
      int[] captureOf,
      boolean[] skips,
      int[] acceptsAt,
      int[] accepts,
      List<Capture> captures,
      int[][] classesOf,
      boolean[] closed,
      int[] groupOf,
      boolean[] overlapping) {
    this.cameFromAt = cameFromAt;
    this.cameFrom = cameFrom;
    this.acceptsAt = acceptsAt;
    this.accepts = accepts;
    this.classOf = classOf;
    this.captureOf = captureOf;
    this.skips = skips;
    this.captures = captures;
    this.closed = closed;
    this.groupOf = groupOf;
    this.overlapping = overlapping;
    int states = classOf.length;
    classes = new TokenClasses(closed.length, classesOf);
    joinsAt = new int[states + 1];
    heads = new int[HEAD * (states + 1)];
    edges = new int[countEdges()];
    joins = new int[joinsAt[states]];
    fillEdges();
    List<FanOut> wide = new ArrayList<>();
    for (int state = 0; state < states; state++) {
      boolean start = state <= AutomatonBuilder.OPENING;
      FanOut fan = start ? null : FanOut.of(edges, edges(state), edgesEnd(state), classes);
      if (fan != null) {
        heads[HEAD * state] |= wide.size() << FAN_NUMBER;
        wide.add(fan);
      }
      heads[HEAD * state] |=
          (acceptsAt[state] < acceptsAt[state + 1] ? ENDS : 0)
              | (joinsAt[state] < joinsAt[state + 1] ? JOINS : 0)
              | (fan != null ? FAN : 0);
    }
    fans = wide.toArray(FanOut[]::new);
    sets = new SymbolSets(classesOf, TokenKind.COUNT);
    fillSets(setsOfClasses(classesOf));
    sets.finish();
    free = starts(AutomatonBuilder.START, classesOf);
    opening = starts(AutomatonBuilder.OPENING, classesOf);
    pairs = new Pairs(sets.symbols(), closed.length, classes, new Beginnings());
  }

  /** What the pairs are made of. */
  private final class Beginnings implements Pairs.Beginnings {

    @Override
    public int[] of(int tokenClass, boolean atOpening) {
      return (atOpening ? opening : free).ofClass(tokenClass);
    }

    @Override
    public boolean isOpen(int state) {
      return acceptsAt[state] < acceptsAt[state + 1] || waits(state, 0);
    }

    @Override
    public int[] following(int state) {
      int from = edges(state);
      int[] following = new int[(edgesEnd(state) - from) / EDGE];
      for (int i = 0; i < following.length; i++) {
        following[i] = edges[from + EDGE * i];
      }
      return following;
    }
  }

  /** Turns round the edges that lead into each state: first how many there are. */
  private int countEdges() {
    for (int state = 0; state < classOf.length; state++) {
      for (int in = cameFromAt[state]; in < cameFromAt[state + 1]; in++) {
        int from = AutomatonBuilder.stateOf(cameFrom[in]);
        if (classOf[state] < 0) {
          joinsAt[from + 1]++;
        } else {
          heads[HEAD * (from + 1) + EDGES] += EDGE;
          heads[HEAD * from] = Math.max(heads[HEAD * from], AutomatonBuilder.gapOf(cameFrom[in]));
        }
      }
    }
    for (int state = 0; state < classOf.length; state++) {
      joinsAt[state + 1] += joinsAt[state];
      heads[HEAD * (state + 1) + EDGES] += heads[HEAD * state + EDGES];
    }
    return edges(classOf.length);
  }

  private void fillEdges() {
    int[] joined = joinsAt.clone();
    int[] filled = new int[classOf.length];
    for (int state = 0; state < classOf.length; state++) {
      for (int in = cameFromAt[state]; in < cameFromAt[state + 1]; in++) {
        int from = AutomatonBuilder.stateOf(cameFrom[in]);
        if (classOf[state] < 0) {
          joins[joined[from]++] = state;
        } else {
          int edge = edges(from) + filled[from];
          edges[edge] = classOf[state];
          edges[edge + 1] = state;
          edges[edge + 2] = AutomatonBuilder.gapOf(cameFrom[in]);
          filled[from] += EDGE;
        }
      }
    }
  }

  private int edges(int state) {
    return heads[HEAD * state + EDGES];
  }

  private int edgesEnd(int state) {
    return edges(state + 1);
  }

  private int patience(int state) {
    return heads[HEAD * state] & PATIENCE;
  }

  /** Per class, the number of the set of its symbols. */
  private int[] setsOfClasses(int[][] classesOf) {
    long[] all = new long[SymbolSets.WIDTH * closed.length];
    for (int symbol = 0; symbol < classesOf.length; symbol++) {
      for (int one : classesOf[symbol]) {
        sets.add(all, SymbolSets.WIDTH * one, symbol);
      }
    }
    int[] numbers = new int[closed.length];
    for (int one = 0; one < numbers.length; one++) {
      numbers[one] = sets.number(all, SymbolSets.WIDTH * one);
    }
    return numbers;
  }

  /** Finds what each state waits for. States lead to states made later only. */
  private void fillSets(int[] setOfClass) {
    long[] set = new long[SymbolSets.WIDTH];
    for (int state = classOf.length - 1; state > AutomatonBuilder.OPENING; state--) {
      heads[HEAD * state + NEED] = needOf(state, setOfClass, set);
      heads[HEAD * state + FOLLOWS] = followsOf(state, setOfClass, set);
    }
  }

  private int followsOf(int state, int[] setOfClass, long[] set) {
    int from = edges(state);
    int to = edgesEnd(state);
    if (to - from == EDGE) {
      return setOfClass[edges[from]];
    }
    Arrays.fill(set, 0);
    for (int edge = from; edge < to; edge += EDGE) {
      sets.addAll(set, 0, setOfClass[edges[edge]]);
    }
    return sets.number(set, 0);
  }

  /** The need of a state: most have one way on and are no end, and share what that sets. */
  private int needOf(int state, int[] setOfClass, long[] need) {
    int from = edges(state);
    int to = edgesEnd(state);
    int joinsFrom = joinsAt[state];
    int joinsTo = joinsAt[state + 1];
    boolean ends = acceptsAt[state + 1] > acceptsAt[state];
    if (!ends && (to - from) / EDGE + joinsTo - joinsFrom == 1) {
      return from < to ? needOfEdge(from, setOfClass) : heads[HEAD * joins[joinsFrom] + NEED];
    }
    Arrays.fill(need, 0);
    if (ends) {
      SymbolSets.addAlways(need, 0);
    }
    for (int edge = from; edge < to; edge += EDGE) {
      sets.addAll(need, 0, needOfEdge(edge, setOfClass));
    }
    for (int join = joinsFrom; join < joinsTo; join++) {
      sets.addAll(need, 0, heads[HEAD * joins[join] + NEED]);
    }
    return sets.number(need, 0);
  }

  private int needOfEdge(int edge, int[] setOfClass) {
    return sets.rarer(setOfClass[edges[edge]], heads[HEAD * edges[edge + 1] + NEED]);
  }

  private Starts starts(int start, int[][] classesOf) {
    int[][] states = new int[closed.length][];
    Arrays.fill(states, NONE);
    int[] counts = new int[closed.length];
    for (int edge = edges(start); edge < edgesEnd(start); edge += EDGE) {
      counts[edges[edge]]++;
    }
    for (int edge = edgesEnd(start) - EDGE; edge >= edges(start); edge -= EDGE) {
      int tokenClass = edges[edge];
      if (states[tokenClass].length == 0) {
        states[tokenClass] = new int[counts[tokenClass]];
      }
      states[tokenClass][--counts[tokenClass]] = edges[edge + 1];
    }
    for (int tokenClass = 0; tokenClass < states.length; tokenClass++) {
      states[tokenClass] = withJoins(states[tokenClass]);
    }
    return new Starts(states, classesOf);
  }

  /** These states, each with the joins that are entered with it. */
  private int[] withJoins(int[] states) {
    boolean joined = false;
    for (int state : states) {
      joined |= joinsAt[state] < joinsAt[state + 1];
    }
    if (!joined) {
      return states;
    }
    // In the order in which a look-ahead enters them.
    Set<Integer> all = new LinkedHashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int state : states) {
      all.add(state);
      for (int first : joins(state)) {
        open.push(first);
        while (!open.isEmpty()) {
          int join = open.pop();
          if (all.add(join)) {
            Arrays.stream(joins(join)).forEach(open::push);
          }
        }
      }
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
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

  Scratch newScratch() {
    return newScratch(LiveSets.MOST_SETS);
  }

  /** What one run needs, which keeps so many sets of live states at most. */
  Scratch newScratch(int mostSets) {
    return new Scratch(overlapping.length, mostSets);
  }

  /**
   * Finds every hit of every group, in the order in which the hits begin; until they are full or
   * cost too much.
   */
  void match(Tokens tokens, Hits hits) {
    Scratch run = scratches.take();
    match(tokens, hits, run);
    scratches.give(run);
  }

  void match(Tokens tokens, Hits hits, Scratch run) {
    run.begin(tokens, hits);
    run.findAll();
    run.end();
  }

  private static final int[] NONE = {};

  /** Room for a sentence of so many tokens is kept for the next message. */
  private static final int KEPT = 1 << 16;

  /** Enters all that a token begins. */
  void enterStarts(Live live, int symbol, boolean opensSentence) {
    for (int state : free.of(symbol)) {
      enter(live, state);
    }
    if (opensSentence) {
      for (int state : opening.of(symbol)) {
        enter(live, state);
      }
    }
  }

  /**
   * Goes on by a token.
   *
   * @param entries live states, each with how many tokens were passed over since it was entered
   * @param next what is live then, which was empty
   */
  void step(int[] entries, int from, int to, int symbol, Live next) {
    int bit = sets.bitOf(symbol);
    for (int i = from; i < to; i++) {
      int state = entries[i] >>> Live.PASSED_BITS;
      int passed = entries[i] & Live.PASSED;
      int has = heads[HEAD * state];
      next.spend(1);
      if (sets.has(heads[HEAD * state + FOLLOWS], bit)) {
        if ((has & FAN) == 0) {
          follow(next, state, passed, symbol);
        } else {
          followFan(next, fans[has >>> FAN_NUMBER], passed, symbol);
        }
      }
      if (passed < (has & PATIENCE)) {
        next.put(state, passed + 1);
      }
    }
  }

  private void follow(Live next, int state, int passed, int symbol) {
    int from = edges(state);
    int to = edgesEnd(state);
    for (int edge = from; edge < to; edge += EDGE) {
      if (passed <= edges[edge + 2] && accepts(edges[edge], symbol)) {
        enter(next, edges[edge + 1]);
      }
    }
    next.spend((to - from) / EDGE);
  }

  private void followFan(Live next, FanOut fan, int passed, int symbol) {
    int known = fan.first(symbol);
    for (int more = known; more >= 0; more++) {
      int edge = fan.edge(more);
      if (edge < 0) {
        edge = ~edge;
        more = -2;
      }
      next.spend(1);
      if (passed <= edges[edge + 2]) {
        enter(next, edges[edge + 1]);
      }
    }
    for (int edge : fan.tried()) {
      if (passed <= edges[edge + 2] && accepts(edges[edge], symbol)) {
        enter(next, edges[edge + 1]);
      }
    }
    next.spend(fan.cost());
  }

  /** Makes a state live, notes where phrases end there, and enters its joins. */
  private void enter(Live live, int state) {
    if (!live.put(state, 0)) {
      return;
    }
    int has = heads[HEAD * state];
    live.spend(1);
    if ((has & ENDS) != 0) {
      live.addEnd(state);
    }
    if ((has & JOINS) != 0) {
      int to = joinsAt[state + 1];
      for (int join = joinsAt[state]; join < to; join++) {
        enterJoin(live, joins[join]);
      }
    }
  }

  /** Joins may enter joins, though never in a circle: each is made after those that lead to it. */
  private void enterJoin(Live live, int state) {
    int[] stack = live.stack(1);
    int top = 0;
    stack[top++] = state;
    while (top > 0) {
      int join = stack[--top];
      if (live.put(join, 0)) {
        if ((heads[HEAD * join] & ENDS) != 0) {
          live.addEnd(join);
        }
        int to = joinsAt[join + 1];
        stack = live.stack(top + to - joinsAt[join]);
        for (int further = joinsAt[join]; further < to; further++) {
          stack[top++] = joins[further];
        }
        live.spend(1 + to - joinsAt[join]);
      }
    }
  }

  /** So many numbers make an end. */
  private static final int END = 3;

  int endsSize(int state) {
    return END * (acceptsAt[state + 1] - acceptsAt[state]);
  }

  /** Writes down the phrases that end with a state: group, number and state. */
  int copyEnds(int state, int[] out, int at) {
    int next = at;
    for (int i = acceptsAt[state]; i < acceptsAt[state + 1]; i++) {
      out[next] = groupOf[accepts[i]];
      out[next + 1] = accepts[i];
      out[next + 2] = state;
      next += END;
    }
    return next;
  }

  /** Whether anything comes after a state. */
  boolean leadsOn(int state) {
    return edges(state) < edgesEnd(state);
  }

  /** Adds to a row of numbers what leads on from a state, and what must still come. */
  void addMasks(int state, long[] row, int at) {
    sets.addAll(row, at, heads[HEAD * state + FOLLOWS]);
    sets.addAll(row, at + SymbolSets.WIDTH, heads[HEAD * state + NEED]);
  }

  /** What one run needs; used again and again. No two threads may use one at a time. */
  final class Scratch {

    private final LiveSets liveSets;

    /** The sets of what is left of the present sentence: a new one wherever it is less. */
    private final long[] rest = new long[SymbolSets.WIDTH * SymbolSets.MOST_GROWING];

    /** Per token of the sentence, where the set of those after it begins. */
    private int[] restOf = new int[64];

    private int sentenceStart;

    /** Whether both are made: most sentences need neither. */
    private boolean isRead;

    private final int[] resumeAt;
    private final int[] bestEnd;
    private final int[] bestPhrase;
    private final int[] bestState;
    private final int[] touchedGroups;
    private Tokens tokens;
    private Hits hits;

    private int start;
    private int touched;

    private Scratch(int groups, int mostSets) {
      liveSets = new LiveSets(Automaton.this, sets, mostSets);
      resumeAt = new int[groups];
      bestEnd = new int[groups];
      bestPhrase = new int[groups];
      bestState = new int[groups];
      touchedGroups = new int[groups];
    }

    void begin(Tokens tokens, Hits hits) {
      this.tokens = tokens;
      this.hits = hits;
    }

    /** Finds the hits that begin at each token. */
    void findAll() {
      Tokens tokens = this.tokens;
      int size = tokens.size();
      int paidFor = 0;
      boolean opens = true;
      int symbol = size == 0 ? 0 : tokens.symbol(0);
      for (int at = 0; at < size; at++) {
        if (opens) {
          sentenceStart = at;
          isRead = false;
        }
        boolean last = at + 1 == size;
        int next = last ? 0 : tokens.symbol(at + 1);
        if (pairs.passes(symbol, opens, next)) {
          if (!hits.spend(at - paidFor)) {
            return;
          }
          lookAhead(at, symbol, opens);
          if (hits.isCut()) {
            return;
          }
          paidFor = at + 1;
        }
        opens = last || tokens.opensSentence(at + 1);
        symbol = next;
      }
      hits.spend(size - paidFor);
    }

    private void lookAhead(int at, int symbol, boolean opens) {
      int set = liveSets.start(symbol, opens);
      long steps = liveSets.cost();
      start = at;
      touched = 0;
      end(set, at);
      // Of a pair that passed, the second word is known to lead on: hope is asked for after it.
      int asked = pairs.isOpen(symbol, opens) ? at + 1 : at + 2;
      for (int next = at + 1; mayGoOn(set, next, asked) && steps <= hits.steps(); next++) {
        set = liveSets.next(set, tokens.symbol(next));
        steps += liveSets.cost();
        end(set, next);
      }
      if (hits.spend(steps)) {
        report();
      }
    }

    /** Whether any phrase may still end, with this token or one after it in the sentence. */
    private boolean mayGoOn(int set, int next, int asked) {
      if (next == tokens.size()
          || tokens.opensSentence(next)
          || liveSets.isLost(set, tokens.symbol(next))) {
        return false;
      }
      if (next < asked) {
        return true;
      }
      if (!isRead) {
        readSentence();
      }
      return liveSets.hasHope(set, rest, restOf[next - 1 - sentenceStart]);
    }

    /** Reads what comes after each token of the sentence, from its end back. */
    private void readSentence() {
      int end = sentenceStart + 1;
      while (end < tokens.size() && !tokens.opensSentence(end)) {
        end++;
      }
      int size = end - sentenceStart;
      if (restOf.length < size) {
        restOf = new int[Math.max(size, 2 * restOf.length)];
      }
      Arrays.fill(rest, 0, SymbolSets.WIDTH, 0);
      int set = 0;
      for (int token = size - 1; token >= 0; token--) {
        restOf[token] = set;
        set = sets.grow(rest, set, tokens.symbol(sentenceStart + token));
      }
      isRead = true;
    }

    /** Notes the phrases that end with a token. */
    private void end(int set, int at) {
      int to = liveSets.to(set);
      for (int i = liveSets.ends(set); i < to; i += END) {
        accept(liveSets.end(i), liveSets.end(i + 1), liveSets.end(i + 2), at + 1);
      }
    }

    /** Leaves nothing behind for the next run: no more than this one has touched. */
    void end() {
      for (int i = 0; i < touched; i++) {
        bestEnd[touchedGroups[i]] = 0;
      }
      for (int hit = 0; hit < hits.size(); hit++) {
        resumeAt[hits.group(hit)] = 0;
      }
      if (restOf.length > KEPT) {
        restOf = new int[64];
      }
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
      touched = 0;
    }
  }

  // What follows is for hits only: how a match came about.

  /** How a match came about: see {@link Paths#find}. */
  int @Nullable [] path(Tokens tokens, Hits hits, int start, int end, int last) {
    Paths free = paths.take();
    int[] path = free.find(tokens, hits, start, end, last);
    paths.give(free);
    return path;
  }

  /** What it costs at most to find a path to a state: see {@link Paths#mostPerToken}. */
  int mostPerToken(int last) {
    Paths free = paths.take();
    int most = free.mostPerToken(last);
    paths.give(free);
    return most;
  }

  boolean canBe(int state, int symbol) {
    return classOf[state] < 0 || accepts(classOf[state], symbol);
  }

  /** Where a state can be reached from begins: see {@link #wayInto}. */
  int cameFromStart(int state) {
    return cameFromAt[state];
  }

  /** And here it ends. */
  int cameFromEnd(int state) {
    return cameFromAt[state + 1];
  }

  /** A state and how many tokens may be passed over on the way from it, in one number. */
  int wayInto(int at) {
    return cameFrom[at];
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

  private int[][] ends() {
    int[][] all = new int[groupOf.length][];
    Arrays.fill(all, NONE);
    for (int state = 0; state < classOf.length; state++) {
      for (int i = acceptsAt[state]; i < acceptsAt[state + 1]; i++) {
        int[] known = all[accepts[i]];
        int[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = state;
        all[accepts[i]] = more;
      }
    }
    return all;
  }

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
    int[][] all = ends;
    if (all == null) {
      all = ends();
      ends = all;
    }
    return all[phrase];
  }

  /** Whether a state takes a word of its phrase: no join, and nothing that is only passed over. */
  boolean takesWord(int state) {
    return classOf[state] >= 0 && !skips[state];
  }

  /** The states that lead to a state. */
  int[] comesFrom(int state) {
    return IntStream.range(cameFromAt[state], cameFromAt[state + 1])
        .map(in -> AutomatonBuilder.stateOf(cameFrom[in]))
        .toArray();
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
    if ((heads[HEAD * state] & FAN) == 0) {
      for (int edge = edges(state); edge < edgesEnd(state); edge += EDGE) {
        if (passed <= edges[edge + 2] && accepts(edges[edge], symbol)) {
          targets.add(edges[edge + 1]);
        }
      }
      return targets;
    }
    for (int edge : fans[heads[HEAD * state] >>> FAN_NUMBER].all(symbol)) {
      if (passed <= edges[edge + 2] && accepts(edges[edge], symbol)) {
        targets.add(edges[edge + 1]);
      }
    }
    return targets;
  }

  /** Whether a state may still be followed after one more token was passed over. */
  boolean waits(int state, int passed) {
    return passed < patience(state);
  }

  /** The joins that a state enters together with its token. */
  int[] joins(int state) {
    return Arrays.copyOfRange(joins, joinsAt[state], joinsAt[state + 1]);
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
      IntStream targets =
          IntStream.iterate(edges(from), edge -> edge < edgesEnd(from), edge -> edge + EDGE)
              .map(edge -> edges[edge + 1]);
      for (int target : IntStream.concat(targets, Arrays.stream(joins(from))).toArray()) {
        if (seen.add(target)) {
          (takesWord(target) ? next : open).add(target);
        }
      }
    }
    return next;
  }

  /** Per phrase, one that makes it superfluous: see {@link Shadows}. */
  int[] shadows(IntUnaryOperator rivalOf) {
    return Shadows.of(acceptsAt, accepts, groupOf, rivalOf);
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
    return IntStream.range(cameFromAt[state], cameFromAt[state + 1])
        .mapToObj(
            in ->
                new int[] {
                  AutomatonBuilder.stateOf(cameFrom[in]), AutomatonBuilder.gapOf(cameFrom[in])
                })
        .toArray(int[][]::new);
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
      for (int[] edge : cameFrom(state)) {
        out.append(edge[0] == 0 ? " <start" : edge[0] == 1 ? " <opening" : " <" + edge[0]);
        out.append(edge[1] > 0 ? "..." + edge[1] : "");
      }
      for (Capture capture : capturesOf(state)) {
        out.append(" $").append(capture.name());
      }
      for (int i = acceptsAt[state]; i < acceptsAt[state + 1]; i++) {
        out.append(" =").append(accepts[i]);
      }
      out.append('\n');
    }
    return out.toString();
  }
}

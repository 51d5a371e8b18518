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
 * <p>Most states are left before they are entered: the rubric knows of each which symbols must
 * still come in the sentence and which must come next ({@link Needs}, {@link SymbolBits}), and a
 * sentence that lacks them is not searched for the rest.
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
  record Capture(int outer, String name, int instance) {}

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

  /** The edges of states: class, target, gap and the bits of the class, lower half first. */
  private final int[] edges;

  /** So many numbers make an edge. */
  static final int EDGE = 5;

  /** The edges by symbol of states that have many: their heads say which. */
  private final FanOut[] fans;

  /**
   * What a run asks of each state, side by side so that it is one look into memory: what it has,
   * its need, what follows it (lower half first), and where its edges begin and end.
   */
  private final int[] heads;

  /** So many numbers make a head; the last one is not used. */
  private static final int HEAD = 8;

  /** How many tokens it may wait for its successors, and what else it has. */
  private static final int HAS = 0;

  /**
   * The number of the set of symbols one of which must still come in the sentence, or no phrase
   * that goes through this state can end.
   */
  private static final int NEED = 1;

  /** The bits of symbols one of which must come next, if it cannot wait. */
  private static final int FOLLOWS = 2;

  private static final int EDGES = 4;
  private static final int EDGES_END = 5;

  /** The number of its edges by symbol, if it has them. */
  private static final int FAN_NUMBER = 6;

  private static final int PATIENCE = 0x0F;
  private static final int ENDS = 0x10;
  private static final int JOINS = 0x20;
  private static final int FAN = 0x40;

  /** Per phrase, the states that it ends with; made when first asked for. */
  private volatile int @Nullable [][] ends;

  private final List<Capture> captures;
  private final boolean[] closed;
  private final int[] groupOf;

  /** Per group, whether its matches may overlap each other. */
  private final boolean[] overlapping;

  private final TokenClasses classes;
  private final SymbolBits bits;

  private final Needs needs;

  /** What can begin a phrase, anywhere and at a sentence's opening. */
  private final Starts free;

  private final Starts opening;

  /** Both for the states of {@link #free}, in their order: so they are read one after the other. */
  private final int[] freeNeeds;

  private final long[] freeFollows;

  private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(this::newScratch);

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
    bits = new SymbolBits(classesOf, TokenKind.COUNT);
    long[] bitsOfClass = new long[closed.length];
    for (int symbol = 0; symbol < classesOf.length; symbol++) {
      for (int one : classesOf[symbol]) {
        bitsOfClass[one] |= bits.of(symbol);
      }
    }
    joinsAt = new int[states + 1];
    heads = new int[HEAD * states];
    edges = new int[countEdges()];
    joins = new int[joinsAt[states]];
    fillEdges(bitsOfClass);
    List<FanOut> wide = new ArrayList<>();
    for (int state = 0; state < states; state++) {
      boolean start = state <= AutomatonBuilder.OPENING;
      FanOut fan = start ? null : FanOut.of(edges, edges(state), edgesEnd(state), classes);
      if (fan != null) {
        heads[HEAD * state + FAN_NUMBER] = wide.size();
        wide.add(fan);
      }
      heads[HEAD * state] |=
          (acceptsAt[state] < acceptsAt[state + 1] ? ENDS : 0)
              | (joinsAt[state] < joinsAt[state + 1] ? JOINS : 0)
              | (fan != null ? FAN : 0);
    }
    fans = wide.toArray(FanOut[]::new);
    needs = new Needs(bits.byFrequency(), classesOf);
    fillNeeds(classNeeds(classesOf));
    needs.finish();
    free = starts(AutomatonBuilder.START, classesOf);
    opening = starts(AutomatonBuilder.OPENING, classesOf);
    freeNeeds = new int[free.states().length];
    freeFollows = new long[freeNeeds.length];
    for (int i = 0; i < freeNeeds.length; i++) {
      freeNeeds[i] = heads[HEAD * free.states()[i] + NEED];
      freeFollows[i] = followsOf(free.states()[i]);
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
          heads[HEAD * from + EDGES_END] += EDGE;
          heads[HEAD * from] = Math.max(heads[HEAD * from], AutomatonBuilder.gapOf(cameFrom[in]));
        }
      }
    }
    int end = 0;
    for (int state = 0; state < classOf.length; state++) {
      joinsAt[state + 1] += joinsAt[state];
      heads[HEAD * state + EDGES] = end;
      end += heads[HEAD * state + EDGES_END];
      heads[HEAD * state + EDGES_END] = heads[HEAD * state + EDGES];
    }
    return end;
  }

  private void fillEdges(long[] bitsOfClass) {
    int[] joined = joinsAt.clone();
    for (int state = 0; state < classOf.length; state++) {
      for (int in = cameFromAt[state]; in < cameFromAt[state + 1]; in++) {
        int from = AutomatonBuilder.stateOf(cameFrom[in]);
        if (classOf[state] < 0) {
          joins[joined[from]++] = state;
        } else {
          int edge = edgesEnd(from);
          edges[edge] = classOf[state];
          edges[edge + 1] = state;
          edges[edge + 2] = AutomatonBuilder.gapOf(cameFrom[in]);
          edges[edge + 3] = (int) bitsOfClass[classOf[state]];
          edges[edge + 4] = (int) (bitsOfClass[classOf[state]] >>> 32);
          heads[HEAD * from + EDGES_END] += EDGE;
        }
      }
    }
  }

  private int edges(int state) {
    return heads[HEAD * state + EDGES];
  }

  private int edgesEnd(int state) {
    return heads[HEAD * state + EDGES_END];
  }

  private long followsOf(int state) {
    return pair(heads, HEAD * state + FOLLOWS);
  }

  private static long pair(int[] halves, int at) {
    return (long) halves[at + 1] << 32 | halves[at] & 0xFFFFFFFFL;
  }

  private int patience(int state) {
    return heads[HEAD * state] & PATIENCE;
  }

  /** Per class, the number of the set of its symbols. */
  private int[] classNeeds(int[][] classesOf) {
    long[] sets = new long[Needs.WIDTH * closed.length];
    for (int symbol = 0; symbol < classesOf.length; symbol++) {
      for (int one : classesOf[symbol]) {
        needs.add(sets, Needs.WIDTH * one, symbol);
      }
    }
    int[] numbers = new int[closed.length];
    for (int one = 0; one < numbers.length; one++) {
      numbers[one] = needs.number(sets, Needs.WIDTH * one);
    }
    return numbers;
  }

  /** Finds what each state waits for. States lead to states made later only. */
  private void fillNeeds(int[] classNeeds) {
    long[] need = new long[Needs.WIDTH];
    for (int state = classOf.length - 1; state > AutomatonBuilder.OPENING; state--) {
      boolean ends = acceptsAt[state + 1] > acceptsAt[state];
      int head = HEAD * state;
      long follow = ends || patience(state) > 0 ? SymbolBits.ALWAYS : 0;
      int to = heads[head + EDGES_END];
      for (int edge = heads[head + EDGES]; edge < to; edge += EDGE) {
        follow |= pair(edges, edge + 3);
      }
      for (int join = joinsAt[state]; join < joinsAt[state + 1]; join++) {
        follow |= followsOf(joins[join]);
      }
      heads[head + NEED] = ends ? needs.always() : needOf(state, classNeeds, need);
      heads[head + FOLLOWS] = (int) follow;
      heads[head + FOLLOWS + 1] = (int) (follow >>> 32);
    }
  }

  /** The need of a state that is no end: most have one way on, and share what that needs. */
  private int needOf(int state, int[] classNeeds, long[] need) {
    int from = edges(state);
    int to = edgesEnd(state);
    int joinsFrom = joinsAt[state];
    int joinsTo = joinsAt[state + 1];
    if ((to - from) / EDGE + joinsTo - joinsFrom == 1) {
      return from < to ? needOfEdge(from, classNeeds) : heads[HEAD * joins[joinsFrom] + NEED];
    }
    Arrays.fill(need, 0);
    for (int edge = from; edge < to; edge += EDGE) {
      needs.addAll(need, needOfEdge(edge, classNeeds));
    }
    for (int join = joinsFrom; join < joinsTo; join++) {
      needs.addAll(need, heads[HEAD * joins[join] + NEED]);
    }
    return Needs.isAlways(need) ? needs.always() : needs.number(need, 0);
  }

  private int needOfEdge(int edge, int[] classNeeds) {
    return needs.rarer(classNeeds[edges[edge]], heads[HEAD * edges[edge + 1] + NEED]);
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
    return new Starts(states, classesOf, classOf.length);
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
    return new Scratch(classOf.length, overlapping.length);
  }

  /**
   * Finds every hit of every group, in the order in which the hits begin; until they are full or
   * cost too much.
   */
  void match(Tokens tokens, Hits hits) {
    match(tokens, hits, scratch.get());
  }

  void match(Tokens tokens, Hits hits, Scratch run) {
    run.begin(tokens, hits);
    int size = tokens.size();
    for (int at = 0; at < size && !hits.isCut(); at++) {
      int symbol = tokens.symbol(at);
      boolean opens = tokens.opensSentence(at);
      if (opens) {
        run.readSentence(at);
      }
      run.look(at);
      run.start = at;
      run.touched = 0;
      run.steps = 1;
      run.live.clear();
      enterStarts(run, symbol);
      if (opens) {
        enterOpening(run, symbol);
      }
      if (run.live.size > 0) {
        lookAhead(run, at);
      }
      if (hits.spend(run.steps)) {
        run.report();
      }
    }
    run.end();
  }

  private void enterStarts(Scratch run, int symbol) {
    int list = free.list(symbol);
    if (list < 0) {
      enterAll(run, free.of(symbol));
      return;
    }
    int from = free.from(list);
    int to = free.to(list);
    run.steps += (to - from) >> 2;
    int[] hopeful = run.hopeful(to - from);
    int count =
        needs.filter(freeNeeds, freeFollows, from, to, run.rest, run.restAt, run.next, hopeful);
    for (int i = 0; i < count; i++) {
      enterStart(run, free.states()[hopeful[i]]);
    }
  }

  private void enterOpening(Scratch run, int symbol) {
    int list = opening.list(symbol);
    if (list < 0) {
      enterAll(run, opening.of(symbol));
      return;
    }
    int to = opening.to(list);
    for (int entry = opening.from(list); entry < to; entry++) {
      run.steps++;
      if (hasHope(run, opening.states()[entry])) {
        enterStart(run, opening.states()[entry]);
      }
    }
  }

  private void enterAll(Scratch run, int[] states) {
    run.steps += states.length;
    for (int state : states) {
      if (hasHope(run, state)) {
        enterStart(run, state);
      }
    }
  }

  /** Enters a state without its joins, which stand in the list themselves. */
  private void enterStart(Scratch run, int state) {
    if (run.live.put(state, run.start)) {
      run.steps++;
      if ((heads[HEAD * state] & ENDS) != 0) {
        accept(run, state, run.start);
      }
    }
  }

  private void accept(Scratch run, int state, int at) {
    int to = acceptsAt[state + 1];
    for (int i = acceptsAt[state]; i < to; i++) {
      int phrase = accepts[i];
      run.accept(groupOf[phrase], phrase, state, at + 1);
    }
    run.steps += to - acceptsAt[state];
  }

  private static final int[] NONE = {};

  /** Room for a sentence of so many tokens is kept for the next message. */
  private static final int KEPT = 1 << 16;

  private void lookAhead(Scratch run, int start) {
    Tokens tokens = run.tokens;
    Live live = run.live;
    for (int at = start + 1;
        live.size > 0 && run.next != SymbolBits.ALWAYS && run.steps <= run.hits.steps();
        at++) {
      Live next = run.spare;
      next.clear();
      step(run, live, next, at, tokens.symbol(at));
      run.spare = live;
      live = next;
    }
    run.live = live;
  }

  private void step(Scratch run, Live live, Live next, int at, int symbol) {
    long bit = bits.of(symbol);
    run.look(at);
    int size = live.size;
    for (int i = 0; i < size; i++) {
      int state = live.states[i];
      int passed = at - live.matchedAt[i] - 1;
      int has = heads[HEAD * state];
      run.steps++;
      if ((followsOf(state) & bit) != 0) {
        if ((has & FAN) == 0) {
          follow(run, next, state, passed, at, symbol, bit);
        } else {
          followFan(run, next, state, passed, at, symbol, bit);
        }
      }
      if (passed < (has & PATIENCE)
          && needs.isMet(heads[HEAD * state + NEED], run.rest, run.restAt)) {
        next.put(state, live.matchedAt[i]);
      }
    }
  }

  /** Whether a phrase can go on from a state, or end there, with what follows in the sentence. */
  private boolean hasHope(Scratch run, int state) {
    return (followsOf(state) & run.next) != 0
        && needs.isMet(heads[HEAD * state + NEED], run.rest, run.restAt);
  }

  private void follow(Scratch run, Live next, int state, int passed, int at, int symbol, long bit) {
    int from = edges(state);
    int to = edgesEnd(state);
    for (int edge = from; edge < to; edge += EDGE) {
      if ((pair(edges, edge + 3) & bit) != 0
          && passed <= edges[edge + 2]
          && accepts(edges[edge], symbol)) {
        enter(run, next, edges[edge + 1], at);
      }
    }
    run.steps += (to - from) / EDGE;
  }

  private void followFan(
      Scratch run, Live next, int state, int passed, int at, int symbol, long bit) {
    FanOut fan = fans[heads[HEAD * state + FAN_NUMBER]];
    int known = fan.first(symbol);
    for (int more = known; more >= 0; more++) {
      int edge = fan.edge(more);
      if (edge < 0) {
        edge = ~edge;
        more = -2;
      }
      if (passed <= edges[edge + 2]) {
        enter(run, next, edges[edge + 1], at);
      }
    }
    for (int edge : fan.tried()) {
      if ((pair(edges, edge + 3) & bit) != 0
          && passed <= edges[edge + 2]
          && accepts(edges[edge], symbol)) {
        enter(run, next, edges[edge + 1], at);
      }
    }
    run.steps += fan.cost();
  }

  /**
   * Makes a state live, notes the phrases that end there, and enters its joins. What can lead to no
   * end in this sentence is left out.
   */
  private void enter(Scratch run, Live live, int state, int at) {
    if (!hasHope(run, state) || !live.put(state, at)) {
      return;
    }
    int has = heads[HEAD * state];
    run.steps++;
    if ((has & ENDS) != 0) {
      accept(run, state, at);
    }
    if ((has & JOINS) != 0) {
      int to = joinsAt[state + 1];
      for (int join = joinsAt[state]; join < to; join++) {
        enterJoin(run, live, joins[join], at);
      }
    }
  }

  /** Joins may enter joins, though never in a circle: each is made after those that lead to it. */
  private void enterJoin(Scratch run, Live live, int state, int at) {
    int top = 0;
    run.stack[top++] = state;
    while (top > 0) {
      int join = run.stack[--top];
      if (hasHope(run, join) && live.put(join, at)) {
        run.steps++;
        accept(run, join, at);
        int to = joinsAt[join + 1];
        run.steps += to - joinsAt[join];
        for (int further = joinsAt[join]; further < to; further++) {
          if (top == run.stack.length) {
            run.stack = Arrays.copyOf(run.stack, top * 2);
          }
          run.stack[top++] = joins[further];
        }
      }
    }
  }

  /** The set of live states with the token that each was last entered at; a later one wins. */
  private static final class Live {

    /** So many states are gone through; of more the slots are asked. */
    private static final int FEW = 16;

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
      int slot = find(state);
      if (slot >= 0) {
        if (matchedAt[slot] >= at) {
          return false;
        }
        matchedAt[slot] = at;
        return true;
      }
      if (size >= FEW) {
        if (size == states.length) {
          states = Arrays.copyOf(states, size * 2);
          matchedAt = Arrays.copyOf(matchedAt, size * 2);
        }
        for (int known = size == FEW ? 0 : size; known < size; known++) {
          slots[states[known]] = known;
        }
        slots[state] = size;
      }
      states[size] = state;
      matchedAt[size++] = at;
      return true;
    }

    /** Where a state stands, or -1: few are gone through, that is nearer than their slots. */
    private int find(int state) {
      if (size > FEW) {
        int slot = slots[state];
        return slot < size && states[slot] == state ? slot : -1;
      }
      for (int slot = 0; slot < size; slot++) {
        if (states[slot] == state) {
          return slot;
        }
      }
      return -1;
    }
  }

  /** What one run needs; used again and again. No two threads may use one at a time. */
  final class Scratch {

    private Live live;
    private Live spare;
    private int[] stack = new int[64];
    private int[] hopeful = new int[64];

    /** The sets of what is left of the present sentence: a new one wherever it is less. */
    private final long[] rest = new long[Needs.WIDTH * Needs.MOST_GROWING];

    /** Per token of the sentence, where the set of those after it begins. */
    private int[] restOf = new int[64];

    private int sentenceStart;
    private int sentenceEnd;

    private final int[] resumeAt;
    private final int[] bestEnd;
    private final int[] bestPhrase;
    private final int[] bestState;
    private final int[] touchedGroups;
    private Tokens tokens;
    private Hits hits;

    /** Where the set of what is left of the sentence begins. */
    private int restAt;

    /** The bits of the next token in the sentence. */
    private long next;

    private int start;
    private int touched;

    /** What the present look-ahead has cost so far. */
    private long steps;

    private Scratch(int states, int groups) {
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
    }

    /** Reads what comes after each token of a sentence, from its end back. */
    void readSentence(int start) {
      int end = start + 1;
      while (end < tokens.size() && !tokens.opensSentence(end)) {
        end++;
      }
      sentenceStart = start;
      sentenceEnd = end;
      if (restOf.length < end - start) {
        restOf = new int[Math.max(end - start, 2 * restOf.length)];
      }
      Arrays.fill(rest, 0, Needs.WIDTH, 0);
      Needs.addAlways(rest, 0);
      int set = 0;
      for (int token = end - 1; token >= start; token--) {
        restOf[token - start] = set;
        set = needs.grow(rest, set, tokens.symbol(token));
      }
    }

    /** Room for so many numbers. */
    int[] hopeful(int size) {
      if (hopeful.length < size) {
        hopeful = new int[2 * size];
      }
      return hopeful;
    }

    /** Moves to a token: what may come after it. */
    void look(int at) {
      restAt = restOf[at - sentenceStart];
      next =
          at + 1 == sentenceEnd
              ? SymbolBits.ALWAYS
              : SymbolBits.ALWAYS | bits.of(tokens.symbol(at + 1));
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
        for (int in = cameFromAt[state]; in < cameFromAt[state + 1]; in++) {
          int from = AutomatonBuilder.stateOf(cameFrom[in]);
          int nearest = join ? at : at - 1;
          int furthest = Math.max(start, nearest - AutomatonBuilder.gapOf(cameFrom[in]));
          hits.spendOnPath(2 + nearest - furthest);
          for (int before = nearest; before >= furthest; before--) {
            boolean there = from > AutomatonBuilder.OPENING && canBe(from, tokens, before);
            if (there) {
              layers.get(before - start).put(from, null);
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
      for (int in = cameFromAt[state]; in < cameFromAt[state + 1]; in++) {
        int source = AutomatonBuilder.stateOf(cameFrom[in]);
        int nearest = join ? at : at - 1;
        for (int before = nearest;
            before >= Math.max(start, nearest - AutomatonBuilder.gapOf(cameFrom[in]));
            before--) {
          Step from = layers.get(before - start).get(source);
          if (from != null) {
            int passed = nearest - before + (skips[state] ? 1 : 0);
            Step step = new Step(from.cost + passed, source, before);
            best = step.isBetterThan(best) ? step : best;
          }
        }
        boolean begins =
            at == start
                && (source == AutomatonBuilder.START
                    || (source == AutomatonBuilder.OPENING && opensSentence));
        Step step = new Step(0, source, at);
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
    for (int edge : fans[heads[HEAD * state + FAN_NUMBER]].all(symbol)) {
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

package dev.empathy.internal.match;

import dev.empathy.internal.text.Tokens;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a match came about: first which states lead to its end, from its last token back,
 * then the best way through them. Used again and again; no two threads may use one at a time.
 */
final class Paths {

  /** Where nothing leads. */
  private static final int NOWHERE = -1;

  /** What a way costs in which nothing is passed over. */
  private static final int WAY = 2;

  private static final int FEW = 64;
  private static final long ODD = 0x9E3779B97F4A7C15L;

  private final Automaton automaton;

  // A node is a state at a token: its state and token, and the best way into it, which is what it
  // costs, the state that it comes from, and the token that that one was entered with.

  private int count;
  private int[] stateOf = new int[FEW];
  private int[] tokenOf = new int[FEW];
  private int[] costOf = new int[FEW];
  private int[] fromState = new int[FEW];
  private int[] fromToken = new int[FEW];

  /** The nodes by token and state; 0 for none, else the node's number and one. */
  private int[] slots = new int[4 * FEW];

  /** Nodes in the order of tokens and states. */
  private long[] order = new long[FEW];

  Paths(Automaton automaton) {
    this.automaton = automaton;
  }

  /**
   * The states that a match went through, one per token of {@code start..end}; 0 where the token
   * was passed over by a gap or skipped. Of several ways the one that passes over the fewest tokens
   * is taken, then the one whose gaps lie furthest to the left. Null where that costs too much.
   */
  int @Nullable [] find(Tokens tokens, Hits hits, int start, int end, int last) {
    forget();
    add(last, end - 1);
    for (int node = 0; node < count && hits.isExplained(); node++) {
      addThoseBefore(node, tokens, hits, start);
    }
    if (!hits.isExplained()) {
      return null;
    }
    fill(start, tokens.opensSentence(start));
    int[] path = new int[end - start];
    int state = last;
    int at = end - 1;
    while (state > AutomatonBuilder.OPENING) {
      if (automaton.takesWord(state)) {
        path[at - start] = state;
      }
      int node = node(state, at);
      state = fromState[node];
      at = fromToken[node];
    }
    return path;
  }

  /** What it costs at most to find the way to a state, for each token of a match. */
  int mostPerToken(int last) {
    forget();
    add(last, 0);
    long cost = 0;
    for (int node = 0; node < count; node++) {
      int to = automaton.cameFromEnd(stateOf[node]);
      for (int in = automaton.cameFromStart(stateOf[node]); in < to; in++) {
        int from = AutomatonBuilder.stateOf(automaton.wayInto(in));
        cost += WAY + AutomatonBuilder.gapOf(automaton.wayInto(in));
        if (from > AutomatonBuilder.OPENING) {
          add(from, 0);
        }
      }
    }
    return (int) Math.min(cost, Integer.MAX_VALUE);
  }

  private void forget() {
    if (stateOf.length > FEW) {
      resize(FEW);
      slots = new int[4 * FEW];
    } else {
      Arrays.fill(slots, 0);
    }
    count = 0;
  }

  private void addThoseBefore(int node, Tokens tokens, Hits hits, int start) {
    int state = stateOf[node];
    int nearest = automaton.isJoin(state) ? tokenOf[node] : tokenOf[node] - 1;
    int to = automaton.cameFromEnd(state);
    for (int in = automaton.cameFromStart(state); in < to; in++) {
      int from = AutomatonBuilder.stateOf(automaton.wayInto(in));
      int furthest = Math.max(start, nearest - AutomatonBuilder.gapOf(automaton.wayInto(in)));
      hits.spendOnPath(WAY + nearest - furthest);
      for (int before = nearest; before >= furthest; before--) {
        if (from > AutomatonBuilder.OPENING && automaton.canBe(from, tokens.symbol(before))) {
          add(from, before);
        }
      }
    }
  }

  /** Finds the best way into each node; those that cannot be entered get none. */
  private void fill(int start, boolean opensSentence) {
    for (int node = 0; node < count; node++) {
      order[node] = (long) (tokenOf[node] - start) << 47 | (long) stateOf[node] << 20 | node;
    }
    // A join is made after the states that lead to it, so rising states come in the right order.
    Arrays.sort(order, 0, count);
    for (int i = 0; i < count; i++) {
      enter((int) order[i] & (1 << 20) - 1, start, opensSentence);
    }
  }

  private void enter(int node, int start, boolean opensSentence) {
    int state = stateOf[node];
    int at = tokenOf[node];
    int skipped = automaton.skips(state) ? 1 : 0;
    int nearest = automaton.isJoin(state) ? at : at - 1;
    int to = automaton.cameFromEnd(state);
    for (int in = automaton.cameFromStart(state); in < to; in++) {
      int source = AutomatonBuilder.stateOf(automaton.wayInto(in));
      int furthest = Math.max(start, nearest - AutomatonBuilder.gapOf(automaton.wayInto(in)));
      for (int before = nearest; before >= furthest; before--) {
        int from = node(source, before);
        if (from != NOWHERE && costOf[from] != NOWHERE) {
          offer(node, costOf[from] + nearest - before + skipped, source, before);
        }
      }
      boolean begins =
          at == start
              && (source == AutomatonBuilder.START
                  || (source == AutomatonBuilder.OPENING && opensSentence));
      if (begins) {
        offer(node, 0, source, at);
      }
    }
  }

  private void offer(int node, int cost, int state, int at) {
    int known = costOf[node];
    boolean better =
        known == NOWHERE
            || cost < known
            || (cost == known
                && (at > fromToken[node] || (at == fromToken[node] && state < fromState[node])));
    if (better) {
      costOf[node] = cost;
      fromState[node] = state;
      fromToken[node] = at;
    }
  }

  private static int hash(int state, int at) {
    return (int) (((long) at << 32 | state) * ODD >>> 32);
  }

  private int node(int state, int at) {
    int last = slots.length - 1;
    for (int slot = hash(state, at) & last; slots[slot] != 0; slot = slot + 1 & last) {
      int node = slots[slot] - 1;
      if (stateOf[node] == state && tokenOf[node] == at) {
        return node;
      }
    }
    return NOWHERE;
  }

  private void add(int state, int at) {
    if (node(state, at) != NOWHERE) {
      return;
    }
    if (count == stateOf.length) {
      grow();
    }
    stateOf[count] = state;
    tokenOf[count] = at;
    costOf[count] = NOWHERE;
    insert(count++);
  }

  private void insert(int node) {
    int last = slots.length - 1;
    int slot = hash(stateOf[node], tokenOf[node]) & last;
    while (slots[slot] != 0) {
      slot = slot + 1 & last;
    }
    slots[slot] = node + 1;
  }

  private void grow() {
    resize(2 * count);
    slots = new int[4 * stateOf.length];
    for (int node = 0; node < count; node++) {
      insert(node);
    }
  }

  private void resize(int size) {
    stateOf = Arrays.copyOf(stateOf, size);
    tokenOf = Arrays.copyOf(tokenOf, size);
    costOf = Arrays.copyOf(costOf, size);
    fromState = Arrays.copyOf(fromState, size);
    fromToken = Arrays.copyOf(fromToken, size);
    order = Arrays.copyOf(order, size);
  }
}

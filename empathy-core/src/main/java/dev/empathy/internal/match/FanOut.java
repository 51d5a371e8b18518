package dev.empathy.internal.match;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The edges of a state that has many, by the symbol that they take: thousands of phrases may begin
 * alike, and then cost no more than few. Immutable.
 */
final class FanOut {

  /** From so many edges on, looking one up is quicker than trying all. */
  private static final int FROM = 16;

  /** A class of more symbols is tried, or lists would multiply. */
  private static final int MOST_SYMBOLS = 16;

  private static final int ODD = 0x9E3779B1;

  /** A symbol and where its edges begin in {@link #edges}, each at its place or behind it. */
  private final int[] slots;

  private final int shift;

  /** The edges of one symbol after the other. */
  private final int[] edges;

  /** The edges that any symbol may take. */
  private final int[] tried;

  private FanOut(int[] slots, int shift, int[] edges, int[] tried) {
    this.slots = slots;
    this.shift = shift;
    this.edges = edges;
    this.tried = tried;
  }

  /**
   * @param ways edges, of each first its class
   * @param from where those of the state begin
   * @param to where they end
   * @return null where there are few
   */
  static @Nullable FanOut of(int[] ways, int from, int to, TokenClasses classes) {
    int count = (to - from) / Automaton.EDGE;
    if (count < FROM) {
      return null;
    }
    int[] tried = new int[count];
    int tries = 0;
    int size = 0;
    for (int edge = from; edge < to; edge += Automaton.EDGE) {
      if (classes.size(ways[edge]) > MOST_SYMBOLS) {
        tried[tries++] = edge;
      } else {
        size += classes.size(ways[edge]);
      }
    }
    tried = Arrays.copyOf(tried, tries);
    long[] pairs = new long[size];
    int next = 0;
    for (int edge = from; edge < to; edge += Automaton.EDGE) {
      if (classes.size(ways[edge]) <= MOST_SYMBOLS) {
        for (int symbol : classes.all(ways[edge])) {
          pairs[next++] = (long) symbol << 32 | edge;
        }
      }
    }
    Arrays.sort(pairs);
    int bits = 33 - Integer.numberOfLeadingZeros(Math.max(1, pairs.length));
    int[] slots = new int[2 << bits];
    Arrays.fill(slots, -1);
    for (int i = 0; i < pairs.length; i++) {
      int symbol = (int) (pairs[i] >>> 32);
      if (i == 0 || symbol != (int) (pairs[i - 1] >>> 32)) {
        int slot = 2 * (symbol * ODD >>> 32 - bits);
        while (slots[slot] >= 0) {
          slot = slot + 2 & slots.length - 1;
        }
        slots[slot] = symbol;
        slots[slot + 1] = i;
      }
    }
    int[] edges = new int[pairs.length + 1];
    for (int i = 0; i < pairs.length; i++) {
      boolean last = i + 1 == pairs.length || pairs[i + 1] >>> 32 != pairs[i] >>> 32;
      edges[i] = last ? ~(int) pairs[i] : (int) pairs[i];
    }
    return new FanOut(slots, 32 - bits, edges, tried);
  }

  /** Where the edges of a symbol begin in {@link #edge}, or -1. */
  int first(int symbol) {
    int slot = 2 * (symbol * ODD >>> shift);
    while (slots[slot] >= 0 && slots[slot] != symbol) {
      slot = slot + 2 & slots.length - 1;
    }
    return slots[slot + 1];
  }

  /** An edge of a symbol; of the last one, its complement. */
  int edge(int at) {
    return edges[at];
  }

  /** The edges that any symbol may take. */
  int[] tried() {
    return tried;
  }

  /** All edges that a symbol may take: those that are its own, and those that are tried. */
  int[] all(int symbol) {
    IntStream.Builder all = IntStream.builder();
    for (int more = first(symbol); more >= 0; more = edges[more] < 0 ? -1 : more + 1) {
      all.add(edges[more] < 0 ? ~edges[more] : edges[more]);
    }
    return IntStream.concat(all.build(), Arrays.stream(tried)).toArray();
  }

  /** How many edges are tried, and one for looking up. */
  int cost() {
    return tried.length + 1;
  }
}

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

  private static final int[] NONE = {};

  private final int[] symbols;
  private final int[][] bySymbol;

  /** The edges that any symbol may take. */
  private final int[] tried;

  private final int[] edges;
  private final TokenClasses classes;

  private FanOut(int[] symbols, int[][] bySymbol, int[] tried, int[] edges, TokenClasses classes) {
    this.symbols = symbols;
    this.bySymbol = bySymbol;
    this.tried = tried;
    this.edges = edges;
    this.classes = classes;
  }

  /**
   * @param edges a state's edges as triples of class, target and gap
   * @return null where there are few
   */
  static @Nullable FanOut of(int[] edges, TokenClasses classes) {
    if (edges.length < 3 * FROM) {
      return null;
    }
    int[] tried =
        IntStream.range(0, edges.length / 3)
            .map(edge -> 3 * edge)
            .filter(edge -> classes.size(edges[edge]) > MOST_SYMBOLS)
            .toArray();
    long[] pairs =
        IntStream.range(0, edges.length / 3)
            .map(edge -> 3 * edge)
            .filter(edge -> classes.size(edges[edge]) <= MOST_SYMBOLS)
            .boxed()
            .flatMapToLong(
                edge -> classes.symbols(edges[edge]).mapToLong(one -> (long) one << 32 | edge))
            .sorted()
            .toArray();
    int[] symbols = Arrays.stream(pairs).mapToInt(pair -> (int) (pair >>> 32)).distinct().toArray();
    int[][] bySymbol = new int[symbols.length][];
    int from = 0;
    for (int i = 0; i < symbols.length; i++) {
      int to = from;
      while (to < pairs.length && (int) (pairs[to] >>> 32) == symbols[i]) {
        to++;
      }
      bySymbol[i] = Arrays.stream(pairs, from, to).mapToInt(pair -> (int) pair).toArray();
      from = to;
    }
    return new FanOut(symbols, bySymbol, tried, edges, classes);
  }

  /** Where the edges begin that take a symbol. */
  int[] edges(int symbol) {
    int found = Arrays.binarySearch(symbols, symbol);
    int[] known = found < 0 ? NONE : bySymbol[found];
    if (tried.length == 0) {
      return known;
    }
    int[] all = Arrays.copyOf(known, known.length + tried.length);
    int size = known.length;
    for (int edge : tried) {
      if (classes.has(edges[edge], symbol)) {
        all[size++] = edge;
      }
    }
    return Arrays.copyOf(all, size);
  }

  /** How many edges are tried, and as much again for looking up. */
  int cost() {
    return tried.length + FROM;
  }
}

package dev.empathy.internal.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each symbol is a class of its own, and its state has the symbol's number. */
class PairsTest {

  private static final int SYMBOLS = 500;

  private final TokenClasses classes = new TokenClasses(SYMBOLS, oneEach());

  private static int[][] oneEach() {
    int[][] classesOf = new int[SYMBOLS][];
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      classesOf[symbol] = new int[] {symbol};
    }
    return classesOf;
  }

  /** Every symbol begins something before one other; 0 may wait, 1 begins at an opening only. */
  private static final class OneFollows implements Pairs.Beginnings {

    @Override
    public int[] of(int tokenClass, boolean opening) {
      return opening == (tokenClass == 1) ? new int[] {tokenClass} : new int[] {};
    }

    @Override
    public boolean isOpen(int state) {
      return state == 0;
    }

    @Override
    public int[] following(int state) {
      return new int[] {follower(state)};
    }

    static int follower(int symbol) {
      return (7 * symbol + 1) % SYMBOLS;
    }
  }

  private final Pairs pairs = new Pairs(SYMBOLS, SYMBOLS, classes, new OneFollows());

  @Test
  void no_pair_that_begins_something_is_turned_away() {
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      assertThat(pairs.passes(symbol, true, OneFollows.follower(symbol))).isTrue();
    }
  }

  @Test
  void of_the_others_not_one_in_fifty_passes() {
    int passed = 0;
    for (int symbol = 1; symbol < SYMBOLS; symbol++) {
      for (int next = 0; next < SYMBOLS; next++) {
        boolean begins = next == OneFollows.follower(symbol);
        passed += !begins && pairs.passes(symbol, true, next) ? 1 : 0;
      }
    }
    assertThat(passed).isLessThan(SYMBOLS * SYMBOLS / 50);
  }

  @Test
  void what_may_wait_passes_whatever_follows() {
    for (int next = 0; next < SYMBOLS; next++) {
      assertThat(pairs.passes(0, false, next)).isTrue();
    }
    assertThat(pairs.isOpen(0, false)).isTrue();
    assertThat(pairs.isOpen(1, true)).isFalse();
  }

  /** Two classes of thirty symbols make 900 pairs for one edge. */
  @Test
  void too_many_pairs_for_their_edges_are_not_written_down() {
    int[][] classesOf = new int[60][];
    for (int symbol = 0; symbol < 60; symbol++) {
      classesOf[symbol] = new int[] {symbol / 30};
    }
    Pairs.Beginnings wide =
        new Pairs.Beginnings() {
          @Override
          public int[] of(int tokenClass, boolean opening) {
            return tokenClass == 0 && opening ? new int[] {5} : new int[] {};
          }

          @Override
          public boolean isOpen(int state) {
            return false;
          }

          @Override
          public int[] following(int state) {
            return new int[] {1};
          }
        };
    Pairs few = new Pairs(60, 2, new TokenClasses(2, classesOf), wide);
    assertThat(few.isOpen(29, true)).isTrue();
    assertThat(few.isOpen(29, false)).isFalse();
    assertThat(few.isOpen(30, true)).isFalse();
    assertThat(few.passes(3, false, 40)).isFalse();
  }
}

package dev.empathy.internal.match;

import java.util.Arrays;
import java.util.List;

/**
 * How a hit came about, token by token from its first.
 *
 * @param gap which tokens were passed over by a gap
 * @param listed which tokens are words that the phrase or one of its lists writes out
 * @param captures what its names stand for, in the order in which they begin
 */
public record Alignment(boolean[] gap, boolean[] listed, List<Captured> captures) {

  /** Of a match that is made of listed words only, and captures nothing. */
  static Alignment plain(int tokens) {
    boolean[] listed = new boolean[tokens];
    Arrays.fill(listed, true);
    return new Alignment(new boolean[tokens], listed, List.of());
  }

  /** Of a match of which nothing can be told: all of it may be anything. */
  static Alignment unknown(int tokens) {
    boolean[] gap = new boolean[tokens];
    Arrays.fill(gap, true);
    return new Alignment(gap, new boolean[tokens], List.of());
  }

  /**
   * What a name stands for.
   *
   * @param name the word list or phrase
   * @param start its first token
   * @param end the token after its last
   */
  public record Captured(String name, int start, int end) {}
}

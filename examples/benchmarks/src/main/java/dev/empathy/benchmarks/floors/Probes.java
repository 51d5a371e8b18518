package dev.empathy.benchmarks.floors;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * A vocabulary by 64-bit keys, in one array of pairs of key and number, at most a quarter full. Of
 * words that share a place the branch-free look finds the first only: that is the price of having
 * no branch, and a floor may pay it.
 */
final class Probes {

  static final Probes NONE = new Probes(new TreeSet<>(), CharTokens::key);

  private final long[] table;
  private final int mask;

  private Probes(Set<String> words, ToLongFunction<String> keys) {
    int slots = Integer.highestOneBit(Math.max(1, words.size())) * 8;
    mask = slots - 1;
    table = new long[2 * slots];
    int number = 0;
    for (String word : words) {
      long key = keys.applyAsLong(word);
      int slot = slot(key);
      while (table[2 * slot] != 0) {
        slot = slot + 1 & mask;
      }
      table[2 * slot] = key;
      table[2 * slot + 1] = ++number;
    }
  }

  /** The words of phrases, by the keys that texts will be looked up with. */
  static Probes of(List<String> phrases, ToLongFunction<String> keys) {
    Set<String> words = new TreeSet<>();
    for (String phrase : phrases) {
      words.addAll(List.of(phrase.split(" ")));
    }
    return new Probes(words, keys);
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & mask;
  }

  /** The number of a word, or 0; without a branch, as half of all words are known. */
  long branchFree(long key) {
    int slot = slot(key);
    long difference = table[2 * slot] ^ key;
    long same = ((difference | -difference) >>> 63) - 1;
    return table[2 * slot + 1] & same;
  }

  /** The number of a word, or 0. */
  long branching(long key) {
    int slot = slot(key);
    while (table[2 * slot] != key) {
      if (table[2 * slot] == 0) {
        return 0;
      }
      slot = slot + 1 & mask;
    }
    return table[2 * slot + 1];
  }
}

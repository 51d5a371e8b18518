package dev.empathy.internal.text;

import java.util.Arrays;
import java.util.Map;

/**
 * An immutable map from words to numbers, probed without making a string. Where somebody chose
 * words that all want the same place, it is searched by halves instead.
 */
final class WordTable {

  /** The hash of nothing, to begin with. */
  static final long START = 0xcbf29ce484222325L;

  /** So far from its place no word ever stood that was not chosen for it. */
  private static final int FURTHEST = 64;

  private final String[] words;
  private final int[] values;
  private final int mask;
  private final int longest;

  /** The words in order and their numbers, where the table is flooded; else empty. */
  private final String[] sorted;

  private final int[] sortedValues;

  WordTable(Map<String, Integer> entries) {
    int capacity = Math.max(8, Integer.highestOneBit(Math.max(1, entries.size()) * 2 - 1) * 2);
    words = new String[capacity];
    values = new int[capacity];
    mask = capacity - 1;
    int max = 0;
    boolean flooded = false;
    for (Map.Entry<String, Integer> entry : entries.entrySet()) {
      String word = entry.getKey();
      int slot = (int) hash(word.toCharArray(), 0, word.length()) & mask;
      int steps = 0;
      while (words[slot] != null && steps <= FURTHEST) {
        slot = (slot + 1) & mask;
        steps++;
      }
      if (steps > FURTHEST) {
        flooded = true;
        break;
      }
      words[slot] = word;
      values[slot] = entry.getValue();
      max = Math.max(max, word.length());
    }
    longest = flooded ? Integer.MAX_VALUE : max;
    sorted = flooded ? entries.keySet().stream().sorted().toArray(String[]::new) : new String[0];
    sortedValues = Arrays.stream(sorted).mapToInt(entries::get).toArray();
  }

  /** The word's number, or -1. */
  int get(char[] chars, int from, int to, long hash) {
    int length = to - from;
    if (length > longest) {
      return -1;
    }
    if (sorted.length > 0) {
      return search(chars, from, length);
    }
    for (int slot = (int) hash & mask; words[slot] != null; slot = (slot + 1) & mask) {
      if (same(words[slot], chars, from, length)) {
        return values[slot];
      }
    }
    return -1;
  }

  private int search(char[] chars, int from, int length) {
    int found = Arrays.binarySearch(sorted, new String(chars, from, length));
    return found < 0 ? -1 : sortedValues[found];
  }

  private static boolean same(String word, char[] chars, int from, int length) {
    if (word.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word.charAt(i) != chars[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** 64 bits (FNV-1a, then mixed), the same on every JVM. */
  static long hash(char[] chars, int from, int to) {
    long hash = START;
    for (int i = from; i < to; i++) {
      hash = step(hash, chars[i]);
    }
    return finish(hash);
  }

  static long step(long hash, char next) {
    return (hash ^ next) * 0x100000001b3L;
  }

  static long finish(long hash) {
    return hash ^ (hash >>> 32);
  }
}

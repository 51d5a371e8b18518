package dev.empathy.internal.text;

import java.util.Map;

/** An immutable map from words to numbers, probed without making a string. */
final class WordTable {

  private final String[] words;
  private final int[] values;
  private final int mask;
  private final int longest;

  WordTable(Map<String, Integer> entries) {
    int capacity = Math.max(8, Integer.highestOneBit(Math.max(1, entries.size()) * 2 - 1) * 2);
    words = new String[capacity];
    values = new int[capacity];
    mask = capacity - 1;
    int max = 0;
    for (Map.Entry<String, Integer> entry : entries.entrySet()) {
      String word = entry.getKey();
      int slot = (int) hash(word.toCharArray(), 0, word.length()) & mask;
      while (words[slot] != null) {
        slot = (slot + 1) & mask;
      }
      words[slot] = word;
      values[slot] = entry.getValue();
      max = Math.max(max, word.length());
    }
    longest = max;
  }

  /** The word's number, or -1. */
  int get(char[] chars, int from, int to, long hash) {
    int length = to - from;
    if (length > longest) {
      return -1;
    }
    for (int slot = (int) hash & mask; words[slot] != null; slot = (slot + 1) & mask) {
      if (same(words[slot], chars, from, length)) {
        return values[slot];
      }
    }
    return -1;
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
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ chars[i]) * 0x100000001b3L;
    }
    return hash ^ (hash >>> 32);
  }
}

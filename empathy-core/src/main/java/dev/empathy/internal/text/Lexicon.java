package dev.empathy.internal.text;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * An immutable map from words to positive numbers, probed once and without a branch: when it is
 * made, the words are moved until each has a place of its own (hash and displace). Words that were
 * chosen so that none can be found are kept in order instead.
 */
final class Lexicon {

  /** So many words of a bucket are moved together, on average. */
  private static final int BUCKET = 4;

  /** So many places are tried for a bucket before the table is made larger. */
  private static final int MOST_TRIES = 1 << 12;

  private static final int MOST_DOUBLINGS = 3;

  private static final long ODD = 0xD6E8FEB86659FD93L;
  private static final long STEP = 0xA0761D6478BD642FL;

  /** Two keys a place. */
  private long[] keys = {};

  private int[] values = {};

  /** The bytes of words that are longer than their keys. */
  private byte[][] longer = {};

  private int[] moves = {};
  private int shift;

  /** All words, where they found no places; else empty. */
  private final TreeMap<String, Integer> ordered = new TreeMap<>();

  private final boolean isOrdered;

  /** Words with their hashes, while they look for places. */
  private record Words(String[] words, long[] hashes, int[] values) {}

  /**
   * @param entries words and their numbers, none of them 0
   */
  Lexicon(Map<String, Integer> entries) {
    this(entries, Map.of());
  }

  /**
   * @param entries words and their numbers, none of them 0
   * @param flags words and what their numbers have besides; these may be other words, too
   */
  Lexicon(Map<String, Integer> entries, Map<String, Integer> flags) {
    int size = entries.size();
    for (String word : flags.keySet()) {
      size += entries.containsKey(word) ? 0 : 1;
    }
    Words words = new Words(new String[size], new long[size], new int[size]);
    int next = 0;
    for (Map.Entry<String, Integer> entry : entries.entrySet()) {
      words.words[next] = entry.getKey();
      words.hashes[next] = WordKeys.hash(entry.getKey());
      words.values[next++] = entry.getValue() | flags.getOrDefault(entry.getKey(), 0);
    }
    for (Map.Entry<String, Integer> entry : flags.entrySet()) {
      if (!entries.containsKey(entry.getKey())) {
        words.words[next] = entry.getKey();
        words.hashes[next] = WordKeys.hash(entry.getKey());
        words.values[next++] = entry.getValue();
      }
    }
    int bits = 64 - Long.numberOfLeadingZeros(Math.max(4, 2L * size - 1));
    for (int doubled = 0; doubled <= MOST_DOUBLINGS; doubled++) {
      if (place(words, bits + doubled)) {
        isOrdered = false;
        return;
      }
    }
    place(new Words(new String[0], new long[0], new int[0]), 2);
    for (int word = 0; word < size; word++) {
      ordered.put(words.words[word], words.values[word]);
    }
    isOrdered = true;
  }

  private boolean place(Words words, int bits) {
    int places = 1 << bits;
    shift = 64 - bits;
    moves = new int[Math.max(1, places / (2 * BUCKET))];
    keys = new long[2 * places];
    values = new int[places];
    longer = new byte[0][];
    int[] sizes = new int[moves.length];
    int[] next = new int[words.hashes.length];
    int[] first = new int[moves.length];
    Arrays.fill(first, -1);
    int largest = 0;
    for (int word = 0; word < next.length; word++) {
      int bucket = bucket(words.hashes[word]);
      next[word] = first[bucket];
      first[bucket] = word;
      largest = Math.max(largest, ++sizes[bucket]);
    }
    // The fullest buckets first, while there is room for them.
    for (int size = largest; size > 0; size--) {
      for (int bucket = 0; bucket < moves.length; bucket++) {
        if (sizes[bucket] == size && !place(words, bucket, first[bucket], next)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean place(Words words, int bucket, int first, int[] next) {
    for (int move = 0; move < MOST_TRIES; move++) {
      moves[bucket] = move;
      int word = first;
      while (word >= 0 && values[slot(words.hashes[word])] == 0) {
        put(words, word);
        word = next[word];
      }
      if (word < 0) {
        return true;
      }
      for (int back = first; back != word; back = next[back]) {
        values[slot(words.hashes[back])] = 0;
      }
    }
    return false;
  }

  private void put(Words words, int word) {
    int slot = slot(words.hashes[word]);
    byte[] bytes = WordKeys.bytes(words.words[word]);
    int length = bytes.length - WordKeys.PADDING;
    keys[2 * slot] = WordKeys.first(bytes, 0, length);
    keys[2 * slot + 1] = WordKeys.second(bytes, 0, length, words.hashes[word]);
    values[slot] = words.values[word];
    if (length > 16) {
      longer = longer.length == 0 ? new byte[values.length][] : longer;
      longer[slot] = bytes;
    }
  }

  private int bucket(long hash) {
    return (int) hash & (moves.length - 1);
  }

  private int slot(long hash) {
    return (int) ((hash ^ moves[bucket(hash)] * STEP) * ODD >>> shift);
  }

  /**
   * The number of a word of up to 16 bytes, or 0.
   *
   * @param first its first eight bytes
   * @param second what follows them
   */
  int get(long first, long second, long hash) {
    if (isOrdered) {
      return search(first, second);
    }
    int slot = slot(hash);
    long differs = (keys[2 * slot] ^ first) | (keys[2 * slot + 1] ^ second);
    return values[slot] & (int) ~((differs | -differs) >> 63);
  }

  /** The number of any word, or 0. */
  int get(byte[] bytes, int from, int length, long hash) {
    if (isOrdered) {
      return search(bytes, from, length);
    }
    long second = WordKeys.second(bytes, from, length, hash);
    int value = get(WordKeys.first(bytes, from, length), second, hash);
    return value == 0 || length <= 16 || is(longer[slot(hash)], bytes, from, length) ? value : 0;
  }

  private static boolean is(byte[] word, byte[] bytes, int from, int length) {
    return word.length - WordKeys.PADDING == length
        && Arrays.equals(word, 0, length, bytes, from, from + length);
  }

  private int search(long first, long second) {
    byte[] bytes = new byte[16 + WordKeys.PADDING];
    int length = 0;
    for (long left = first; left != 0; left >>>= 8) {
      bytes[length++] = (byte) left;
    }
    for (long left = second; left != 0; left >>>= 8) {
      bytes[length++] = (byte) left;
    }
    return search(bytes, 0, length);
  }

  private int search(byte[] bytes, int from, int length) {
    return ordered.getOrDefault(WordKeys.word(bytes, from, length), 0);
  }
}

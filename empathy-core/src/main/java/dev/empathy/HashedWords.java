package dev.empathy;

import dev.empathy.internal.text.Tokens;
import java.util.Collection;

/** A set of words, asked by the hash that tokens carry and without making an object. Immutable. */
final class HashedWords {

  /** Each hash at its place or, where that is taken, behind it; 0 where nothing stands. */
  private final long[] slots;

  /** Bits by the upper half of hashes: where one is not set, no word of it is here. */
  private final long[] mayBe;

  private final boolean empty;

  /**
   * @param words words as the scanner folds them
   */
  HashedWords(Collection<String> words) {
    empty = words.isEmpty();
    slots = new long[Integer.highestOneBit(Math.max(1, words.size())) * 4];
    mayBe = new long[Math.max(1, slots.length / 8)];
    for (String word : words) {
      long hash = Tokens.hashOf(word);
      mayBe[(int) (hash >>> 38) & (mayBe.length - 1)] |= 1L << (hash >>> 32);
      int slot = (int) hash & (slots.length - 1);
      while (slots[slot] != 0 && slots[slot] != hash) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = hash;
    }
  }

  boolean isEmpty() {
    return empty;
  }

  boolean contains(long hash) {
    // Most words that are asked for are in no list of markers, and then this is all.
    if ((mayBe[(int) (hash >>> 38) & (mayBe.length - 1)] & 1L << (hash >>> 32)) == 0) {
      return false;
    }
    int slot = (int) hash & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return hash != 0 && slots[slot] == hash;
  }
}

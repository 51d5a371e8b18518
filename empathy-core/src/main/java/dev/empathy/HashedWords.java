package dev.empathy;

import dev.empathy.internal.text.Tokens;
import java.util.Collection;

/** A set of words, asked by the hash that tokens carry and without making an object. Immutable. */
final class HashedWords {

  /** Each hash at its place or, where that is taken, behind it; 0 where nothing stands. */
  private final long[] slots;

  private final boolean empty;

  /**
   * @param words words as the scanner folds them
   */
  HashedWords(Collection<String> words) {
    empty = words.isEmpty();
    slots = new long[Integer.highestOneBit(Math.max(1, words.size())) * 4];
    for (String word : words) {
      long hash = Tokens.hashOf(word);
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
    int slot = (int) hash & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return hash != 0 && slots[slot] == hash;
  }
}

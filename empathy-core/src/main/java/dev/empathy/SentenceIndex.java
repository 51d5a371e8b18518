package dev.empathy;

import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sentences that have been said, and whether another is the same as one of them or nearly so.
 * Asking and adding cost in proportion to the sentence, however many are in it.
 *
 * <p>Two sentences are the same if their words are; nearly the same if of the words of both
 * together they share at least seven in ten (the coefficient of Jaccard, each word counted once).
 * Numbers, amounts, links, addresses, mentions, redactions and placeholders are all one to it, so
 * that a template is known again whatever it was filled with.
 *
 * <p>What may be nearly the same is found by min-hash: of each of sixteen hash functions, the least
 * value over a sentence's words; two sentences agree in one of them as probably as they share
 * words. Whoever agrees in two neighbouring ones (one of eight bands) is looked at, and compared
 * exactly. So what is reported is so; of what is so, a sentence that shares seven in ten is found
 * 99 times in 100, one that shares more nearly always, the same one always. (Andrei Broder, On the
 * resemblance and containment of documents, 1997.) The hash functions are fixed: the answers are
 * always the same.
 */
final class SentenceIndex {

  /** Shorter sentences are said again without being a template. */
  static final int LEAST_WORDS = 5;

  private static final int BANDS = 8;

  /** So many sentences of a band are looked at, the last ones: enough, and a bound of the cost. */
  private static final int LOOKED_AT = 4;

  /** 2⁶⁴ divided by the golden ratio, as in SplitMix64. */
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  /**
   * A sentence.
   *
   * @param whole a hash of its words in order
   * @param words hashes of its words, each once, rising
   * @param keys per band, what it has in common with those that agree with it there
   */
  record Sentence(long whole, long[] words, long[] keys) {

    Sentence(long whole, long[] words) {
      this(whole, words, new long[BANDS]);
      for (int band = 0; band < BANDS; band++) {
        long first = least(words, 2 * band);
        keys[band] = mix(first + GOLDEN * least(words, 2 * band + 1)) + band;
      }
    }
  }

  /** What is neither a word nor left out counts as this. */
  private static final long ANY_FILLING = 1;

  private final Set<Long> wholes = new HashSet<>();

  /** The words of each sentence, by its number from 1. */
  private final List<long[]> sentences = new ArrayList<>();

  /** A table of bands: each key stands at its place or, where that is taken, behind it. */
  private long[] keys = new long[64];

  /** Per place of the table, the last sentence of that band, or 0 where the place is free. */
  private int[] last = new int[64];

  private int bands;

  /** Per sentence and band, the sentence that was the band's last before it, or 0. */
  private int[] before = new int[64];

  SentenceIndex copy() {
    SentenceIndex copy = new SentenceIndex();
    copy.wholes.addAll(wholes);
    copy.sentences.addAll(sentences);
    copy.keys = keys.clone();
    copy.last = last.clone();
    copy.bands = bands;
    copy.before = before.clone();
    return copy;
  }

  boolean isEmpty() {
    return wholes.isEmpty();
  }

  /** Whether it has been said, the same or nearly so. */
  boolean has(Sentence sentence) {
    if (wholes.contains(sentence.whole())) {
      return true;
    }
    for (int band = 0; band < BANDS; band++) {
      int other = last[place(sentence.keys()[band])];
      for (int looked = 0; other > 0 && looked < LOOKED_AT; looked++) {
        if (isNear(sentences.get(other - 1), sentence.words())) {
          return true;
        }
        other = before[(other - 1) * BANDS + band];
      }
    }
    return false;
  }

  void add(Sentence sentence) {
    if (!wholes.add(sentence.whole())) {
      return;
    }
    sentences.add(sentence.words());
    int number = sentences.size();
    if (number * BANDS > before.length) {
      before = Arrays.copyOf(before, 2 * before.length);
    }
    for (int band = 0; band < BANDS; band++) {
      long key = sentence.keys()[band];
      int place = place(key);
      before[(number - 1) * BANDS + band] = last[place];
      bands += last[place] == 0 ? 1 : 0;
      keys[place] = key;
      last[place] = number;
      if (2 * bands > keys.length) {
        grow();
      }
    }
  }

  /** Where a key stands, or may stand: at least half of the table is free. */
  private int place(long key) {
    int place = (int) key & (keys.length - 1);
    while (last[place] > 0 && keys[place] != key) {
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldLast = last;
    keys = new long[2 * oldKeys.length];
    last = new int[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldLast[i] > 0) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        last[place] = oldLast[i];
      }
    }
  }

  /** Whether two sets share at least seven tenths of what is in either. */
  static boolean isNear(long[] a, long[] b) {
    int shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return 10L * shared >= 7L * (a.length + b.length - shared);
  }

  /** The least value of a hash function, by its number, over all words. */
  private static long least(long[] words, int function) {
    long least = Long.MAX_VALUE;
    for (long word : words) {
      least = Math.min(least, mix(word + function * GOLDEN));
    }
    return least;
  }

  /** The finalizer of SplitMix64: every bit of the input changes about half of the output's. */
  private static long mix(long x) {
    long z = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** The sentences of a message that have words enough. */
  static List<Sentence> sentences(Tokens tokens) {
    List<Sentence> sentences = new ArrayList<>();
    for (int from = 0, to; from < tokens.size(); from = to) {
      to = from + 1;
      while (to < tokens.size() && !tokens.opensSentence(to)) {
        to++;
      }
      Sentence sentence = sentence(tokens, from, to);
      if (sentence != null) {
        sentences.add(sentence);
      }
    }
    return sentences;
  }

  private static @Nullable Sentence sentence(Tokens tokens, int from, int to) {
    long[] words = new long[to - from];
    int count = 0;
    int written = 0;
    int last = -1;
    long whole = 0;
    for (int token = from; token < to; token++) {
      TokenKind kind = tokens.kind(token);
      if (kind == TokenKind.QUESTION_MARK || kind == TokenKind.EMOJI) {
        continue;
      }
      long word = kind == TokenKind.WORD ? tokens.hash(token) : ANY_FILLING;
      words[count++] = word;
      whole = mix(whole + GOLDEN) + word;
      written += tokens.word(token) == last ? 0 : 1;
      last = tokens.word(token);
    }
    if (written < LEAST_WORDS) {
      return null;
    }
    Arrays.sort(words, 0, count);
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || words[i] != words[i - 1]) {
        words[distinct++] = words[i];
      }
    }
    return new Sentence(mix(whole), Arrays.copyOf(words, distinct));
  }
}

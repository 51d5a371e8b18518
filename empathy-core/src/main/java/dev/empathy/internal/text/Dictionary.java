package dev.empathy.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that a scanner knows of words, in the form in which it asks: one probe says a word's symbol,
 * whether it stands for several words, and whether it is an abbreviation. Immutable.
 */
final class Dictionary {

  /** What {@link #value} says beside the symbol, which is 0 for a word that has none. */
  static final int EXPANDS = 1 << 29;

  static final int ABBREVIATION = 1 << 30;
  static final int SYMBOL = EXPANDS - 1;

  /** An apostrophe is looked for so many letters from the end of a word. */
  private static final int LONGEST_TAIL = 4;

  /**
   * A word that the scanner adds by itself.
   *
   * @param form the word, folded
   * @param symbol what the vocabulary calls it
   * @param hash of the form
   */
  record Part(String form, int symbol, long hash) {}

  /**
   * An ending, behind its last apostrophe known by its tail.
   *
   * @param before what must stand before the apostrophe
   * @param length of all of it
   * @param part the word that it stands for
   */
  record Ending(byte[] before, int length, Part part) {

    /** Whether a word ends so, of which the tail is known to fit. */
    boolean ends(byte[] word, int apostrophe) {
      if (before.length >= apostrophe) {
        return before.length == 0 && apostrophe > 0;
      }
      for (int i = 1; i <= before.length; i++) {
        if (word[apostrophe - i] != before[before.length - i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final Ending[] NO_ENDINGS = {};

  private final Lexicon words;
  private final Lexicon wholes;
  private final Part[][] expansions;
  private final Lexicon tails;
  private final Ending[][] endings;
  private final Lexicon beginnings;

  /** The lengths of beginnings in bytes, falling. */
  private final int[] beginningLengths;

  /** By the low bits of two letters, whether a beginning begins so. */
  private final long[] firstTwo = new long[16];

  private final Part[] kinds = new Part[TokenKind.COUNT];
  private final Part mention;
  private final Part question;

  Dictionary(Language language, Vocabulary vocabulary) {
    Map<String, Integer> flags = new HashMap<>();
    language.wholes().keySet().forEach(word -> flags.put(word, EXPANDS));
    language.abbreviations().forEach(word -> flags.merge(word, ABBREVIATION, (a, b) -> a | b));
    words = new Lexicon(vocabulary.words(), flags);
    beginnings = new Lexicon(vocabulary.prefixes());
    TreeSet<Integer> lengths = new TreeSet<>();
    for (String beginning : vocabulary.prefixes().keySet()) {
      byte[] bytes = WordKeys.bytes(beginning);
      int length = bytes.length - WordKeys.PADDING;
      lengths.add(length);
      for (int second = 0; length == 1 && second < 32; second++) {
        bytes[1] = (byte) second;
        markFirstTwo(bytes);
      }
      markFirstTwo(bytes);
    }
    beginningLengths = lengths.descendingSet().stream().mapToInt(Integer::intValue).toArray();
    Map<String, Integer> numbers = new HashMap<>();
    List<Part[]> parts = new ArrayList<>();
    language
        .wholes()
        .forEach(
            (word, several) -> {
              parts.add(several.stream().map(this::part).toArray(Part[]::new));
              numbers.put(word, parts.size());
            });
    wholes = new Lexicon(numbers);
    expansions = parts.toArray(Part[][]::new);
    Map<String, List<Ending>> byTail = new LinkedHashMap<>();
    language.endings().forEach((ending, word) -> addEnding(byTail, ending, word));
    Map<String, Integer> tailNumbers = new HashMap<>();
    List<Ending[]> byNumber = new ArrayList<>();
    byTail.forEach(
        (tail, some) -> {
          byNumber.add(some.toArray(Ending[]::new));
          tailNumbers.put(tail, byNumber.size());
        });
    tails = new Lexicon(tailNumbers);
    endings = byNumber.toArray(Ending[][]::new);
    for (TokenKind kind : TokenKind.values()) {
      kinds[kind.ordinal()] = part("<" + kind.name().toLowerCase(Locale.ROOT) + ">", kind);
    }
    mention = part("@", TokenKind.MENTION);
    question = part("?", TokenKind.QUESTION_MARK);
  }

  private void addEnding(Map<String, List<Ending>> byTail, String ending, String word) {
    int apostrophe = ending.lastIndexOf('\'');
    String tail = ending.substring(apostrophe);
    if (tail.length() <= LONGEST_TAIL) {
      byte[] before = bytes(ending.substring(0, apostrophe));
      Ending one = new Ending(before, before.length + bytes(tail).length, part(word));
      byTail.computeIfAbsent(tail, key -> new ArrayList<>(1)).add(one);
    }
  }

  private static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  private Part part(String word) {
    return part(word, TokenKind.WORD);
  }

  private Part part(String word, TokenKind kind) {
    byte[] bytes = WordKeys.bytes(word);
    int length = bytes.length - WordKeys.PADDING;
    long hash = WordKeys.hash(bytes, 0, length);
    return new Part(word, symbol(bytes, length, hash, kind), hash);
  }

  private void markFirstTwo(byte[] bytes) {
    int two = firstTwo(bytes[0] & 0xFF | bytes[1] << 8);
    firstTwo[two >>> 6] |= 1L << two;
  }

  private static int firstTwo(int bytes) {
    return bytes & 31 | bytes >>> 3 & 31 << 5;
  }

  /** The word's symbol, or 0, and what else is known of it. */
  int value(long first, long second, long hash) {
    return words.get(first, second, hash);
  }

  /** The same of a word of any length. */
  int value(byte[] word, int length, long hash) {
    return words.get(word, 0, length, hash);
  }

  /** The symbol of what may be no word. */
  int symbol(byte[] form, int length, long hash, TokenKind kind) {
    int symbol = value(form, length, hash) & SYMBOL;
    if (symbol == 0 && kind == TokenKind.WORD && mayBegin(WordKeys.eight(form, 0))) {
      symbol = beginning(form, length);
    }
    return symbol == 0 ? kind.ordinal() : symbol;
  }

  /** Whether a word may have a known beginning, by its first bytes: all bits or none. */
  int beginsLike(long first) {
    int two = firstTwo((int) first);
    return -(int) (firstTwo[two >>> 6] >>> two & 1);
  }

  boolean mayBegin(long first) {
    return beginsLike(first) != 0;
  }

  /** The symbol of the longest known beginning of a word, or 0. */
  int beginning(byte[] word, int length) {
    for (int part : beginningLengths) {
      if (part <= length) {
        int symbol = beginnings.get(word, 0, part, WordKeys.hash(word, 0, part));
        if (symbol > 0) {
          return symbol;
        }
      }
    }
    return 0;
  }

  /** What a word stands for that {@link #EXPANDS}. */
  Part[] expansion(byte[] word, int length, long hash) {
    return expansions[wholes.get(word, 0, length, hash) - 1];
  }

  /** The ending that a word has, or null. */
  @Nullable Ending ending(byte[] word, int length) {
    int from = length - 1;
    int furthest = Math.max(1, length - 3 * LONGEST_TAIL);
    while (from > furthest && word[from] != '\'') {
      from--;
    }
    if (from <= 0 || word[from] != '\'') {
      return null;
    }
    int tail = tails.get(word, from, length - from, WordKeys.hash(word, from, length - from));
    for (Ending ending : tail == 0 ? NO_ENDINGS : endings[tail - 1]) {
      if (ending.ends(word, from)) {
        return ending;
      }
    }
    return null;
  }

  /** What stands for a part of a text that counts as one word. */
  Part of(TokenKind kind) {
    return kinds[kind.ordinal()];
  }

  Part mention() {
    return mention;
  }

  Part question() {
    return question;
  }
}

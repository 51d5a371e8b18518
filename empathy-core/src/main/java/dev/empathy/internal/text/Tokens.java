package dev.empathy.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the scanner found in one text: its tokens in order, with their places, and what else can be
 * counted on the way. Filled by {@link Scanner} and only read after that.
 */
public final class Tokens {

  private static final int STOP_BEFORE = 1;
  private static final int CAPITALS = 2;

  private final String text;
  private final @Nullable List<String> forms;
  private int size;
  private int[] symbols = new int[32];
  private long[] hashes = new long[32];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int[] words = new int[32];
  private int[] sentences = new int[32];
  private byte[] kinds = new byte[32];
  private byte[] flags = new byte[32];
  private final List<Region> regions = new ArrayList<>(2);
  private final List<int[]> punctuationRuns = new ArrayList<>(2);
  private int @Nullable [] codePoints;

  int wordCount;
  int letters;
  int capitals;
  int exclamationRun;
  int ellipses;
  int listItems;

  Tokens(String text, boolean keepForms) {
    this.text = text;
    this.forms = keepForms ? new ArrayList<>() : null;
  }

  void add(
      int symbol,
      long hash,
      int start,
      int end,
      int word,
      int sentence,
      TokenKind kind,
      boolean stopBefore,
      boolean capitals,
      char[] form,
      int to) {
    if (size == symbols.length) {
      grow();
    }
    symbols[size] = symbol;
    hashes[size] = hash;
    starts[size] = start;
    ends[size] = end;
    words[size] = word;
    sentences[size] = sentence;
    kinds[size] = (byte) kind.ordinal();
    flags[size] = (byte) ((stopBefore ? STOP_BEFORE : 0) | (capitals ? CAPITALS : 0));
    if (forms != null) {
      forms.add(new String(form, 0, to));
    }
    size++;
  }

  private void grow() {
    int capacity = size * 2;
    symbols = Arrays.copyOf(symbols, capacity);
    hashes = Arrays.copyOf(hashes, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    words = Arrays.copyOf(words, capacity);
    sentences = Arrays.copyOf(sentences, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
    flags = Arrays.copyOf(flags, capacity);
  }

  void punctuationRun(int start, int end) {
    punctuationRuns.add(new int[] {start, end});
  }

  void mask(Region.Kind kind, int start, int end) {
    regions.add(new Region(kind, start, end));
  }

  public String text() {
    return text;
  }

  public int size() {
    return size;
  }

  /** What the vocabulary calls it. */
  public int symbol(int token) {
    return symbols[token];
  }

  /** Says that a word is the customer's name, whatever else it may mean. */
  public void markName(int token) {
    symbols[token] = TokenKind.NAME.ordinal();
  }

  /** A 64-bit hash of the folded form: equal forms have equal hashes. */
  public long hash(int token) {
    return hashes[token];
  }

  /** The hash of a folded form. */
  public static long hashOf(String form) {
    return WordTable.hash(form.toCharArray(), 0, form.length());
  }

  /** Where its written word begins, in UTF-16 units. */
  public int start(int token) {
    return starts[token];
  }

  /** Where its written word ends, exclusive. */
  public int end(int token) {
    return ends[token];
  }

  /**
   * Where a pronoun or a noun ends that begins its written word: before the apostrophe, where the
   * word goes on with another token, as in “I’ll”.
   */
  public int ownEnd(int token) {
    boolean goesOn = token + 1 < size && words[token + 1] == words[token];
    int end = ends[token];
    for (int i = goesOn ? starts[token] + 1 : end; i < end; i++) {
      if (Chars.isApostrophe(text.charAt(i))) {
        return i;
      }
    }
    return end;
  }

  /** The first token that ends after this place, or the number of tokens. */
  public int firstEndingAfter(int offset) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The 0-based number of its written word; tokens of one written word share it. */
  public int word(int token) {
    return words[token];
  }

  /** The 0-based number of its sentence. */
  public int sentence(int token) {
    return sentences[token];
  }

  public TokenKind kind(int token) {
    return TokenKind.of(kinds[token]);
  }

  /** Whether a comma, semicolon or colon stands between it and the token before. */
  public boolean stopBefore(int token) {
    return (flags[token] & STOP_BEFORE) != 0;
  }

  /** Whether its written word has two letters or more, all of them capitals. */
  public boolean isCapitals(int token) {
    return (flags[token] & CAPITALS) != 0;
  }

  /** Whether it begins a sentence. */
  public boolean opensSentence(int token) {
    return token == 0 || sentences[token] != sentences[token - 1];
  }

  /** Its folded form; only where forms were kept. */
  public String form(int token) {
    if (forms == null) {
      throw new IllegalStateException("forms were not kept");
    }
    return forms.get(token);
  }

  /** Parts that are not the writer's words, in order. */
  public List<Region> regions() {
    return regions;
  }

  /** Written words, without question marks. */
  public int wordCount() {
    return wordCount;
  }

  /** Sentences with at least one token. */
  public int sentenceCount() {
    return size == 0 ? 0 : sentences[size - 1] + 1;
  }

  /** Letters in words. */
  public int letters() {
    return letters;
  }

  /** Capital letters in words. */
  public int capitals() {
    return capitals;
  }

  /** The longest run of {@code !}. */
  public int exclamationRun() {
    return exclamationRun;
  }

  /** Runs of three or more {@code !} and {@code ?}, or of both, as start and end. */
  public List<int[]> punctuationRuns() {
    return punctuationRuns;
  }

  /** How often {@code …} or several full stops stand. */
  public int ellipses() {
    return ellipses;
  }

  /** Lines that begin with a bullet or a number. */
  public int listItems() {
    return listItems;
  }

  /** The same place counted in code points, as Python and R do. */
  public int codePoint(int offset) {
    if (codePoints == null) {
      codePoints = text.codePointCount(0, text.length()) == text.length() ? NONE : countAll();
    }
    return codePoints == NONE ? offset : codePoints[offset];
  }

  private static final int[] NONE = new int[0];

  private int[] countAll() {
    int[] counts = new int[text.length() + 1];
    int count = 0;
    for (int i = 0; i < text.length(); count++) {
      int width = Character.charCount(text.codePointAt(i));
      counts[i] = count;
      if (width == 2) {
        counts[i + 1] = count;
      }
      i += width;
    }
    counts[text.length()] = count;
    return counts;
  }
}

package dev.empathy.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the scanner found in one text: its tokens in order, with their places, and what else can be
 * counted on the way. Filled by {@link TokenReader} and only read after that.
 */
public final class Tokens {

  /** Numbers of a token in {@link #rows}, one after the other. */
  static final int FIELDS = 8;

  static final int SYMBOL = 0;
  static final int START = 1;
  static final int END = 2;
  static final int WORD = 3;
  static final int SENTENCE = 4;

  /** The kind in the lowest byte, then the flags. */
  static final int KIND = 5;

  /** The lower half of the hash, then the upper. */
  static final int HASH = 6;

  static final int STOP_BEFORE = 1 << 8;
  static final int CAPITALS = 1 << 9;

  private static final int[] NONE = new int[0];

  String text = "";
  List<String> forms = List.of();
  int size;
  int[] rows = NONE;

  /** Kind, start and end of each part that is not the writer's. */
  int[] regionFields = NONE;

  int regionCount;

  /** Start and end of each run. */
  int[] runFields = NONE;

  int runCount;
  private @Nullable List<Region> regions;
  private int @Nullable [] codePoints;

  int wordCount;
  int letters;
  int capitals;
  int exclamationRun;
  int ellipses;
  int listItems;

  Tokens() {}

  /** Begins anew with another text. */
  void begin(String text, boolean keepForms) {
    this.text = text;
    forms = keepForms ? new ArrayList<>() : List.of();
    size = 0;
    regionCount = 0;
    runCount = 0;
    regions = null;
    codePoints = null;
    wordCount = 0;
    letters = 0;
    capitals = 0;
    exclamationRun = 0;
    ellipses = 0;
    listItems = 0;
  }

  /** Where the numbers of one more token go. */
  int newRow() {
    int row = size++ * FIELDS;
    if (row == rows.length) {
      moreRows();
    }
    return row;
  }

  /** Room for more tokens than have it; those that are there stay. */
  int[] moreRows() {
    rows = Arrays.copyOf(rows, Math.max(32 * FIELDS, 2 * rows.length));
    return rows;
  }

  void punctuationRun(int start, int end) {
    if (2 * runCount == runFields.length) {
      runFields = Arrays.copyOf(runFields, 2 * runFields.length + 8);
    }
    runFields[2 * runCount] = start;
    runFields[2 * runCount++ + 1] = end;
  }

  void mask(Region.Kind kind, int start, int end) {
    if (3 * regionCount == regionFields.length) {
      regionFields = Arrays.copyOf(regionFields, 2 * regionFields.length + 12);
    }
    regionFields[3 * regionCount] = kind.ordinal();
    regionFields[3 * regionCount + 1] = start;
    regionFields[3 * regionCount++ + 2] = end;
  }

  /** The same, in no more room than it takes, and its own. */
  Tokens copy() {
    Tokens copy = new Tokens();
    copy.text = text;
    copy.forms = forms;
    copy.size = size;
    copy.rows = size == 0 ? NONE : Arrays.copyOf(rows, size * FIELDS);
    copy.regionCount = regionCount;
    copy.regionFields = regionCount == 0 ? NONE : Arrays.copyOf(regionFields, 3 * regionCount);
    copy.runCount = runCount;
    copy.runFields = runCount == 0 ? NONE : Arrays.copyOf(runFields, 2 * runCount);
    copy.wordCount = wordCount;
    copy.letters = letters;
    copy.capitals = capitals;
    copy.exclamationRun = exclamationRun;
    copy.ellipses = ellipses;
    copy.listItems = listItems;
    return copy;
  }

  public String text() {
    return text;
  }

  public int size() {
    return size;
  }

  /** What the vocabulary calls it. */
  public int symbol(int token) {
    return rows[token * FIELDS + SYMBOL];
  }

  /** Says that a word is the customer's name, whatever else it may mean. */
  public void markName(int token) {
    rows[token * FIELDS + SYMBOL] = TokenKind.NAME.ordinal();
  }

  /** A 64-bit hash of the folded form: equal forms have equal hashes. */
  public long hash(int token) {
    int at = token * FIELDS + HASH;
    return (long) rows[at + 1] << 32 | rows[at] & 0xFFFFFFFFL;
  }

  /** The hash of a folded form. */
  public static long hashOf(String form) {
    return WordKeys.hash(form);
  }

  /** Where its written word begins, in UTF-16 units. */
  public int start(int token) {
    return rows[token * FIELDS + START];
  }

  /** Where its written word ends, exclusive. */
  public int end(int token) {
    return rows[token * FIELDS + END];
  }

  /**
   * Where a pronoun or a noun ends that begins its written word: before the apostrophe, where the
   * word goes on with another token, as in “I’ll”.
   */
  public int ownEnd(int token) {
    boolean goesOn = token + 1 < size && word(token + 1) == word(token);
    int end = end(token);
    for (int i = goesOn ? start(token) + 1 : end; i < end; i++) {
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
      if (end(middle) <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The 0-based number of its written word; tokens of one written word share it. */
  public int word(int token) {
    return rows[token * FIELDS + WORD];
  }

  /** The 0-based number of its sentence. */
  public int sentence(int token) {
    return rows[token * FIELDS + SENTENCE];
  }

  public TokenKind kind(int token) {
    return TokenKind.of(rows[token * FIELDS + KIND] & 0xFF);
  }

  /** Whether a comma, semicolon or colon stands between it and the token before. */
  public boolean stopBefore(int token) {
    return (rows[token * FIELDS + KIND] & STOP_BEFORE) != 0;
  }

  /** Whether its written word has two letters or more, all of them capitals. */
  public boolean isCapitals(int token) {
    return (rows[token * FIELDS + KIND] & CAPITALS) != 0;
  }

  /** Whether it begins a sentence. */
  public boolean opensSentence(int token) {
    return token == 0 || sentence(token) != sentence(token - 1);
  }

  /** Its folded form; only where forms were kept. */
  public String form(int token) {
    if (forms.size() != size) {
      throw new IllegalStateException("forms were not kept");
    }
    return forms.get(token);
  }

  /** Parts that are not the writer's words, in order. */
  public List<Region> regions() {
    List<Region> all = regions;
    if (all == null) {
      List<Region> found = new ArrayList<>(regionCount);
      for (int at = 0; at < 3 * regionCount; at += 3) {
        Region.Kind kind = Region.Kind.of(regionFields[at]);
        found.add(new Region(kind, regionFields[at + 1], regionFields[at + 2]));
      }
      all = List.copyOf(found);
      regions = all;
    }
    return all;
  }

  /** Written words, without question marks. */
  public int wordCount() {
    return wordCount;
  }

  /** Sentences with at least one token. */
  public int sentenceCount() {
    return size == 0 ? 0 : sentence(size - 1) + 1;
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
    List<int[]> all = new ArrayList<>(runCount);
    for (int at = 0; at < 2 * runCount; at += 2) {
      all.add(new int[] {runFields[at], runFields[at + 1]});
    }
    return all;
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

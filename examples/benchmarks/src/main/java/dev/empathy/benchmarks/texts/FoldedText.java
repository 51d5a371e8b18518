package dev.empathy.benchmarks.texts;

/**
 * A text in small letters with one kind of apostrophe, its positions those of the original. Used
 * again and again, so that those who match characters need not make a string of each message.
 */
public final class FoldedText implements CharSequence {

  private static final char[] SMALL = new char[128];

  static {
    for (char c = 0; c < 128; c++) {
      SMALL[c] = c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }
  }

  private char[] chars = new char[1024];
  private int length;

  /** Takes a text in place of the one before. */
  public FoldedText fold(String text) {
    length = text.length();
    if (chars.length < length) {
      chars = new char[2 * length];
    }
    text.getChars(0, length, chars, 0);
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      chars[i] = c < 128 ? SMALL[c] : other(c);
    }
    return this;
  }

  private static char other(char c) {
    return c == '\u2019' || c == '\u2018' || c == '\u02BC' ? '\'' : Character.toLowerCase(c);
  }

  /** A text in the form that phrases are compared in. */
  public static String of(String text) {
    return new FoldedText().fold(text).toString();
  }

  /** Whether a span neither begins nor ends within a word: {@code can} is not in {@code can't}. */
  public boolean isWhole(int start, int end) {
    return !continues(start - 1, -1) && !continues(end, 1);
  }

  private boolean continues(int at, int step) {
    if (at < 0 || at >= length) {
      return false;
    }
    int beyond = at + step;
    return isPart(chars[at])
        || (isJoiner(chars[at]) && beyond >= 0 && beyond < length && isPart(chars[beyond]));
  }

  /** Whether a word may begin at a place. */
  public boolean beginsWord(int at) {
    return isPart(chars[at]) && !continues(at - 1, -1);
  }

  private static boolean isPart(char c) {
    return c < 128
        ? (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(c);
  }

  private static boolean isJoiner(char c) {
    return c == '\'' || c == '-' || c == '\u2010' || c == '\u2011';
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(chars, start, end - start);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}

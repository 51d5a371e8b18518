package dev.empathy.internal.text;

/** What a token is. Its ordinal is the symbol of a token that the vocabulary does not know. */
public enum TokenKind {
  WORD,
  NUMBER,
  MONEY,
  URL,
  EMAIL,
  MENTION,
  EMOJI,
  REDACTED,
  PLACEHOLDER,
  QUESTION_MARK,
  /** A word that is the customer's name; the scanner does not know it, the caller may. */
  NAME;

  /** By ordinal, without a copy each time. */
  private static final TokenKind[] ALL = values();

  /** How many symbols are taken by kinds; the vocabulary's own begin here. */
  public static final int COUNT = ALL.length;

  static TokenKind of(int ordinal) {
    return ALL[ordinal];
  }
}

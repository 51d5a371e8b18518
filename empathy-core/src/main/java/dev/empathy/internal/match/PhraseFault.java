package dev.empathy.internal.match;

import org.jspecify.annotations.Nullable;

/** What is wrong with a phrase, and where in its text. */
final class PhraseFault extends Exception {

  private static final long serialVersionUID = 1L;

  final String code;
  final int offset;
  final int length;
  final @Nullable String hint;

  /**
   * @param code the code
   * @param offset where in the phrase's text, from 0
   * @param length how many characters, at least 1
   * @param message what is wrong
   * @param hint what to do, or null
   */
  PhraseFault(String code, int offset, int length, String message, @Nullable String hint) {
    super(message, null, false, false);
    this.code = code;
    this.offset = offset;
    this.length = length;
    this.hint = hint;
  }

  static PhraseFault limit(String fact, String bound) {
    return new PhraseFault(
        Codes.LIMIT,
        0,
        1,
        "this phrase is too big: " + fact + "; the limit is " + bound,
        "make two phrases of it, or shorter gaps and lists");
  }
}

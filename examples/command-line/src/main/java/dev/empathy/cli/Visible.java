package dev.empathy.cli;

import java.util.Locale;

/**
 * Makes characters visible that would steer a terminal or hide in it: escape sequences, overrides
 * of the writing direction, zero-width characters. What a customer wrote must never act on the
 * screen of who reads it, nor say what nobody sees.
 */
final class Visible {

  private static final int NONE = -1;
  private static final int JOINER = 0x200D;
  private static final int TEXT_STYLE = 0xFE0E;
  static final int EMOJI_STYLE = 0xFE0F;

  /** Letters and marks that leave nothing to see; Unicode has no category for them. */
  private static final String BLANK = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

  private Visible() {}

  /** Whether a character cannot be shown as it is, wherever it stands. */
  static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> BLANK.indexOf(codePoint) >= 0 || isVariation(codePoint);
    };
  }

  /**
   * Whether the character at a place cannot be shown as it is. What joins pictures to one, or
   * chooses a picture's style, is part of the picture; elsewhere it hides.
   *
   * @param end where the text ends
   */
  static boolean isHidden(CharSequence text, int at, int end) {
    int c = Character.codePointAt(text, at);
    if (!isHidden(c)) {
      return false;
    }
    int before = at == 0 ? NONE : Character.codePointBefore(text, at);
    int next = at + Character.charCount(c);
    int after = next >= end ? NONE : Character.codePointAt(text, next);
    if (c == JOINER) {
      boolean picture = isPicture(before) && isPicture(after);
      return !picture && !isMark(before);
    }
    boolean style = c == EMOJI_STYLE || c == TEXT_STYLE;
    return !style || !isStyled(before);
  }

  /** Whether it may have a style: pictures, and digits and signs that are made one. */
  private static boolean isStyled(int c) {
    return c != NONE && !Character.isLetter(c) && !Character.isSpaceChar(c) && !isHidden(c);
  }

  private static boolean isVariation(int c) {
    return c >= 0xFE00 && c <= 0xFE0F || c >= 0x180B && c <= 0x180F || c >= 0xE0100 && c <= 0xE01EF;
  }

  private static boolean isPicture(int c) {
    return c == EMOJI_STYLE
        || c >= 0x1F000 && c <= 0x1FAFF
        || c != NONE && Character.getType(c) == Character.OTHER_SYMBOL;
  }

  /** Such as the sign that Indic scripts write between two consonants. */
  private static boolean isMark(int c) {
    return c != NONE && Character.getType(c) == Character.NON_SPACING_MARK && !isVariation(c);
  }

  /** {@code \u001b}, or braces around more than four digits. */
  static String escape(int codePoint) {
    return String.format(Locale.ROOT, codePoint > 0xFFFF ? "\\u{%x}" : "\\u%04x", codePoint);
  }

  /** The text with hidden characters escaped, line feeds kept and tabs as spaces. */
  static String lines(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      if (c == '\t') {
        out.append(' ');
      } else if (c == '\n' || !isHidden(text, at, text.length())) {
        out.appendCodePoint(c);
      } else {
        out.append(escape(c));
      }
      at += Character.charCount(c);
    }
    return out.toString();
  }

  /** The text on one line. */
  static String line(String text) {
    return lines(text.replace("\r\n", " ").replace('\n', ' '));
  }
}

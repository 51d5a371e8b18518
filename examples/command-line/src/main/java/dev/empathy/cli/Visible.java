package dev.empathy.cli;

import java.util.Locale;

/**
 * Makes characters visible that would steer a terminal or hide in it: escape sequences, overrides
 * of the writing direction, zero-width characters. What a customer wrote must never act on the
 * screen of who reads it.
 */
final class Visible {

  static final int ZERO_WIDTH_JOINER = 0x200D;

  private Visible() {}

  /** Whether a character cannot be shown as it is. */
  static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** {@code \u001b}, or braces around more than four digits. */
  static String escape(int codePoint) {
    return String.format(Locale.ROOT, codePoint > 0xFFFF ? "\\u{%x}" : "\\u%04x", codePoint);
  }

  /** The text with hidden characters escaped, line feeds kept and tabs as spaces. */
  static String lines(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\t') {
                out.append(' ');
              } else if (c == '\n' || c == ZERO_WIDTH_JOINER || !isHidden(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(escape(c));
              }
            });
    return out.toString();
  }

  /** The text on one line. */
  static String line(String text) {
    return lines(text.replace("\r\n", " ").replace('\n', ' '));
  }
}

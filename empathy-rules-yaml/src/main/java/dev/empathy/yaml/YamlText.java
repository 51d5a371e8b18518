package dev.empathy.yaml;

import java.util.Locale;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Writes texts as YAML, so that reading them gives the same texts: in quotes unless it is plain.
 */
final class YamlText {

  /** What may stand inside a text without quotes wherever it stands. */
  private static final String INSIDE = " '.;!()/+-~*$|_=<>%&@…“”’^";

  /** What may also stand there but within brackets. */
  private static final String OUTSIDE_BRACKETS = ",?";

  /** What a text without quotes may begin with, beside letters and digits. */
  private static final String BEGIN = "($^+";

  private YamlText() {}

  /**
   * A text on one line.
   *
   * @param flow whether it stands within brackets
   */
  static String of(String text, boolean flow) {
    if (isPlain(text, flow)) {
      return text;
    }
    boolean escaped = text.codePoints().anyMatch(YamlText::needsEscape);
    boolean marks = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
    return marks && !escaped ? "'" + text.replace("'", "''") + "'" : inDoubleQuotes(text);
  }

  /** Whether the lines of a folded block, put together again, are this text. */
  static boolean canFold(String text) {
    return text.equals(text.strip())
        && !text.contains("  ")
        && text.codePoints().noneMatch(c -> needsEscape(c) || c != ' ' && isSpace(c));
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  private static boolean isPlain(String text, boolean flow) {
    if (text.isEmpty() || text.endsWith(" ") || text.contains("  ") || !begins(text)) {
      return false;
    }
    return text.codePoints()
        .allMatch(
            c ->
                Character.isLetterOrDigit(c)
                    || INSIDE.indexOf(c) >= 0
                    || !flow && OUTSIDE_BRACKETS.indexOf(c) >= 0);
  }

  private static boolean begins(String text) {
    char first = text.charAt(0);
    boolean negative = first == '-' && text.length() > 1 && Ids.digit(text.charAt(1));
    return Character.isLetterOrDigit(text.codePointAt(0)) || BEGIN.indexOf(first) >= 0 || negative;
  }

  private static boolean needsEscape(int codePoint) {
    if (!StreamReader.isPrintable(codePoint)) {
      return true;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static String inDoubleQuotes(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(c, out));
    return out.append('"').toString();
  }

  private static void append(int c, StringBuilder out) {
    if (c == '"' || c == '\\') {
      out.append('\\').appendCodePoint(c);
    } else if (c == '\n') {
      out.append("\\n");
    } else if (needsEscape(c)) {
      out.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
    } else {
      out.appendCodePoint(c);
    }
  }

  /** What may stand in a comment: one line, nothing hidden. */
  static String inComment(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().map(c -> needsEscape(c) ? '?' : c).forEach(out::appendCodePoint);
    return out.toString();
  }
}

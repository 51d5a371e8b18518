package dev.empathy.yaml;

import dev.empathy.rubric.Location;
import dev.empathy.rubric.Source;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file's text with quick answers to "which line and column?". SnakeYAML counts code points and
 * has its own idea of line ends; an author's editor, and {@link Source}, count UTF-16 units and
 * line feeds.
 */
final class SourceText {

  private final String file;
  private final String text;
  private final int[] lineStarts;
  private final boolean printable;

  /** Made when first asked for. */
  private int @Nullable [] offsets;

  SourceText(String file, String text) {
    this.file = file;
    this.text = text;
    char[] chars = text.toCharArray();
    int[] starts = new int[16 + chars.length / 32];
    int lines = 0;
    boolean unprintable = false;
    for (int at = 0; at < chars.length; at++) {
      char c = chars[at];
      if (c == '\n') {
        starts = ++lines == starts.length ? Arrays.copyOf(starts, 2 * lines) : starts;
        starts[lines] = at + 1;
      } else if (c < ' ' || c > '~') {
        unprintable |= isUnprintable(chars, at);
      }
    }
    this.lineStarts = Arrays.copyOf(starts, lines + 1);
    this.printable = !unprintable;
  }

  /** Whether this is no character of a YAML file, or perhaps none. */
  private static boolean isUnprintable(char[] chars, int at) {
    char c = chars[at];
    if (Character.isSurrogate(c)) {
      return Character.isHighSurrogate(c)
          ? at + 1 == chars.length || !Character.isLowSurrogate(chars[at + 1])
          : at == 0 || !Character.isHighSurrogate(chars[at - 1]);
    }
    return c < ' ' && c != '\t' && c != '\r' || c > '~' && c < 0xA0 || c > '\uFFFD';
  }

  /** Whether all of it may stand in YAML. Where it says no, {@link TreeReader} knows better. */
  boolean isPrintable() {
    return printable;
  }

  /** The offset of each code point; empty where every one takes one unit, which is the rule. */
  private static int[] offsets(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      return new int[0];
    }
    int[] offsets = new int[count + 1];
    for (int i = 0; i < count; i++) {
      offsets[i + 1] = offsets[i] + Character.charCount(text.codePointAt(offsets[i]));
    }
    return offsets;
  }

  String file() {
    return file;
  }

  String text() {
    return text;
  }

  Source source() {
    return new Source(file, text);
  }

  /** Where the code point with this index begins, as an offset in UTF-16 units. */
  int offset(int codePoint) {
    int[] known = offsets;
    if (known == null) {
      known = offsets(text);
      offsets = known;
    }
    return known.length == 0
        ? Math.min(codePoint, text.length())
        : known[Math.min(codePoint, known.length - 1)];
  }

  /** A place within a line's end is the end of the line. */
  Location location(int offset) {
    int line = lineOf(offset);
    int start = lineStarts[line];
    return new Location(file, line + 1, Math.min(offset, lineEnd(start)) - start + 1);
  }

  private int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }

  String line(int number) {
    int start = lineStarts[number - 1];
    int end = lineEnd(start);
    return text.substring(start, end);
  }

  /** The end of the line that this offset is in, before its line end. */
  int lineEnd(int offset) {
    int next = lineOf(offset) + 1;
    // Not by a search for the line feed: a file may be one line of two million characters.
    int end = next < lineStarts.length ? lineStarts[next] - 1 : text.length();
    return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** What makes it doubtful that a text without quotes is what its author meant. */
  Tree.@Nullable Suspect suspect(int from, int end) {
    int dash = dash(from, end);
    int comment = comment(end);
    if (dash >= 0) {
      return new Tree.Suspect(location(dash), false);
    }
    return comment >= 0 ? new Tree.Suspect(location(comment), true) : null;
  }

  /** Where a line of the text, but the first, begins like a list item; -1 for nowhere. */
  private int dash(int from, int end) {
    for (int line = lineEnd(from); line < end; line = lineEnd(line)) {
      while (line < end && Character.isWhitespace(text.charAt(line))) {
        line++;
      }
      if (text.startsWith("- ", line)) {
        return line;
      }
    }
    return -1;
  }

  /**
   * {@code ticket #1 is open} is the text "ticket" to YAML. After {@code # } with a space a comment
   * may well be meant.
   */
  private int comment(int end) {
    int at = end;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    boolean inside =
        at > end
            && text.startsWith("#", at)
            && at + 1 < text.length()
            && Character.isLetterOrDigit(text.codePointAt(at + 1));
    return inside ? at : -1;
  }
}

package dev.empathy.yaml;

import dev.empathy.rubric.Location;
import dev.empathy.rubric.Source;
import java.util.Arrays;

/**
 * A file's text with quick answers to "which line and column?". SnakeYAML counts code points and
 * has its own idea of line ends; an author's editor, and {@link Source}, count UTF-16 units and
 * line feeds.
 */
final class SourceText {

  private final String file;
  private final String text;
  private final int[] lineStarts;
  private final int[] offsets;

  SourceText(String file, String text) {
    this.file = file;
    this.text = text;
    this.lineStarts = lineStarts(text);
    this.offsets = offsets(text);
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

  private static int[] lineStarts(String text) {
    int[] starts = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
    int line = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      starts[++line] = at + 1;
    }
    return starts;
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
    return offsets.length == 0
        ? Math.min(codePoint, text.length())
        : offsets[Math.min(codePoint, offsets.length - 1)];
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
}

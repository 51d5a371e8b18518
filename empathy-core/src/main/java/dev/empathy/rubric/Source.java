package dev.empathy.rubric;

import java.io.Serializable;
import java.util.Objects;

/**
 * A file that a rubric was read from, kept so that every message can show the line it speaks of.
 *
 * @param file its name, as in {@link Location#file()}
 * @param text its content
 */
public record Source(String file, String text) implements Serializable {

  public Source {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(text, "text");
  }

  /** The line with this number (from 1) without its end, or an empty text where there is none. */
  public String line(int number) {
    int start = 0;
    for (int line = 1; line < number; line++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return "";
      }
      start = end + 1;
    }
    int end = text.indexOf('\n', start);
    String line = text.substring(start, end < 0 ? text.length() : end);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /** The name only: a source may be long. */
  @Override
  public String toString() {
    return file;
  }
}

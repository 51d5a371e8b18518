package dev.empathy.cli;

import dev.empathy.Span;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with the words underlined that findings speak of: by the terminal's own underline where
 * there is colour, else by a line of marks below.
 */
final class MarkedText {

  /** Marks in rising rank: where two meet, the higher is shown. */
  enum Mark {
    NONE(' ', "0"),
    STRENGTH('~', Paint.UNDERLINED_GREEN),
    ISSUE('^', Paint.UNDERLINED_RED);

    private final char below;
    private final String colour;

    Mark(char below, String colour) {
      this.below = below;
      this.colour = colour;
    }
  }

  private final String text;
  private final Mark[] marks;

  MarkedText(String text) {
    this.text = text;
    this.marks = new Mark[text.length()];
    Arrays.fill(marks, Mark.NONE);
  }

  /** Marks a span, unless it is the whole message: that says that something is missing from it. */
  void mark(@Nullable Span span, Mark mark) {
    if (span == null || span.start() == 0 && span.end() >= text.length()) {
      return;
    }
    for (int at = span.start(); at < Math.min(span.end(), text.length()); at++) {
      marks[at] = mark.compareTo(marks[at]) > 0 ? mark : marks[at];
    }
  }

  void print(StringBuilder out, String indent, int width, Paint paint) {
    for (List<Cell> line : Wrap.lines(Cell.of(text), width - indent.length())) {
      StringBuilder below = new StringBuilder();
      out.append(line.isEmpty() ? "" : indent);
      for (int from = 0; from < line.size(); ) {
        Mark mark = mark(line.get(from));
        StringBuilder run = new StringBuilder();
        for (; from < line.size() && mark(line.get(from)) == mark; from++) {
          run.append(line.get(from).shown());
          below.append(String.valueOf(mark.below).repeat(line.get(from).width()));
        }
        out.append(mark == Mark.NONE ? run : paint.as(mark.colour, run.toString()));
      }
      out.append('\n');
      if (!paint.on() && !below.toString().isBlank()) {
        out.append(indent).append(below.toString().stripTrailing()).append('\n');
      }
    }
  }

  /** The highest mark within what is shown as one character. */
  private Mark mark(Cell cell) {
    Mark highest = Mark.NONE;
    for (int at = cell.start(); at < cell.end(); at++) {
      highest = marks[at].compareTo(highest) > 0 ? marks[at] : highest;
    }
    return highest;
  }
}

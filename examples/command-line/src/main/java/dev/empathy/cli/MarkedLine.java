package dev.empathy.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a message as it stands on the page, and the underlines below it. */
final class MarkedLine {

  private final List<Cell> cells;
  private final @Nullable Mark[] marks;
  private final List<Underlines.Stroke> strokes = new ArrayList<>();

  MarkedLine(List<Cell> cells) {
    this.cells = cells;
    this.marks = new Mark[cells.size()];
  }

  /** Where it begins in the message. */
  int start() {
    return cells.isEmpty() ? 0 : cells.get(0).start();
  }

  /** Where it ends. */
  int end() {
    return cells.isEmpty() ? 0 : cells.get(cells.size() - 1).end();
  }

  /** Underlines what of a place stands on this line. */
  void mark(Excerpt place, Label label) {
    int column = 0;
    int from = -1;
    int to = -1;
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (cell.start() < place.end() && cell.end() > place.start()) {
        from = from < 0 ? column : from;
        to = column + cell.width();
        Mark before = marks[i];
        marks[i] = before == null ? label.mark() : Mark.graver(before, label.mark());
      }
      column += cell.width();
    }
    if (from >= 0) {
      strokes.add(new Underlines.Stroke(from, to, label));
    }
  }

  void print(Page page, int width) {
    page.line(Page.INDENT + coloured(page.paint()));
    Underlines.lines(strokes, width, page.paint()).forEach(below -> page.line(Page.INDENT + below));
  }

  private String coloured(Paint paint) {
    StringBuilder line = new StringBuilder();
    for (int from = 0; from < cells.size(); ) {
      Mark mark = marks[from];
      StringBuilder run = new StringBuilder();
      for (; from < cells.size() && marks[from] == mark; from++) {
        run.append(cells.get(from).shown());
      }
      line.append(mark == null ? run : paint.as(mark.colour(), run.toString()));
    }
    return line.toString();
  }
}

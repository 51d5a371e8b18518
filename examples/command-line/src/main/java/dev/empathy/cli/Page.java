package dev.empathy.cli;

import java.util.List;

/** What is being written, and how much room there is. */
final class Page {

  static final String INDENT = "  ";

  /** Longer lines are hard to read, however wide the terminal is. */
  private static final int WIDEST = 100;

  private static final int NARROW = 60;

  /** Columns of a label and the space behind it. */
  private static final int LABEL = 10;

  private final StringBuilder out = new StringBuilder();
  private final int width;
  private final Paint paint;

  /**
   * @param width the columns to use; only a rubric's own ids and places may run over them
   */
  Page(int width, Paint paint) {
    this.width = Math.min(width, WIDEST);
    this.paint = paint;
  }

  int width() {
    return width;
  }

  boolean isNarrow() {
    return width < NARROW;
  }

  Paint paint() {
    return paint;
  }

  String text() {
    return out.toString();
  }

  void blank() {
    if (!out.isEmpty()) {
      out.append('\n');
    }
  }

  void heading(String text) {
    blank();
    paragraph("", Painted.of("").as(Paint.BOLD, text));
  }

  /** A line as it is. */
  void line(String line) {
    out.append(line.stripTrailing()).append('\n');
  }

  /** Lines that all stand equally far in. */
  void paragraph(String indent, Painted text) {
    hanging(indent, indent, text);
  }

  /**
   * Lines of which the first stands behind something.
   *
   * @param first what it stands behind, in colour perhaps; no wider than {@code further}
   * @param further what the other lines stand behind
   */
  void hanging(String first, String further, Painted text) {
    String before = first;
    for (String line : text.lines(width - further.length(), paint)) {
      line(before + line);
      before = further;
    }
  }

  /**
   * A label and what it labels, each on a line of its own; the labels of a page make a column where
   * there is room for one.
   */
  void labelled(String indent, String label, List<Painted> texts) {
    String further = indent + " ".repeat(LABEL);
    String first = indent + paint.as(Paint.FAINT, label) + " ".repeat(LABEL - label.length());
    for (Painted text : texts) {
      if (isNarrow()) {
        hanging(indent, indent + INDENT, new Painted().faint(label + INDENT).and(text));
      } else {
        hanging(first, further, text);
        first = further;
      }
    }
  }

  void labelled(String indent, String label, Painted text) {
    labelled(indent, label, List.of(text));
  }

  /** Pieces with spaces between them, each of which stays whole as long as a line can hold it. */
  void pieces(String first, String further, List<String> pieces) {
    StringBuilder line = new StringBuilder();
    String before = first;
    for (String piece : pieces) {
      int columns = Wrap.columns(line + " " + piece);
      if (!line.isEmpty() && columns > width - further.length()) {
        hanging(before, further, new Painted().faint(line.toString()));
        before = further;
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(piece);
    }
    hanging(before, further, new Painted().faint(line.toString()));
  }
}

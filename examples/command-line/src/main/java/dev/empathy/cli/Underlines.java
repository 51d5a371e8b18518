package dev.empathy.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The lines of marks below a line of text. Each stroke begins with the numbers of what speaks of
 * the words above it; strokes that overlap stand below each other.
 */
final class Underlines {

  /** What overlaps more deeply shares the last of them. */
  private static final int MOST_ROWS = 4;

  /**
   * One underline.
   *
   * @param from its first column
   * @param to the column behind its last
   * @param label what stands at its beginning
   */
  record Stroke(int from, int to, Label label) {

    /** Where there is room again: behind a number a space keeps the next one apart. */
    private int end() {
      int labelled = from + label.text().length();
      return labelled < to ? to : labelled + 1;
    }

    /** So far to the left that its numbers end within the line. */
    private Stroke within(int width) {
      int last = Math.max(0, width - label.text().length());
      return from <= last ? this : new Stroke(last, to, label);
    }

    private Stroke and(Stroke other) {
      return new Stroke(from, Math.max(to, other.to), label.and(other.label));
    }
  }

  private final List<List<Stroke>> rows = new ArrayList<>();

  private Underlines() {}

  /**
   * The lines.
   *
   * @param strokes in any order
   * @param width the columns there are
   */
  static List<String> lines(List<Stroke> strokes, int width, Paint paint) {
    List<Stroke> sorted = new ArrayList<>(strokes);
    sorted.sort(Comparator.comparingInt(Stroke::from).thenComparingInt(stroke -> -stroke.to));
    Underlines underlines = new Underlines();
    sorted.forEach(stroke -> underlines.place(stroke.within(width)));
    return underlines.rows.stream().map(row -> line(row, paint)).toList();
  }

  private void place(Stroke stroke) {
    for (List<Stroke> row : rows) {
      if (row.get(row.size() - 1).end() <= stroke.from) {
        row.add(stroke);
        return;
      }
    }
    if (rows.size() < MOST_ROWS) {
      rows.add(new ArrayList<>(List.of(stroke)));
      return;
    }
    List<Stroke> row = rows.get(MOST_ROWS - 1);
    row.add(row.remove(row.size() - 1).and(stroke));
  }

  private static String line(List<Stroke> row, Paint paint) {
    StringBuilder line = new StringBuilder();
    int column = 0;
    for (Stroke stroke : row) {
      String label = stroke.label.text();
      int strokes = Math.max(0, stroke.to - stroke.from - label.length());
      Mark mark = stroke.label.mark();
      line.append(" ".repeat(Math.max(0, stroke.from - column)));
      line.append(paint.as(mark.colour(), label + mark.below().repeat(strokes)));
      column = stroke.from + label.length() + strokes;
    }
    return line.toString();
  }
}

package dev.empathy.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Breaks text into lines at spaces; only a word that is wider than a line is cut. */
final class Wrap {

  private Wrap() {}

  static List<List<Cell>> lines(List<Cell> cells, int width) {
    return lines(cells, width, cell -> false);
  }

  /**
   * The lines.
   *
   * @param whole cells that stay together, be the line ever so wide
   */
  static List<List<Cell>> lines(List<Cell> cells, int width, Predicate<Cell> whole) {
    Predicate<Cell> gap = cell -> cell.isSpace() && !whole.test(cell);
    List<List<Cell>> lines = new ArrayList<>();
    List<Cell> line = new ArrayList<>();
    int columns = 0;
    for (Cell cell : cells) {
      if (cell.isLineEnd()) {
        lines.add(line);
        line = new ArrayList<>();
        columns = 0;
        continue;
      }
      boolean dropped = false;
      // Again where the word that moves down is too wide together with this cell.
      while (columns + cell.width() > width && !line.isEmpty()) {
        int space = gap.test(cell) ? line.size() : last(line, gap);
        if (space < 0 && whole.test(cell)) {
          break;
        }
        List<Cell> rest = after(line, space);
        lines.add(withoutSpacesAtItsEnd(line));
        line = rest;
        columns = line.stream().mapToInt(Cell::width).sum();
        dropped = gap.test(cell);
      }
      if (dropped) {
        continue;
      }
      line.add(cell);
      columns += cell.width();
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  private static int last(List<Cell> line, Predicate<Cell> gap) {
    int space = line.size() - 1;
    while (space >= 0 && !gap.test(line.get(space))) {
      space--;
    }
    return space;
  }

  /** Takes the begun word behind a space off the line; nothing where the line is one word. */
  private static List<Cell> after(List<Cell> line, int space) {
    if (space < 0 || space == line.size()) {
      return new ArrayList<>();
    }
    List<Cell> rest = new ArrayList<>(line.subList(space + 1, line.size()));
    line.subList(space, line.size()).clear();
    return rest;
  }

  private static List<Cell> withoutSpacesAtItsEnd(List<Cell> line) {
    while (!line.isEmpty() && line.get(line.size() - 1).isSpace()) {
      line.remove(line.size() - 1);
    }
    return line;
  }

  /** Plain lines of a text, made visible. */
  static List<String> text(String text, int width) {
    return lines(Cell.of(text), width).stream().map(Wrap::join).toList();
  }

  /** The columns that a text takes on one line. */
  static int columns(String text) {
    return Cell.of(text).stream().mapToInt(Cell::width).sum();
  }

  private static String join(List<Cell> line) {
    StringBuilder out = new StringBuilder();
    line.forEach(cell -> out.append(cell.shown()));
    return out.toString();
  }
}

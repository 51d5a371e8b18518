package dev.empathy.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at spaces; only a word that is wider than a line is cut. */
final class Wrap {

  private Wrap() {}

  static List<List<Cell>> lines(List<Cell> cells, int width) {
    return lines(cells, width, false);
  }

  /**
   * @param bars whether a line may also end after a {@code |}, as between the words of a phrase
   */
  private static List<List<Cell>> lines(List<Cell> cells, int width, boolean bars) {
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
      if (columns + cell.width() > width && !line.isEmpty()) {
        List<Cell> rest = cell.isSpace() ? new ArrayList<>() : afterLastBreak(line, bars);
        lines.add(withoutSpacesAtItsEnd(line));
        line = rest;
        columns = line.stream().mapToInt(Cell::width).sum();
        if (cell.isSpace()) {
          continue;
        }
      }
      line.add(cell);
      columns += cell.width();
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  /** Takes the begun word off the line; nothing where the line is one word. */
  private static List<Cell> afterLastBreak(List<Cell> line, boolean bars) {
    int last = line.size() - 1;
    while (last >= 0 && !line.get(last).isSpace() && !(bars && isBar(line.get(last)))) {
      last--;
    }
    if (last < 0) {
      return new ArrayList<>();
    }
    List<Cell> rest = new ArrayList<>(line.subList(last + 1, line.size()));
    line.subList(isBar(line.get(last)) ? last + 1 : last, line.size()).clear();
    return rest;
  }

  private static boolean isBar(Cell cell) {
    return cell.shown().equals("|");
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

  /** The same of a phrase, in which a line may also end after a {@code |}. */
  static List<String> phrase(String text, int width) {
    return lines(Cell.of(text), width, true).stream().map(Wrap::join).toList();
  }

  private static String join(List<Cell> line) {
    StringBuilder out = new StringBuilder();
    line.forEach(cell -> out.append(cell.shown()));
    return out.toString();
  }
}

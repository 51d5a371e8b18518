package dev.empathy.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at spaces; only a word that is wider than a line is cut. */
final class Wrap {

  private Wrap() {}

  static List<List<Cell>> lines(List<Cell> cells, int width) {
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
        List<Cell> rest = cell.isSpace() ? new ArrayList<>() : afterLastSpace(line);
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
  private static List<Cell> afterLastSpace(List<Cell> line) {
    int space = line.size() - 1;
    while (space >= 0 && !line.get(space).isSpace()) {
      space--;
    }
    if (space < 0) {
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

  private static String join(List<Cell> line) {
    StringBuilder out = new StringBuilder();
    line.forEach(cell -> out.append(cell.shown()));
    return out.toString();
  }
}

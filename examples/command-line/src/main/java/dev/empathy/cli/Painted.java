package dev.empathy.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text of which parts have a colour; whatever is added is made visible and put on one line. */
final class Painted {

  private final StringBuilder text = new StringBuilder();
  private final List<Part> parts = new ArrayList<>();

  /**
   * A part.
   *
   * @param end where it ends
   * @param code its colour, or null
   * @param whole whether it stays on one line
   */
  private record Part(int end, @Nullable String code, boolean whole) {}

  static Painted of(String plain) {
    return new Painted().plain(plain);
  }

  Painted plain(String words) {
    return as(null, words);
  }

  Painted faint(String words) {
    return as(Paint.FAINT, words);
  }

  /** Words that stay on one line: a place in a file, say, could not be copied if it were cut. */
  Painted whole(String words) {
    return add(Paint.FAINT, words, true);
  }

  /** Such words, one after the other. */
  Painted whole(List<String> several) {
    for (int i = 0; i < several.size(); i++) {
      faint(i == 0 ? "" : ", ").whole(several.get(i));
    }
    return this;
  }

  Painted as(@Nullable String code, String words) {
    return add(code, words, false);
  }

  private Painted add(@Nullable String code, String words, boolean whole) {
    text.append(Visible.line(words));
    parts.add(new Part(text.length(), code, whole));
    return this;
  }

  Painted and(Painted other) {
    int before = text.length();
    text.append(other.text);
    other.parts.forEach(part -> parts.add(new Part(before + part.end, part.code, part.whole)));
    return this;
  }

  String text() {
    return text.toString();
  }

  int columns() {
    return Wrap.columns(text.toString());
  }

  /**
   * Its lines in their colours, each of at most so many columns, but for a place that is longer.
   */
  List<String> lines(int width, Paint paint) {
    Part[] parts = partsByPlace();
    List<List<Cell>> lines =
        Wrap.lines(Cell.of(text.toString()), width, cell -> parts[cell.start()].whole);
    return lines.stream().map(line -> coloured(line, parts, paint)).toList();
  }

  private Part[] partsByPlace() {
    Part[] byPlace = new Part[text.length()];
    int at = 0;
    for (Part part : parts) {
      Arrays.fill(byPlace, at, part.end, part);
      at = part.end;
    }
    return byPlace;
  }

  private static String coloured(List<Cell> line, Part[] parts, Paint paint) {
    StringBuilder out = new StringBuilder();
    for (int from = 0; from < line.size(); ) {
      Part same = parts[line.get(from).start()];
      StringBuilder run = new StringBuilder();
      for (; from < line.size() && parts[line.get(from).start()] == same; from++) {
        run.append(line.get(from).shown());
      }
      out.append(same.code == null ? run : paint.as(same.code, run.toString()));
    }
    return out.toString();
  }
}

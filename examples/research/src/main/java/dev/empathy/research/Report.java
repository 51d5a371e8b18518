package dev.empathy.research;

import dev.empathy.rubric.Rubric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results as people read them. */
public final class Report {

  private static final List<String> HEADER =
      List.of("task", "measure", "value", "95 % interval", "n", "baseline", "floor", "published");

  private Report() {}

  /** A table for a terminal, then what is to be known of single rows. */
  public static String text(List<Row> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADER);
    rows.forEach(row -> lines.add(cells(row)));
    int[] widths = widths(lines);
    StringBuilder out = new StringBuilder();
    lines.forEach(line -> line(line, widths, out));
    notes(rows, out, "");
    return out.toString();
  }

  /**
   * A page in Markdown.
   *
   * @param rubric the rubric that was measured
   * @param command the command that writes this again
   */
  public static String markdown(List<Row> rows, Rubric rubric, String command) {
    StringBuilder out = new StringBuilder();
    out.append("Rubric `").append(rubric.id()).append("` ").append(rubric.version());
    out.append(", sha256 `").append(rubric.sha256()).append("`.\n\n```sh\n");
    out.append(command).append("\n```\n\n| ").append(String.join(" | ", HEADER));
    out.append(" |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |\n");
    for (Row row : rows) {
      List<String> cells = cells(row).stream().map(cell -> cell.replace("|", "\\|")).toList();
      out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
    notes(rows, out, "- ");
    return out.toString();
  }

  private static List<String> cells(Row row) {
    boolean interval = row.low() != null && row.high() != null;
    Measure measure = Measure.BY_NAME.get(row.measure());
    return List.of(
        row.task(),
        measure == null ? row.measure() : measure.title(),
        Words.number(row.value()),
        interval ? Words.number(row.low()) + " – " + Words.number(row.high()) : Words.NONE,
        row.n() == 0 ? Words.NONE : String.valueOf(row.n()),
        Words.number(row.baseline()),
        floor(row),
        row.published() == null ? Words.NONE : row.published());
  }

  private static String floor(Row row) {
    String by = row.floorBy();
    return Words.number(row.floor()) + (row.floor() == null || by == null ? "" : " (" + by + ")");
  }

  private static int[] widths(List<List<String>> lines) {
    int[] widths = new int[HEADER.size()];
    for (List<String> line : lines) {
      for (int column = 0; column < widths.length; column++) {
        String cell = line.get(column);
        widths[column] = Math.max(widths[column], cell.codePointCount(0, cell.length()));
      }
    }
    return widths;
  }

  /** Figures stand to the right of their columns, so that their points are in line. */
  private static void line(List<String> cells, int[] widths, StringBuilder out) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = cells.get(column);
      String space = " ".repeat(widths[column] - cell.codePointCount(0, cell.length()));
      boolean right = column >= 2 && column <= 5;
      line.append(column == 0 ? "" : "  ").append(right ? space + cell : cell + space);
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  /** Each note once, with all the tasks that it is of. */
  private static void notes(List<Row> rows, StringBuilder out, String bullet) {
    Map<String, List<String>> notes = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.note() != null) {
        notes.computeIfAbsent(row.note(), note -> new ArrayList<>()).add(row.task());
      }
    }
    out.append(notes.isEmpty() ? "" : "\n");
    notes.forEach(
        (note, tasks) ->
            out.append(bullet)
                .append(String.join(", ", tasks))
                .append(": ")
                .append(note)
                .append('\n'));
  }
}

package dev.empathy.yaml;

import dev.empathy.rubric.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says what the YAML parser did not like in words for someone who does not know its grammar. */
final class YamlFaults {

  private static final String QUOTES = "put the text in quotes";

  /**
   * What SnakeYAML says, and what it means. The first row of which both texts occur is taken.
   *
   * @param context part of its context, what it was reading
   * @param problem part of its problem
   * @param message what we say; {@code @} is where the thing began that it was reading
   * @param hint what to do
   */
  private record Row(String context, String problem, String message, String hint) {}

  private static final String CURLY = "to YAML “ and ” are no quotes: write \" in their place";

  private static final Row NO_KEY =
      new Row(
          "simple key",
          "could not find expected ':'",
          "this line is neither key: value nor an item that begins with a dash",
          "add the colon or the dash, or indent the line if it goes on from the one above");

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "",
              "'\\t(TAB)'",
              "a tab cannot indent YAML: use spaces",
              "set your editor to insert spaces for tabs"),
          new Row(
              "",
              "that cannot start any token",
              "a text without quotes cannot begin with this character",
              QUOTES),
          new Row(
              "",
              "mapping values are not allowed here",
              "a key and its colon cannot stand here",
              "the line above may lack its colon, this one may be indented wrongly, or a text that holds"
                  + " a colon must be put in quotes"),
          NO_KEY,
          new Row(
              "block mapping",
              "expected <block end>",
              "this does not line up with the keys that begin at @",
              "give all keys of one group the same number of spaces; nothing may follow a closing quote or bracket"),
          new Row(
              "block collection",
              "expected <block end>",
              "this does not line up with the list that begins at @",
              "give all its dashes the same number of spaces; nothing may follow a closing quote or bracket"),
          new Row(
              "flow sequence",
              "expected ',' or ']'",
              "the list that begins at @ is not closed before this",
              "close it with ], or a comma is missing; inside [ ] put texts that hold any of , : ? [ ] { } in quotes"),
          new Row(
              "flow mapping",
              "expected ',' or '}'",
              "the map that begins at @ is not closed before this",
              "close it with }, or a comma is missing; inside { } put texts that hold any of , : ? [ ] { } in quotes"),
          new Row(
              "quoted scalar",
              "found unexpected end of stream",
              "the quote that opens at @ is never closed",
              "close it, or write the quote as part of a text that is in the other kind of quotes"),
          new Row(
              "quoted scalar",
              "found unexpected document separator",
              "the quote that opens at @ is not closed before this line",
              "close the quote"),
          new Row(
              "double-quoted scalar",
              "escape",
              "between double quotes a backslash has a meaning of its own",
              "use single quotes, or write the backslash twice"),
          new Row("block scalar", "", "a text without quotes cannot begin with | or >", QUOTES),
          new Row("alias", "", "a text without quotes cannot begin with *", QUOTES),
          new Row("anchor", "", "a text without quotes cannot begin with &", QUOTES),
          new Row("tag", "", "a text without quotes cannot begin with !", QUOTES),
          new Row("directive", "", "a text without quotes cannot begin with %", QUOTES),
          new Row(
              "",
              "sequence entries are not allowed here",
              "a list item cannot begin here",
              "begin the list on a line of its own, or put the text in quotes"),
          new Row(
              "",
              "mapping keys are not allowed here",
              "a text without quotes cannot begin with a question mark and a space",
              QUOTES),
          new Row(
              "",
              "expected '<document start>'",
              "this line does not belong to what stands above it",
              "indent it as the other lines of its map or list"),
          new Row(
              "",
              "expected the node content",
              "a value is missing before this",
              "write the value, or put a text that begins with this character in quotes"));

  private static final Row AFTER_QUOTE =
      new Row(
          "",
          "",
          "a text that begins with a quote ends at the next quote",
          "put the whole text in quotes of the other kind");

  private static final Row OTHER =
      new Row(
          "",
          "",
          "from here on this is not YAML",
          "look at the indentation, the quotes and the brackets of this line and the one above");

  private YamlFaults() {}

  static void report(MarkedYAMLException fault, SourceText source, Problems problems) {
    Location at = location(fault.getProblemMark(), source);
    if (indentedByTab(at, source)) {
      Location tab = new Location(at.file(), at.line(), source.line(at.line()).indexOf('\t') + 1);
      add(ROWS.get(0), ROWS.get(0).hint, tab, tab, problems);
      return;
    }
    Location began = location(fault.getContextMark(), source);
    Row row = afterQuote(at, source) ? AFTER_QUOTE : null;
    row = row == null ? row(text(fault.getContext()), text(fault.getProblem())) : row;
    // At the end of a file there is nothing to look at; where it began there is. Of a line that is
    // no key the parser learns on the next.
    boolean isBefore = row == NO_KEY || at.line() > 1 && source.line(at.line()).isEmpty();
    add(row, hint(row, began, at, source), isBefore ? began : at, began, problems);
  }

  /** What to do, where the line tells more than the parser does. */
  private static String hint(Row row, Location began, Location at, SourceText source) {
    if (row == NO_KEY && lacksSpace(source.line(began.line()).strip())) {
      return "a space must follow the colon, and the dash of a list";
    }
    boolean inBrackets = row.context.startsWith("flow");
    return inBrackets && beginsCurly(source.line(at.line())) ? CURLY : row.hint;
  }

  /** Whether a text within brackets begins with the quotes of a word processor. */
  private static boolean beginsCurly(String line) {
    for (int quote = line.indexOf('“'); quote >= 0; quote = line.indexOf('“', quote + 1)) {
      String before = line.substring(0, quote).stripTrailing();
      if (!before.isEmpty() && "[{,:".indexOf(before.charAt(before.length() - 1)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean lacksSpace(String line) {
    int colon = line.indexOf(':');
    boolean dash = line.length() > 1 && line.charAt(0) == '-' && line.charAt(1) != ' ';
    return dash || (colon >= 0 && colon < line.length() - 1 && line.charAt(colon + 1) != ' ');
  }

  /** {@code "so" they say}: to YAML the text ends with its second quote. */
  private static boolean afterQuote(Location at, SourceText source) {
    String before = source.line(at.line()).substring(0, at.column() - 1).stripTrailing();
    return before.endsWith("\"") || before.endsWith("'");
  }

  private static void add(Row row, String hint, Location at, Location began, Problems problems) {
    String place = began.line() + ":" + began.column();
    problems.error(Code.NOT_YAML, at, "", row.message().replace("@", place), hint);
  }

  private static Row row(String context, String problem) {
    for (Row row : ROWS) {
      if (context.contains(row.context()) && problem.contains(row.problem())) {
        return row;
      }
    }
    return OTHER;
  }

  /** A tab is at the root of several complaints, most of which do not mention it. */
  private static boolean indentedByTab(Location at, SourceText source) {
    String line = source.line(at.line());
    int tab = line.indexOf('\t');
    return tab >= 0 && line.substring(0, tab).isBlank();
  }

  private static String text(@Nullable String said) {
    return said == null ? "" : said;
  }

  private static Location location(@Nullable Mark mark, SourceText source) {
    return source.location(mark == null ? 0 : source.offset(mark.getIndex()));
  }
}

package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.empathy.Commitment;
import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Issue;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs what stands in {@code LANGUAGE.md}. A comment before a YAML block says how it is read:
 *
 * <ul>
 *   <li>none: a complete rubric, in which nothing may be wrong, not even a warning;
 *   <li>{@code file: NAME}: the same, and others may extend it;
 *   <li>{@code part}: the rest of a file that extends {@code shop.yaml}; it has no error;
 *   <li>{@code fails: CODE}, {@code warns: CODE}: the checker must say so.
 * </ul>
 *
 * A table that begins with {@code phrase} tells what a phrase finds, its hits in bold, and what
 * not; {@code written} tells a line of a list, what the checker says and what to write; {@code
 * condition} holds conditions; {@code code} shows what the checker says that code of; {@code the
 * agent writes} tells what becomes of a promise.
 */
class LanguageTest {

  private static final String PARENT = "shop.yaml";
  private static final String HEAD =
      "empathy: 1\nrubric: part\nversion: 1.0.0\nextends: [./" + PARENT + "]\n";
  private static final String PROBE = "cues:\n  probe:\n    match:\n      - ";
  private static final String RULE =
      "rules:\n  probe:\n    severity: warning\n    require: %s\n    fail: { score: 0 }\n";

  private static String document;
  private static List<String> lines;

  @TempDir static Path folder;

  private record Block(int line, String marker, String text) {

    String value() {
      return marker.substring(marker.indexOf(':') + 1).strip();
    }

    String rubric() {
      return text.contains("empathy: 1") ? text : HEAD + text;
    }
  }

  private record Row(int line, List<String> cells) {}

  @BeforeAll
  static void read() throws IOException {
    document = Files.readString(Path.of("LANGUAGE.md"));
    lines = document.lines().toList();
    for (Block block : blocks()) {
      if (block.marker.startsWith("file:")) {
        Files.writeString(folder.resolve(block.value()), block.text);
      }
    }
  }

  // The document

  private static List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals("```yaml")) {
        int end = i + 1;
        while (!lines.get(end).equals("```")) {
          end++;
        }
        String text = String.join("\n", lines.subList(i + 1, end)) + "\n";
        blocks.add(new Block(i + 2, marker(lines.get(i - 1)), text));
        i = end;
      }
    }
    return blocks;
  }

  private static String marker(String line) {
    boolean comment = line.startsWith("<!-- ") && line.endsWith(" -->");
    return comment ? line.substring(5, line.length() - 4).strip() : "";
  }

  /** The rows of all tables whose first column is headed so. */
  private static List<Row> rows(String head) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("| " + head + " |")) {
        for (int row = i + 2; row < lines.size() && lines.get(row).startsWith("|"); row++) {
          rows.add(new Row(row + 1, cells(lines.get(row))));
        }
      }
    }
    assertThat(rows).as(head).isNotEmpty();
    return rows;
  }

  private static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = 1; i < row.length(); i++) {
      if (row.charAt(i) == '\\' && i + 1 < row.length() && row.charAt(i + 1) == '|') {
        cell.append('|');
        i++;
      } else if (row.charAt(i) == '|') {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(row.charAt(i));
      }
    }
    return cells;
  }

  /** What stands in backticks. */
  private static List<String> code(String cell) {
    List<String> code = new ArrayList<>();
    for (int open = cell.indexOf('`'); open >= 0; open = cell.indexOf('`', open)) {
      int close = cell.indexOf('`', open + 1);
      code.add(cell.substring(open + 1, close));
      open = close + 1;
    }
    return code;
  }

  // What the checker says

  private static List<Issue> issues(String rubric, int line) throws IOException {
    Path file = Files.writeString(folder.resolve("line-" + line + ".yaml"), rubric);
    List<Issue> form = RubricYaml.check(file);
    return form.stream().anyMatch(Issue::isError)
        ? form
        : EmpathyEngine.check(RubricYaml.read(file), SelfTest.STRICT);
  }

  private static void assertNoError(String rubric, int line) throws IOException {
    assertThat(issues(rubric, line)).filteredOn(Issue::isError).extracting(Issue::text).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> blocks_hold_what_they_say() {
    return blocks().stream()
        .map(block -> dynamicTest("line " + block.line + " " + block.marker, () -> check(block)));
  }

  private static void assertSays(String code, boolean error, List<Issue> issues) {
    assertThat(issues)
        .filteredOn(issue -> issue.isError() == error)
        .extracting(Issue::code)
        .contains(code);
    assertThat(issues.stream().anyMatch(Issue::isError)).isEqualTo(error);
  }

  private static void check(Block block) throws IOException {
    List<Issue> issues = issues(block.rubric(), block.line);
    boolean fails = block.marker.startsWith("fails:");
    if (fails || block.marker.startsWith("warns:")) {
      assertSays(block.value(), fails, issues);
    } else if (block.marker.equals("part")) {
      assertNoError(block.rubric(), block.line);
    } else {
      assertThat(block.marker.isEmpty() || block.marker.startsWith("file:")).isTrue();
      assertThat(block.text).contains("empathy: 1");
      assertThat(issues)
          .filteredOn(issue -> issue.level() != Issue.Level.INFO)
          .extracting(Issue::text)
          .isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> phrases_find_what_they_say() {
    return rows("phrase").stream()
        .map(row -> dynamicTest("line " + row.line, () -> checkPhrase(row)));
  }

  private static void checkPhrase(Row row) throws IOException {
    for (String phrase : code(row.cells.get(0))) {
      String examples = "    examples:\n";
      examples += "      hits: [" + texts(row.cells.get(1)) + "]\n";
      examples += "      misses: [" + texts(row.cells.get(2)) + "]\n";
      assertNoError(HEAD + PROBE + quoted(phrase) + "\n" + examples, row.line);
    }
  }

  /** The texts of a cell, one to a line, each in quotes, and what is bold marked as a hit. */
  private static String texts(String cell) {
    List<String> texts = new ArrayList<>();
    for (String text : cell.split("<br>")) {
      StringBuilder marked = new StringBuilder();
      String[] parts = text.strip().split("\\*\\*", -1);
      for (int i = 0; i < parts.length; i++) {
        marked.append(i == 0 ? "" : i % 2 == 1 ? "{{" : "}}").append(parts[i]);
      }
      texts.add(quoted(marked.toString()));
    }
    return String.join(", ", texts);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @TestFactory
  Stream<DynamicTest> traps_are_caught() {
    return rows("written").stream().map(row -> dynamicTest("line " + row.line, () -> trap(row)));
  }

  private static void trap(Row row) throws IOException {
    String written = code(row.cells.get(0)).get(0);
    String said = row.cells.get(1);
    assertThat(issues(HEAD + PROBE + written + "\n", row.line))
        .extracting(issue -> issue.code() + " " + issue.message())
        .anyMatch(message -> message.startsWith(said));
    assertNoError(HEAD + PROBE + code(row.cells.get(2)).get(0) + "\n", row.line);
  }

  @TestFactory
  Stream<DynamicTest> codes_are_given() {
    return rows("code").stream()
        .filter(row -> !row.cells.get(2).isEmpty())
        .map(row -> dynamicTest(row.cells.get(0), () -> checkCode(row)));
  }

  private static void checkCode(Row row) throws IOException {
    String rubric = HEAD + String.join("\n", code(row.cells.get(2))) + "\n";
    boolean error = !row.cells.get(1).startsWith("Warning:");
    assertSays(code(row.cells.get(0)).get(0), error, issues(rubric, row.line));
  }

  @TestFactory
  Stream<DynamicTest> conditions_are_read() {
    return rows("condition").stream()
        .map(row -> dynamicTest("line " + row.line, () -> checkConditions(row)));
  }

  private static void checkConditions(Row row) throws IOException {
    for (String condition : code(row.cells.get(0))) {
      assertNoError(HEAD + RULE.replace("%s", condition), row.line);
    }
  }

  @TestFactory
  Stream<DynamicTest> promises_are_taken_apart() throws IOException {
    Block block =
        blocks().stream().filter(b -> b.text.contains("  commitment:")).findFirst().orElseThrow();
    Path file = Files.writeString(folder.resolve("promises.yaml"), block.rubric());
    EmpathyEngine engine = EmpathyEngine.compile(RubricYaml.read(file));
    return rows("the agent writes").stream()
        .map(row -> dynamicTest("line " + row.line, () -> checkPromise(engine, row)));
  }

  private static void checkPromise(EmpathyEngine engine, Row row) {
    assertThat(engine.assess(row.cells.get(0)).commitments())
        .singleElement()
        .extracting(Commitment::actor, Commitment::action, Commitment::time)
        .containsExactly(part(row, 1), part(row, 2), part(row, 3));
  }

  private static String part(Row row, int cell) {
    return row.cells.get(cell).isEmpty() ? null : row.cells.get(cell);
  }

  // What must stand in it

  @Test
  void every_code_stands_here_and_no_other() throws Exception {
    Set<String> codes = new TreeSet<>();
    for (Code code : Code.values()) {
      codes.add(code.id());
    }
    codes.addAll(constants("dev.empathy.IssueCodes"));
    codes.addAll(constants("dev.empathy.internal.match.Codes"));
    Set<String> explained = new TreeSet<>();
    rows("code").forEach(row -> explained.addAll(code(row.cells.get(0))));
    assertThat(explained).isEqualTo(codes);
  }

  private static List<String> constants(String type) throws Exception {
    List<String> values = new ArrayList<>();
    for (Field field : Class.forName(type).getDeclaredFields()) {
      if (field.getType() == String.class) {
        field.setAccessible(true);
        values.add((String) field.get(null));
      }
    }
    return values;
  }

  @Test
  void every_key_stands_here() {
    Set<String> keys = new TreeSet<>();
    collect(RubricSchema.RUBRIC, keys, new ArrayList<>());
    assertThat(keys).contains("match", "at-least-of", "known-gap");
    assertThat(keys).filteredOn(key -> !document.contains("`" + key + "`")).isEmpty();
  }

  private static void collect(Shape shape, Set<String> keys, List<Shape> seen) {
    if (seen.stream().anyMatch(one -> one == shape)) {
      return;
    }
    seen.add(shape);
    if (shape instanceof Shape.Keys map) {
      keys.addAll(map.names());
      map.keys().forEach(key -> collect(key.shape(), keys, seen));
      collectRest(map, keys, seen);
    } else if (shape instanceof Shape.MapOf map) {
      collect(map.value(), keys, seen);
    } else if (shape instanceof Shape.ListOf list) {
      collect(list.item(), keys, seen);
    } else if (shape instanceof Shape.Either either) {
      either.options().forEach(option -> collect(option, keys, seen));
    } else if (shape instanceof Shape.Choice choice) {
      choice.variants().forEach(variant -> collect(variant.keys(), keys, seen));
    } else if (shape instanceof Shape.Lazy lazy) {
      collect(lazy.shape().get(), keys, seen);
    } else if (shape instanceof Shape.Shorthand shorthand) {
      collect(shorthand.keys(), keys, seen);
    }
  }

  private static void collectRest(Shape.Keys map, Set<String> keys, List<Shape> seen) {
    if (map.rest() != null) {
      collect(map.rest(), keys, seen);
    }
  }

  @Test
  void every_signal_detector_and_class_stands_here() throws Exception {
    Set<String> names = new TreeSet<>(names("dev.empathy.Signals"));
    names.addAll(names("dev.empathy.Detector"));
    Field classes =
        Class.forName("dev.empathy.internal.match.MatcherBuilder").getDeclaredField("BUILT_IN");
    classes.setAccessible(true);
    ((Map<?, ?>) classes.get(null)).keySet().forEach(name -> names.add("$" + name));
    Engines.BUILT_IN.rubric().locale().phrases().keySet().forEach(name -> names.add("$" + name));
    assertThat(names).contains("words", "shouting", "$emoji-sad", "$date");
    assertThat(names).filteredOn(name -> !document.contains("`" + name + "`")).isEmpty();
  }

  private static Collection<String> names(String type) throws Exception {
    Method names = Class.forName(type).getDeclaredMethod("names");
    names.setAccessible(true);
    List<String> all = new ArrayList<>();
    ((Collection<?>) names.invoke(null)).forEach(name -> all.add((String) name));
    return all;
  }

  @Test
  void links_within_the_document_lead_somewhere() {
    Set<String> anchors = new TreeSet<>();
    for (String line : lines) {
      if (line.startsWith("## ")) {
        anchors.add(line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'));
      }
    }
    for (int at = document.indexOf("](#"); at >= 0; at = document.indexOf("](#", at + 1)) {
      assertThat(anchors).contains(document.substring(at + 3, document.indexOf(')', at)));
    }
  }
}

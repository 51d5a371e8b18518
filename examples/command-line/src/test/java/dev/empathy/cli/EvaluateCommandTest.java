package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {

  private static final String SMALL = "src/test/resources/dev/empathy/cli/small.yaml";
  private static final String EXPERIMENT =
      """
      experiment: small
      data:
        replies: { files: replies/*.jsonl, role: agent }
        none: { files: none/*.jsonl, role: agent }
      tasks:
        replies sorry: { data: replies, gold: { field: sorry, is: 1 }, reading: { cue: apology }, measure: f1 }
        none sorry: { data: none, gold: { field: sorry, is: 1 }, reading: { cue: apology }, measure: f1 }
      """;

  @TempDir private Path folder;
  private String experiment;

  @BeforeEach
  void write() throws IOException {
    experiment = file("experiment.yaml", EXPERIMENT);
    Files.createDirectory(folder.resolve("replies"));
    file(
        "replies/a.jsonl",
        """
        {"text":"So sorry!","sorry":1}
        {"text":"\\u001b[2J Sorry?","sorry":0}
        {"text":"Hello","sorry":0}
        """);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private TestConsole run(String... more) {
    String[] first = {"evaluate", experiment, "--data", folder.toString(), "--rubric", SMALL};
    String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return TestConsole.run(all);
  }

  @Test
  void printsATable() {
    TestConsole run = run();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("task           measure  value  95 % interval  n  baseline  floor  published\n")
        .contains("replies sorry  F1        0.67")
        .endsWith("\nnone sorry: no data\n");
    assertThat(run.err()).startsWith("2 rows in ").hasLineCount(1);
  }

  @Test
  void writesTheSameJsonAgain() throws IOException {
    TestConsole run = run("--format", "json", "--threads", "1");
    JsonNode rows = new JsonMapper().readTree(run.out());
    assertThat(rows).hasSize(2);
    JsonNode row = rows.get(0);
    assertThat(row.get("task").asText()).isEqualTo("replies sorry");
    assertThat(row.get("data").asText()).isEqualTo("replies/a.jsonl");
    assertThat(row.get("measure").asText()).isEqualTo("f1");
    assertThat(row.get("value").asDouble()).isEqualTo(0.6667);
    assertThat(row.get("low").asDouble()).isLessThanOrEqualTo(row.get("high").asDouble());
    assertThat(row.get("n").asInt()).isEqualTo(3);
    assertThat(row.get("baseline").asDouble()).isEqualTo(0.5);
    assertThat(rows.get(1).get("value").isNull()).isTrue();
    assertThat(run("--format", "json", "--threads", "3").out()).isEqualTo(run.out());
  }

  @Test
  void writesItsPartOfAPage() throws IOException {
    Path page =
        Path.of(
            file(
                "RESULTS.md",
                "# Ours\n<!-- results: begin -->\nold\n<!-- results: end -->\nOurs, too.\n"));
    TestConsole run = run("--format", "markdown", "--out", page.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    String first = Files.readString(page);
    assertThat(first)
        .startsWith("# Ours\n<!-- results: begin -->\nRubric `small` 1.0.0, sha256 `")
        .contains(" --data DIR --rubric ", "| replies sorry | F1 | 0.67 |")
        .doesNotContain("old", folder.resolve("replies").toString())
        .endsWith("<!-- results: end -->\nOurs, too.\n");
    run("--format", "markdown", "--out", page.toString());
    assertThat(Files.readString(page)).isEqualTo(first);

    Path fresh = folder.resolve("fresh.md");
    run("--format", "markdown", "--out", fresh.toString(), "--task", "none");
    assertThat(Files.readString(fresh))
        .startsWith("<!-- results: begin -->")
        .contains("--task \"none\"");
  }

  @Test
  void keepsAPageThatHasNoPlaceForIt() throws IOException {
    String page = file("page.md", "# Ours\n");
    TestConsole run = run("--format", "markdown", "--out", page);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("has no place for the results");
    assertThat(Files.readString(Path.of(page))).isEqualTo("# Ours\n");
  }

  @Test
  void showsMistakesWithoutWhatSteersATerminal() {
    TestConsole run = run("--errors", "5", "--task", "replies");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "read yes, people say no: 1 row", "agent: \\u001b[2J Sorry?", "> apology \"Sorry\"")
        .doesNotContain("\u001b", "Hello");
  }

  @Test
  void aMistakeOfTheExperimentHasItsLine() throws IOException {
    experiment = file("broken.yaml", EXPERIMENT.replace("cue: apology", "cue: apolgy"));
    TestConsole run = run();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("broken.yaml:6:", "^^^^^^  did you mean apology?", "2 errors.")
        .doesNotContain("\tat ");
  }

  @Test
  void mistakesOfTheDataAreToldOfAfterTheRestIsDone() throws IOException {
    file("replies/b.jsonl", "{\"text\":\"secret\n");
    experiment = file("field.yaml", EXPERIMENT.replace("field: sorry", "field: sory"));
    TestConsole run = run();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("replies sorry: no row that counts has the field sory");
    assertThat(run.err())
        .contains("field.yaml:6:", "did you mean sorry?", "replies/b.jsonl:1: not JSON")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--threads 0             | empathy evaluate: --threads is between 1 and 1024",
        "--errors 0              | empathy evaluate: --errors is at least 1",
        "--errors 3              | empathy evaluate: --errors is for one task; name it with --task:"
            + " replies sorry, none sorry",
        "--errors 3 --out x      | empathy evaluate: --errors prints and writes no file",
        "--task reply            | empathy evaluate: no task is named reply",
        "--format text           | empathy evaluate: Invalid value for option '--format': expected one"
            + " of table, json, markdown, not \"text\"",
        "--rubric nosuch         | empathy: no rubric is named nosuch",
      })
  void badUseIsOneClearLine(String args, String message) {
    String[] more = args.strip().split(" ");
    TestConsole run = run(more);
    if (List.of(more).contains("--rubric")) {
      run =
          TestConsole.run(
              "evaluate", experiment, "--data", folder.toString(), "--rubric", "nosuch");
    }
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(message).doesNotContain("Exception", "\tat ");
  }

  @Test
  void filesThatAreNotThere() {
    assertThat(TestConsole.run("evaluate", experiment).err())
        .startsWith("empathy evaluate: Missing required option: '--data=DIR'");
    assertThat(TestConsole.run("evaluate", "nosuch.yaml", "--data", folder.toString()).err())
        .isEqualTo("empathy: there is no file nosuch.yaml\n");
    assertThat(TestConsole.run("evaluate", experiment, "--data", "nosuch").err())
        .isEqualTo("empathy: there is no folder nosuch\n");
  }
}

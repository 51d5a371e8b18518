package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with the engine itself. */
class LintCommandTest {

  private static final String SMALL = "src/test/resources/dev/empathy/cli/small.yaml";

  @TempDir private Path folder;
  private String broken;

  @BeforeEach
  void breakARubric() throws IOException {
    Path file = folder.resolve("broken.yaml");
    String text = Files.readString(Path.of(SMALL));
    Files.writeString(file, text.replace("cue: apology", "cue: apolgy"));
    broken = file.toString();
  }

  @Test
  void showsEveryIssueWithItsLine() {
    TestConsole run = TestConsole.run("lint", SMALL, broken);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("apolgy")
        .contains("require: { cue: apolgy }\n")
        .contains("^^^^^^")
        .contains(broken + ": 1 error");
  }

  @Test
  void aSoundRubricIsFine() {
    TestConsole run = TestConsole.run("lint", SMALL);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(SMALL + ": ").doesNotContain("error");
  }

  @Test
  void theBuiltInRubricIsSound() {
    assertThat(TestConsole.run("lint").code()).isZero();
    assertThat(TestConsole.run("lint", "--rubric", "customer-support").code()).isZero();
    assertThat(TestConsole.run("lint", "customer-support").code()).isZero();
  }

  @Test
  void writesNothingElse() {
    TestConsole run = TestConsole.run("lint", "--format", "sarif", broken);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("expected one of text, json, not \"sarif\"");
  }

  @Test
  void writesJson() throws IOException {
    TestConsole run = TestConsole.run("lint", "--format", "json", broken);
    JsonNode issue = new JsonMapper().readTree(run.out()).get(0);
    assertThat(issue.get("level").asText()).isEqualTo("error");
    assertThat(issue.get("line").asInt()).isEqualTo(34);
    assertThat(issue.get("column").asInt()).isPositive();
    assertThat(issue.get("code").asText()).startsWith("EMP-");
    assertThat(issue.get("file").asText()).endsWith("broken.yaml");
    assertThat(issue.get("message").asText()).contains("apolgy");
  }
}

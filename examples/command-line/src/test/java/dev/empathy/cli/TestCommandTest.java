package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with the engine itself. */
class TestCommandTest {

  private static final String SMALL = "src/test/resources/dev/empathy/cli/small.yaml";

  @TempDir private Path folder;

  @Test
  void countsAllExamples() {
    TestConsole run = TestConsole.run("test", SMALL);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith(SMALL + ": 5 examples, 0 failed\n");
  }

  @Test
  void tellsHowMuchTheExamplesReach() {
    TestConsole run = TestConsole.run("test", SMALL);
    assertThat(run.out())
        .endsWith(
            "\ncoverage: phrases 2 of 2, unless 0 of 0, entries 0 of 0, negations 0 of 2,"
                + " outcomes 2 of 3\n");
  }

  @Test
  void showsWhatTheExamplesDoNotReach() {
    TestConsole run = TestConsole.run("test", "--uncovered", SMALL);
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .endsWith(
            SMALL
                + ":9:3  negation  cues.anger.negation  skip\n"
                + SMALL
                + ":18:3  negation  cues.apology.negation  skip\n"
                + SMALL
                + ":30:3  outcome  rules.apologize-to-the-angry  skip\n");
  }

  @Test
  void showsAnExampleThatFails() throws IOException {
    TestConsole run = changed("agent: \"Sorry!\", expect: pass", "agent: \"Sorry!\", expect: fail");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("EMP-1020").contains(": 5 examples, 1 failed\ncoverage: ");
  }

  @Test
  void anErrorOfTheRubricIsShownToo() throws IOException {
    TestConsole run = changed("cue: apology", "cue: apolgy");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("apolgy").contains("1 error");
  }

  @Test
  void theBuiltInExamplesPass() {
    TestConsole run = TestConsole.run("test");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .matches("customer-support: [0-9,]+ examples, 0 failed\ncoverage: phrases .*\n");
  }

  private TestConsole changed(String from, String to) throws IOException {
    Path file = folder.resolve("changed.yaml");
    Files.writeString(file, Files.readString(Path.of(SMALL)).replace(from, to));
    return TestConsole.run("test", file.toString());
  }
}

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
    assertThat(run.out()).isEqualTo(SMALL + ": 5 examples, 0 failed\n");
  }

  @Test
  void showsAnExampleThatFails() throws IOException {
    TestConsole run = changed("agent: \"Sorry!\", expect: pass", "agent: \"Sorry!\", expect: fail");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("EMP-1020").endsWith(": 5 examples, 1 failed\n");
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
    assertThat(run.out()).matches("customer-support: [0-9]+ examples, 0 failed\n");
  }

  private TestConsole changed(String from, String to) throws IOException {
    Path file = folder.resolve("changed.yaml");
    Files.writeString(file, Files.readString(Path.of(SMALL)).replace(from, to));
    return TestConsole.run("test", file.toString());
  }
}

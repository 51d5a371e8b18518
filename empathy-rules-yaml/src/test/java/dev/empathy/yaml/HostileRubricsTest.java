package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@link HostileRubrics} in a process of its own, as small as a frugal server. What would exhaust
 * its heap or its stack, or never end, fails here.
 */
class HostileRubricsTest {

  /** Far more than it takes, even beside other builds. */
  private static final int MOST_MINUTES = 20;

  @TempDir Path folder;

  @Test
  void each_ends_in_an_issue_or_loads_within_64_mebibytes() throws Exception {
    Path output = folder.resolve("output.txt");
    Process process = java("-Xmx64m", output);
    try {
      boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
      String told = Files.readString(output);
      assertThat(ended).as("it ends:%n%s", told).isTrue();
      assertThat(process.exitValue()).as(told).isZero();
      assertThat(told).contains("all as expected");
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process java(String option, Path output) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            option,
            "-cp",
            System.getProperty("java.class.path"),
            HostileRubrics.class.getName())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}

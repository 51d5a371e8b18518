package dev.empathy.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares with a file that people have read. To look at what a change does to them all, run the
 * tests with {@code -DargLine=-Dgolden=write} and read the diff.
 */
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/dev/empathy/research");

  private Golden() {}

  static void matches(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}

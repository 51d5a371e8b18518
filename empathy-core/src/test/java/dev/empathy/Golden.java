package dev.empathy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What people read, compared with a file. After a wanted change, copy the file that a failing test
 * writes to {@code target/golden} over the one in {@code src/test/resources/golden}.
 */
public final class Golden {

  private Golden() {}

  /** Fails where the text is not that of {@code golden/NAME} among the test's resources. */
  public static void check(String name, String actual) {
    try {
      Path written = Path.of("target", "golden", name);
      Files.createDirectories(written.getParent());
      Files.writeString(written, actual);
      try (InputStream file = Golden.class.getResourceAsStream("/golden/" + name)) {
        assertThat(file).as("golden/%s; a first version is in %s", name, written).isNotNull();
        String expected = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(actual.lines())
            .as("golden/%s", name)
            .containsExactlyElementsOf(expected.lines().toList());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

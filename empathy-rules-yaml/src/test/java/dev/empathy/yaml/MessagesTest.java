package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.rubric.Issue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What an author reads about each broken rubric stands beside it in a {@code .txt}. Run with {@code
 * -Dgolden.write=true} to write these files anew, then read the difference.
 */
class MessagesTest {

  private static final Path WRITTEN = Path.of("src/test/resources/dev/empathy/yaml/broken");

  @TestFactory
  Stream<DynamicTest> messages() throws IOException {
    Path folder = Rubrics.resource("broken");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)))
          .collect(Collectors.toList())
          .stream();
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ".yaml".length());
  }

  private static void check(Path file) throws IOException {
    Loaded loaded = Rubrics.LOADER.path(file);
    String shown = shown(loaded.issues(), file.getParent());
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(WRITTEN.resolve(name(file) + ".txt"), shown);
    }
    assertThat(shown).isEqualTo(expected(file));
    assertThat(loaded.issues()).isSortedAccordingTo(Issue.ORDER);
    assertThat(loaded.rubric() == null)
        .isEqualTo(loaded.issues().stream().anyMatch(Issue::isError));
  }

  private static String expected(Path file) {
    try {
      Path folder = Boolean.getBoolean("golden.write") ? WRITTEN : file.getParent();
      return Files.readString(folder.resolve(name(file) + ".txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shown(List<Issue> issues, Path folder) {
    return issues.stream()
        .map(issue -> issue.text() + "\n")
        .collect(Collectors.joining())
        .replace(folder + folder.getFileSystem().getSeparator(), "");
  }
}

package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutFileTest {

  @TempDir private Path folder;

  @Test
  void appearsWhenItIsWhole() throws IOException {
    Path file = folder.resolve("out.jsonl");
    try (OutFile out = OutFile.create(file)) {
      out.stream().write('x');
      assertThat(file).doesNotExist();
      out.finish();
    }
    assertThat(file).hasContent("x");
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void leavesTheOldOneWhenItFails() throws IOException {
    Path file = Files.writeString(folder.resolve("out.jsonl"), "old");
    try (OutFile out = OutFile.create(file)) {
      out.stream().write('x');
    }
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void wantsAFolderThatIsThere() {
    assertThatThrownBy(() -> OutFile.create(folder.resolve("none/out.jsonl")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("there is no folder");
    assertThatThrownBy(() -> OutFile.create(folder)).isInstanceOf(Failure.class);
  }
}

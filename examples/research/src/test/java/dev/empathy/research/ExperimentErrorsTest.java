package dev.empathy.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author reads of a mistake. */
class ExperimentErrorsTest {

  private static final String SOUND =
      """
      experiment: sound
      data:
        chats: { files: chats/*.jsonl, role: agent }
      tasks:
        chats sorry: { data: chats, gold: { field: label, is: 1 }, reading: { cue: apology }, measure: f1 }
      """;

  @TempDir private Path folder;

  @Test
  void aSoundExperimentIsRead() throws IOException {
    assertThat(read(SOUND).taskNames()).containsExactly("chats sorry");
    assertThat(read("\uFEFF" + SOUND).name()).isEqualTo("sound");
  }

  @Test
  void everyMistakeHasItsPlaceAndAHint() throws IOException {
    StringBuilder told = new StringBuilder();
    for (String broken :
        Files.readString(Path.of("src/test/resources/dev/empathy/research/broken.yaml"))
            .split("(?m)^--- ?")) {
      if (broken.isBlank()) {
        continue;
      }
      int end = broken.indexOf('\n');
      told.append("=== ").append(broken, 0, end).append('\n');
      told.append(fault(broken.substring(end + 1))).append("\n\n");
    }
    Golden.matches("broken.txt", told.toString());
  }

  @Test
  void aFileThatIsNoTextIsToldOf() throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, "experiment: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Experiment.read(file))
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("not UTF-8");
    assertThatThrownBy(() -> read("")).hasMessageContaining("nothing is written");
  }

  @Test
  void columnsCountAsEditorsDo() throws IOException {
    ExperimentException fault =
        catchThrowableOfType(
            ExperimentException.class, () -> read(SOUND.replace("sound", "{ 😡: 1, x: 2 }")));
    assertThat(fault.issues()).hasSize(1);
    fault =
        catchThrowableOfType(
            ExperimentException.class, () -> read(SOUND.replace("{ files:", "{ 😡: 1, files:")));
    // The emoji takes two units of what editors count.
    assertThat(fault.issues().get(0).at().column()).isEqualTo(12);
    assertThat(fault.issues().get(0).length()).isEqualTo(2);
  }

  private Experiment read(String text) throws IOException {
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(file, text);
    return Experiment.read(file);
  }

  private String fault(String text) throws IOException {
    try {
      Experiment experiment = read(text);
      Evaluation.of(experiment, SmallRubric.ENGINE, folder);
      return "nothing is wrong";
    } catch (ExperimentException e) {
      return e.getMessage()
          .replace(folder.resolve("experiment.yaml").toString(), "experiment.yaml");
    }
  }
}

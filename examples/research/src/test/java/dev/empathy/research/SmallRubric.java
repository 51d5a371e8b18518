package dev.empathy.research;

import dev.empathy.EmpathyEngine;
import dev.empathy.yaml.RubricYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A rubric whose readings can be told by looking at a text, and data that are made up for it. */
final class SmallRubric {

  static final EmpathyEngine ENGINE =
      EmpathyEngine.compile(
          RubricYaml.read(Path.of("src/test/resources/dev/empathy/research/small.yaml")));

  private SmallRubric() {}

  /** An experiment over what stands in a folder. */
  static Evaluation evaluation(Path folder, String experiment) throws IOException {
    Path file = folder.resolve("experiment.yaml");
    Files.writeString(file, experiment);
    return Evaluation.of(Experiment.read(file), ENGINE, folder);
  }

  /** A file of data, in a folder of its own. */
  static void data(Path folder, String file, String... lines) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, List.of(lines));
  }
}

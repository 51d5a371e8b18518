package dev.empathy.benchmarks;

import dev.empathy.benchmarks.texts.Corpus;
import dev.empathy.benchmarks.texts.Phrases;
import dev.empathy.rubric.Rubric;
import dev.empathy.yaml.RubricYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** What a process measures on: it is told by system properties, as JMH starts it. */
public final class Texts {

  /** Names the folder of the real corpus. */
  static final String DATA = "benchmarks.data";

  /** The name of the real corpus. */
  static final String REAL = "real";

  /** The name of the generated one. */
  static final String GENERATED = "generated";

  private static final Rubric RUBRIC = readRubric();
  private static final List<String> PHRASES = Phrases.of(RUBRIC);

  private Texts() {}

  /** The rubric that comes with the library. */
  public static Rubric rubric() {
    return RUBRIC;
  }

  /** The same, read anew. */
  static Rubric readRubric() {
    return RubricYaml.builtIn("customer-support");
  }

  /** The phrases that everybody looks for. */
  public static List<String> phrases() {
    return PHRASES;
  }

  /** A corpus by its name. */
  public static List<String> corpus(String name) {
    if (name.equals(GENERATED)) {
      return Corpus.generated(RUBRIC, PHRASES);
    }
    try {
      return Corpus.real(Path.of(System.getProperty(DATA, ".")));
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}

package dev.empathy.research;

import dev.empathy.rubric.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tasks that hold a rubric's readings against what people said of the same texts. Immutable. */
public final class Experiment {

  private final String name;
  private final @Nullable String about;
  private final Source source;
  private final Set<String> mayLack;
  private final List<Task> tasks;

  Experiment(
      String name, @Nullable String about, Source source, Set<String> mayLack, List<Task> tasks) {
    this.name = name;
    this.about = about;
    this.source = source;
    // In their order: a hint names the first of equals.
    this.mayLack = Collections.unmodifiableSet(new LinkedHashSet<>(mayLack));
    this.tasks = List.copyOf(tasks);
  }

  /**
   * Reads an experiment from YAML.
   *
   * @param file the file; messages name it as it is given here
   * @throws ExperimentException with everything that is wrong with its form
   * @throws IOException if the file cannot be read
   */
  public static Experiment read(Path file) throws IOException {
    return ExperimentDecoder.decode(YamlReader.source(file));
  }

  public String name() {
    return name;
  }

  /** What it is for, or null. */
  public @Nullable String about() {
    return about;
  }

  /** The names of its rows, in order. */
  public List<String> taskNames() {
    return tasks.stream().map(task -> task.name().id()).toList();
  }

  Source source() {
    return source;
  }

  /** What a rubric may lack. */
  Set<String> mayLack() {
    return mayLack;
  }

  List<Task> tasks() {
    return tasks;
  }
}

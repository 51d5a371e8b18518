package dev.empathy.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --rubric} that every command takes. */
final class RubricOption {

  @Option(
      names = "--rubric",
      paramLabel = "NAME|FILE",
      defaultValue = Rubrics.DEFAULT,
      description = "The rubric: a built-in one or a file. Default: ${DEFAULT-VALUE}")
  private String name = Rubrics.DEFAULT;

  boolean isDefault() {
    return name.equals(Rubrics.DEFAULT);
  }

  Rubrics find() {
    return Rubrics.find(name);
  }

  /** What a command names one by one, else what the option names. */
  List<Rubrics> findAll(List<String> names) {
    return names.isEmpty() ? List.of(find()) : names.stream().map(Rubrics::find).toList();
  }
}

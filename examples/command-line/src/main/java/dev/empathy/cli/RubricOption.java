package dev.empathy.cli;

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
}

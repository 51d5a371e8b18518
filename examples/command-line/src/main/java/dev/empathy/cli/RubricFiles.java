package dev.empathy.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The rubrics of a command that takes several. */
final class RubricFiles {

  @Mixin private RubricOption rubric = new RubricOption();

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Files, or names of built-in rubrics; without any, what --rubric names.")
  private List<String> files = new ArrayList<>();

  List<Rubrics> find() {
    return files.isEmpty() ? List.of(rubric.find()) : files.stream().map(Rubrics::find).toList();
  }
}

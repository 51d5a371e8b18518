package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.yaml.RubricYaml;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what an editor needs to help a rubric's author while typing. */
@Command(
    name = "schema",
    description = {
      "Prints the JSON Schema of rubrics, with which an editor completes and explains their keys.",
      "",
      "Save it beside your rubrics:",
      "    empathy schema > rubric.schema.json",
      "and begin each rubric with the line",
      "    # yaml-language-server: $schema=./rubric.schema.json",
      "",
      "With --assessment it prints the JSON Schema of what assess writes as JSON.",
      ""
    })
final class SchemaCommand implements Callable<Integer> {

  private final Console console;

  @Option(
      names = "--assessment",
      description = "The schema of assessments instead, one on each line of JSONL.")
  private boolean assessment;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    console.print(assessment ? Assessment.jsonSchema() : RubricYaml.schema());
    return Main.FINE;
  }
}

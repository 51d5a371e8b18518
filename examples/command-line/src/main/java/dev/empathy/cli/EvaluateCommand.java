package dev.empathy.cli;

import dev.empathy.EmpathyEngine;
import dev.empathy.research.Evaluation;
import dev.empathy.research.Experiment;
import dev.empathy.research.Report;
import dev.empathy.research.Results;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how well a rubric agrees with people. */
@Command(
    name = "evaluate",
    description = {
      "Holds a rubric's readings against what people said of the same texts.",
      "",
      "An experiment names data, what people said, what is read, and the measure; its form is told"
          + " in examples/research/EXPERIMENTS.md. Data that are not there leave a row without a"
          + " value.",
      ""
    })
final class EvaluateCommand implements Callable<Integer> {

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private RubricOption rubric = new RubricOption();

  @Parameters(paramLabel = "EXPERIMENT", description = "The experiment, a YAML file.")
  private Path experiment = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The folder that the experiment's files are in.")
  private Path data = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Choices.TableFormats.class,
      description = "table (default), json or markdown.")
  private TableFormat format = TableFormat.TABLE;

  @Option(
      names = "--task",
      paramLabel = "NAME",
      arity = "1..*",
      description =
          "Only these tasks, by their names or what these begin with: a folder stands for all of"
              + " its tasks.")
  private List<String> tasks = new ArrayList<>();

  @Option(
      names = "--errors",
      paramLabel = "N",
      description =
          "Show, for one task, up to N messages of each kind that are read otherwise than people"
              + " do, with what the reading rests on. They are your data: keep them beside it.")
  private @Nullable Integer errors;

  @Mixin private ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "The file to write. In a page of Markdown only what stands between the lines"
              + " \"<!-- results: begin -->\" and \"<!-- results: end -->\" is replaced.")
  private @Nullable Path out;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    BadUse.refuse(spec, errors != null && errors < 1, "--errors is at least 1");
    BadUse.refuse(spec, errors != null && out != null, "--errors prints and writes no file");
    if (!Files.isDirectory(data)) {
      throw new Failure("there is no folder " + data);
    }
    Experiment read = Experiment.read(experiment);
    EmpathyEngine engine = rubric.find().engine();
    Evaluation evaluation = chosen(Evaluation.of(read, engine, data));
    if (errors == null) {
      return measure(evaluation, engine);
    }
    List<String> names = evaluation.taskNames();
    BadUse.refuse(
        spec,
        names.size() != 1,
        "--errors is for one task; name it with --task: " + String.join(", ", names));
    console.print(Visible.lines(evaluation.mistakes(errors, threads.number())));
    return Main.FINE;
  }

  private Evaluation chosen(Evaluation all) {
    try {
      return all.only(tasks);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private int measure(Evaluation evaluation, EmpathyEngine engine) throws IOException {
    long start = System.nanoTime();
    Results results = evaluation.run(threads.number());
    String text =
        switch (format) {
          case TABLE -> Visible.lines(Report.text(results.rows()));
          case JSON -> Json.pretty(results.rows());
          case MARKDOWN -> Report.markdown(results.rows(), engine.rubric(), command());
        };
    if (out == null) {
      console.print(text);
    } else {
      write(out, format == TableFormat.MARKDOWN ? GeneratedPart.into(out, text) : text);
    }
    results.issues().forEach(issue -> console.complain(issue.text()));
    results.complaints().forEach(console::complain);
    String rows = Figures.plural(results.rows().size(), "row");
    double seconds = (System.nanoTime() - start) / 1e9;
    console.complain(String.format(Locale.ROOT, "%s in %.1f s", rows, seconds));
    boolean fine = results.issues().isEmpty() && results.complaints().isEmpty();
    return fine ? Main.FINE : Main.BAD_INPUT;
  }

  private static void write(Path file, String text) throws IOException {
    try (OutFile target = OutFile.create(file)) {
      target.stream().write(text.getBytes(StandardCharsets.UTF_8));
      target.finish();
    }
  }

  /** What writes this page again, wherever the data are. */
  private String command() {
    StringBuilder command = new StringBuilder("./examples/empathy evaluate ").append(experiment);
    command.append(" --data DIR");
    if (!rubric.isDefault()) {
      command.append(" --rubric ").append(rubric.find().name());
    }
    tasks.forEach(task -> command.append(" --task \"").append(task).append('"'));
    command.append(" --format markdown");
    return (out == null ? command : command.append(" --out ").append(out)).toString();
  }
}

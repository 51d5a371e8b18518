package dev.empathy.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.empathy.rubric.Issue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a rubric's author all that is wrong with it at once. */
@Command(
    name = "lint",
    description = {
      "Checks rubrics and shows every issue with its line.",
      "Exits with 1 where there is an error.",
      ""
    })
final class LintCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private RubricFiles rubrics = new RubricFiles();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Choices.IssueFormats.class,
      description = "text (default) or json.")
  private Format format = Format.TEXT;

  LintCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<Issue> all = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Rubrics source : rubrics.find()) {
      List<Issue> issues = source.check();
      all.addAll(issues);
      text.append(IssueText.of(issues));
      text.append(source.name()).append(": ").append(IssueText.summary(issues)).append('\n');
    }
    console.print(
        format == Format.JSON
            ? Json.pretty(all.stream().map(JsonIssue::of).toList())
            : Visible.lines(text.toString()));
    return all.stream().anyMatch(Issue::isError) ? Main.FOUND : Main.FINE;
  }

  /** An issue as programs read it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({"level", "file", "line", "column", "code", "path", "message", "hint"})
  record JsonIssue(
      String level,
      String file,
      int line,
      int column,
      String code,
      String path,
      String message,
      @Nullable String hint) {

    static JsonIssue of(Issue issue) {
      return new JsonIssue(
          Choices.name(issue.level()),
          issue.at().file(),
          issue.at().line(),
          issue.at().column(),
          issue.code(),
          issue.path(),
          issue.message(),
          issue.hint());
    }
  }
}

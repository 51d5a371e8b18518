package dev.empathy.cli;

import dev.empathy.Coverage;
import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.RubricException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the examples that authors wrote into their rubrics. */
@Command(
    name = "test",
    description = {
      "Runs the examples within rubrics.",
      "Shows those that fail, and how much of a rubric they reach.",
      "Exits with 1 where one fails or a rubric has an error.",
      ""
    })
final class TestCommand implements Callable<Integer> {

  /** The codes of an example that fails, has no mark, or passes though it is a known gap. */
  private static final Set<String> FAILED = Set.of("EMP-1020", "EMP-1021", "EMP-1025");

  private final Console console;

  @Mixin private RubricFiles rubrics = new RubricFiles();

  @Option(
      names = "--uncovered",
      description = "Show each phrase, word, negation and outcome that no example reaches.")
  private boolean uncovered;

  TestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean fine = true;
    for (Rubrics source : rubrics.find()) {
      fine &= test(source, text);
    }
    console.print(Visible.lines(text.toString()));
    return fine ? Main.FINE : Main.FOUND;
  }

  private boolean test(Rubrics source, StringBuilder text) {
    Rubric tested;
    List<Issue> errors;
    try {
      tested = source.read();
      errors =
          EmpathyEngine.check(tested, SelfTest.STRICT).stream()
              .filter(Issue::isError)
              .sorted(Issue.ORDER)
              .toList();
    } catch (RubricException e) {
      text.append(IssueText.of(e.issues())).append(source.name()).append(": ");
      text.append(IssueText.summary(e.issues())).append("; its examples were not run\n");
      return false;
    }
    List<Issue> failures = errors.stream().filter(TestCommand::isFailure).toList();
    long failed = failures.stream().map(Issue::at).distinct().count();
    text.append(IssueText.of(errors)).append(source.name()).append(": ");
    text.append(Figures.plural(count(tested), "example"));
    text.append(", ").append(failed).append(" failed");
    if (errors.size() > failures.size()) {
      List<Issue> others = errors.stream().filter(issue -> !isFailure(issue)).toList();
      text.append(", ").append(IssueText.summary(others));
    }
    text.append('\n');
    if (errors.size() == failures.size()) {
      cover(EmpathyEngine.compile(tested, SelfTest.OFF).coverage(), text);
    }
    return errors.isEmpty();
  }

  private void cover(Coverage coverage, StringBuilder text) {
    text.append("coverage: ").append(coverage).append('\n');
    if (uncovered) {
      coverage.unreached().forEach(one -> text.append(one).append('\n'));
    }
  }

  private static boolean isFailure(Issue issue) {
    return FAILED.contains(issue.code());
  }

  /** How many examples a rubric has, of its cues, rules, routes, responses and as a whole. */
  static long count(Rubric rubric) {
    long cues =
        rubric.cues().values().stream().mapToLong(c -> c.hits().size() + c.misses().size()).sum();
    long rules = rubric.rules().values().stream().mapToLong(r -> r.examples().size()).sum();
    long routes = rubric.routes().values().stream().mapToLong(r -> r.examples().size()).sum();
    long responses = rubric.responses().values().stream().mapToLong(r -> r.examples().size()).sum();
    return cues + rules + routes + responses + rubric.examples().size();
  }
}

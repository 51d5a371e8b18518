package dev.empathy;

import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Source;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An example that an author wrote into a rubric, as a test. Immutable and safe for use by any
 * number of threads.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> examples() {
 *   return engine.examples().stream().map(e -> dynamicTest(e.name(), e::run));
 * }
 * }</pre>
 */
public final class RubricExample {

  private final String name;
  private final Issue gap;
  private final boolean knownGap;
  private final List<Source> sources;
  private final Supplier<List<Issue>> check;

  /**
   * @param name unique in its rubric
   * @param gap what is said where it is a known gap and passes; also tells its place
   * @param knownGap whether it is expected to fail
   * @param sources the rubric's files
   * @param check gives what failed
   */
  RubricExample(
      String name, Issue gap, boolean knownGap, List<Source> sources, Supplier<List<Issue>> check) {
    this.name = name;
    this.gap = gap;
    this.knownGap = knownGap;
    this.sources = sources;
    this.check = check;
  }

  /**
   * Where it stands and how it begins, such as {@code cues.anger hits[2] "This is {{ridiculous}}!"}
   * for the second; unique in its rubric.
   */
  public String name() {
    return name;
  }

  /** Where it stands. */
  public Location at() {
    return gap.at();
  }

  /**
   * Runs it. One that is marked {@code known-gap} passes as long as it fails.
   *
   * @throws AssertionError with what its author should read, if it fails
   */
  public void run() {
    List<Issue> issues = issues();
    if (!issues.isEmpty()) {
      throw new AssertionError(
          issues.stream()
              .map(issue -> issue.withLineFrom(sources).text())
              .collect(Collectors.joining("\n")));
    }
  }

  /** What is wrong with it, as errors; empty where it is as its author expects. */
  List<Issue> issues() {
    List<Issue> failures = check.get();
    if (!knownGap || failures.stream().anyMatch(i -> i.code().equals(IssueCodes.BAD_EXAMPLE))) {
      return failures;
    }
    return failures.isEmpty() ? List.of(gap) : List.of();
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}

package dev.empathy;

import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Source;
import dev.empathy.rubric.Text;
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

  /** What a name shows of an example. */
  private static final int LONGEST_QUOTE = 60;

  private final String path;
  private final int number;
  private final String quote;
  private final Text place;
  private final boolean knownGap;
  private final List<Source> sources;
  private final Supplier<List<Issue>> check;

  /**
   * @param path where examples of its kind stand
   * @param number which of them it is, from 1; with the path unique in its rubric
   * @param quote what is written there
   * @param place where it stands, and as much of it as an issue marks
   * @param knownGap whether it is expected to fail
   * @param sources the rubric's files
   * @param check gives what failed
   */
  RubricExample(
      String path,
      int number,
      String quote,
      Text place,
      boolean knownGap,
      List<Source> sources,
      Supplier<List<Issue>> check) {
    this.path = path;
    this.number = number;
    this.quote = quote;
    this.place = place;
    this.knownGap = knownGap;
    this.sources = sources;
    this.check = check;
  }

  /**
   * Where it stands and how it begins, such as {@code cues.anger hits[2] "This is {{ridiculous}}!"}
   * for the second; unique in its rubric.
   */
  public String name() {
    return path + "[" + number + "] \"" + shortened(quote) + "\"";
  }

  /** Where it stands. */
  public Location at() {
    return place.at();
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
    return failures.isEmpty() ? List.of(gap()) : List.of();
  }

  /** What is said where it is a known gap and passes. */
  private Issue gap() {
    return new Issue(
        Issue.Level.ERROR,
        place.at(),
        place.value().length(),
        IssueCodes.GAP_CLOSED,
        path.replace(' ', '.'),
        "this example passes now",
        "take known-gap away",
        null);
  }

  /** On one line and not too long; never half a character. */
  private static String shortened(String text) {
    StringBuilder out = new StringBuilder();
    text.strip()
        .codePoints()
        .map(cp -> Character.isISOControl(cp) ? ' ' : cp)
        .limit(LONGEST_QUOTE)
        .forEach(out::appendCodePoint);
    return text.strip().length() > out.length() ? out.append('…').toString() : out.toString();
  }

  /** The name. */
  @Override
  public String toString() {
    return name();
  }
}

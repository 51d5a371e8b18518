package dev.empathy;

import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Rubric;
import java.util.function.Consumer;

/**
 * Takes the warnings about what is allowed and hardly meant. Only what the rubric's own file writes
 * is warned of: an author cannot mend a parent.
 */
final class Lints {

  private final Rubric rubric;
  private final Consumer<Issue> issues;

  Lints(Rubric rubric, Consumer<Issue> issues) {
    this.rubric = rubric;
    this.issues = issues;
  }

  void warn(String code, Location at, int length, String path, String message, String hint) {
    if (Own.is(rubric, at)) {
      issues.accept(new Issue(Issue.Level.WARNING, at, length, code, path, message, hint, null));
    }
  }
}

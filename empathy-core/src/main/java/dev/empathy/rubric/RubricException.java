package dev.empathy.rubric;

import java.util.List;

/**
 * A rubric that cannot be used, with everything that is wrong with it. Its message is meant for the
 * rubric's author and never holds a word of an assessed message.
 */
public final class RubricException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<Issue> issues;

  /**
   * @param issues everything found, sorted here; at least one
   */
  public RubricException(List<Issue> issues) {
    super(describe(issues));
    this.issues = sorted(issues);
  }

  /** Everything found, errors and warnings, in the order of the files' lines. */
  public List<Issue> issues() {
    return issues;
  }

  private static List<Issue> sorted(List<Issue> issues) {
    return issues.stream().sorted(Issue.ORDER).toList();
  }

  private static String describe(List<Issue> issues) {
    StringBuilder out = new StringBuilder();
    for (Issue issue : sorted(issues)) {
      out.append(issue.text()).append('\n');
    }
    long errors = issues.stream().filter(Issue::isError).count();
    return out.append(errors == 1 ? "1 error." : errors + " errors.").toString();
  }
}

package dev.empathy.research;

import dev.empathy.rubric.Issue;
import java.util.List;

/** An experiment that cannot be run, with everything that is wrong with it. */
public final class ExperimentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<Issue> issues;

  ExperimentException(List<Issue> issues) {
    super(describe(issues), null, false, false);
    this.issues = List.copyOf(issues);
  }

  /** Everything found, in the order of the file's lines. */
  public List<Issue> issues() {
    return issues;
  }

  private static String describe(List<Issue> issues) {
    StringBuilder out = new StringBuilder();
    issues.forEach(issue -> out.append(issue.text()).append('\n'));
    return out.append(issues.size() == 1 ? "1 error." : issues.size() + " errors.").toString();
  }
}

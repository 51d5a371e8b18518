package dev.empathy;

import dev.empathy.rubric.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is wrong with a rubric, as much of it as an author can want to hear at once. */
final class IssueList implements Consumer<Issue> {

  private static final int MOST = 1000;

  /** Ends the compiling of a rubric that has more faults than are listed. */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  private final List<Issue> issues = new ArrayList<>();
  private int errors;
  private int others;

  /**
   * @throws Enough if there were enough errors before
   */
  @Override
  public void accept(Issue issue) {
    int before = issue.isError() ? errors++ : others++;
    if (before < MOST) {
      issues.add(issue);
    } else if (before == MOST) {
      issues.add(more(issue));
    }
    if (errors > MOST) {
      throw new Enough();
    }
  }

  private static Issue more(Issue last) {
    return new Issue(
        last.level(),
        last.at(),
        1,
        IssueCodes.TOO_MANY,
        "",
        "there is more to say than these " + MOST + ", and it is not listed",
        "mend these first",
        null);
  }

  boolean hasErrors() {
    return errors > 0;
  }

  List<Issue> issues() {
    return issues;
  }
}

package dev.empathy.cli;

import dev.empathy.rubric.Issue;
import java.util.ArrayList;
import java.util.List;

/** Issues of a rubric as its author reads them. */
final class IssueText {

  private IssueText() {}

  static String of(List<Issue> issues) {
    StringBuilder out = new StringBuilder();
    issues.forEach(issue -> out.append(issue.text()).append("\n\n"));
    return out.toString();
  }

  /** {@code 2 errors, 1 warning}. */
  static String summary(List<Issue> issues) {
    List<String> parts = new ArrayList<>();
    add(parts, issues, Issue.Level.ERROR, "error");
    add(parts, issues, Issue.Level.WARNING, "warning");
    add(parts, issues, Issue.Level.INFO, "note");
    return parts.isEmpty() ? "no issues" : String.join(", ", parts);
  }

  private static void add(List<String> parts, List<Issue> issues, Issue.Level level, String name) {
    long count = issues.stream().filter(issue -> issue.level() == level).count();
    if (count > 0) {
      parts.add(Figures.plural(count, name));
    }
  }
}

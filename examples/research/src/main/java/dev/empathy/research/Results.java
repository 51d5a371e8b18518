package dev.empathy.research;

import dev.empathy.rubric.Issue;
import java.util.List;

/**
 * What came of an experiment.
 *
 * @param rows a row for each task, in the order of the experiment
 * @param issues where the data are not what the experiment says of them; these rows have no value
 * @param complaints lines of data that could not be read and were skipped
 */
public record Results(List<Row> rows, List<Issue> issues, List<String> complaints) {

  public Results {
    rows = List.copyOf(rows);
    issues = List.copyOf(issues);
    complaints = List.copyOf(complaints);
  }
}

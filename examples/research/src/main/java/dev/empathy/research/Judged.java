package dev.empathy.research;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a task of which people said something and something was read.
 *
 * @param task the task
 * @param items the rows
 * @param scenes each row's message and what came before it
 * @param columns for each part of the task, what was said and read
 * @param labels what the numbers of labels stand for; empty where they are no labels
 * @param leftOut how many rows said or read nothing
 */
record Judged(
    Task task,
    List<Item> items,
    List<Scene> scenes,
    List<Column> columns,
    List<String> labels,
    int leftOut) {

  Sample sample() {
    Measure measure = task.measure();
    Column column = columns.get(0);
    int[] clusters = numbers(task.cluster());
    if (measure == Measure.RATE) {
      return Samples.rate(column.read(), clusters);
    }
    if (!labels.isEmpty()) {
      return Samples.labels(measure, column, clusters);
    }
    if (task.isOfYesNo()) {
      return Samples.yesNo(measure, columns, clusters);
    }
    int[] groups = measure == Measure.RANKING ? numbers(task.group()) : null;
    return groups == null
        ? Samples.numbers(measure, column, clusters)
        : Samples.ranking(column, groups);
  }

  /** The rows numbered by a field's value, in the order in which values first occur. */
  private int @Nullable [] numbers(@Nullable Named field) {
    if (field == null) {
      return null;
    }
    Map<String, Integer> known = new LinkedHashMap<>();
    return items.stream()
        .mapToInt(
            item -> known.computeIfAbsent(String.valueOf(item.text(field)), one -> known.size()))
        .toArray();
  }
}

package dev.empathy.research;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of an experiment.
 *
 * @param name its name; for a label of another task, that task's name, a colon and the label
 * @param data the data
 * @param where what a row has to answer with yes, beyond what the data ask of it
 * @param parts what is held against what: one, or one for each label
 * @param measure by what measure
 * @param group the field that tells within what is ranked; for {@link Measure#RANKING} only
 * @param cluster the field that tells what is drawn together; null where each row is drawn alone
 * @param floor what a simple method reaches, or null
 * @param floorBy which method, or null
 * @param published what others published, or null
 */
record Task(
    Named name,
    DataSet data,
    List<Filter> where,
    List<Part> parts,
    Measure measure,
    @Nullable Named group,
    @Nullable Named cluster,
    @Nullable Double floor,
    @Nullable String floorBy,
    @Nullable String published) {

  /**
   * What people said, and what is held against it.
   *
   * @param label which label of several; null where there is one part only
   * @param gold what people said; null for a rate
   */
  record Part(@Nullable Named label, @Nullable Gold gold, Reading reading) {}

  Task {
    where = List.copyOf(where);
    parts = List.copyOf(parts);
  }

  Task with(List<Part> others) {
    return new Task(name, data, where, others, measure, group, cluster, floor, floorBy, published);
  }

  /** The tasks that measure each of its labels alone; none where it has one part only. */
  List<Task> labels() {
    return parts.stream().filter(part -> part.label() != null).map(this::label).toList();
  }

  private Task label(Part part) {
    Named label = part.label() == null ? name : part.label();
    Named full = new Named(name.id() + ": " + label.id(), label.at());
    return new Task(
        full,
        data,
        where,
        List.of(new Part(null, part.gold(), part.reading())),
        Measure.F1,
        null,
        cluster,
        null,
        null,
        null);
  }

  /** Whether labels are held against labels, not yes against no. */
  boolean isOfLabels() {
    return measure.takesLabels() && !parts.get(0).reading().labels().isEmpty();
  }

  /** Whether what people said is yes or no. */
  boolean isOfYesNo() {
    return parts.get(0).gold() instanceof Gold.YesNo;
  }
}

package dev.empathy.research;

import com.fasterxml.jackson.databind.JsonNode;
import dev.empathy.Assessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.rubric.Issue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tasks over the same files: each distinct message is assessed once for all of them. */
final class Study {

  /** Enough work at a time that handing it over costs little beside it. */
  private static final int AT_A_TIME = 64;

  /** Rows that are looked at for the names of fields. */
  private static final int ROWS_FOR_NAMES = 1000;

  private final List<Item> all;
  private final Map<Scene, Integer> numbers = new LinkedHashMap<>();
  private final Map<DataSet, Rows> rows = new IdentityHashMap<>();
  private final List<Reading> readings = new ArrayList<>();
  private final Map<Reading, Integer> places = new IdentityHashMap<>();
  private double[][] values = new double[0][];

  /** What of a data set counts, and where in {@link #values} its messages are. */
  private record Rows(List<Item> items, List<Scene> scenes, int withoutText) {}

  Study(List<Item> all) {
    this.all = all;
  }

  /**
   * Takes a task in.
   *
   * @throws DataFault if its data are not what it says of them
   */
  void add(Task task) {
    DataSet data = task.data();
    if (!rows.containsKey(data)) {
      rows.put(data, rows(data));
    }
    for (Task.Part part : task.parts()) {
      places.put(part.reading(), readings.size());
      readings.add(part.reading());
    }
  }

  private Rows rows(DataSet data) {
    expect(fields(data), all);
    List<Item> items = new ArrayList<>();
    List<Scene> scenes = new ArrayList<>();
    int withoutText = 0;
    Scenes maker = new Scenes(data, all);
    for (Item item : all) {
      if (data.where().stream().allMatch(filter -> filter.holds(item))) {
        Scene scene = maker.of(item);
        if (scene == null) {
          withoutText++;
        } else {
          items.add(item);
          scenes.add(scene);
          numbers.putIfAbsent(scene, numbers.size());
        }
      }
    }
    return new Rows(items, scenes, withoutText);
  }

  private static List<Named> fields(DataSet data) {
    List<Named> fields = new ArrayList<>();
    fields.add(data.text());
    data.where().forEach(filter -> fields.add(filter.field()));
    if (data.role() instanceof DataSet.Said said) {
      fields.add(said.field());
    }
    if (data.context() instanceof DataSet.Fields context) {
      fields.addAll(context.fields());
    } else if (data.context() instanceof DataSet.Lines lines) {
      fields.add(lines.field());
    } else if (data.context() instanceof DataSet.Earlier earlier) {
      fields.add(earlier.field());
    }
    return fields;
  }

  /** A field that no row has is a slip of the author's. */
  private static void expect(List<Named> fields, List<Item> items) {
    for (Named field : fields) {
      if (!items.isEmpty() && items.stream().allMatch(item -> item.get(field) == null)) {
        String message = "no row that counts has the field " + field.id();
        String hint = Issue.didYouMean(field.id(), names(items), "");
        throw new DataFault(field, message, hint);
      }
    }
  }

  private static Set<String> names(List<Item> items) {
    Set<String> names = new LinkedHashSet<>();
    for (Item item : items.subList(0, Math.min(items.size(), ROWS_FOR_NAMES))) {
      for (Map.Entry<String, JsonNode> field : item.fields().properties()) {
        names.add(field.getKey());
        field
            .getValue()
            .properties()
            .forEach(inner -> names.add(field.getKey() + "." + inner.getKey()));
      }
    }
    return names;
  }

  void assess(EmpathyEngine engine, Workers workers) {
    List<List<Scene>> chunks = new ArrayList<>();
    List<Scene> scenes = List.copyOf(numbers.keySet());
    for (int from = 0; from < scenes.size(); from += AT_A_TIME) {
      chunks.add(scenes.subList(from, Math.min(scenes.size(), from + AT_A_TIME)));
    }
    values =
        workers
            .map(chunks, chunk -> chunk.stream().map(scene -> read(scene.assess(engine))).toList())
            .stream()
            .flatMap(List::stream)
            .toArray(double[][]::new);
  }

  private double[] read(Assessment assessment) {
    return readings.stream().mapToDouble(reading -> reading.of(assessment)).toArray();
  }

  /**
   * What people said and what was read, for a task that was taken in.
   *
   * @throws DataFault if its data are not what it says of them
   */
  Judged judge(Task task) {
    Rows found = rows.getOrDefault(task.data(), new Rows(List.of(), List.of(), 0));
    int[] counted =
        IntStream.range(0, found.items().size())
            .filter(row -> counts(task, found.items().get(row)))
            .toArray();
    List<Item> items = Arrays.stream(counted).mapToObj(found.items()::get).toList();
    expect(fields(task), items);
    List<String> labels = task.isOfLabels() ? labels(task, items) : List.of();
    List<Column> columns = new ArrayList<>();
    for (Task.Part part : task.parts()) {
      columns.add(column(part, counted, found, labels));
    }
    int[] kept = IntStream.range(0, counted.length).filter(row -> isWhole(columns, row)).toArray();
    return new Judged(
        task,
        Arrays.stream(kept).mapToObj(items::get).toList(),
        Arrays.stream(kept).mapToObj(row -> found.scenes().get(counted[row])).toList(),
        columns.stream().map(column -> kept(column, kept)).toList(),
        labels,
        found.withoutText() + counted.length - kept.length);
  }

  private static boolean counts(Task task, Item item) {
    return task.where().stream().allMatch(filter -> filter.holds(item));
  }

  private static List<Named> fields(Task task) {
    List<Named> fields = new ArrayList<>();
    for (Task.Part part : task.parts()) {
      if (part.gold() != null) {
        fields.add(part.gold().field());
      }
    }
    Stream.of(task.group(), task.cluster()).filter(field -> field != null).forEach(fields::add);
    return fields;
  }

  /** Every label that people or the rubric may give. */
  private static List<String> labels(Task task, List<Item> items) {
    Task.Part part = task.parts().get(0);
    Set<String> labels = new TreeSet<>(part.reading().labels());
    for (Item item : items) {
      String label = label(part.gold(), item);
      if (label != null) {
        labels.add(label);
      }
    }
    return List.copyOf(labels);
  }

  private static @Nullable String label(@Nullable Gold gold, Item item) {
    return gold instanceof Gold.Value value ? value.label(item) : null;
  }

  private Column column(Task.Part part, int[] counted, Rows found, List<String> labels) {
    double[] gold = new double[counted.length];
    double[] read = new double[counted.length];
    int place = places.getOrDefault(part.reading(), 0);
    for (int row = 0; row < counted.length; row++) {
      Item item = found.items().get(counted[row]);
      double value = values[numbers.getOrDefault(found.scenes().get(counted[row]), 0)][place];
      if (labels.isEmpty()) {
        gold[row] = part.gold() == null ? 0 : part.gold().number(item);
        read[row] = value;
      } else {
        String label = label(part.gold(), item);
        gold[row] = label == null ? Double.NaN : labels.indexOf(label);
        read[row] = labels.indexOf(part.reading().labels().get((int) value));
      }
    }
    return new Column(gold, read);
  }

  private static boolean isWhole(List<Column> columns, int row) {
    return columns.stream()
        .noneMatch(column -> Double.isNaN(column.gold()[row]) || Double.isNaN(column.read()[row]));
  }

  private static Column kept(Column column, int[] rows) {
    return new Column(
        Arrays.stream(rows).mapToDouble(row -> column.gold()[row]).toArray(),
        Arrays.stream(rows).mapToDouble(row -> column.read()[row]).toArray());
  }
}

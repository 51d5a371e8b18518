package dev.empathy.research;

import dev.empathy.Assessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Rows that a task reads otherwise than people do, with what the reading rests on. */
final class Mistakes {

  /**
   * Which rows are shown is chance, and the same chance each time: no file is read from its top.
   */
  private static final long SEED = 7;

  private static final int MOST_CHARACTERS = 1000;

  private final Judged judged;
  private final EmpathyEngine engine;
  private final int most;
  private final StringBuilder out = new StringBuilder();

  private Mistakes(Judged judged, EmpathyEngine engine, int most) {
    this.judged = judged;
    this.engine = engine;
    this.most = most;
  }

  static String of(Run.Done done, EmpathyEngine engine, int most) {
    Judged judged = done.judged();
    String name = done.bound().task().name().id();
    if (judged == null) {
      return name + ": " + done.failure() + "\n";
    }
    Mistakes mistakes = new Mistakes(judged, engine, most);
    mistakes.out.append(name).append(": ");
    mistakes.out.append(Words.plural(judged.items().size(), "row"));
    if (judged.task().isOfYesNo()) {
      Column column = judged.columns().get(0);
      mistakes.out.append(", people say yes to ").append(yes(column.gold()));
      mistakes.out.append(", read yes of ").append(yes(column.read()));
    }
    mistakes.out.append('\n');
    mistakes.write();
    return mistakes.out.toString();
  }

  private static long yes(double[] values) {
    return Arrays.stream(values).filter(value -> value > 0).count();
  }

  private void write() {
    kinds()
        .forEach(
            (kind, rows) -> {
              out.append("\n== ").append(kind).append(": ");
              out.append(Words.plural(rows.size(), "row")).append('\n');
              rows.stream().limit(most).forEach(this::write);
            });
  }

  /** Rows by what people said and what was read. */
  private Map<String, List<Integer>> kinds() {
    boolean labels = !judged.labels().isEmpty();
    boolean yesNo = judged.task().isOfYesNo() && judged.task().measure() != Measure.AUC;
    if (!labels && !yesNo && judged.task().measure() != Measure.RATE) {
      return farthest();
    }
    Map<String, List<Integer>> kinds = new TreeMap<>();
    for (int row : shuffled(judged.items().size())) {
      String kind = labels ? labelKind(row) : kind(row);
      if (!kind.isEmpty()) {
        kinds.computeIfAbsent(kind, one -> new ArrayList<>()).add(row);
      }
    }
    return kinds;
  }

  private String kind(int row) {
    boolean gold = gold(row) > 0;
    boolean read = read(row) > 0;
    if (judged.task().measure() == Measure.RATE) {
      return read ? "read yes" : "";
    }
    return gold == read ? "" : read ? "read yes, people say no" : "read no, people say yes";
  }

  private String labelKind(int row) {
    String gold = judged.labels().get((int) gold(row));
    String read = judged.labels().get((int) read(row));
    return gold.equals(read) ? "" : "read " + read + ", people say " + gold;
  }

  /**
   * Numbers: the rows whose place among the readings is farthest from their place among people's.
   */
  private Map<String, List<Integer>> farthest() {
    double[] gold = places(judged.columns().get(0).gold());
    double[] read = places(judged.columns().get(0).read());
    Comparator<Integer> over = Comparator.comparingDouble(row -> gold[row] - read[row]);
    List<Integer> rows = IntStream.range(0, gold.length).boxed().sorted(over).toList();
    Map<String, List<Integer>> kinds = new LinkedHashMap<>();
    kinds.put("read high, people say low", rows.stream().filter(r -> read[r] > gold[r]).toList());
    kinds.put(
        "read low, people say high",
        rows.stream().filter(r -> read[r] < gold[r]).sorted(over.reversed()).toList());
    return kinds;
  }

  /** The share of values below each, equal ones counting half. */
  private static double[] places(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(values)
        .map(
            value ->
                (below(sorted, value) + below(sorted, Math.nextUp(value))) / 2.0 / values.length)
        .toArray();
  }

  /** How many values of a sorted array are less. */
  private static int below(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int[] shuffled(int size) {
    int[] rows = IntStream.range(0, size).toArray();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int row = rows[i];
      rows[i] = rows[j];
      rows[j] = row;
    }
    return rows;
  }

  private double gold(int row) {
    return judged.columns().get(0).gold()[row];
  }

  private double read(int row) {
    return judged.columns().get(0).read()[row];
  }

  private void write(int row) {
    Scene scene = judged.scenes().get(row);
    List<Message> messages = scene.messages();
    out.append('\n').append(judged.items().get(row).place());
    if (judged.labels().isEmpty() && judged.task().measure() != Measure.RATE) {
      out.append("  people ").append(Words.number(gold(row)));
      out.append(", read ").append(Words.number(read(row)));
    }
    out.append('\n');
    for (int i = Math.max(0, messages.size() - 2); i < messages.size(); i++) {
      Message message = messages.get(i);
      out.append("  ").append(Words.of(message.role())).append(": ");
      out.append(cut(message.text())).append('\n');
    }
    Assessment assessment = scene.assess(engine);
    judged
        .task()
        .parts()
        .get(0)
        .reading()
        .evidence(assessment)
        .forEach(line -> out.append("  > ").append(line).append('\n'));
  }

  private static String cut(String text) {
    String line = text.replace('\n', ' ').replace('\r', ' ');
    return line.length() <= MOST_CHARACTERS
        ? line
        : line.substring(0, MOST_CHARACTERS / 2)
            + " […] "
            + line.substring(line.length() - MOST_CHARACTERS / 2);
  }
}

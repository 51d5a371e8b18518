package dev.empathy.research;

import dev.empathy.EmpathyEngine;
import dev.empathy.rubric.Issue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of an evaluation: its threads, and what is found wrong with the data on the way. */
final class Run implements AutoCloseable {

  /** Places that a figure keeps: more than any of them means. */
  private static final int PLACES = 4;

  private final Experiment experiment;
  private final EmpathyEngine engine;
  private final DataFiles files;
  private final Workers workers;
  private final List<Issue> issues = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  /**
   * A task after its data were read.
   *
   * @param bound the task
   * @param files the files that were read, or the pattern that none fits
   * @param judged what was said and read, or null
   * @param failure why there is nothing, or null
   */
  record Done(BoundTask bound, String files, @Nullable Judged judged, @Nullable String failure) {}

  Run(Experiment experiment, EmpathyEngine engine, Path data, int threads) {
    this.experiment = experiment;
    this.engine = engine;
    this.files = new DataFiles(data, complaints);
    this.workers = new Workers(threads);
  }

  List<Issue> issues() {
    return issues.stream().sorted(Issue.ORDER).distinct().toList();
  }

  List<String> complaints() {
    return complaints;
  }

  /** Reads the data of tasks over the same files and assesses them. */
  List<Done> judge(List<BoundTask> tasks) {
    String pattern = tasks.get(0).task().data().files().id();
    List<String> found = files.find(pattern);
    if (found.isEmpty()) {
      return tasks.stream().map(task -> new Done(task, pattern, null, "no data")).toList();
    }
    Study study = new Study(files.read(found));
    Map<BoundTask, String> failures = new HashMap<>();
    for (BoundTask task : tasks) {
      try {
        study.add(task.task());
      } catch (DataFault fault) {
        failures.put(task, report(fault));
      }
    }
    study.assess(engine, workers);
    String read = String.join(", ", found);
    return tasks.stream().map(task -> judge(study, task, read, failures.get(task))).toList();
  }

  private Done judge(Study study, BoundTask task, String read, @Nullable String failure) {
    if (failure != null) {
      return new Done(task, read, null, failure);
    }
    try {
      return new Done(task, read, study.judge(task.task()), null);
    } catch (DataFault fault) {
      return new Done(task, read, null, report(fault));
    }
  }

  private String report(DataFault fault) {
    issues.add(
        Faults.issue(
            experiment.source(),
            Code.DATA,
            fault.named().at(),
            "",
            String.valueOf(fault.getMessage()),
            fault.hint()));
    return String.valueOf(fault.getMessage());
  }

  Map<BoundTask, Row> rows(List<Done> done) {
    List<Row> rows = workers.map(done, Run::row);
    Map<BoundTask, Row> byTask = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      byTask.put(done.get(i).bound(), rows.get(i));
    }
    return byTask;
  }

  private static Row row(Done done) {
    Judged judged = done.judged();
    if (judged == null || judged.items().isEmpty()) {
      String why = done.failure() == null ? "no row counts" : done.failure();
      return row(done, null, new Bootstrap(Double.NaN, Double.NaN), why);
    }
    Sample sample = judged.sample();
    return row(done, sample, Bootstrap.of(sample), note(done, judged, sample));
  }

  private static Row row(
      Done done, @Nullable Sample sample, Bootstrap interval, @Nullable String note) {
    Task task = done.bound().task();
    return new Row(
        task.name().id(),
        done.files(),
        task.measure().id(),
        sample == null ? null : rounded(sample.value()),
        rounded(interval.low()),
        rounded(interval.high()),
        done.judged() == null ? 0 : done.judged().items().size(),
        sample == null ? null : rounded(sample.baseline()),
        task.floor(),
        task.floorBy(),
        task.published(),
        note);
  }

  private static @Nullable String note(Done done, Judged judged, Sample sample) {
    List<String> notes = new ArrayList<>();
    if (!done.bound().lacks().isEmpty()) {
      notes.add("the rubric has no " + String.join(", ", done.bound().lacks()));
    }
    if (judged.leftOut() > 0) {
      notes.add(Words.plural(judged.leftOut(), "row") + " without a text, a label or a reading");
    }
    if (Double.isNaN(sample.value())) {
      notes.add("not defined, as what people said or what was read is always the same");
    }
    return notes.isEmpty() ? null : String.join("; ", notes);
  }

  private static @Nullable Double rounded(double value) {
    return Double.isFinite(value)
        ? (Double) BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP).doubleValue()
        : null;
  }

  @Override
  public void close() {
    workers.close();
  }
}

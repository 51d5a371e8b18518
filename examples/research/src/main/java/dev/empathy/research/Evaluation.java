package dev.empathy.research;

import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.rubric.Issue;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An experiment, a rubric and data, brought together. The same three give the same results, on any
 * machine and with any number of threads. Immutable and thread-safe.
 */
public final class Evaluation {

  private final Experiment experiment;
  private final EmpathyEngine engine;
  private final List<BoundTask> tasks;
  private final Path data;

  private Evaluation(
      Experiment experiment, EmpathyEngine engine, List<BoundTask> tasks, Path data) {
    this.experiment = experiment;
    this.engine = engine;
    this.tasks = tasks;
    this.data = data;
  }

  /**
   * Looks every name of an experiment up in a rubric.
   *
   * @param data the folder that the experiment's files are in
   * @throws ExperimentException with every name that the rubric does not have
   */
  public static Evaluation of(Experiment experiment, EmpathyEngine engine, Path data) {
    Faults faults = new Faults(experiment.source());
    Binder binder = new Binder(engine.rubric(), signals(engine), experiment.mayLack(), faults);
    List<BoundTask> tasks =
        experiment.tasks().stream().map(task -> BoundTask.of(task, binder)).toList();
    faults.orThrow();
    return new Evaluation(experiment, engine, tasks, data);
  }

  private static Set<String> signals(EmpathyEngine engine) {
    Conversation any = Conversation.of(Message.customer("hello"), Message.agent("hello"));
    return engine.assessReply(any).signals().keySet();
  }

  /**
   * The same for some of the tasks.
   *
   * @param names names of tasks, or what they begin with: a folder's name stands for all its tasks
   * @throws IllegalArgumentException if there is none of a name
   */
  public Evaluation only(List<String> names) {
    if (names.isEmpty()) {
      return this;
    }
    Set<BoundTask> chosen = new LinkedHashSet<>();
    for (String name : names) {
      List<BoundTask> found = tasks.stream().filter(task -> isOf(task, name)).toList();
      if (found.isEmpty()) {
        String hint = Issue.didYouMean(name, experiment.taskNames(), "");
        throw new IllegalArgumentException(
            "no task is named " + name + (hint == null ? "" : "; " + hint));
      }
      chosen.addAll(found);
    }
    List<BoundTask> ordered = tasks.stream().filter(chosen::contains).toList();
    return new Evaluation(experiment, engine, ordered, data);
  }

  private static boolean isOf(BoundTask bound, String name) {
    String task = bound.task().name().id();
    return task.equals(name) || task.startsWith(name + " ") || task.startsWith(name + ":");
  }

  /**
   * Runs the tasks.
   *
   * @param threads how many threads work at it, at least 1
   */
  public Results run(int threads) {
    Map<BoundTask, Row> rows = new HashMap<>();
    try (Run run = new Run(experiment, engine, data, threads)) {
      byFiles()
          .forEach(some -> run.rows(run.judge(some)).forEach((task, row) -> rows.put(task, row)));
      return new Results(tasks.stream().map(rows::get).toList(), run.issues(), run.complaints());
    }
  }

  /** Tasks over the same files, so that no file is read twice and few are held at a time. */
  private Collection<List<BoundTask>> byFiles() {
    return tasks.stream()
        .collect(
            Collectors.groupingBy(
                bound -> bound.task().data().files().id(), LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  /** The names of the tasks that it runs, in order. */
  public List<String> taskNames() {
    return tasks.stream().map(task -> task.task().name().id()).toList();
  }

  /**
   * Where a task's readings and what people said differ, for who mends the rubric. Holds the texts:
   * keep it beside the data.
   *
   * @param most how many to show of each kind of mistake
   * @param threads how many threads work at it, at least 1
   * @throws IllegalArgumentException if there is not one task, or one of several labels
   */
  public String mistakes(int most, int threads) {
    if (tasks.size() != 1 || tasks.get(0).task().parts().size() != 1) {
      throw new IllegalArgumentException("mistakes are shown of one task: " + taskNames());
    }
    try (Run run = new Run(experiment, engine, data, threads)) {
      return Mistakes.of(run.judge(tasks).get(0), engine, most);
    }
  }
}

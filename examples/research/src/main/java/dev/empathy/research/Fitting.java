package dev.empathy.research;

/** Says where a measure cannot measure what it is given. */
final class Fitting {

  private Fitting() {}

  static void check(Task task, Form form) {
    Measure measure = task.measure();
    boolean several = task.parts().get(0).label() != null;
    if (measure == Measure.RATE) {
      refuse(form, task.parts().get(0).gold() != null, "gold", "a rate is held against nothing");
    } else {
      task.parts().forEach(part -> gold(task, part, form));
    }
    refuse(
        form,
        several && measure != Measure.MACRO_F1,
        "measure",
        "several labels make a macro-f1, nothing else");
    refuse(
        form,
        measure == Measure.RANKING && task.group() == null,
        "measure",
        "ranking needs group: the field that tells within what is ranked");
    refuse(
        form,
        measure != Measure.RANKING && task.group() != null,
        "group",
        "only ranking has a group");
    refuse(
        form,
        measure == Measure.RANKING && task.cluster() != null,
        "cluster",
        "ranking draws whole groups");
  }

  private static void gold(Task task, Task.Part part, Form form) {
    Measure measure = task.measure();
    boolean ofLabels = !part.reading().labels().isEmpty();
    if (part.gold() == null) {
      form.fault(
          Code.MISSING_KEY, "measure", measure.id() + " needs a gold: what people said", null);
    } else if (ofLabels) {
      refuse(
          form,
          !measure.takesLabels() || !(part.gold() instanceof Gold.Value),
          "measure",
          "a reading of labels is held against labels, by macro-f1, accuracy, kappa or alpha");
    } else if (part.gold() instanceof Gold.YesNo) {
      refuse(
          form,
          !measure.takesYesNo() && part.label() == null,
          "measure",
          measure.id() + " does not take a gold of yes or no");
    } else {
      refuse(
          form,
          !measure.takesNumbers() || part.label() != null,
          "measure",
          measure.id() + " needs a gold of yes or no: add is, has, above, at-least or below");
    }
  }

  private static void refuse(Form form, boolean wrong, String key, String why) {
    if (wrong) {
      form.fault(Code.MISFIT, key, why, null);
    }
  }
}

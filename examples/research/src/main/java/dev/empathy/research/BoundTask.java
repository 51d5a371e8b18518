package dev.empathy.research;

import java.util.Set;

/**
 * A task whose readings have been looked up in a rubric.
 *
 * @param task the task
 * @param lacks what the rubric lacks of its names; it reads as never there
 */
record BoundTask(Task task, Set<String> lacks) {

  static BoundTask of(Task task, Binder binder) {
    Task bound =
        task.with(
            task.parts().stream()
                .map(part -> new Task.Part(part.label(), part.gold(), part.reading().bound(binder)))
                .toList());
    return new BoundTask(bound, binder.takeLacks());
  }
}

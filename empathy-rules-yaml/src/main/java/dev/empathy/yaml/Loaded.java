package dev.empathy.yaml;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.RubricException;
import dev.empathy.yaml.Tree.Entries;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of loading.
 *
 * @param rubric the rubric, or null where there are errors
 * @param merged all files as one, or null where they could not be read
 * @param files the files, parents first
 * @param issues everything found, sorted
 */
record Loaded(
    @Nullable Rubric rubric, @Nullable Entries merged, List<FormFile> files, List<Issue> issues) {

  /** The same without what it was read from, which may be large. */
  Loaded withoutFiles() {
    return new Loaded(rubric, null, List.of(), issues);
  }

  /** The rubric. Throws {@link RubricException} where there is none. */
  Rubric orThrow() {
    if (rubric == null) {
      throw new RubricException(issues);
    }
    return rubric;
  }

  /**
   * The rubric with all that it extends put in. Inherited examples that do not hold in it are
   * comments there: in a file of its own they would be errors. Throws {@link RubricException} where
   * there is no rubric.
   */
  EffectiveRubric effective() {
    Rubric whole = orThrow();
    boolean inherits = files.size() > 1 && !whole.at().file().startsWith(Library.PREFIX);
    Set<Location> broken = inherits ? brokenExamples(whole) : Set.of();
    return EffectivePrinter.print(EffectiveTree.of(Objects.requireNonNull(merged), files), broken);
  }

  /** The places of inherited examples that do not hold; one's own would be errors. */
  private static Set<Location> brokenExamples(Rubric rubric) {
    return EmpathyEngine.check(rubric, SelfTest.STRICT).stream()
        .filter(issue -> issue.level() == Issue.Level.INFO)
        .map(Issue::at)
        .collect(Collectors.toSet());
  }
}

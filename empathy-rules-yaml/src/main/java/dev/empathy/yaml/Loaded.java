package dev.empathy.yaml;

import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.RubricException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of loading.
 *
 * @param rubric the rubric, or null where there are errors
 * @param issues everything found, sorted
 */
record Loaded(@Nullable Rubric rubric, List<Issue> issues) {

  /** The rubric. Throws {@link RubricException} where there is none. */
  Rubric orThrow() {
    if (rubric == null) {
      throw new RubricException(issues);
    }
    return rubric;
  }
}

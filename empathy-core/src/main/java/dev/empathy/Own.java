package dev.empathy;

import dev.empathy.rubric.Location;
import dev.empathy.rubric.Rubric;

/** Tells what a rubric's author wrote from what it inherits. */
final class Own {

  private static final String BUILT_IN = "builtin:";

  private Own() {}

  /** Whether a thing stands in the rubric's own file. The built-in files belong together. */
  static boolean is(Rubric rubric, Location at) {
    String own = rubric.at().file();
    return at.file().equals(own) || own.startsWith(BUILT_IN) && at.file().startsWith(BUILT_IN);
  }
}

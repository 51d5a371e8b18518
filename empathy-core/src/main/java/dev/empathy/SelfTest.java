package dev.empathy;

/** What compiling a rubric does with the examples that its authors wrote into it. */
public enum SelfTest {
  /** An example that fails is an error. */
  STRICT,
  /** An example that fails is a warning. */
  WARN,
  /** Examples are not run. */
  OFF
}

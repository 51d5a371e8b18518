package dev.empathy.benchmarks.floors;

/** One pass over a text. For one thread. */
@FunctionalInterface
public interface Pass {

  /** Goes over a text and gives a number that depends on all that was done. */
  long over(String text);
}

package dev.empathy.benchmarks.finders;

import dev.empathy.benchmarks.texts.Spans;

/**
 * Finds all occurrences of phrases, whatever the case of their letters and the shape of their
 * apostrophes, where they neither begin nor end within a word. For one thread.
 */
@FunctionalInterface
public interface PhraseFinder extends AutoCloseable {

  /** Adds what is found in a text. */
  void find(String text, Spans found);

  /** Ends what it keeps running; most keep nothing. */
  @Override
  default void close() {}
}

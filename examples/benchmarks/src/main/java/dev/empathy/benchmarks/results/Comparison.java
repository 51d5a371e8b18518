package dev.empathy.benchmarks.results;

import dev.empathy.benchmarks.finders.NaiveFinder;
import dev.empathy.benchmarks.finders.PhraseFinder;
import dev.empathy.benchmarks.texts.Spans;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the hits of a rival differ from those of the naive search.
 *
 * @param hits what there is to find
 * @param missed what of it was not found
 * @param more what was found besides
 */
public record Comparison(int hits, int missed, int more) {

  /** Lets a rival find phrases in messages. */
  public static Comparison of(PhraseFinder rival, List<String> phrases, List<String> messages) {
    PhraseFinder naive = new NaiveFinder(phrases);
    int hits = 0;
    int missed = 0;
    int more = 0;
    for (String message : messages) {
      Set<Long> expected = found(naive, message);
      Set<Long> found = found(rival, message);
      hits += expected.size();
      missed += without(expected, found);
      more += without(found, expected);
    }
    return new Comparison(hits, missed, more);
  }

  private static Set<Long> found(PhraseFinder finder, String message) {
    Spans spans = new Spans();
    finder.find(message, spans);
    return spans.distinct();
  }

  private static int without(Set<Long> all, Set<Long> others) {
    Set<Long> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest.size();
  }

  /** Such as {@code 57 hits, 2 missed, 1 more}. */
  @Override
  public String toString() {
    String found = hits + " hits";
    return missed + more == 0
        ? found + ", the same"
        : found + ", " + missed + " missed, " + more + " more";
  }
}

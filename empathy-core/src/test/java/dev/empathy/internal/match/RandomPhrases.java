package dev.empathy.internal.match;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Phrases of a tiny language of three words, so that they meet: with all that a phrase can hold.
 */
public final class RandomPhrases {

  private RandomPhrases() {}

  /**
   * Names and their alternatives, and groups of phrases that use them.
   *
   * @param colours entries of the list {@code colour}
   * @param moods entries of the list {@code mood}
   * @param p alternatives of the phrase {@code p}
   * @param q alternatives of the phrase {@code q}
   */
  public record Rubric(
      List<String> colours,
      List<String> moods,
      List<String> p,
      List<String> q,
      List<List<String>> groups) {}

  private static final Arbitrary<String> WORDS =
      Arbitraries.frequencyOf(
          Tuple.of(12, Arbitraries.of("red", "blue", "so")),
          Tuple.of(2, Arbitraries.of("you", "are", "walk~", "red*", "blu*", "you're", "12")),
          Tuple.of(1, Arbitraries.of("it's", "is", "🙂", "$word", "$number", "$emoji")));

  private static final Arbitrary<String> GAPS = Arbitraries.of("...1", "...2", "...");

  private static Arbitrary<String> leaf(String... names) {
    return Arbitraries.frequencyOf(Tuple.of(3, WORDS), Tuple.of(2, Arbitraries.of(names)));
  }

  private static Arbitrary<String> group(Arbitrary<String> choice) {
    return choice.list().ofMinSize(1).ofMaxSize(3).map(all -> "(" + String.join("|", all) + ")");
  }

  /** What may stand anywhere in a phrase. */
  private static Arbitrary<String> inner(int depth, String... names) {
    Arbitrary<String> leaf = leaf(names);
    return depth == 0
        ? leaf
        : Arbitraries.frequencyOf(
            Tuple.of(5, leaf),
            Tuple.of(1, group(loose(depth - 1, names))),
            Tuple.of(1, group(strict(depth - 1, names))));
  }

  /** What may stand at the edge of a phrase, too. */
  private static Arbitrary<String> edge(int depth, String... names) {
    Arbitrary<String> leaf = leaf(names);
    return depth == 0
        ? leaf
        : Arbitraries.frequencyOf(Tuple.of(5, leaf), Tuple.of(2, group(strict(depth - 1, names))));
  }

  /** A sequence that may begin and end with anything. */
  private static Arbitrary<String> loose(int depth, String... names) {
    Arbitrary<String> item =
        Arbitraries.frequencyOf(
            Tuple.of(6, inner(depth, names)),
            Tuple.of(1, inner(depth, names).map(one -> one + "?")),
            Tuple.of(1, GAPS));
    return item.list().ofMinSize(1).ofMaxSize(3).map(all -> String.join(" ", all));
  }

  /** A sequence with nothing optional at its edges. */
  private static Arbitrary<String> strict(int depth, String... names) {
    Arbitrary<String> wide =
        Combinators.combine(GAPS, inner(depth, names)).as((a, b) -> a + " " + b);
    Arbitrary<String> middle =
        Arbitraries.frequencyOf(
            Tuple.of(3, inner(depth, names)),
            Tuple.of(3, inner(depth, names).map(one -> one + "?")),
            Tuple.of(3, wide));
    Arbitrary<String> last =
        Arbitraries.frequencyOf(
            Tuple.of(2, edge(depth, names)),
            Tuple.of(3, Combinators.combine(GAPS, edge(depth, names)).as((a, b) -> a + " " + b)));
    Arbitrary<String> several =
        Combinators.combine(edge(depth, names), middle.list().ofMaxSize(2), last)
            .as((first, more, end) -> (first + " " + String.join(" ", more)).strip() + " " + end);
    return Arbitraries.frequencyOf(Tuple.of(1, edge(depth, names)), Tuple.of(4, several));
  }

  private static Arbitrary<String> phrase(String... names) {
    return Combinators.combine(
            Arbitraries.frequency(Tuple.of(7, ""), Tuple.of(1, "^")),
            Arbitraries.frequencyOf(Tuple.of(4, strict(1, names)), Tuple.of(1, strict(2, names))),
            Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just("")),
                Tuple.of(1, strict(1, names).map(one -> " | " + one))),
            Arbitraries.frequency(
                Tuple.of(8, ""),
                Tuple.of(1, " $question-mark"),
                Tuple.of(1, " ...2 $question-mark")))
        .as(
            (start, one, other, end) ->
                start + (other.isEmpty() ? one : "(" + one + other + ")") + end);
  }

  public static Arbitrary<Rubric> rubrics() {
    Arbitrary<List<String>> list =
        WORDS
            .filter(word -> !word.startsWith("$"))
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(words -> String.join(" ", words))
            .list()
            .ofMinSize(1)
            .ofMaxSize(6);
    String[] names = {"$colour", "$mood"};
    String[] more = {"$colour", "$colour", "$mood", "$mood", "$p", "$q"};
    return Combinators.combine(
            list,
            list,
            strict(0, names).list().ofMinSize(1).ofMaxSize(2),
            strict(0, "$p", "$mood", "$mood").list().ofMinSize(1).ofMaxSize(2),
            phrase(more).list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(2).ofMaxSize(5))
        .as(Rubric::new);
  }
}

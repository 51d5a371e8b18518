package dev.empathy.internal.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a message costs, counted in steps and not in time. */
class CostTest {

  private static long steps(Bench bench, String text) {
    Tokens tokens = bench.scan(text);
    long before = new Hits(tokens.size(), 1).steps();
    return before - bench.matcher.match(tokens).steps();
  }

  private static Bench bench(int phrases, String format) {
    List<String> lines = new ArrayList<>(List.of("group g: so very sorry"));
    IntStream.range(0, phrases)
        .forEach(i -> lines.add("group h" + i % 50 + ": " + format.replace("%d", "q" + i + "z")));
    Bench bench = new Bench(lines.toArray(new String[0]));
    assertThat(bench.issues).filteredOn(Issue::isError).isEmpty();
    return bench;
  }

  @Test
  void costDoesNotGrowWithTheRubric() {
    for (String format : List.of("%d b", "so %d", "so ...5 %d", "so very ...3 %d again", "%d~ b")) {
      String text = "so very sorry it is so very late, q7z again and q8z b. ".repeat(20);
      long few = steps(bench(50, format), text);
      long many = steps(bench(4_000, format), text);
      assertThat(many).as(format).isLessThanOrEqualTo(few + few / 5);
    }
  }

  @Test
  void costGrowsWithTheMessage() {
    Bench bench = bench(5, "so ...9 (so|%d) ...9 (very|%d) b");
    String text = "so very ".repeat(50);
    long one = steps(bench, text + ".");
    long ten = steps(bench, (text + ". ").repeat(10));
    assertThat(ten).isEqualTo(10 * one);
  }

  @Test
  void whatWouldCostTooMuchIsCut() {
    Bench bench = bench(1_000, "so ...9 (so|%d) ...9 (so|a%d) ...9 (so|b%d) z");
    // With the word that ends them all: where it is missing, nothing is looked for.
    Tokens tokens = bench.scan("so ".repeat(2_000) + "z");
    Hits hits = bench.matcher.match(tokens);
    assertThat(hits.isCut()).isTrue();
    assertThat(bench.matcher.match(bench.scan("so very sorry")).isCut()).isFalse();
  }

  @Test
  void whatIsTooHardToExplainIsNotExplained() {
    Bench bench = bench(30, "x ...9 (so|%d) ...9 (so|a%d) ...9 (so|b%d) ...9 z");
    Tokens tokens = bench.scan(("x " + "so ".repeat(38) + "z ").repeat(200));
    Hits hits = bench.matcher.match(tokens);
    assertThat(hits.isCut()).isFalse();
    int explained = 0;
    while (explained < hits.size() && hits.isExplained()) {
      bench.matcher.align(tokens, hits, explained++);
    }
    assertThat(explained).isBetween(10, hits.size());
    assertThat(hits.isExplained()).isFalse();
    assertThat(bench.matcher.align(tokens, hits, hits.size() - 1).listed()).doesNotContain(true);
  }

  @Test
  void entriesThatEndAlikeAreNotTakenForAllInPlay() {
    List<String> lines = new ArrayList<>();
    for (String list : List.of("a", "b", "c")) {
      lines.add(
          "words "
              + list
              + ": "
              + String.join(
                  ", ", IntStream.range(0, 200).mapToObj(i -> list + i + " c c" + i).toList()));
    }
    lines.add("group g: $a $b $c");
    Bench bench = new Bench(lines.toArray(new String[0]));
    assertThat(bench.issues).isEmpty();
    assertThat(bench.hits("a5 c c5 b9 c c9 c3 c c3")).containsExactly("g: a5 c c5 b9 c c9 c3 c c3");
    assertThat(bench.hits("a5 c c6 b9 c c9 c3 c c3")).isEmpty();
  }

  @Test
  void entriesThatAreAllInPlayAreTooMany() {
    String entries =
        String.join(", ", IntStream.range(0, 100).mapToObj(i -> "a a a b" + i).toList());
    Bench bench = new Bench("words w: " + entries, "group g: x ...2 $w ...2 $w");
    assertThat(bench.issues).extracting(Issue::code).doesNotContain("EMP-1030");
    assertThat(bench.hits("x a a a b7 a a a b9")).containsExactly("g: x a a a b7 a a a b9");
  }
}

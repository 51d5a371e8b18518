package dev.empathy.internal.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.internal.text.Tokens;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {

  private static final Bench FEELINGS =
      new Bench(
          "words feeling: frustrate~, upset, let down",
          "phrase we-see: (I|we) (can|do)? (see|understand)",
          "group labeling: $we-see (why|how|that) (you|this) ...3 $feeling",
          "group labeling: $we-see your $feeling",
          "group labeling: (sorry|apologi*) about ...2 $number days");

  private static String nearest(Bench bench, String text) {
    Tokens tokens = bench.scan(text);
    NearMiss miss = bench.matcher.nearest(tokens, 0, 0, tokens.size());
    if (miss == null) {
      return "none";
    }
    String found =
        miss.found() < 0 ? "the end" : Bench.slice(tokens, miss.found(), miss.found() + 1);
    return String.format(
        "%d: %s (%d of %d), then %s but %s",
        miss.number(),
        Bench.slice(tokens, miss.start(), miss.end()),
        miss.matched(),
        miss.of(),
        miss.expected(),
        found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "I understand the wait.; 2: I understand (2 of 4), then your but the",
        "I can see why you have been waiting.; 1: I can see why you (5 of 6), then $feeling but have",
        "I see why.; 1: I see why (3 of 5), then this|you but the end",
        "Sorry about the delay of days.; 3: Sorry about (2 of 4), then $number but the",
        "We apologised about 3 weeks; 3: apologised about 3 (3 of 4), then days but weeks",
        "We can; 2: We can (2 of 5), then see|understand but the end",
        "I understand your let. Down; 2: I understand your let (4 of 5), then down but the end",
        "Hello there; none",
        "I see your upset face; none",
      })
  void saysHowFarAPhraseGot(String text, String expected) {
    assertThat(nearest(FEELINGS, text)).isEqualTo(expected);
  }

  @Test
  void prefersTheLargerShareThenMoreWordsThenTheFirstPhrase() {
    Bench bench = new Bench("group g: a b c d", "group g: x y", "group g: x z", "group g: p q r s");
    assertThat(nearest(bench, "a b, x")).startsWith("1: a b (2 of 4)");
    assertThat(nearest(bench, "x")).startsWith("2: x (1 of 2), then y");
    assertThat(nearest(bench, "a, p q r")).startsWith("4: p q r (3 of 4)");
  }

  @Test
  void namesABeginningAsTheRubricWritesItAndNoMoreThanFiveWords() {
    Bench bench = new Bench("group g: so (apologi*|apology|one|two|three|four|five)");
    assertThat(nearest(bench, "so")).endsWith("then apologi*|apology|five|four|one|… but the end");
  }

  @Test
  void looksOnlyAtMatchesThatBeginWithinTheBounds() {
    Tokens tokens = FEELINGS.scan("I can see why you wait. I see it");
    assertThat(FEELINGS.matcher.nearest(tokens, 0, 6, tokens.size()).matched()).isEqualTo(2);
    assertThat(FEELINGS.matcher.nearest(tokens, 0, 0, 6).matched()).isEqualTo(5);
  }

  /** The shortest phrase of the alphabet's first letters, against a text that stops short of it. */
  @Property
  void countsTheWordsThatAreThere(
      @ForAll @IntRange(min = 2, max = 12) int length,
      @ForAll @IntRange(min = 1, max = 11) int there,
      @ForAll @Size(max = 3) List<@IntRange(min = 0, max = 3) Integer> noise) {
    List<String> words = IntStream.range(0, length).mapToObj(i -> "w" + (char) ('a' + i)).toList();
    int matched = Math.min(there, length - 1);
    Bench bench = new Bench("group g: " + String.join(" ", words));
    String before = String.join(" ", noise.stream().map(i -> "n" + i).toList());
    String text = before + " " + String.join(" ", words.subList(0, matched)) + " other";
    Tokens tokens = bench.scan(text);
    NearMiss miss = bench.matcher.nearest(tokens, 0, 0, tokens.size());
    assertThat(miss.matched()).isEqualTo(matched);
    assertThat(miss.of()).isEqualTo(length);
    assertThat(miss.expected()).isEqualTo(words.get(matched));
    assertThat(miss.start()).isEqualTo(noise.size());
  }
}

package dev.empathy.benchmarks.finders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.empathy.benchmarks.Texts;
import dev.empathy.benchmarks.results.Comparison;
import dev.empathy.benchmarks.texts.Corpus;
import dev.empathy.benchmarks.texts.Phrases;
import dev.empathy.rubric.Rubric;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is faster at something else is no rival: all find the same, or we know what they lose. */
class RivalTest {

  /** Those that go on after what they found, and so lose what overlaps it. */
  private static final Set<Rival> LOSE_OVERLAPS =
      EnumSet.of(Rival.REGEX_ALTERNATION, Rival.RE2J, Rival.TOKENSREGEX);

  private static final List<String> PHRASES =
      List.of(
          "sorry",
          "so sorry",
          "so sorry for",
          "sorry for the delay",
          "i don't know",
          "can",
          "do it again and again",
          "again");

  private static final List<String> PLAIN =
      List.of(
          "",
          "Nothing here.",
          "We are SORRY!",
          "I don’t know. I DON'T KNOW",
          "Yes you can, but you can't; a can-opener",
          "sorrysorry sorry1 1sorry",
          "Again… again",
          "Zoë: sorry 😡 can",
          "sorry");

  private static final List<String> OVERLAPPING =
      List.of("I am so sorry for the delay", "do it again and again", "so sorry for it");

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LANGUAGETOOL")
  void finds_what_there_is(Rival rival) {
    assumeTrue(rival.whyNot().isEmpty(), rival.whyNot());
    try (PhraseFinder finder = rival.finder(PHRASES)) {
      for (String message : PLAIN) {
        Comparison comparison = Comparison.of(finder, PHRASES, List.of(message));
        assertThat(comparison.missed()).as("missed in " + message).isZero();
        if (!message.contains("can't")) {
          assertThat(comparison.more()).as("more in " + message).isZero();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LANGUAGETOOL")
  void finds_what_overlaps_or_is_known_not_to(Rival rival) {
    assumeTrue(rival.whyNot().isEmpty(), rival.whyNot());
    try (PhraseFinder finder = rival.finder(PHRASES)) {
      Comparison comparison = Comparison.of(finder, PHRASES, OVERLAPPING);
      assertThat(comparison.more()).isZero();
      assertThat(comparison.missed() > 0).isEqualTo(LOSE_OVERLAPS.contains(rival));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EMPATHY", "HYPERSCAN", "BRICS", "HANKCS", "AHOCORASICK"})
  void finds_the_same_in_generated_messages(Rival rival) {
    assumeTrue(rival.whyNot().isEmpty(), rival.whyNot());
    Rubric rubric = Texts.rubric();
    List<String> phrases = Phrases.of(rubric);
    List<String> messages = new ArrayList<>(Corpus.sample(Corpus.generated(rubric, phrases), 50));
    try (PhraseFinder finder = rival.finder(phrases)) {
      Comparison comparison = Comparison.of(finder, phrases, messages);
      assertThat(comparison.hits()).isBetween(40, 160);
      assertThat(comparison).isEqualTo(new Comparison(comparison.hits(), 0, 0));
    }
  }
}

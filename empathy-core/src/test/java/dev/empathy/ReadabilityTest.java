package dev.empathy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadabilityTest {

  @ParameterizedTest
  @CsvSource({
    "a, 1",
    "the, 1",
    "cat, 1",
    "be, 1",
    "see, 1",
    "eye, 1",
    "you, 1",
    "you're, 1",
    "strengths, 1",
    "make, 1",
    "makes, 1",
    "asked, 1",
    "wanted, 2",
    "pages, 2",
    "boxes, 2",
    "watches, 2",
    "washes, 2",
    "table, 2",
    "tables, 2",
    "people's, 2",
    "likely, 2",
    "definitely, 4",
    "any, 2",
    "anxious, 2",
    "nation, 2",
    "special, 2",
    "region, 2",
    "question, 2",
    "million, 3",
    "via, 2",
    "actual, 3",
    "language, 2",
    "quote, 1",
    "going, 2",
    "being, 2",
    "string, 1",
    "player, 2",
    "beyond, 2",
    "yes, 1",
    "rhythm, 1",
    "isn't, 2",
    "couldn’t, 2",
    "don't, 1",
    "can't, 1",
    "hello, 2",
    "customer, 3",
    "immediately, 5",
    "café, 2",
    "RIDICULOUS, 4",
    "f***, 1",
    "b2b, 1",
    "tsk, 1"
  })
  void syllables(String word, int count) {
    assertThat(Readability.syllables("so " + word + "!", 3, 3 + word.length())).isEqualTo(count);
  }

  /** What the rule gets wrong is said in the documentation; if it changes, so must that. */
  @ParameterizedTest
  @CsvSource({
    "something, 3, 2",
    "idea, 2, 3",
    "business, 3, 2",
    "create, 1, 2",
    "hour, 1, 2",
    "unique, 3, 2"
  })
  void what_letters_do_not_tell(String word, int counted, int spoken) {
    assertThat(counted).isNotEqualTo(spoken);
    assertThat(Readability.syllables(word, 0, word.length())).isEqualTo(counted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"e", "es", "ed", "nt", "n't", "ing", "y", "ye", "🙂", "\uD83D", "1"})
  void every_word_has_one(String word) {
    assertThat(Readability.syllables(word, 0, word.length())).isEqualTo(1);
  }

  @Test
  void the_formula() {
    // 206.835 − 1.015 × 20 − 84.6 × 1.5
    assertThat(Readability.ease(100, 5, 150)).isCloseTo(59.635, within(1e-9));
    // One word a sentence and one syllable a word: the easiest text there is.
    assertThat(Readability.ease(30, 30, 30)).isCloseTo(121.22, within(1e-9));
  }
}

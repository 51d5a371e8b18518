package dev.empathy.benchmarks.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A floor that does not do its work would be too low. */
class FloorTest {

  private static long over(Floor floor, String text) {
    return floor.pass(List.of("so sorry", "i don't know")).over(text);
  }

  @Test
  void sums_characters() {
    assertThat(over(Floor.CHARS, "ab")).isEqualTo('a' + 'b');
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 55, 62, 63, 64, 65, 127, 128, 129})
  void finds_the_borders_of_words_wherever_they_lie(int before) {
    String text = " ".repeat(before) + "Don’t, go—Zoë 12";
    long borders = 0;
    for (int border : new int[] {0, 5, 7, 9, 10, 13, 14, 16}) {
      borders += before + border;
    }
    assertThat(over(Floor.BITMAP, text)).isEqualTo(borders);
  }

  @Test
  void a_word_that_crosses_blocks_is_one() {
    assertThat(over(Floor.BITMAP, " ".repeat(60) + "abcdefgh ij")).isEqualTo(60 + 68 + 69 + 71);
  }

  @Test
  void looks_words_up() {
    // The words of the phrases in order: don't, i, know, so, sorry.
    assertThat(over(Floor.BITMAP_PROBE, "So Sorry, who?")).isEqualTo(4 + 5);
    assertThat(over(Floor.BITMAP_PROBE, "I DON’T know")).isEqualTo(2 + 1 + 3);
    assertThat(over(Floor.TOKENS_PROBE, "So Sorry, who?")).isEqualTo(4 + 2 + 5 + 8 + 13);
  }

  @Test
  void hashes_words_whatever_their_case() {
    assertThat(over(Floor.TOKENS, "SO")).isEqualTo(CharTokens.key("so")).isNotZero();
  }
}

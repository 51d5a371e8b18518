package dev.empathy.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LexiconTest {

  private static int get(Lexicon lexicon, String word) {
    byte[] bytes = WordKeys.bytes("x" + word);
    int length = bytes.length - WordKeys.PADDING - 1;
    return lexicon.get(bytes, 1, length, WordKeys.hash(word));
  }

  @Test
  void everyWordIsFoundAndNoOther() {
    Map<String, Integer> entries = new HashMap<>();
    for (int i = 1; i <= 20_000; i++) {
      String tail =
          switch (i % 4) {
            case 0 -> "";
            case 1 -> "-eight-more";
            case 2 -> "-and-many-more-than-sixteen";
            default -> "-é字\uD83D\uDE21";
          };
      entries.put("w" + i + tail, i);
    }
    Lexicon lexicon = new Lexicon(entries);
    entries.forEach((word, number) -> assertThat(get(lexicon, word)).isEqualTo(number));
    for (int i = 1; i <= 20_000; i++) {
      for (String tail : new String[] {"x", "-eight-morf", "-and-many-more-than-sixteem", "-é"}) {
        assertThat(get(lexicon, "w" + i + tail)).isZero();
      }
    }
  }

  @Test
  void flagsAreAddedToNumbersAndAreWordsOfTheirOwn() {
    Lexicon lexicon = new Lexicon(Map.of("a", 1, "b", 2), Map.of("b", 16, "c", 32));
    assertThat(get(lexicon, "a")).isEqualTo(1);
    assertThat(get(lexicon, "b")).isEqualTo(18);
    assertThat(get(lexicon, "c")).isEqualTo(32);
    assertThat(get(lexicon, "d")).isZero();
  }

  @Test
  void anEmptyOneKnowsNothing() {
    assertThat(get(new Lexicon(Map.of()), "a")).isZero();
    assertThat(get(new Lexicon(Map.of()), "")).isZero();
  }

  @Test
  void aWordIsMadeOfItsBytes() {
    for (String word : new String[] {"", "a", "é", "字", "\uD83D", "a\uD83D\uDE21\u07FFb"}) {
      byte[] bytes = WordKeys.bytes(word);
      assertThat(WordKeys.word(bytes, 0, bytes.length - WordKeys.PADDING)).isEqualTo(word);
    }
  }
}

package dev.empathy.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordTableTest {

  private static int get(WordTable table, String word) {
    char[] chars = word.toCharArray();
    return table.get(chars, 0, chars.length, WordTable.hash(chars, 0, chars.length));
  }

  @Test
  void wordsThatWereChosenForOnePlaceAreFoundAllTheSame() {
    // A table of 500 words has 1,024 places.
    List<String> chosen = new ArrayList<>();
    for (int i = 0; chosen.size() < 500; i++) {
      char[] word = ("w" + i).toCharArray();
      if ((WordTable.hash(word, 0, word.length) & 1023) == 7) {
        chosen.add("w" + i);
      }
    }
    Map<String, Integer> entries = new LinkedHashMap<>();
    chosen.forEach(word -> entries.put(word, entries.size()));
    WordTable table = new WordTable(entries);
    entries.forEach((word, number) -> assertThat(get(table, word)).isEqualTo(number));
    assertThat(get(table, "w")).isEqualTo(-1);
    assertThat(get(table, "")).isEqualTo(-1);
    assertThat(get(table, "zzz")).isEqualTo(-1);
  }

  @Test
  void anEmptyOneKnowsNothing() {
    assertThat(get(new WordTable(Map.of()), "a")).isEqualTo(-1);
  }
}

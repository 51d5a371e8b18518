package dev.empathy.benchmarks.texts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.benchmarks.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {

  @Test
  void alternatives_are_written_out() {
    assertThat(Phrases.ways("(so|very) sorry (for it|about that)"))
        .containsExactly(
            "so sorry for it", "so sorry about that", "very sorry for it", "very sorry about that");
    assertThat(Phrases.ways("don't know")).containsExactly("don't know");
  }

  @Test
  void phrases_with_more_in_them_are_left_out() {
    List<String> all =
        List.of(
            "^hello", "sorry ...3 you", "$feeling", "upset~", "apolog*", "(a|b)c", "(a", "a (b");
    assertThat(all).allSatisfy(phrase -> assertThat(Phrases.ways(phrase)).isEmpty());
  }

  @Test
  void the_built_in_rubric_has_enough() {
    assertThat(Texts.phrases()).hasSize(Phrases.COUNT).doesNotHaveDuplicates();
  }

  @Test
  void more_phrases_begin_with_the_fewer_ones() {
    Words words = Words.of(2_000);
    assertThat(words.phrases(500)).startsWith(words.phrases(50).toArray(String[]::new));
  }
}

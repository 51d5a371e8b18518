package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "word",
        "é",
        "e\u0301",
        "👩‍👩‍👧‍👦",
        "❤️‍🔥",
        "🤦🏾‍♂️",
        "❤️",
        "❤\uFE0E",
        "1️⃣",
        "क्‍ष",
        "‼️",
        "©️"
      })
  void leavesWhatIsSeen(String text) {
    assertThat(Visible.line(text)).isEqualTo(text);
    assertThat(Wrap.text(text, 80)).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u200Db", "👩\u200D", "👩\u200Dx", "\u200D👩", "a\uFE0F", " \uFE0F", "\uFE0F",
            "❤\uFE0F\uFE0F",
        "a\uFE01", "a\uDB40\uDD01", "\u3164", "\u115F", "\u2800", "a\u034F", "\u00AD", "\u2066",
        "\u061C", "\uDB40\uDC41", "\u001b", "\u0085", "\u2028", "\uD83D", "\uDE21"
      })
  void showsWhatHides(String text) {
    assertThat(Visible.line(text)).contains("\\u");
    assertThat(String.join("", Wrap.text(text, 80))).contains("\\u");
  }

  @Test
  void namesItByItsNumber() {
    assertThat(Visible.line("a\u200Db\tc\r\nd\u0000")).isEqualTo("a\\u200db c d\\u0000");
    assertThat(Visible.line("\uDB40\uDC41")).isEqualTo("\\u{e0041}");
  }

  @Test
  void aTowerOfMarksIsCutDown() {
    String tower = "a" + "\u0301".repeat(20);
    assertThat(Wrap.text(tower, 200))
        .containsExactly("a" + "\u0301".repeat(8) + "\\u0301".repeat(12));
  }
}

package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrapTest {

  @ParameterizedTest
  @CsvSource({
    "a, 1",
    "é, 1",
    "e\u0301, 1",
    "你, 2",
    "😡, 2",
    "👍🏽, 2",
    "👩‍👩‍👧‍👦, 2",
    "🇩🇪, 2",
    "❤️, 2",
    "✅, 2",
    "\u200B, 6",
    "\u00AD, 6"
  })
  void aCharacterTakesItsColumns(String character, int width) {
    assertThat(Cell.of(character)).extracting(Cell::width).containsExactly(width);
  }

  @Test
  void breaksAtSpaces() {
    assertThat(Wrap.text("I am so sorry about that", 8))
        .containsExactly("I am so", "sorry", "about", "that");
  }

  @Test
  void cutsOnlyAWordThatIsWiderThanALine() {
    assertThat(Wrap.text("oh nooooooooo", 5))
        .containsExactly("oh", "nooooo".substring(0, 5), "ooooo");
  }

  @Test
  void keepsTogetherWhatIsWhole() {
    Painted text = Painted.of("see it ").whole("(a b.yaml:1:2)").plain(" here").whole(List.of());
    assertThat(text.lines(10, new Paint(false)))
        .containsExactly("see it", "(a b.yaml:1:2)", "here");
    assertThat(text.lines(22, new Paint(false))).containsExactly("see it (a b.yaml:1:2)", "here");
  }

  @Test
  void keepsTheWritersOwnLines() {
    assertThat(Wrap.text("one\n\ntwo\r\nthree", 80)).containsExactly("one", "", "two", "three");
  }

  @Property
  void cellsCoverAnyText(@ForAll String text) {
    int end = 0;
    for (Cell cell : Cell.of(text)) {
      assertThat(cell.start()).isEqualTo(end);
      end = cell.end();
    }
    assertThat(end).isEqualTo(text.length());
  }

  @Property
  void noLineIsTooWide(@ForAll String text, @ForAll @IntRange(min = 10, max = 100) int width) {
    for (List<Cell> line : Wrap.lines(Cell.of(text), width)) {
      int columns = line.stream().mapToInt(Cell::width).sum();
      assertThat(columns <= width || line.size() == 1).isTrue();
    }
  }
}

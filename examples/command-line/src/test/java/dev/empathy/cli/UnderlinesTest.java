package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Span;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnderlinesTest {

  @Test
  void numbersStandAtTheBeginning() {
    assertThat(lines(stroke(2, 8, 1), stroke(10, 14, 2))).containsExactly("  1^^^^^  2^^^");
  }

  @Test
  void whatOverlapsStandsBelow() {
    assertThat(lines(stroke(0, 10, 1), stroke(4, 8, 2), stroke(6, 14, 3), stroke(12, 16, 4)))
        .containsExactly("1^^^^^^^^^  4^^^", "    2^^^", "      3^^^^^^^");
  }

  @Test
  void neighboursTouchButNotTheirNumbers() {
    assertThat(lines(stroke(0, 4, 1), stroke(4, 8, 2))).containsExactly("1^^^2^^^");
    assertThat(lines(stroke(0, 1, 1), stroke(1, 4, 2))).containsExactly("1", " 2^^");
  }

  @Test
  void manyNumbersAreWiderThanTheirWord() {
    assertThat(lines(new Underlines.Stroke(1, 2, label(1, 2, 3, 5)))).containsExactly(" 1-3,5");
  }

  @Test
  void numbersEndWithinTheLine() {
    Underlines.Stroke stroke = new Underlines.Stroke(8, 10, label(1, 3, 5));
    assertThat(Underlines.lines(List.of(stroke), 10, new Paint(false)))
        .containsExactly("     1,3,5");
  }

  @Test
  void whatOverlapsTooDeeplySharesARow() {
    assertThat(
            lines(
                stroke(0, 10, 1),
                stroke(1, 10, 2),
                stroke(2, 10, 3),
                stroke(3, 10, 4),
                stroke(4, 12, 5)))
        .containsExactly("1^^^^^^^^^", " 2^^^^^^^^", "  3^^^^^^^", "   4,5^^^^^^");
  }

  @Test
  void namesRuns() {
    assertThat(label(1).text()).isEqualTo("1");
    assertThat(label(1, 2).text()).isEqualTo("1,2");
    assertThat(label(1, 2, 3, 7, 9, 10, 11).text()).isEqualTo("1-3,7,9-11");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "é",
        "e\u0301",
        "你好",
        "😡",
        "👍🏽",
        "👩‍👩‍👧‍👦",
        "🇩🇪",
        "❤️",
        "\u200B",
        "\t",
        "한",
        "ｆ"
      })
  void standsBelowItsWords(String before) {
    String text = before + " " + before + " word";
    MarkedText marked = new MarkedText(text);
    int start = text.indexOf("word");
    marked.mark(new Span(start, start + 4, 0, 0), 7, Mark.ISSUE);
    Page page = new Page(80, new Paint(false));
    marked.print(page, true);
    String below = page.text().lines().toList().get(1);
    assertThat(below.strip()).isEqualTo("7^^^");
    assertThat(below.indexOf('7')).isEqualTo(2 + Wrap.columns(text) - 4);
  }

  @Test
  void aWordThatIsWrappedIsNumberedOnBothLines() {
    MarkedText marked = new MarkedText("this is so very bad");
    marked.mark(new Span(8, 19, 8, 19), 1, Mark.STRENGTH);
    marked.mark(new Span(8, 19, 8, 19), 2, Mark.ISSUE);
    Page page = new Page(20, new Paint(false));
    marked.print(page, true);
    assertThat(page.text()).isEqualTo("  this is so very\n          1,2^^^^\n  bad\n  1,2\n");
  }

  @Test
  void whatAWiderUnderlineSaysIsNotSaidAgain() {
    MarkedText marked = new MarkedText("so very sorry");
    marked.mark(new Span(8, 13, 8, 13), 1, Mark.ISSUE);
    marked.mark(new Span(0, 13, 0, 13), 1, Mark.ISSUE);
    marked.mark(new Span(0, 13, 0, 13), 3, Mark.ISSUE);
    marked.mark(new Span(3, 13, 3, 13), 2, Mark.STRENGTH);
    Page page = new Page(80, new Paint(false));
    marked.print(page, true);
    assertThat(page.text()).isEqualTo("  so very sorry\n  1,3^^^^^^^^^^\n     2~~~~~~~~~\n");
  }

  @Property
  void excerptsShowEveryPlaceInOrder(
      @ForAll @IntRange(max = 5000) int first, @ForAll @IntRange(max = 5000) int second) {
    String text = "😡a \n".repeat(1200);
    List<Excerpt> places =
        List.of(
            new Excerpt(Math.min(first, second), Math.min(first, second) + 5),
            new Excerpt(Math.max(first, second), Math.max(first, second) + 7));
    List<Excerpt> excerpts = Excerpt.of(text, places);
    int end = 0;
    for (Excerpt excerpt : excerpts) {
      assertThat(excerpt.start()).isGreaterThanOrEqualTo(end);
      end = excerpt.end();
      assertThat(end).isGreaterThan(excerpt.start()).isLessThanOrEqualTo(text.length());
    }
    assertThat(places)
        .allMatch(
            place ->
                excerpts.stream()
                    .anyMatch(e -> e.start() <= place.start() && e.end() >= place.end()));
    assertThat(excerpts.stream().mapToInt(e -> e.end() - e.start()).sum()).isLessThan(1000);
  }

  private static Underlines.Stroke stroke(int from, int to, int number) {
    return new Underlines.Stroke(from, to, label(number));
  }

  private static Label label(Integer... numbers) {
    return new Label(new TreeSet<>(List.of(numbers)), Mark.ISSUE);
  }

  private static List<String> lines(Underlines.Stroke... strokes) {
    return Underlines.lines(List.of(strokes), 80, new Paint(false));
  }
}

package dev.empathy.cli;

import dev.empathy.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A message with the words underlined that findings speak of, each underline with the numbers of
 * those findings.
 */
final class MarkedText {

  private final String text;
  private final SortedMap<Excerpt, Label> marks =
      new TreeMap<>(
          Comparator.comparingInt(Excerpt::start).thenComparingInt(place -> -place.end()));

  MarkedText(String text) {
    this.text = text;
  }

  /** Underlines a span; nothing where there is none within the text. */
  void mark(@Nullable Span span, int number, Mark mark) {
    if (span != null && span.start() < Math.min(span.end(), text.length())) {
      Excerpt place = new Excerpt(span.start(), Math.min(span.end(), text.length()));
      marks.merge(place, Label.of(number, mark), Label::and);
    }
  }

  boolean isMarked() {
    return !marks.isEmpty();
  }

  /**
   * Prints the message.
   *
   * @param whole whether a very long one, too, is to be shown in full
   */
  void print(Page page, boolean whole) {
    if (text.isBlank()) {
      page.paragraph(Page.INDENT, new Painted().faint("(empty)"));
      return;
    }
    List<Excerpt> excerpts =
        whole ? Excerpt.all(text) : Excerpt.of(text, List.copyOf(marks.keySet()));
    int shown = 0;
    for (Excerpt excerpt : excerpts) {
      leftOut(page, excerpt.start() - shown);
      print(page, excerpt);
      shown = excerpt.end();
    }
    leftOut(page, text.length() - shown);
  }

  private static void leftOut(Page page, int units) {
    if (units > 0) {
      String much = "… (" + Figures.plural(units, "character") + ")";
      page.paragraph(Page.INDENT, new Painted().faint(much));
    }
  }

  private void print(Page page, Excerpt excerpt) {
    int width = page.width() - Page.INDENT.length();
    List<Map.Entry<Excerpt, Label>> left = outermost();
    int passed = 0;
    for (List<Cell> cells : Wrap.lines(Cell.within(text, excerpt.start(), excerpt.end()), width)) {
      MarkedLine line = new MarkedLine(cells);
      while (passed < left.size() && left.get(passed).getKey().end() <= line.start()) {
        passed++;
      }
      for (int i = passed; i < left.size() && left.get(i).getKey().start() < line.end(); i++) {
        line.mark(left.get(i).getKey(), left.get(i).getValue());
      }
      line.print(page, width);
    }
  }

  /** The marks without those within another that bears their numbers, too. */
  private List<Map.Entry<Excerpt, Label>> outermost() {
    List<Map.Entry<Excerpt, Label>> kept = new ArrayList<>();
    List<Map.Entry<Excerpt, Label>> around = new ArrayList<>();
    for (Map.Entry<Excerpt, Label> mark : marks.entrySet()) {
      around.removeIf(outer -> outer.getKey().end() <= mark.getKey().start());
      if (around.stream().noneMatch(outer -> says(outer, mark))) {
        kept.add(mark);
        around.add(mark);
      }
    }
    return kept;
  }

  private static boolean says(Map.Entry<Excerpt, Label> outer, Map.Entry<Excerpt, Label> inner) {
    return outer.getKey().end() >= inner.getKey().end()
        && outer.getValue().numbers().containsAll(inner.getValue().numbers());
  }
}

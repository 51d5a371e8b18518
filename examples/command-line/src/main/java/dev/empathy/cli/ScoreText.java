package dev.empathy.cli;

import dev.empathy.DimensionScore;
import dev.empathy.LedgerEntry;
import java.util.List;
import java.util.stream.Collectors;

/** How the score came about, as sums that can be added up by eye. */
final class ScoreText {

  private static final int BAR = 10;

  /** Below this the sum has a line of its own. */
  private static final int ROOM_FOR_SUM = 30;

  private final Subject subject;
  private final Page page;
  private final List<DimensionScore> assessed;
  private final int names;
  private final int digits;

  ScoreText(Subject subject, Page page) {
    this.subject = subject;
    this.page = page;
    this.assessed =
        subject.assessment().dimensions().stream().filter(DimensionScore::assessed).toList();
    this.digits =
        Page.INDENT.length()
            + assessed.stream()
                .mapToInt(one -> Figures.points(one.score()).length())
                .max()
                .orElse(0);
    this.names = assessed.stream().mapToInt(one -> Wrap.columns(one.id())).max().orElse(0);
  }

  void print() {
    if (subject.assessment().score() == null) {
      return;
    }
    page.heading("score");
    assessed.forEach(this::dimension);
    notAssessed();
    mean();
    limit();
  }

  private void dimension(DimensionScore dimension) {
    Painted row = new Painted();
    row.plain(dimension.id() + " ".repeat(names - Wrap.columns(dimension.id())) + Page.INDENT);
    int full = (int) Math.round(dimension.score() * BAR / 100);
    boolean held = dimension.passes() == dimension.opportunities();
    row.as(held ? Paint.GREEN : Paint.YELLOW, "█".repeat(full) + "░".repeat(BAR - full));
    String score = Figures.points(dimension.score());
    row.plain(" ".repeat(digits - score.length()) + score + Page.INDENT);
    String of = page.isNarrow() ? "/" : " of ";
    row.plain(dimension.passes() + of + dimension.opportunities() + Page.INDENT);
    int before = Page.INDENT.length() + row.columns();
    String first = Page.INDENT + row.lines(Integer.MAX_VALUE, page.paint()).get(0);
    List<String> sum = sum(dimension);
    int widest = sum.stream().mapToInt(Wrap::columns).max().orElse(0);
    if (page.width() - before >= Math.max(ROOM_FOR_SUM, widest)) {
      page.pieces(first, " ".repeat(before), sum);
    } else {
      page.line(first);
      page.pieces(Page.INDENT.repeat(2), Page.INDENT.repeat(2), sum);
    }
  }

  private List<String> sum(DimensionScore dimension) {
    return subject.assessment().ledger().stream()
        .filter(entry -> dimension.id().equals(entry.dimension()))
        .map(ScoreText::term)
        .toList();
  }

  private static String term(LedgerEntry entry) {
    return switch (entry.kind()) {
      case START -> "start " + Figures.shortest(entry.delta());
      case RULE, LIMIT -> Figures.term(entry.delta()) + " " + entry.rule();
      case CLAMP ->
          Figures.term(entry.delta()) + (entry.delta() < 0 ? " (at most 100)" : " (at least 0)");
    };
  }

  private void notAssessed() {
    String others =
        subject.assessment().dimensions().stream()
            .filter(dimension -> !dimension.assessed())
            .map(DimensionScore::id)
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      String label = "N/A" + Page.INDENT;
      page.hanging(
          Page.INDENT + page.paint().as(Paint.FAINT, label),
          Page.INDENT + " ".repeat(label.length()),
          new Painted().faint(others));
    }
  }

  /** The mean of the dimensions, each times its weight; a single one is its own. */
  private void mean() {
    if (assessed.size() < 2) {
      return;
    }
    double sum = 0;
    double weights = 0;
    for (DimensionScore dimension : assessed) {
      sum += dimension.weight() * dimension.score();
      weights += dimension.weight();
    }
    double mean = mean(subject.assessment().score());
    String products =
        assessed.stream()
            .map(one -> Figures.shortest(one.weight()) + " × " + Figures.shortest(one.score()))
            .collect(Collectors.joining(" + "));
    boolean exact = Math.abs(sum - mean * weights) < 1e-6;
    total(
        "("
            + products
            + ") / "
            + Figures.shortest(weights)
            + (exact ? " = " : " ≈ ")
            + Figures.points(mean));
  }

  private double mean(double score) {
    return score - limits().stream().mapToDouble(LedgerEntry::delta).sum();
  }

  private List<LedgerEntry> limits() {
    return subject.assessment().ledger().stream()
        .filter(entry -> entry.kind() == LedgerEntry.Kind.LIMIT)
        .toList();
  }

  private void limit() {
    double score = subject.assessment().score();
    double before = mean(score);
    for (LedgerEntry entry : limits()) {
      String from = Figures.points(before) + " " + term(entry);
      before += entry.delta();
      total(from + " = " + Figures.points(before));
    }
  }

  private void total(String sum) {
    page.hanging(Page.INDENT, Page.INDENT + Page.INDENT, Painted.of(sum));
  }
}

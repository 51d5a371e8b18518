package dev.empathy.benchmarks.results;

import dev.empathy.benchmarks.results.Verdict.Met;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the figures of one goal, each against its own bounds. */
final class Bound {

  private final List<String> measured = new ArrayList<>();
  private boolean known;
  private boolean must = true;
  private boolean aim = true;

  /** A figure that should be small. */
  Bound atMost(String what, double value, double must, double aim) {
    return add(what, value, value <= must, value <= aim);
  }

  /** A figure that should be large. */
  Bound atLeast(String what, double value, double must, double aim) {
    return add(what, value, value >= must, value >= aim);
  }

  private Bound add(String what, double value, boolean reaches, boolean reachesAim) {
    if (!Double.isNaN(value)) {
      known = true;
      must &= reaches;
      aim &= reachesAim;
      measured.add(String.format(Locale.ROOT, what, number(value)));
    }
    return this;
  }

  /** Three digits that count. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    String form = value >= 100 ? "%,.0f" : value >= 9.95 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }

  Verdict verdict(String id, String goal, String must, String aim) {
    return new Verdict(
        id,
        goal,
        must,
        aim,
        known ? String.join("; ", measured) : "not measured",
        must.equals("–") ? Met.UNKNOWN : Met.of(known, this.must),
        Met.of(known, this.aim));
  }
}

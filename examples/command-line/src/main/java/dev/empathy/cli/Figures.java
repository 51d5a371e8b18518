package dev.empathy.cli;

import java.util.Locale;

/** Numbers as a person reads them. */
final class Figures {

  private static final String MINUS = "−";

  private Figures() {}

  /** Points with one decimal. */
  static String points(double points) {
    return String.format(Locale.ROOT, "%.1f", points);
  }

  /** As short as it can be: 3, 2.5, −0.125. */
  static String shortest(double value) {
    String digits =
        value == Math.rint(value) && Math.abs(value) < 1e9
            ? String.valueOf((long) Math.abs(value))
            : String.valueOf(Math.abs(value));
    return value < 0 ? MINUS + digits : digits;
  }

  /** {@code +10} or {@code −40}. */
  static String signed(double value) {
    return value < 0 ? shortest(value) : "+" + shortest(value);
  }

  /** {@code + 10} or {@code − 40}, as within a sum. */
  static String term(double value) {
    return (value < 0 ? MINUS : "+") + " " + shortest(Math.abs(value));
  }

  /** {@code 2 rules}. */
  static String plural(long count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }
}

package dev.empathy.yaml;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers as authors write them: digits, one point, a sign; never an exponent, never a name. */
final class Numbers {

  /** More digits than any number of ours has, and few enough for an int. */
  private static final int MOST_DIGITS = 6;

  /** The greatest number that can be written with them. */
  static final BigDecimal MOST =
      BigDecimal.TEN.pow(MOST_DIGITS).subtract(BigDecimal.ONE.movePointLeft(MOST_DIGITS));

  // What the methods below read, for JSON Schema.
  static final String COUNT = "[0-9]{1," + MOST_DIGITS + "}";
  static final String COUNT_PATTERN = "^" + COUNT + "$";
  static final String TENTHS_PATTERN = "^[-+]?" + COUNT + "([.][0-9])?$";
  static final String DECIMAL_PATTERN = "^[-+]?" + COUNT + "([.]" + COUNT + ")?$";

  private Numbers() {}

  /** What to do about a text that is not the number asked for; null where it is out of range. */
  static @Nullable String advice(String text) {
    String pointed = text.replace(',', '.');
    if (decimal(pointed) == null) {
      return "write digits and at most one point, such as 0.6";
    }
    if (!pointed.equals(text)) {
      return "write " + pointed;
    }
    int point = text.indexOf('.');
    boolean precise = point >= 0 && text.length() - point > 2;
    return precise ? "at most one digit may follow the point" : null;
  }

  /** Tenths, where the text is a decimal with at most one place that lies in this range. */
  static @Nullable Integer tenths(String text, int least, int most) {
    int point = text.indexOf('.');
    if (decimal(text) == null || point >= 0 && text.length() - point > 2) {
      return null;
    }
    int tenths = (int) Math.round(Double.parseDouble(text) * 10);
    return tenths >= least && tenths <= most ? (Integer) tenths : null;
  }

  static @Nullable Double decimal(String text) {
    int from = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    int point = text.indexOf('.', from);
    String whole = text.substring(from, point < 0 ? text.length() : point);
    String places = point < 0 ? "0" : text.substring(point + 1);
    return digits(whole) && digits(places) ? (Double) Double.parseDouble(text) : null;
  }

  static boolean isStrength(String text) {
    Double decimal = decimal(text);
    return decimal != null && decimal >= 0 && decimal <= 1;
  }

  static @Nullable Integer count(String text, int least, int most) {
    if (!digits(text)) {
      return null;
    }
    int count = Integer.parseInt(text);
    return count >= least && count <= most ? (Integer) count : null;
  }

  private static boolean digits(String text) {
    return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(Ids::digit);
  }
}

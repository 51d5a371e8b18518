package dev.empathy.research;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How things are written for people. */
final class Words {

  static final String NONE = "–";

  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Two places; a dash where there is no number. */
  static String number(@Nullable Double number) {
    if (number == null) {
      return NONE;
    }
    DecimalFormat two = new DecimalFormat("0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
    two.setRoundingMode(RoundingMode.HALF_UP);
    return two.format(number);
  }

  /** {@code 1 row}, {@code 2 rows}. */
  static String plural(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}

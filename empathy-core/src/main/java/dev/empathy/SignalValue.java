package dev.empathy;

import dev.empathy.spi.Signal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a signal says of a turn.
 *
 * @param value a finite value, or NaN where it is not known or there is none
 * @param reason why it is not known, or null where it is
 */
record SignalValue(double value, @Nullable String reason) {

  /** There is nothing to measure, and that is known: it lies in no range. */
  static final SignalValue NONE = new SignalValue(Double.NaN, null);

  static SignalValue known(double value) {
    return new SignalValue(value, null);
  }

  static SignalValue unknown(String reason) {
    return new SignalValue(Double.NaN, reason);
  }

  boolean isKnown() {
    return reason == null;
  }

  boolean isThere() {
    return !Double.isNaN(value);
  }

  /** As it is shown: whole numbers as such, others to three places. */
  Number shown() {
    return value == (int) value ? (Number) (int) value : (Number) Numbers.three(value);
  }

  static SignalValue of(String name, Signal signal, List<String> texts) {
    String what = "the signal " + name;
    try {
      double value = ExtensionFault.guard(what, () -> signal.measure(texts));
      if (Double.isInfinite(value)) {
        return unknown(what + " failed: its value is infinite");
      }
      return Double.isNaN(value) ? unknown(what + " has no value here") : known(value);
    } catch (ExtensionFault fault) {
      return unknown(fault.reason());
    }
  }

  /** A turn of one message is that message, which has been measured. */
  static SignalValue of(String name, Turn turn) {
    Analysis last = turn.last();
    if (turn.messages().size() == 1) {
      return last.measured().get(name);
    }
    Map<String, Signal> signals = last.program().extensions().signals();
    return of(name, signals.get(name), turn.ownWords());
  }
}

package dev.empathy;

import dev.empathy.spi.Signal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a signal that the caller passed in says of a turn.
 *
 * @param value a finite value, or NaN where it is not known
 * @param reason why it is not known, or null where it is
 */
record SignalValue(double value, @Nullable String reason) {

  private static SignalValue unknown(String reason) {
    return new SignalValue(Double.NaN, reason);
  }

  static SignalValue of(String name, Signal signal, List<String> texts) {
    String what = "the signal " + name;
    try {
      double value = ExtensionFault.guard(what, () -> signal.measure(texts));
      if (Double.isInfinite(value)) {
        return unknown(what + " failed: its value is infinite");
      }
      return Double.isNaN(value)
          ? unknown(what + " has no value here")
          : new SignalValue(value, null);
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

package dev.empathy.cli;

import dev.empathy.rubric.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Colours, if there are to be any. They only add to a text that is complete without them.
 *
 * @param on whether there are
 */
record Paint(boolean on) {

  static final String BOLD = "1";
  static final String FAINT = "2";
  static final String RED = "31";
  static final String GREEN = "32";
  static final String YELLOW = "33";
  static final String UNDERLINED_RED = "4;31";
  static final String UNDERLINED_GREEN = "4;32";

  private static final String ESCAPE = "\u001b[";

  String as(String code, String text) {
    return on && !text.isEmpty() ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }

  /** How grave it is. */
  String severity(@Nullable Severity severity, String text) {
    return as(
        severity == Severity.ERROR || severity == Severity.CRITICAL ? "1;" + RED : YELLOW, text);
  }
}

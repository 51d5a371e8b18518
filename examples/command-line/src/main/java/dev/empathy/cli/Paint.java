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
  static final String CYAN = "36";
  static final String BOLD_RED = "1;31";

  private static final String ESCAPE = "\u001b[";

  String as(String code, String text) {
    return on && !text.isEmpty() ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }

  /** The colour of how grave something is. */
  static String severity(@Nullable Severity severity) {
    if (severity == null) {
      return YELLOW;
    }
    return switch (severity) {
      case CRITICAL, ERROR -> BOLD_RED;
      case WARNING -> YELLOW;
      case SUGGESTION -> CYAN;
    };
  }
}

package dev.empathy.yaml;

import java.util.List;

/** Messages of an example conversation: {@code customer: Where is it?}. */
final class Turns {

  static final List<String> ROLES = List.of("customer", "agent", "bot", "supervisor", "system");

  /** What {@link #isTurn} tests, for JSON Schema. */
  static final String PATTERN = "^\\s*(" + String.join("|", ROLES) + ")\\s*:";

  private Turns() {}

  static boolean isTurn(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && ROLES.contains(text.substring(0, colon).strip());
  }
}

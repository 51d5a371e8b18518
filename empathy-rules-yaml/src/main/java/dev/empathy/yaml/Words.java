package dev.empathy.yaml;

import java.util.Locale;

/** When two entries of a list are the same. */
final class Words {

  private Words() {}

  /** In lower case, with one space for every run of them and none around. */
  static String folded(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.strip().toLowerCase(Locale.ROOT).toCharArray()) {
      boolean space = Character.isWhitespace(c);
      if (!space) {
        out.append(c);
      } else if (out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString();
  }
}

package dev.empathy.yaml;

/** Names of cues, rules, lists and their like. */
final class Ids {

  /** What {@link #isId} tests, for JSON Schema. */
  static final String PATTERN = "^[a-z]([a-z0-9-]{0,98}[a-z0-9])?$";

  /** A name stands in every message and assessment that speaks of it. */
  private static final int LONGEST = 100;

  private Ids() {}

  /**
   * Whether a text is at most 100 lower-case letters, digits and dashes, begins with a letter and
   * does not end with a dash, which at the end of a key means "remove".
   */
  static boolean isId(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && letter(text.charAt(0))
        && text.charAt(text.length() - 1) != '-'
        && text.chars().allMatch(c -> letter(c) || digit(c) || c == '-');
  }

  static String advice(String text) {
    return text.length() > LONGEST
        ? "a name has at most " + LONGEST + " characters"
        : "begin with a letter, end with a letter or a digit";
  }

  private static boolean letter(int c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}

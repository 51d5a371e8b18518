package dev.empathy.yaml;

/** What the messages share. */
final class Hints {

  static final String QUOTES = "put it in quotes";

  /** Longer than a phrase of everyday use; a message is to stay on a line. */
  private static final int LONGEST = 60;

  private Hints() {}

  /** The path one key deeper. */
  static String join(String path, String key) {
    return path.isEmpty() ? cut(key) : path + "." + cut(key);
  }

  /** The path of an item of a list; authors count from 1, as in all messages. */
  static String item(String path, int index) {
    return path + "[" + (index + 1) + "]";
  }

  static String quote(String text) {
    return "\"" + cut(text) + "\"";
  }

  /** The text on one line, and not too much of it. */
  static String cut(String text) {
    String line = text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    int end = Math.min(line.length(), LONGEST);
    if (end < line.length() && Character.isLowSurrogate(line.charAt(end))) {
      end--;
    }
    return end == line.length() ? line : line.substring(0, end) + "…";
  }

  static String sign(String key) {
    return key.substring(key.length() - 1);
  }
}

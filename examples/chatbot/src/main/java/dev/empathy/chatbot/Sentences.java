package dev.empathy.chatbot;

import java.util.ArrayList;
import java.util.List;

/** A text cut into sentences, for leaving some of them out. One pass, and nothing is lost. */
final class Sentences {

  /**
   * A sentence.
   *
   * @param start in UTF-16 units, without the space before it
   * @param end in UTF-16 units, exclusive
   */
  record Sentence(int start, int end) {

    String in(String text) {
      return text.substring(start, end);
    }

    boolean shares(int from, int to) {
      return start < to && from < end;
    }
  }

  private Sentences() {}

  static List<Sentence> of(String text) {
    List<Sentence> sentences = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < text.length(); i++) {
      if (start < 0 && !Character.isWhitespace(text.charAt(i))) {
        start = i;
      }
      if (start >= 0 && ends(text, i)) {
        sentences.add(new Sentence(start, i + 1));
        start = -1;
      }
    }
    if (start >= 0) {
      sentences.add(new Sentence(start, text.stripTrailing().length()));
    }
    return sentences;
  }

  /** Whether a sentence ends with this character: a mark before a space, or a line's last. */
  private static boolean ends(String text, int i) {
    boolean last = i + 1 == text.length();
    char next = last ? '\n' : text.charAt(i + 1);
    return next == '\n' || Character.isWhitespace(next) && isMark(text, i);
  }

  /** A mark, or the quotation mark after one. */
  private static boolean isMark(String text, int i) {
    char c = text.charAt(i);
    boolean closes = "”\"’)".indexOf(c) >= 0 && i > 0;
    return ".!?…".indexOf(closes ? text.charAt(i - 1) : c) >= 0;
  }
}

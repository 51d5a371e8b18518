package dev.empathy.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a message, to show of a very long one what matters.
 *
 * @param start where it begins, in UTF-16 units
 * @param end where it ends
 */
record Excerpt(int start, int end) {

  /** Up to here a message is shown in full: some twenty lines. */
  private static final int LONG = 1500;

  private static final int MANY_LINES = 30;
  private static final int BEGINNING = 200;
  private static final int AROUND = 100;
  private static final int AROUND_LINES = 3;

  /** How far a cut may move to the end of a word. */
  private static final int WORD = 30;

  private static final int GAP = 80;

  static List<Excerpt> all(String text) {
    return List.of(new Excerpt(0, text.length()));
  }

  /**
   * The beginning and what is around these places; all where the text is not very long.
   *
   * @param places where to look, by their start
   */
  static List<Excerpt> of(String text, List<Excerpt> places) {
    if (text.length() <= LONG && text.chars().filter(c -> c == '\n').count() <= MANY_LINES) {
      return all(text);
    }
    List<Excerpt> excerpts = new ArrayList<>();
    excerpts.add(new Excerpt(0, after(text, 0, BEGINNING)));
    for (Excerpt place : places) {
      int start = before(text, place.start);
      Excerpt last = excerpts.get(excerpts.size() - 1);
      if (isSmall(text, last.end, start)) {
        start = last.start;
        excerpts.remove(excerpts.size() - 1);
      }
      int end = Math.max(last.end, after(text, place.end, AROUND));
      excerpts.add(new Excerpt(start, end));
    }
    Excerpt last = excerpts.remove(excerpts.size() - 1);
    boolean near = isSmall(text, last.end, text.length());
    excerpts.add(new Excerpt(last.start, near ? text.length() : last.end));
    return excerpts;
  }

  /** Whether a gap is not worth a cut. */
  private static boolean isSmall(String text, int from, int to) {
    return to - from < GAP
        && text.substring(Math.min(from, to), to).chars().filter(c -> c == '\n').count()
            < AROUND_LINES;
  }

  /** A little before a place, where a word begins. */
  private static int before(String text, int from) {
    int at = from;
    int lines = 0;
    while (at > 0 && from - at < AROUND) {
      lines += text.charAt(at - 1) == '\n' ? 1 : 0;
      if (lines == AROUND_LINES) {
        return at;
      }
      at--;
    }
    for (int word = at; word > 0 && at - word < WORD; word--) {
      if (Character.isWhitespace(text.charAt(word - 1))) {
        return word;
      }
    }
    return whole(text, at);
  }

  /** A little after a place, where a word ends. */
  private static int after(String text, int from, int units) {
    int at = from;
    int lines = 0;
    while (at < text.length() && at - from < units) {
      lines += text.charAt(at) == '\n' ? 1 : 0;
      if (lines == AROUND_LINES) {
        return at;
      }
      at++;
    }
    for (int word = at; word < text.length() && word - at < WORD; word++) {
      if (Character.isWhitespace(text.charAt(word))) {
        return word;
      }
    }
    return whole(text, at);
  }

  /** Never between the halves of a character. */
  private static int whole(String text, int at) {
    boolean between =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return between ? at - 1 : at;
  }
}

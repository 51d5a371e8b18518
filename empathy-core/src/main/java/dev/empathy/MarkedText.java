package dev.empathy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with parts of it in {@code {{…}}}.
 *
 * @param text the text without the marks
 * @param spans the parts, as start and end
 */
record MarkedText(String text, List<int[]> spans) {

  /** Reads the marks, or returns null where one is not closed. */
  static @Nullable MarkedText of(String marked) {
    StringBuilder text = new StringBuilder();
    List<int[]> spans = new ArrayList<>();
    int at = 0;
    for (int open = marked.indexOf("{{"); open >= 0; open = marked.indexOf("{{", at)) {
      int close = marked.indexOf("}}", open);
      if (close < 0) {
        return null;
      }
      text.append(marked, at, open);
      int start = text.length();
      text.append(marked, open + 2, close);
      spans.add(new int[] {start, text.length()});
      at = close + 2;
    }
    text.append(marked, at, marked.length());
    return new MarkedText(text.toString(), spans);
  }

  static String mark(String text, List<int[]> spans) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int[] span : spans) {
      out.append(text, at, span[0]).append("{{").append(text, span[0], span[1]).append("}}");
      at = span[1];
    }
    return out.append(text, at, text.length()).toString();
  }

  boolean is(List<int[]> found) {
    if (found.size() != spans.size()) {
      return false;
    }
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i)[0] != spans.get(i)[0] || found.get(i)[1] != spans.get(i)[1]) {
        return false;
      }
    }
    return true;
  }
}

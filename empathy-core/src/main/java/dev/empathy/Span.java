package dev.empathy;

import java.io.Serializable;

/**
 * A half-open part of one message's text: from {@code start} up to, not including, {@code end}.
 * Both never lie inside a code point. In {@code "😡 This"}, the word stands at {@code [3, 7)}, in
 * code points {@code [2, 6)}.
 *
 * @param start in UTF-16 units, from 0, as {@link String#substring(int, int)} counts
 * @param end in UTF-16 units
 * @param cpStart in code points, as Python and R count
 * @param cpEnd in code points
 */
public record Span(int start, int end, int cpStart, int cpEnd) implements Serializable {

  public Span {
    if (start < 0 || end < start || cpStart < 0 || cpEnd < cpStart || cpStart > start) {
      throw new IllegalArgumentException(
          "no span: [" + start + "," + end + ") [" + cpStart + "," + cpEnd + ")");
    }
  }

  /** The part of {@code text} that this span covers. */
  public String in(String text) {
    return text.substring(start, end);
  }
}

package dev.empathy.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/**
 * What a reader takes for one character, and the columns that it takes on a terminal. Spans stay
 * aligned with what is shown, whatever a message is made of.
 *
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it ends
 * @param shown what is printed for it; a line feed for a line's end
 * @param width the columns it takes
 */
record Cell(int start, int end, String shown, int width) {

  private static final Pattern CHARACTER = Pattern.compile("\\X");
  private static final int JOINER = 0x200D;

  /** More marks on one character than any script writes would run over the lines around it. */
  private static final int MOST_MARKS = 8;

  /** Emoji that are older than the emoji blocks; {@link WCWidth} takes them for narrow. */
  private static final String WIDE = "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕";

  static List<Cell> of(String text) {
    return within(text, 0, text.length());
  }

  /** Those of a part of a text. */
  static List<Cell> within(String text, int start, int end) {
    List<Cell> cells = new ArrayList<>(end - start);
    Matcher matcher = CHARACTER.matcher(text).region(start, end);
    while (matcher.find()) {
      cells.add(of(matcher.group(), matcher.start(), matcher.end()));
    }
    return cells;
  }

  boolean isLineEnd() {
    return shown.equals("\n");
  }

  boolean isSpace() {
    return shown.equals(" ");
  }

  private static Cell of(String cluster, int start, int end) {
    if (cluster.equals("\n") || cluster.equals("\r\n") || cluster.equals("\r")) {
      return new Cell(start, end, "\n", 0);
    }
    if (cluster.equals("\t")) {
      return new Cell(start, end, " ", 1);
    }
    StringBuilder shown = new StringBuilder();
    int width = 0;
    boolean joined = false;
    int marks = 0;
    for (int at = 0; at < cluster.length(); ) {
      int c = cluster.codePointAt(at);
      marks += isMark(c) ? 1 : 0;
      if (Visible.isHidden(cluster, at, cluster.length()) || marks > MOST_MARKS) {
        String escaped = Visible.escape(c);
        shown.append(escaped);
        width += escaped.length();
      } else {
        shown.appendCodePoint(c);
        joined |= c == JOINER;
        if (c == Visible.EMOJI_STYLE) {
          width = Math.max(width, 2);
        } else if (!joined && !(at > 0 && belongsToEmoji(c))) {
          width += width(c);
        }
      }
      at += Character.charCount(c);
    }
    return new Cell(start, end, shown.toString(), width);
  }

  /** The second half of a flag, or a skin tone: part of the picture before it. */
  private static boolean belongsToEmoji(int c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF || c >= 0x1F3FB && c <= 0x1F3FF;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static int width(int c) {
    return WIDE.indexOf(c) >= 0 ? 2 : Math.max(0, WCWidth.wcwidth(c));
  }
}

package dev.empathy.internal.text;

import java.util.Locale;
import java.util.Set;

/**
 * Where parts of a message end that are not its writer's words. Each method looks ahead a bounded
 * distance, or to the end of the line, and returns the end of the part or -1.
 */
final class Masks {

  /** How far a placeholder, a tag or a piece of code may reach. */
  private static final int REACH = 80;

  private static final Set<String> TAGS =
      Set.of(
          "a",
          "b",
          "i",
          "u",
          "p",
          "br",
          "hr",
          "em",
          "strong",
          "div",
          "span",
          "ul",
          "ol",
          "li",
          "h1",
          "h2",
          "h3",
          "h4",
          "table",
          "tr",
          "td",
          "th",
          "tbody",
          "thead",
          "img",
          "font",
          "center",
          "blockquote",
          "pre",
          "code",
          "html",
          "body",
          "head",
          "style",
          "script",
          "meta",
          "small",
          "sup",
          "sub",
          "button",
          "input",
          "form",
          "section",
          "footer",
          "header");

  /** Only those that are no word of English: {@code tell.me} is two words without a space. */
  private static final Set<String> TOP_LEVEL =
      Set.of("com", "org", "net", "edu", "gov", "io", "co", "uk", "dev", "app", "info", "eu");

  private Masks() {}

  /** An address of the web that begins at {@code i}, where a word begins. */
  static int url(String s, int i) {
    char first = s.charAt(i);
    if (first != 'h' && first != 'H' && first != 'w' && first != 'W') {
      return -1;
    }
    if (startsWith(s, i, "http://") || startsWith(s, i, "https://") || startsWith(s, i, "www.")) {
      return urlEnd(s, i);
    }
    return -1;
  }

  /** The end of an address without its scheme ({@code example.com/help}), or -1. */
  static int bareUrl(String s, int wordStart, int dot) {
    int start = dot + 1;
    int i = start;
    while (i < s.length() && i - start <= 6 && Character.isLetter(s.charAt(i))) {
      i++;
    }
    if (i == start || i == s.length() ? i == start : Chars.isWordPart(s.codePointAt(i))) {
      return -1;
    }
    String domain = s.substring(start, i);
    boolean plain = domain.equals(domain.toLowerCase(Locale.ROOT));
    if (!plain || !TOP_LEVEL.contains(domain) || dot - wordStart < 2) {
      return -1;
    }
    return urlEnd(s, i);
  }

  private static int urlEnd(String s, int i) {
    int end = i;
    while (end < s.length()) {
      char c = s.charAt(end);
      if (c <= ' ' || c == '<' || c == '>' || c == '"' || c > 0x2000 || c == 0xA0) {
        break;
      }
      end++;
    }
    while (end > i && ".,!?;:)]}'\"*_".indexOf(s.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** An e-mail address whose {@code @} stands at {@code at}. */
  static int email(String s, int start, int at) {
    for (int i = start; i < at; i++) {
      char c = s.charAt(i);
      if (!(Chars.isWordPart(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%')) {
        return -1;
      }
    }
    int i = at + 1;
    boolean dot = false;
    while (i < s.length() && i - at <= REACH) {
      char c = s.charAt(i);
      if (c == '.' && i + 1 < s.length() && Chars.isWordPart(s.charAt(i + 1))) {
        dot = true;
      } else if (!(Chars.isWordPart(c) || c == '-')) {
        break;
      }
      i++;
    }
    return dot ? i : -1;
  }

  /** {@code [PII]}, {@code [CARD NUMBER]}: capitals between square brackets. */
  static int redaction(String s, int i) {
    int end = closing(s, i, ']', 40);
    if (end < 0 || end - i < 4) {
      return -1;
    }
    for (int j = i + 1; j < end - 1; j++) {
      char c = s.charAt(j);
      if (!(c >= 'A' && c <= 'Z') && c != ' ' && c != '_' && c != '-' && !Chars.isDigit(c)) {
        return -1;
      }
    }
    return Character.isLetter(s.charAt(i + 1)) ? end : -1;
  }

  /** {@code __credit_card__}. */
  static int underscored(String s, int i) {
    int j = i + 2;
    while (j < s.length() && j - i < 40 && (Chars.isWordPart(s.charAt(j)) || s.charAt(j) == '_')) {
      j++;
    }
    boolean closed = j - i > 5 && s.startsWith("__", j - 2) && Character.isLetter(s.charAt(i + 2));
    return s.startsWith("__", i) && closed ? j : -1;
  }

  /** What a template left unfilled: {@code {name}}, {@code [your name]}, {@code <first_name>}. */
  static int placeholder(String s, int i) {
    char open = s.charAt(i);
    int inner = i + 1;
    char close = open == '{' ? '}' : open == '[' ? ']' : '>';
    if (open == '{' && s.startsWith("{{", i)) {
      inner = i + 2;
    }
    int end = closing(s, inner - 1, close, 40);
    if (end < 0 || end - 1 <= inner || !Character.isLetter(s.charAt(inner))) {
      return -1;
    }
    for (int j = inner; j < end - 1; j++) {
      char c = s.charAt(j);
      boolean space = c == ' ' && open != '<';
      if (!(Chars.isWordPart(c) || c == '_' || c == '-' || c == '.' || c == '\'' || space)) {
        return -1;
      }
    }
    return inner == i + 2 && end < s.length() && s.charAt(end) == '}' ? end + 1 : end;
  }

  /** A tag, opening or closing. */
  static int tag(String s, int i) {
    int name = s.startsWith("</", i) ? i + 2 : i + 1;
    int j = name;
    while (j < s.length() && j - name < 12 && Chars.isWordPart(s.charAt(j))) {
      j++;
    }
    if (!TAGS.contains(s.substring(name, j).toLowerCase(Locale.ROOT))) {
      return -1;
    }
    return closing(s, j - 1, '>', 4 * REACH);
  }

  /** {@code &amp;}. */
  static int entity(String s, int i) {
    int j = i + 1;
    while (j < s.length() && j - i < 10 && (Chars.isWordPart(s.charAt(j)) || s.charAt(j) == '#')) {
      j++;
    }
    return j - i > 2 && j < s.length() && s.charAt(j) == ';' ? j + 1 : -1;
  }

  /** Code between backticks, on one line. */
  static int code(String s, int i) {
    if (s.startsWith("```", i)) {
      int end = s.indexOf("```", i + 3);
      return end < 0 ? s.length() : end + 3;
    }
    int end = closing(s, i, '`', REACH);
    return end - i > 2 ? end : -1;
  }

  /**
   * A sign-off at the end ({@code ^JD}, {@code /AG}, {@code -Becky}): a mark, then initials or one
   * name, and after it nothing but white space or a link.
   */
  static int signOff(String s, int i) {
    char mark = s.charAt(i);
    if ("^/-*~\u2013\u2014".indexOf(mark) < 0
        || i == 0
        || (Chars.isWordPart(s.codePointBefore(i)) && mark != '^')) {
      return -1;
    }
    int start = i + 1;
    if (start < s.length() && s.charAt(start) == ' ' && mark != '*') {
      start++;
    }
    int j = start;
    boolean allUpper = true;
    while (j < s.length() && j - start <= 12 && Character.isLetter(s.charAt(j))) {
      allUpper &= Chars.isUpper(s.charAt(j));
      j++;
    }
    int length = j - start;
    boolean initials = length >= 1 && length <= 3 && allUpper;
    boolean name = length >= 2 && length <= 12 && Chars.isUpper(s.charAt(start)) && !allUpper;
    boolean lowerInitials = mark == '^' && length >= 1 && length <= 12;
    if (!(lowerInitials || (initials && (length > 1 || mark != '-')) || (name && mark != '*'))) {
      return -1;
    }
    return nothingFollows(s, j) ? j : -1;
  }

  private static boolean nothingFollows(String s, int i) {
    int j = i;
    while (j < s.length() && j - i < REACH && (Chars.isSpace(s.charAt(j)) || s.charAt(j) == '.')) {
      j++;
    }
    return j == s.length() || startsWith(s, j, "http") || s.charAt(j) == '(';
  }

  /**
   * The end of what begins at this line and is not the writer's: a quoted line, a quoted mail to
   * its end, a signature to its end.
   *
   * @return the end, or -1 where the line is the writer's own
   */
  static int line(String s, int start) {
    if (s.charAt(start) == '>') {
      int end = lineEnd(s, start);
      return end - start == 1 || s.charAt(start + 1) != ':' ? end : -1;
    }
    boolean mail =
        (startsWith(s, start, "On ") && endsInWrote(s, start))
            || startsWith(s, start, "-----Original Message")
            || startsWith(s, start, "________________");
    return mail ? s.length() : -1;
  }

  /** Whether a line that begins so may be another's, or begin a signature. */
  static boolean mayBegin(char first) {
    return first >= 0x80 || ">oOsS-_".indexOf(first) >= 0;
  }

  private static boolean endsInWrote(String s, int start) {
    int end = lineEnd(s, start);
    return end - start <= 240 && endsWith(s, end, "wrote:");
  }

  /** Whether a mail's signature begins at this line. */
  static boolean beginsSignature(String s, int start) {
    return (s.startsWith("--", start) && isTwoLong(s, start, lineEnd(s, start)))
        || startsWith(s, start, "Sent from my ");
  }

  private static boolean isTwoLong(String s, int start, int end) {
    return end - start <= 3 && s.substring(start, end).strip().length() == 2;
  }

  private static int lineEnd(String s, int start) {
    int i = start;
    while (i < s.length() && !Chars.isNewline(s.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean endsWith(String s, int end, String tail) {
    int i = end;
    while (i > 0 && Chars.isSpace(s.charAt(i - 1))) {
      i--;
    }
    return i >= tail.length() && s.startsWith(tail, i - tail.length());
  }

  private static boolean startsWith(String s, int i, String head) {
    return s.regionMatches(true, i, head, 0, head.length());
  }

  private static int closing(String s, int open, char close, int reach) {
    int limit = Math.min(s.length(), open + 1 + reach);
    for (int i = open + 1; i < limit; i++) {
      char c = s.charAt(i);
      if (c == close) {
        return i + 1;
      }
      if (c == '\n' || c == '\r') {
        return -1;
      }
    }
    return -1;
  }
}

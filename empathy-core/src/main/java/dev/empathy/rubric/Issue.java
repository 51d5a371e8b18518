package dev.empathy.rubric;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something an author should know about a rubric: what, where, and what to do.
 *
 * @param level how grave it is; only an {@link Level#ERROR} keeps a rubric from use
 * @param at where
 * @param length how many UTF-16 units the fault covers, at least 1
 * @param code a stable code such as {@code EMP-1003}
 * @param path the place in the rubric's own terms, such as {@code cues.anger.match[2]}; may be
 *     empty
 * @param message what is wrong; what is longer than 1,000 UTF-16 units is cut
 * @param hint what to do about it, or null; cut likewise
 * @param line the line of the file, or null where there is no file or the line is longer than 1,000
 *     UTF-16 units
 */
public record Issue(
    Level level,
    Location at,
    int length,
    String code,
    String path,
    String message,
    @Nullable String hint,
    @Nullable String line)
    implements Serializable {

  /** How grave an issue is. */
  public enum Level {
    /** The rubric cannot be used. */
    ERROR,
    /** The rubric can be used, though it hardly does what its author means. */
    WARNING,
    /** Good to know. */
    INFO
  }

  /** What a person reads of it; a thousand issues of a file on one line would fill the memory. */
  private static final int LONGEST = 1000;

  /** By place, then code: the order in which issues are shown. */
  public static final Comparator<Issue> ORDER =
      Comparator.comparing(Issue::at).thenComparing(Issue::code).thenComparing(Issue::message);

  public Issue {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
    length = Math.max(1, length);
    path = cut(path);
    message = cut(message);
    hint = hint == null ? null : cut(hint);
    line = line != null && line.length() > LONGEST ? null : line;
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, splits ? LONGEST - 1 : LONGEST) + "…";
  }

  /** This issue, as grave as that. */
  public Issue withLevel(Level other) {
    return new Issue(other, at, length, code, path, message, hint, line);
  }

  /**
   * This issue with the line that it speaks of, taken from the rubric's sources. A place beyond the
   * end of that line becomes its end.
   */
  public Issue withLineFrom(List<Source> sources) {
    if (line != null) {
      return this;
    }
    for (Source source : sources) {
      if (source.file().equals(at.file())) {
        String shown = source.line(at.line());
        // A text folded over several lines, or full of escapes, is not as long as its first line.
        int beyond = Math.max(0, at.column() - 1 - shown.length());
        return new Issue(level, at.plus(-beyond), length, code, path, message, hint, shown);
      }
    }
    return this;
  }

  /**
   * A hint that names what an author probably meant, by edit distance.
   *
   * @param wrong what was written
   * @param known what could have been written
   * @param mark what to put before the name in the hint
   * @return "did you mean …?", or null where nothing is near
   */
  public static @Nullable String didYouMean(String wrong, Collection<String> known, String mark) {
    String near = Nearest.find(wrong, known);
    return near == null ? null : "did you mean " + mark + near + "?";
  }

  public boolean isError() {
    return level == Level.ERROR;
  }

  /**
   * The issue as an author reads it: place, code and message, then the line with the fault
   * underlined, then the hint.
   */
  public String text() {
    StringBuilder out = new StringBuilder(at.toString()).append("  ").append(code).append("  ");
    if (level != Level.ERROR) {
      out.append(level == Level.WARNING ? "warning: " : "info: ");
    }
    if (!path.isEmpty()) {
      out.append(path).append(": ");
    }
    out.append(message);
    if (line != null && !line.isBlank()) {
      int indent = 0;
      while (indent < line.length() && Character.isWhitespace(line.charAt(indent))) {
        indent++;
      }
      String shown = line.substring(indent);
      int caret = Math.max(0, Math.min(at.column() - 1 - indent, shown.length()));
      int under = Math.max(1, Math.min(length, shown.length() - caret));
      out.append("\n      ").append(shown.replace('\t', ' '));
      out.append("\n      ").append(" ".repeat(caret)).append("^".repeat(under));
      if (hint != null) {
        out.append("  ").append(hint);
      }
    } else if (hint != null) {
      out.append("\n      ").append(hint);
    }
    return out.toString();
  }

  /** Place, code, path and message on one line. */
  @Override
  public String toString() {
    return at + " " + code + " " + (path.isEmpty() ? "" : path + ": ") + message;
  }
}

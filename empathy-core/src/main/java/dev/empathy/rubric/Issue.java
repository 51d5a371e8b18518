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
 * @param message what is wrong
 * @param hint what to do about it, or null
 * @param line the line of the file, or null where there is no file
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
  }

  /** This issue with the line that it speaks of, taken from the rubric's sources. */
  public Issue withLineFrom(List<Source> sources) {
    if (line != null) {
      return this;
    }
    for (Source source : sources) {
      if (source.file().equals(at.file())) {
        return new Issue(level, at, length, code, path, message, hint, source.line(at.line()));
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
    String best = null;
    int least = Math.max(2, wrong.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(wrong, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best == null ? null : "did you mean " + mark + best + "?";
  }

  /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
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

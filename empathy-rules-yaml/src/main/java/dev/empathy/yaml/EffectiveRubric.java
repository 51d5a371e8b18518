package dev.empathy.yaml;

import dev.empathy.rubric.Location;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A rubric with all that it extends put in, as YAML, and where each value comes from: what {@link
 * RubricYaml#resolve} gives.
 *
 * @param lines its lines
 */
public record EffectiveRubric(List<Line> lines) implements Serializable {

  /** Comments stand under each other, but where a line is longer. */
  private static final int COMMENT_COLUMN = 40;

  /**
   * A line of YAML.
   *
   * @param path the place in the rubric's terms that it belongs to, such as {@code
   *     cues.anger.match[2]}; numbers count from 1; empty for the line that introduces the rubric
   * @param yaml the line, without its comment
   * @param origin where it comes from, as {@code file:line}: of a value the value, of a name that
   *     others stand below the name; two where a name and its value come from two places; empty
   *     where a line goes on
   * @param values what it says
   */
  public record Line(String path, String yaml, String origin, List<Value> values)
      implements Serializable {

    public Line {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(yaml, "yaml");
      Objects.requireNonNull(origin, "origin");
      values = List.copyOf(values);
    }

    private boolean isPartOf(String whole) {
      return isPart(path, whole) || values.stream().anyMatch(value -> isPart(value.path, whole));
    }

    private static boolean isPart(String path, String whole) {
      return path.equals(whole) || path.startsWith(whole + ".") || path.startsWith(whole + "[");
    }
  }

  /**
   * A value of the rubric.
   *
   * @param path its place in the rubric's terms, such as {@code rules.curtness.fail.score}; numbers
   *     count from 1
   * @param value the text that an author wrote, quotes and escapes resolved
   * @param at where
   */
  public record Value(String path, String value, Location at) implements Serializable {

    public Value {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(at, "at");
    }
  }

  public EffectiveRubric {
    lines = List.copyOf(lines);
  }

  /** All its values, in order. */
  public List<Value> values() {
    return lines.stream().flatMap(line -> line.values.stream()).toList();
  }

  /** The lines at a path and below, moved to the left; none where there is nothing. */
  public EffectiveRubric part(String path) {
    List<Line> part = lines.stream().filter(line -> line.isPartOf(path)).toList();
    int indent = part.stream().mapToInt(line -> indent(line.yaml)).min().orElse(0);
    return new EffectiveRubric(
        part.stream()
            .map(line -> new Line(line.path, line.yaml.substring(indent), line.origin, line.values))
            .toList());
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  /**
   * The lines, each with its origin as a comment; an origin without a file is in the file that was
   * named last. The whole is a rubric that can be read again and means the same; but for one so
   * large that with its comments it is over the limits of what is read.
   */
  public String yaml() {
    StringBuilder out = new StringBuilder();
    String file = "";
    for (Line line : lines) {
      out.append(line.yaml);
      if (!line.origin.isEmpty()) {
        int length = line.yaml.codePointCount(0, line.yaml.length());
        out.append(" ".repeat(Math.max(2, COMMENT_COLUMN - length)));
        out.append("# ").append(shortened(line.origin, file));
        file = file(line.origin);
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String shortened(String origin, String file) {
    return origin.startsWith(file + ":") ? origin.substring(file.length()) : origin;
  }

  /** The file that an origin names last. */
  private static String file(String origin) {
    int name = origin.lastIndexOf(", ") < 0 ? 0 : origin.lastIndexOf(", ") + 2;
    return origin.substring(name, origin.lastIndexOf(':'));
  }

  /** The same as {@link #yaml()}. */
  @Override
  public String toString() {
    return yaml();
  }
}

package dev.empathy.research;

import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers what is wrong with an experiment, so that its author sees all of it at once. */
final class Faults {

  private final Source source;
  private final List<Issue> issues = new ArrayList<>();

  Faults(Source source) {
    this.source = source;
  }

  Source source() {
    return source;
  }

  void add(Code code, Place at, String path, String message, @Nullable String hint) {
    issues.add(issue(source, code, at, path, message, hint));
  }

  void add(Code code, Node at, String path, String message, @Nullable String hint) {
    add(code, place(at), path, message, hint);
  }

  static Issue issue(
      Source source, Code code, Place at, String path, String message, @Nullable String hint) {
    return new Issue(Issue.Level.ERROR, at.at(), at.length(), code.id(), path, message, hint, null)
        .withLineFrom(List.of(source));
  }

  Place place(Node node) {
    Mark start = node.getStartMark();
    Mark end = node.getEndMark();
    Location from = at(start);
    boolean oneLine = start.getLine() == end.getLine();
    return new Place(from, oneLine ? at(end).column() - from.column() : 1);
  }

  /** SnakeYAML counts columns in code points, editors count UTF-16 units. */
  Location at(Mark mark) {
    String line = source.line(mark.getLine() + 1);
    int column = Math.min(mark.getColumn(), line.codePointCount(0, line.length()));
    return new Location(source.file(), mark.getLine() + 1, line.offsetByCodePoints(0, column) + 1);
  }

  /**
   * Goes on only if nothing is wrong.
   *
   * @throws ExperimentException if something is
   */
  void orThrow() {
    if (!issues.isEmpty()) {
      throw new ExperimentException(issues.stream().sorted(Issue.ORDER).distinct().toList());
    }
  }
}

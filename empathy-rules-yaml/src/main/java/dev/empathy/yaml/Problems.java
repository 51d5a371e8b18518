package dev.empathy.yaml;

import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Issue.Level;
import dev.empathy.rubric.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong, each with its line, so that an author sees all of it at once. */
final class Problems {

  /** An author mends these first; a text of a million faults would only fill the memory. */
  static final int MOST = 1000;

  /** Ends the reading of a rubric that has more faults than anybody wants to hear of. */
  static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  private final List<Issue> issues = new ArrayList<>();
  private int errors;
  private int warnings;
  private final Map<String, SourceText> sources = new HashMap<>();

  void register(SourceText source) {
    sources.put(source.file(), source);
  }

  void error(Code code, Tree at, String path, String message, @Nullable String hint) {
    add(Level.ERROR, code, at.at(), at.length(), path, message, hint);
  }

  void error(Code code, Location at, String path, String message, @Nullable String hint) {
    add(Level.ERROR, code, at, 1, path, message, hint);
  }

  void warning(Code code, Location at, String path, String message, @Nullable String hint) {
    add(Level.WARNING, code, at, 1, path, message, hint);
  }

  private void add(
      Level level,
      Code code,
      Location at,
      int length,
      String path,
      String message,
      @Nullable String hint) {
    int before = level == Level.ERROR ? errors++ : warnings++;
    if (before < MOST) {
      SourceText source = sources.get(at.file());
      String line = source == null ? null : source.line(at.line());
      issues.add(new Issue(level, at, length, code.id(), path, message, hint, line));
    } else if (before == MOST) {
      String what = level == Level.ERROR ? " faults" : " warnings";
      String more = "there are more than " + MOST + what + "; from here on they are not listed";
      issues.add(new Issue(level, at, 1, Code.LIMIT.id(), "", more, "mend these first", null));
      if (level == Level.ERROR) {
        throw new Enough();
      }
    }
  }

  /** Takes over what was gathered apart. */
  void addAll(Problems others) {
    issues.addAll(others.issues);
    sources.putAll(others.sources);
  }

  boolean hasErrors() {
    return issues.stream().anyMatch(Issue::isError);
  }

  /** All of them, sorted. */
  List<Issue> sorted() {
    return issues.stream().sorted(Issue.ORDER).distinct().toList();
  }
}

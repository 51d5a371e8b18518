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

  private final List<Issue> issues = new ArrayList<>();
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
    SourceText source = sources.get(at.file());
    String line = source == null ? null : shown(source.line(at.line()));
    issues.add(new Issue(level, at, length, code.id(), path, message, hint, line));
  }

  /** A line too long to be looked at is left out: a thousand issues of it would fill the memory. */
  private static @Nullable String shown(String line) {
    return line.length() > Limits.SHOWN_LINE ? null : line;
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

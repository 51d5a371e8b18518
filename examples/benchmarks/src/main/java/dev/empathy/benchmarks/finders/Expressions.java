package dev.empathy.benchmarks.finders;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Regular expressions for phrases, which are letters, spaces and apostrophes. */
final class Expressions {

  private Expressions() {}

  static String one(String phrase) {
    return "\\b" + apostrophes(phrase) + "\\b";
  }

  /** The longest first, as the first that fits is taken. */
  static String any(List<String> phrases) {
    return phrases.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Expressions::apostrophes)
        .collect(Collectors.joining("|", "\\b(?:", ")\\b"));
  }

  private static String apostrophes(String phrase) {
    return phrase.replace("'", "['\u2019]");
  }
}

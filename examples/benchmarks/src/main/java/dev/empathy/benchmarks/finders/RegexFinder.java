package dev.empathy.benchmarks.finders;

import dev.empathy.benchmarks.texts.Spans;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** java.util.regex. */
public final class RegexFinder implements PhraseFinder {

  private final List<Matcher> matchers;

  private RegexFinder(List<String> expressions) {
    matchers =
        expressions.stream()
            .map(one -> Pattern.compile(one, Pattern.CASE_INSENSITIVE).matcher(""))
            .toList();
  }

  /** All phrases as the alternatives of one expression. */
  public static RegexFinder alternation(List<String> phrases) {
    return new RegexFinder(List.of(Expressions.any(phrases)));
  }

  /** An expression for each phrase. */
  public static RegexFinder each(List<String> phrases) {
    return new RegexFinder(phrases.stream().map(Expressions::one).toList());
  }

  @Override
  public void find(String text, Spans found) {
    for (Matcher matcher : matchers) {
      matcher.reset(text);
      while (matcher.find()) {
        found.add(matcher.start(), matcher.end());
      }
    }
  }
}

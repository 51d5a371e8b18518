package dev.empathy.benchmarks.finders;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.empathy.benchmarks.texts.Spans;
import java.util.List;

/** RE2/J: all phrases as the alternatives of one expression. */
public final class Re2jFinder implements PhraseFinder {

  private final Matcher matcher;

  public Re2jFinder(List<String> phrases) {
    matcher = Pattern.compile(Expressions.any(phrases), Pattern.CASE_INSENSITIVE).matcher("");
  }

  @Override
  public void find(String text, Spans found) {
    matcher.reset(text);
    while (matcher.find()) {
      found.add(matcher.start(), matcher.end());
    }
  }
}

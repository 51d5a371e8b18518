package dev.empathy.benchmarks.finders;

import dev.empathy.benchmarks.texts.Spans;
import dev.empathy.internal.match.Hits;
import dev.empathy.internal.match.MatchLimits;
import dev.empathy.internal.match.MatchSession;
import dev.empathy.internal.match.MatcherBuilder;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ours: the scanner and the automaton alone, without rules and without an assessment. The one class
 * here that reaches behind the public names.
 */
public final class EmpathyFinder implements PhraseFinder {

  private final MatchSession session;

  public EmpathyFinder(List<String> phrases) {
    MatchLimits limits =
        new MatchLimits(
            Math.max(MatchLimits.DEFAULT.phrases(), phrases.size()),
            MatchLimits.DEFAULT.length(),
            MatchLimits.DEFAULT.width(),
            MatchLimits.DEFAULT.states(),
            MatchLimits.DEFAULT.depth());
    MatcherBuilder builder =
        new MatcherBuilder(
            LocalePack.NONE,
            Map.of(),
            Map.of(),
            issue -> {
              throw new IllegalArgumentException(issue.toString());
            },
            limits);
    for (List<Phrase> group : groups(phrases)) {
      builder.marks("phrases", group);
    }
    session = builder.build().session();
  }

  /**
   * Of the matches of a group that begin at one word, only the longest is told. So a phrase that
   * begins with another one comes into the next group.
   */
  private static List<List<Phrase>> groups(List<String> phrases) {
    Map<String, Integer> groupOf = new HashMap<>();
    List<List<Phrase>> groups = new ArrayList<>();
    for (String phrase : phrases.stream().sorted().toList()) {
      int group = 0;
      for (int space = phrase.indexOf(' '); space > 0; space = phrase.indexOf(' ', space + 1)) {
        Integer beginning = groupOf.get(phrase.substring(0, space));
        group = beginning == null ? group : beginning + 1;
      }
      groupOf.put(phrase, group);
      if (group == groups.size()) {
        groups.add(new ArrayList<>());
      }
      groups.get(group).add(Phrase.of(phrase));
    }
    return groups;
  }

  @Override
  public void find(String text, Spans found) {
    Tokens tokens = session.read(text, false);
    Hits hits = session.match(tokens);
    for (int hit = 0; hit < hits.size(); hit++) {
      found.add(tokens.start(hits.start(hit)), tokens.end(hits.end(hit) - 1));
    }
  }
}

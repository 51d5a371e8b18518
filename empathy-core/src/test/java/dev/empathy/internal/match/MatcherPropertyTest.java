package dev.empathy.internal.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.internal.match.RandomPhrases.Rubric;
import dev.empathy.internal.text.SmallEnglish;
import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.WordList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** The automaton finds exactly what the naive loop of the contract finds. */
class MatcherPropertyTest {

  private static final LocalePack PACK =
      new LocalePack(
          "en",
          5,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          SmallEnglish.CLITICS,
          Map.of(),
          SmallEnglish.ABBREVIATIONS,
          Map.of());

  @Provide
  Arbitrary<Rubric> rubrics() {
    return RandomPhrases.rubrics();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
            Tuple.of(18, Arbitraries.of("red", "blue", "so")),
            Tuple.of(4, Arbitraries.of("you", "are", "red")),
            Tuple.of(
                5, Arbitraries.of("reddish", "walk", "walked", "you're", "12", "it's", "is", "🙂")),
            Tuple.of(2, Arbitraries.of("zzz", "well", "well", "7", "has")),
            Tuple.of(2, Arbitraries.of(",", ".", "?", "!")))
        .list()
        .ofMinSize(5)
        .ofMaxSize(50)
        .map(words -> String.join(" ", words));
  }

  /** A rubric compiled, and the same for the naive matcher. */
  private static final class Both {

    private final Matcher matcher;
    private final NaiveMatcher naive;
    private final List<Map<Integer, Node>> groups = new ArrayList<>();
    private int phrases;
    private int refused;

    Both(Rubric rubric) {
      List<Issue> issues = new ArrayList<>();
      int[] line = {1};
      List<String> skippable = rubric.colours().size() % 2 == 0 ? List.of("well", "so") : List.of();
      Map<String, WordList> lists = new LinkedHashMap<>();
      Map<String, List<String>> names = new LinkedHashMap<>();
      Map<String, List<Phrase>> named = new LinkedHashMap<>();
      Map<Integer, String> nameOfLine = new TreeMap<>();
      Map.of("colour", rubric.colours(), "mood", rubric.moods())
          .forEach(
              (name, entries) -> {
                nameOfLine.put(line[0], name);
                Location at = new Location("test", line[0]++, 1);
                lists.put(
                    name,
                    new WordList(
                        name,
                        at,
                        entries.stream().map(one -> new WordList.Entry(one, at, null)).toList()));
                names.put(name, entries);
              });
      Map.of("p", rubric.p(), "q", rubric.q())
          .forEach(
              (name, alternatives) -> {
                nameOfLine.put(line[0], name);
                Location at = new Location("test", line[0]++, 1);
                named.put(
                    name,
                    alternatives.stream().map(one -> new Phrase(one, at, skippable)).toList());
                names.put(name, alternatives);
              });
      MatcherBuilder builder = new MatcherBuilder(PACK, lists, named, issues::add);
      int firstLine = line[0];
      for (int group = 0; group < rubric.groups().size(); group++) {
        List<Phrase> all = new ArrayList<>();
        for (String text : rubric.groups().get(group)) {
          all.add(new Phrase(text, new Location("test", line[0]++, 1), skippable));
        }
        String path = "cues.c" + group;
        assertThat(isMarks(group) ? builder.marks(path, all) : builder.group(path, all))
            .isEqualTo(group);
      }
      matcher = builder.build();
      Set<Integer> faulty = new TreeSet<>();
      issues.forEach(issue -> faulty.add(issue.at().line()));
      nameOfLine.forEach(
          (at, name) -> {
            if (faulty.contains(at)) {
              names.remove(name);
            }
          });
      naive = new NaiveMatcher(PACK, names, lists.keySet(), skippable);
      int phrase = 0;
      for (List<String> group : rubric.groups()) {
        Map<Integer, Node> nodes = new TreeMap<>();
        for (String text : group) {
          if (!faulty.contains(firstLine + phrase)) {
            try {
              nodes.put(phrase, naive.parse(text));
            } catch (PhraseFault brokenName) {
              assertThat(brokenName.code).isIn(Codes.UNKNOWN_NAME, Codes.LIMIT);
            }
          }
          phrase++;
        }
        groups.add(nodes);
        refused += group.size() - nodes.size();
      }
      phrases = phrase;
    }

    /** Of every other group matches may overlap each other. */
    private static boolean isMarks(int group) {
      return group % 2 == 1;
    }

    List<NaiveMatcher.Found> hits(String text) {
      Hits hits = matcher.match(matcher.scanner().scan(text, false));
      List<NaiveMatcher.Found> all = new ArrayList<>();
      for (int hit = 0; hit < hits.size(); hit++) {
        all.add(
            new NaiveMatcher.Found(
                hits.group(hit), hits.phrase(hit), hits.start(hit), hits.end(hit)));
      }
      return all;
    }

    /** Whether a token is written out somewhere in the rubric. */
    boolean isKnown(Tokens tokens, int token) {
      return tokens.kind(token) != TokenKind.WORD || matcher.isKnownWord(tokens, token);
    }

    List<NaiveMatcher.Found> naiveHits(String text) {
      List<NaiveMatcher.Found> all = naive.match(text, groups, Both::isMarks);
      all.sort(
          Comparator.comparingInt(NaiveMatcher.Found::start)
              .thenComparingInt(NaiveMatcher.Found::group));
      return all;
    }
  }

  @StatisticsReport(onFailureOnly = true)
  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void findsWhatTheNaiveLoopFinds(@ForAll("rubrics") Rubric rubric, @ForAll("texts") String text) {
    Both both = new Both(rubric);
    List<NaiveMatcher.Found> expected;
    try {
      expected = both.naiveHits(text);
    } catch (NaiveMatcher.TooMany unknown) {
      Statistics.label("read").collect("too many ways");
      return;
    }
    List<NaiveMatcher.Found> found = both.hits(text);
    assertThat(found).isSortedAccordingTo(Comparator.comparingInt(NaiveMatcher.Found::start));
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    Statistics.label("read")
        .collect("read")
        .coverage(check -> check.check("read").percentage(share -> share > 99));
    Statistics.label("hits")
        .collect(expected.size() > 1 ? "several" : expected.size())
        .coverage(
            check -> {
              check.check("several").percentage(share -> share > 30);
              check.check(0).percentage(share -> share < 50);
            });
    boolean long3 = expected.stream().anyMatch(one -> one.end() - one.start() > 2);
    Statistics.label("long hits")
        .collect(long3)
        .coverage(check -> check.check(true).percentage(share -> share > 20));
    Statistics.label("refused")
        .collect(both.refused * 2 > both.phrases)
        .coverage(check -> check.check(true).percentage(share -> share < 20));
  }

  @StatisticsReport(onFailureOnly = true)
  /** Nor does it matter whether a text was read before, and what came before it. */
  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatIsForgottenChangesNothing(
      @ForAll("rubrics") Rubric rubric,
      @ForAll("texts") String text,
      @ForAll("texts") String other) {
    Matcher matcher = new Both(rubric).matcher;
    MatchSession all = matcher.session();
    for (int most = 2; most < 10; most += 3) {
      MatchSession few = matcher.session(most);
      for (String one : List.of(text, other, text)) {
        assertThat(told(few, one)).isEqualTo(told(all, one));
      }
    }
  }

  private static List<Integer> told(MatchSession session, String text) {
    Hits hits = session.match(session.read(text, false));
    List<Integer> told = new ArrayList<>(List.of((int) hits.steps()));
    for (int hit = 0; hit < hits.size(); hit++) {
      told.addAll(
          List.of(
              hits.group(hit), hits.phrase(hit), hits.start(hit), hits.end(hit), hits.state(hit)));
    }
    return told;
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void everyAlignmentIsAReadingOfItsPhrase(
      @ForAll("rubrics") Rubric rubric, @ForAll("texts") String text) {
    Both both = new Both(rubric);
    Tokens tokens = both.matcher.scanner().scan(text, false);
    Hits hits = both.matcher.match(tokens);
    for (int hit = 0; hit < hits.size(); hit++) {
      long left = hits.stepsOfPaths();
      Alignment alignment = both.matcher.align(tokens, hits, hit);
      assertThat(left - hits.stepsOfPaths()).isLessThanOrEqualTo(both.matcher.effort(hits, hit));
      assertThat(later(both.matcher, tokens, hits, hit))
          .usingRecursiveComparison()
          .isEqualTo(alignment);
      Node phrase = both.groups.get(hits.group(hit)).get(hits.phrase(hit));
      List<NaiveMatcher.Reading> readings;
      try {
        readings = both.naive.readings(text, phrase, hits.start(hit), hits.end(hit));
      } catch (NaiveMatcher.TooMany unknown) {
        return;
      }
      int start = hits.start(hit);
      List<NaiveMatcher.Reading> shown =
          readings.stream().map(one -> marked(one, both, tokens, start)).toList();
      List<Character> marks = new ArrayList<>();
      for (int i = 0; i < alignment.gap().length; i++) {
        marks.add(alignment.gap()[i] ? 'g' : alignment.listed()[i] ? 'w' : 'c');
      }
      assertThat(shown)
          .as("%s in %s", both.matcher.phrase(hits, hit).text(), text)
          .contains(new NaiveMatcher.Reading(marks, NaiveMatcher.sorted(alignment.captures())));
      Statistics.label("captures").collect(!alignment.captures().isEmpty());
      Statistics.label("gaps").collect(marks.contains('g'));
      for (Alignment.Captured captured : alignment.captures()) {
        assertThat(both.matcher.captureNames(hits.group(hit))).contains(captured.name());
      }
    }
  }

  /** As it is asked for when the hits themselves are gone. */
  private static Alignment later(Matcher matcher, Tokens tokens, Hits hits, int hit) {
    return matcher.align(tokens, hits.phrase(hit), hits.start(hit), hits.end(hit), hits.state(hit));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void aNearMissStandsWhereNothingHitsAndTheExpectedWordBringsItNearer(
      @ForAll("rubrics") Rubric rubric, @ForAll("texts") String text) {
    Both both = new Both(rubric);
    Tokens tokens = both.matcher.scanner().scan(text, false);
    for (int group = 0; group < both.groups.size(); group++) {
      int number = group;
      boolean hit = both.hits(text).stream().anyMatch(found -> found.group() == number);
      NearMiss miss = both.matcher.nearest(tokens, group, 0, tokens.size());
      if (hit) {
        assertThat(miss).isNull();
      } else if (miss != null) {
        assertThat(miss.matched()).isBetween(1, miss.of() - 1);
        assertThat(miss.end()).isGreaterThan(miss.start());
        String word = miss.expected().split("\\|", 2)[0];
        boolean within =
            miss.end() < tokens.size() && tokens.word(miss.end()) == tokens.word(miss.end() - 1);
        if (!within && word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
          int at = tokens.end(miss.end() - 1);
          String mended = text.substring(0, at) + " " + word + " " + text.substring(at);
          Tokens again = both.matcher.scanner().scan(mended, false);
          NearMiss nearer = both.matcher.nearest(again, group, 0, again.size());
          boolean hits = both.hits(mended).stream().anyMatch(found -> found.group() == number);
          assertThat(hits || (nearer != null && nearer.isNearerThan(miss)))
              .as("%s: %s, then %s", text, miss, mended)
              .isTrue();
        }
      }
    }
  }

  /** Listed are only words that the rubric knows: one known by its beginning is none. */
  private static NaiveMatcher.Reading marked(
      NaiveMatcher.Reading reading, Both both, Tokens tokens, int start) {
    List<Character> marks = new ArrayList<>();
    for (int i = 0; i < reading.tokens().size(); i++) {
      char mark = reading.tokens().get(i);
      boolean known = both.isKnown(tokens, start + i);
      marks.add(mark == 'w' && !known ? 'c' : mark);
    }
    return new NaiveMatcher.Reading(marks, reading.captures());
  }
}

package dev.empathy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.internal.match.RandomPhrases;
import dev.empathy.internal.text.SmallEnglish;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Negation;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Side;
import dev.empathy.rubric.WordList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What the engine says that a phrase finds, it finds. */
class DescribePropertyTest {

  private static final LocalePack PACK =
      new LocalePack(
          "en",
          5,
          List.of(Phrase.of("zzz"), Phrase.of("blue")),
          List.of(Phrase.of("so blue")),
          List.of(","),
          List.of(),
          List.of(),
          Set.of("the", "that", "there", "are"),
          Set.of(),
          Set.of(),
          SmallEnglish.CLITICS,
          Map.of(),
          SmallEnglish.ABBREVIATIONS,
          Map.of());

  @Provide
  Arbitrary<RandomPhrases.Rubric> rubrics() {
    return RandomPhrases.rubrics();
  }

  @StatisticsReport(onFailureOnly = true)
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void everySampleIsThatHitOfTheCueAndNoOther(
      @ForAll("rubrics") RandomPhrases.Rubric random,
      @ForAll boolean unless,
      @ForAll boolean negation) {
    EmpathyEngine engine = compiled(random, unless, negation);
    assertThat(engine.describe("c0")).isEqualTo(engine.describe("cues.c0"));
    for (Cue cue : engine.rubric().cues().values()) {
      List<PhraseDescription> described = engine.describe("cues." + cue.id() + ".match");
      assertThat(described)
          .extracting(PhraseDescription::text)
          .containsExactlyElementsOf(cue.match().stream().map(Phrase::text).toList());
      for (PhraseDescription phrase : described) {
        assertThat(phrase.samples()).hasSizeLessThanOrEqualTo(20).doesNotHaveDuplicates();
        assertThat(phrase.program()).isNotEmpty().last().asString().endsWith(" end");
        phrase.samples().forEach(sample -> check(engine, cue, phrase, sample));
        Statistics.label("samples")
            .collect(phrase.samples().isEmpty() ? "none" : "some")
            .coverage(check -> check.check("some").percentage(share -> share > 60));
      }
    }
  }

  private static void check(
      EmpathyEngine engine, Cue cue, PhraseDescription phrase, String sample) {
    Message message = cue.who() == Side.CUSTOMER ? Message.customer(sample) : Message.agent(sample);
    List<Hit> hits = engine.assess(message).hits(cue.id());
    assertThat(hits).as("%s for %s", sample, phrase.text()).hasSize(1);
    assertThat(hits.get(0).at()).isEqualTo(phrase.at().toString());
    assertThat(hits.get(0).span().end()).as(sample).isEqualTo(sample.length());
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void everySampleOfAListOrAReusablePhraseIsFoundByItsName(
      @ForAll("rubrics") RandomPhrases.Rubric random) {
    EmpathyEngine engine = compiled(random, false, false);
    for (String name : engine.rubric().words().keySet()) {
      PhraseDescription list = engine.describe("$" + name).get(0);
      assertThat(list.path()).isEqualTo("words." + name);
      assertThat(list.forms())
          .extracting(PhraseDescription.Form::written)
          .containsExactlyElementsOf(
              engine.rubric().words().get(name).entries().stream()
                  .map(WordList.Entry::text)
                  .toList());
      assertThat(list.samples()).isNotEmpty();
      EmpathyEngine alone = with(engine.rubric(), "$" + name);
      for (String sample : list.samples()) {
        assertThat(alone.assess(sample).hits("alone")).as(sample).hasSize(1);
      }
    }
  }

  /** The same names, and one cue. */
  private static EmpathyEngine with(Rubric rubric, String phrase) {
    Cue alone = cue("alone", null, List.of(Phrase.of(phrase)), List.of(), Negation.KEEP);
    return EmpathyEngine.compile(
        rubric(rubric.words(), rubric.phrases(), Map.of("alone", alone)), SelfTest.OFF);
  }

  /** The rubric without the phrases and names that have a fault. */
  private static EmpathyEngine compiled(
      RandomPhrases.Rubric random, boolean unless, boolean negation) {
    Set<Location> faulty = new HashSet<>();
    while (true) {
      Rubric rubric = rubric(random, unless, negation, faulty);
      List<Location> more =
          EmpathyEngine.check(rubric, SelfTest.OFF).stream()
              .filter(Issue::isError)
              .map(issue -> new Location("test", issue.at().line(), 1))
              .toList();
      if (more.isEmpty()) {
        return EmpathyEngine.compile(rubric, SelfTest.OFF);
      }
      assertThat(faulty.addAll(more)).isTrue();
    }
  }

  private static Rubric rubric(
      RandomPhrases.Rubric random, boolean unless, boolean negation, Set<Location> faulty) {
    int[] line = {1};
    List<String> skippable = random.colours().size() % 2 == 0 ? List.of("well", "so") : List.of();
    Map<String, WordList> lists = new LinkedHashMap<>();
    List.of(random.colours(), random.moods())
        .forEach(
            entries -> {
              String name = lists.isEmpty() ? "colour" : "mood";
              Location at = new Location("test", line[0]++, 1);
              lists.put(
                  name,
                  new WordList(
                      name,
                      at,
                      entries.stream().map(one -> new WordList.Entry(one, at, null)).toList()));
            });
    Map<String, List<Phrase>> phrases = new LinkedHashMap<>();
    phrases.put("p", phrases(random.p(), skippable, line, faulty));
    phrases.put("q", phrases(random.q(), skippable, line, faulty));
    phrases.values().removeIf(List::isEmpty);
    List<List<Phrase>> groups = new ArrayList<>();
    random.groups().forEach(group -> groups.add(phrases(group, skippable, line, faulty)));
    Map<String, Cue> cues = new LinkedHashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      List<Phrase> suppressing = unless ? groups.get((i + 1) % groups.size()) : List.of();
      Side who = i % 3 == 0 ? null : i % 3 == 1 ? Side.CUSTOMER : Side.AGENT;
      Negation effect = negation ? Negation.SKIP : Negation.KEEP;
      cues.put("c" + i, cue("c" + i, who, groups.get(i), suppressing, effect));
    }
    return rubric(lists, phrases, cues);
  }

  private static List<Phrase> phrases(
      List<String> texts, List<String> skippable, int[] line, Set<Location> faulty) {
    return texts.stream()
        .map(text -> new Phrase(text, new Location("test", line[0]++, 1), skippable))
        .filter(phrase -> !faulty.contains(phrase.at()))
        .collect(Collectors.toList());
  }

  private static Cue cue(
      String id, Side who, List<Phrase> match, List<Phrase> unless, Negation negation) {
    return new Cue(
        id,
        Location.CODE,
        who,
        match,
        List.of(),
        unless,
        negation,
        null,
        null,
        null,
        null,
        false,
        List.of(),
        List.of());
  }

  private static Rubric rubric(
      Map<String, WordList> lists, Map<String, List<Phrase>> phrases, Map<String, Cue> cues) {
    return new Rubric(
        "random",
        Location.CODE,
        "1",
        PACK,
        null,
        "",
        List.of(),
        lists,
        phrases,
        Map.of(),
        cues,
        Map.of(),
        List.of(),
        0,
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}

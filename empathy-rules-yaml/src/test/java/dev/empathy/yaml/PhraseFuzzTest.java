package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Emotion;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Negation;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Text;
import dev.empathy.rubric.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/**
 * A text as the phrases of a rubric that a program built: checking never throws, and what compiles
 * can be used. Each line is a phrase of the one cue, or, by its first two characters, an entry of
 * the list {@code $w} ({@code w=}), an alternative of the phrases {@code $p} and {@code $q}, a
 * skippable word ({@code s=}), a phrase of {@code unless} ({@code u=}), a negator ({@code n=}), a
 * stop ({@code t=}), the name of a list and of phrases that hold nothing ({@code 0=}), or a request
 * for the real English pack ({@code e=}).
 */
class PhraseFuzzTest {

  private static final LocalePack ENGLISH = RubricYaml.builtIn("scale").locale();

  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  @DictionaryFile(resourcePath = "fuzz/phrase.dict")
  @FuzzTest
  void checks(byte[] bytes) {
    Map<Character, List<String>> lines = new LinkedHashMap<>();
    for (String line : FuzzedText.of(bytes).split("\n", -1)) {
      boolean marked = line.length() >= 2 && line.charAt(1) == '=';
      char kind = marked && "wpqsunte0".indexOf(line.charAt(0)) >= 0 ? line.charAt(0) : 'm';
      lines
          .computeIfAbsent(kind, k -> new ArrayList<>())
          .add(kind == 'm' ? line : line.substring(2));
    }
    Rubric rubric = rubric(lines);
    List<Issue> issues = EmpathyEngine.check(rubric, SelfTest.OFF);
    issues.forEach(issue -> assertThat(issue.message()).isNotBlank());
    issues.forEach(issue -> assertThat(issue.text()).isNotBlank());
    if (issues.stream().anyMatch(Issue::isError)) {
      return;
    }
    EmpathyEngine engine = EmpathyEngine.compile(rubric, SelfTest.OFF);
    Invariants.check(engine, Invariants.EVERYDAY);
    List<Message> own = new ArrayList<>();
    for (String line : lines.getOrDefault('m', List.of())) {
      own.add(Message.agent(line));
      own.add(Message.customer("not " + line + ", " + line));
    }
    if (!own.isEmpty()) {
      Invariants.check(engine, Conversation.of(own));
    }
  }

  private static Rubric rubric(Map<Character, List<String>> lines) {
    List<String> skippable = lines.getOrDefault('s', List.of());
    Map<String, WordList> words = new LinkedHashMap<>();
    if (lines.containsKey('w')) {
      List<WordList.Entry> entries = new ArrayList<>();
      for (String entry : lines.get('w')) {
        Double strength = entries.size() % 2 == 0 ? null : 0.7;
        entries.add(new WordList.Entry(entry, Location.CODE, strength));
      }
      words.put("w", new WordList("w", Location.CODE, entries));
    }
    Map<String, List<Phrase>> phrases = new LinkedHashMap<>();
    for (char name : new char[] {'p', 'q'}) {
      if (lines.containsKey(name)) {
        phrases.put(Character.toString(name), phrases(lines.get(name), skippable));
      }
    }
    for (String name : lines.getOrDefault('0', List.of())) {
      if (name.equals("w")) {
        words.put(name, new WordList(name, Location.CODE, List.of()));
      } else {
        phrases.put(name, List.of());
      }
    }
    Cue cue =
        new Cue(
            "c",
            Location.CODE,
            null,
            phrases(lines.getOrDefault('m', List.of()), skippable),
            List.of(),
            phrases(lines.getOrDefault('u', List.of()), skippable),
            Negation.SKIP,
            Text.of("anger"),
            null,
            null,
            null,
            false,
            List.of(),
            List.of());
    return new Rubric(
        "fuzzed",
        Location.CODE,
        "1",
        lines.containsKey('e') ? ENGLISH : pack(lines),
        null,
        "",
        List.of(),
        words,
        phrases,
        Map.of("anger", Emotion.of("negative")),
        Map.of("c", cue),
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

  private static LocalePack pack(Map<Character, List<String>> lines) {
    return new LocalePack(
        "en",
        5,
        phrases(lines.getOrDefault('n', List.of("not")), List.of()),
        List.of(Phrase.of("not only")),
        lines.getOrDefault('t', List.of(",", "but")),
        List.of(Phrase.of("very")),
        List.of(Phrase.of("a bit")),
        Set.of(),
        Set.of(),
        Set.of(),
        Map.of("n't", "not", "'re", "are", "'s", "is | has", "cannot", "can not"),
        Map.of("upset", List.of("upset", "upsets", "upsetting")),
        Set.of("dr"),
        Map.of());
  }

  private static List<Phrase> phrases(List<String> texts, List<String> skippable) {
    return texts.stream().map(text -> new Phrase(text, Location.CODE, skippable)).toList();
  }
}

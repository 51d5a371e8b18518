package dev.empathy;

import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Words that sentences of a rubric's phrases are filled with. */
final class SampleWords {

  /** With three words a gap does not stutter. */
  private static final int ENOUGH = 3;

  private SampleWords() {}

  /**
   * Common words of the language that the rubric does not know, so that they mean nothing to it.
   */
  static List<String> fillers(Program program) {
    List<String> unknown =
        new TreeSet<>(program.rubric().locale().functionWords())
            .stream()
                .filter(word -> word.length() > 2)
                .filter(word -> !program.rubric().locale().stops().contains(word))
                .filter(word -> !program.matcher().isKnownWord(word))
                .toList();
    if (unknown.size() >= ENOUGH) {
      return unknown;
    }
    List<String> all = new ArrayList<>(unknown);
    all.addAll(List.of("lorem", "ipsum", "dolor"));
    return all;
  }

  /** All words that the examples of cues, rules and routes are made of. */
  static Set<String> ofExamples(Program program) {
    Set<String> words = new TreeSet<>();
    examples(program.rubric()).forEach(text -> addWords(program, text, words));
    return words;
  }

  private static void addWords(Program program, String text, Set<String> words) {
    Tokens tokens = program.matcher().scanner().scanForms(text);
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.kind(token) == TokenKind.WORD) {
        words.add(tokens.form(token));
      }
    }
  }

  private static Stream<String> examples(Rubric rubric) {
    return Stream.of(
            rubric.cues().values().stream()
                .flatMap(cue -> Stream.concat(cue.hits().stream(), cue.misses().stream()))
                .map(example -> example.text().value()),
            rubric.rules().values().stream()
                .flatMap(rule -> rule.examples().stream())
                .flatMap(SampleWords::agentTexts),
            rubric.routes().values().stream()
                .flatMap(route -> route.examples().stream())
                .map(example -> example.customer()))
        .flatMap(texts -> texts);
  }

  /** Of several turns all, as whose they are makes no difference to which words are used. */
  private static Stream<String> agentTexts(Rule.Example example) {
    return example.agent() != null
        ? Stream.of(example.agent())
        : ExampleCheck.messages(example).stream().map(Message::text);
  }
}

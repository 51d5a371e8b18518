package dev.empathy.rubric;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the engine must know about a language.
 *
 * @param locale the language tag, such as {@code en}
 * @param window how many words to the left of a hit a negator counts
 * @param negators phrases that negate what follows
 * @param pseudoNegators phrases that look like negation and are none
 * @param stops words, and the marks {@code , ; :}, that end a negator's reach
 * @param intensifiers words that strengthen an emotion
 * @param dampeners words that weaken one
 * @param functionWords the language's most common words, by which it is recognised
 * @param formalWords single words that make a text formal
 * @param informalWords single words that make it familiar
 * @param clitics written form → the words it stands for; a form that begins with an apostrophe or
 *     is {@code n't} is an ending, any other a whole word; {@code a | b} leaves open which
 * @param inflections a word → all its forms, where the rules of the language do not give them
 * @param abbreviations words whose full stop ends no sentence
 * @param phrases built-in classes written as phrases, such as {@code duration}
 */
public record LocalePack(
    String locale,
    int window,
    List<Phrase> negators,
    List<Phrase> pseudoNegators,
    List<String> stops,
    List<Phrase> intensifiers,
    List<Phrase> dampeners,
    Set<String> functionWords,
    Set<String> formalWords,
    Set<String> informalWords,
    Map<String, String> clitics,
    Map<String, List<String>> inflections,
    Set<String> abbreviations,
    Map<String, List<Phrase>> phrases)
    implements Serializable {

  /** A language of which nothing is known: words are matched, and nothing is negated. */
  public static final LocalePack NONE =
      new LocalePack(
          "und", 0, List.of(), List.of(), List.of(), List.of(), List.of(), Set.of(), Set.of(),
          Set.of(), Map.of(), Map.of(), Set.of(), Map.of());

  public LocalePack {
    Objects.requireNonNull(locale, "locale");
    negators = List.copyOf(negators);
    pseudoNegators = List.copyOf(pseudoNegators);
    stops = List.copyOf(stops);
    intensifiers = List.copyOf(intensifiers);
    dampeners = List.copyOf(dampeners);
    functionWords = Set.copyOf(functionWords);
    formalWords = Set.copyOf(formalWords);
    informalWords = Set.copyOf(informalWords);
    clitics = Checks.ordered(clitics);
    inflections = Checks.ordered(inflections);
    abbreviations = Set.copyOf(abbreviations);
    phrases = Checks.ordered(phrases);
  }
}

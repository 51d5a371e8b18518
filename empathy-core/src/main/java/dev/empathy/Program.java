package dev.empathy;

import dev.empathy.internal.match.Matcher;
import dev.empathy.internal.match.NearMiss;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Emotion;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Side;
import dev.empathy.spi.Extensions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rubric made ready to run: every name is a number. Immutable.
 *
 * @param rubric what it was made of
 * @param reference what assessments call it
 * @param extensions the code that it may name
 * @param limits what it and the messages may ask for
 * @param matcher all phrases
 * @param cues the cues, in the rubric's order
 * @param detecting per side, the cues whose detectors look at its messages
 * @param cueIndex their numbers by id
 * @param emotions emotions in the rubric's order
 * @param sides per emotion, the side that all its cues look at, or null where they differ
 * @param plan the rules, routes and responses
 * @param scorings how it scores where certain facts hold
 * @param groups what each group of phrases is for, by its number
 * @param stops the words that end a negator's reach
 * @param stopMarks whether {@code , ; :} end it, too
 * @param functionWords the language's function words
 * @param formalWords the words that make a text formal
 * @param informalWords those that make it familiar
 * @param stems what the forms of a word have in common
 * @param order the rules, each after those that it refers to
 * @param detail how much of the messages its assessments hold
 */
record Program(
    Rubric rubric,
    RubricRef reference,
    Extensions extensions,
    Limits limits,
    Matcher matcher,
    List<CompiledCue> cues,
    Map<Side, List<CompiledCue>> detecting,
    Map<String, Integer> cueIndex,
    List<String> emotions,
    List<@Nullable Side> sides,
    RulePlan plan,
    Scorings scorings,
    List<Group> groups,
    HashedWords stops,
    boolean stopMarks,
    HashedWords functionWords,
    HashedWords formalWords,
    HashedWords informalWords,
    Stems stems,
    List<Rule> order,
    Detail detail) {

  /** What a group of phrases is for. */
  enum Use {
    MATCH,
    UNLESS,
    NEGATOR,
    PSEUDO_NEGATOR,
    INTENSIFIER,
    DAMPENER
  }

  /**
   * A group of phrases.
   *
   * @param use what it is for
   * @param cue the cue's number, or -1 for the language's own
   */
  record Group(Use use, int cue) {}

  /**
   * A cue.
   *
   * @param index its number
   * @param cue its definition
   * @param emotion the emotion's number, or -1
   * @param detectors its detectors
   * @param flipTo the number of the cue that negated hits move to, or -1
   */
  record CompiledCue(int index, Cue cue, int emotion, List<PlacedDetector> detectors, int flipTo) {

    boolean looksAt(Side side) {
      return !cue.off() && (cue.who() == null || cue.who() == side);
    }
  }

  /**
   * A detector and the place that names it.
   *
   * @param detector what finds spans
   * @param at the place, as {@code file:line:column}
   */
  record PlacedDetector(SpanFinder detector, String at) {}

  /** The same program, whose assessments hold so much of the messages. */
  Program at(Detail level) {
    return new Program(
        rubric,
        reference,
        extensions,
        limits,
        matcher,
        cues,
        detecting,
        cueIndex,
        emotions,
        sides,
        plan,
        scorings,
        groups,
        stops,
        stopMarks,
        functionWords,
        formalWords,
        informalWords,
        stems,
        order,
        level);
  }

  /** The cues whose detectors look at messages of a side. */
  List<CompiledCue> detecting(Side side) {
    return detecting.get(side);
  }

  CompiledCue cue(String id) {
    return cues.get(cueIndex.get(id));
  }

  /** How far a cue's phrases got among matches that would begin within {@code from..to}. */
  @Nullable NearMiss nearest(CompiledCue cue, Tokens tokens, int from, int to) {
    return matcher.nearest(tokens, groups.indexOf(new Group(Use.MATCH, cue.index())), from, to);
  }

  boolean isFamily(int emotion, String family) {
    return emotion(emotion).families().contains(family);
  }

  /** What the rubric says of an emotion. */
  Emotion emotion(int emotion) {
    return rubric.emotions().getOrDefault(emotions.get(emotion), Emotion.NONE);
  }

  boolean isFunctionWord(Tokens tokens, int token) {
    return functionWords.contains(tokens.hash(token));
  }

  static Map<String, Integer> numbered(Iterable<String> names) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (String name : names) {
      numbers.put(name, numbers.size());
    }
    return numbers;
  }
}

package dev.empathy.rubric;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rubric as data: what can be said, what it means and how it adds up. Immutable. Reading one
 * checks its form; compiling it checks that it makes sense.
 *
 * @param id the rubric's name
 * @param at where its name stands, in the file that was asked for
 * @param version the author's version of it
 * @param locale what the engine must know of its language
 * @param about what it is for
 * @param sha256 the hash over the bytes of all its files in load order, in lower-case hexadecimal;
 *     empty where there are none
 * @param sources its files in load order, for messages; empty where there are none
 * @param words word lists by name
 * @param phrases reusable phrases by name, each with its alternatives
 * @param emotions what is said of emotions, by their names, in order
 * @param cues cues by id, in order
 * @param dimensions dimensions by id, in order
 * @param bands bands by rising score; empty for none
 * @param passMark the lowest score that passes, in tenths of a point
 * @param rules rules by id, in order
 * @param routes routes by id, in order
 * @param responses responses by id, in order
 * @param adjustments what is scored otherwise where facts hold, in order
 * @param examples conversations and what the whole rubric must say of them
 * @param facts names of facts that callers may give
 * @param warnings what reading it had to say short of errors
 */
public record Rubric(
    String id,
    Location at,
    String version,
    LocalePack locale,
    @Nullable String about,
    String sha256,
    List<Source> sources,
    Map<String, WordList> words,
    Map<String, List<Phrase>> phrases,
    Map<String, Emotion> emotions,
    Map<String, Cue> cues,
    Map<String, Dimension> dimensions,
    List<Band> bands,
    int passMark,
    Map<String, Rule> rules,
    Map<String, Route> routes,
    Map<String, Response> responses,
    List<Adjustment> adjustments,
    List<Example> examples,
    List<Text> facts,
    List<Issue> warnings)
    implements Serializable {

  /**
   * A conversation and what the whole rubric must say of its last turn.
   *
   * @param at where it stands
   * @param turns the messages, each beginning with its role and a colon
   * @param facts facts that hold
   * @param band the band, or null where it does not matter
   * @param score the score in tenths of a point, or null
   * @param findings rules that must fail, all of them, or null
   * @param dimensions scores of dimensions in tenths of a point
   * @param knownGap whether the author knows that it fails: it must, until the gap is closed
   */
  public record Example(
      Location at,
      List<Text> turns,
      Map<String, String> facts,
      @Nullable String band,
      @Nullable Integer score,
      @Nullable List<Text> findings,
      Map<String, Integer> dimensions,
      boolean knownGap)
      implements Serializable {

    public Example {
      turns = List.copyOf(turns);
      facts = Checks.ordered(facts);
      findings = findings == null ? null : List.copyOf(findings);
      dimensions = Checks.ordered(dimensions);
    }
  }

  public Rubric {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(sha256, "sha256");
    sources = List.copyOf(sources);
    words = Checks.ordered(words);
    phrases = Checks.ordered(phrases);
    emotions = Checks.ordered(emotions);
    cues = Checks.ordered(cues);
    dimensions = Checks.ordered(dimensions);
    bands = List.copyOf(bands);
    rules = Checks.ordered(rules);
    routes = Checks.ordered(routes);
    responses = Checks.ordered(responses);
    adjustments = List.copyOf(adjustments);
    examples = List.copyOf(examples);
    facts = List.copyOf(facts);
    warnings = List.copyOf(warnings);
  }

  /** Name, version and hash. */
  @Override
  public String toString() {
    return "Rubric[" + id + " " + version + (sha256.isEmpty() ? "" : " " + sha256) + "]";
  }
}

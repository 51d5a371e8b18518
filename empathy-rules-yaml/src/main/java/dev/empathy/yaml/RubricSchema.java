package dev.empathy.yaml;

import static dev.empathy.yaml.Shapes.FLAG;
import static dev.empathy.yaml.Shapes.PHRASES;
import static dev.empathy.yaml.Shapes.TEXT;
import static dev.empathy.yaml.Shapes.TEXTS;
import static dev.empathy.yaml.Shapes.editableMap;
import static dev.empathy.yaml.Shapes.either;
import static dev.empathy.yaml.Shapes.key;
import static dev.empathy.yaml.Shapes.keys;
import static dev.empathy.yaml.Shapes.list;
import static dev.empathy.yaml.Shapes.listOrEmpty;
import static dev.empathy.yaml.Shapes.map;
import static dev.empathy.yaml.Shapes.oneOf;
import static dev.empathy.yaml.Shapes.value;

import dev.empathy.yaml.Shape.Edits;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of a rubric: all there are, and what each holds. */
final class RubricSchema {

  /** The versions of the format that this reader knows. */
  static final Kind FORMAT = Kind.oneOf("1");

  /** The one key of a rubric that must be there, but may be inherited. */
  static final String LOCALE = "locale";

  static final Shape.MapOf WORD_MAP =
      new Shape.MapOf(Kind.PHRASE, value(Kind.WORD_STRENGTH), Edits.NONE);

  static final Shape WORDS =
      either("a list of words, or a map from word to strength", PHRASES, WORD_MAP);

  private static final Shape.Key SKIPPABLE =
      key(
          "skippable",
          listOrEmpty(TEXT),
          "Words that may stand between the words of this phrase, in place of the file's.");

  /** A phrase alone, or with the words that it may skip. */
  private static final Shape RUBRIC_PHRASE =
      either(
          "a phrase",
          value(Kind.PHRASE),
          keys("a phrase", key("text", value(Kind.PHRASE), "The phrase."), SKIPPABLE)
              .needing("text")
              .needing("skippable"));

  private static final Shape RUBRIC_PHRASES = list(RUBRIC_PHRASE);

  private static final Shape REPLACEMENT =
      either(
          "a text",
          TEXT,
          keys("a replacement", key("say", TEXT, "What to say instead."), SKIPPABLE)
              .needing("say")
              .needing("skippable"));

  private static final Shape FACTS = map(Kind.NAME, value(Kind.MESSAGE));

  static final Shape.Keys PASS =
      keys(
              "pass",
              key(
                  "score",
                  either(
                      "a score or a list of scores", value(Kind.CHANGE), list(value(Kind.CHANGE))),
                  "What a pass adds to the dimension; a list for the first, second, third hit."),
              key("praise", TEXT, "What to say about it."))
          .merging();

  static final Shape.Keys FAIL =
      keys(
              "fail",
              key("score", value(Kind.CHANGE), "What a failure adds to the dimension."),
              key("each-extra", value(Kind.CHANGE), "What each hit beyond at-least adds."),
              key("at-worst", value(Kind.CHANGE), "The bound of score and each-extra together."),
              key("limit-overall", value(Kind.POINTS), "The most that the whole score may be."),
              key("message", TEXT, "What is wrong, for the person who wrote the message."),
              key("suggest", TEXT, "What to write instead."))
          .merging();

  static final Shape SEVERITY = oneOf("suggestion", "warning", "error", "critical");

  static final Shape.Key KNOWN_GAP =
      key("known-gap", FLAG, "Whether the example is known to fail; it must, until it passes.");

  private static final Shape CUE_EXAMPLE =
      either(
          "a text",
          TEXT,
          keys("an example", key("text", TEXT, "The text."), KNOWN_GAP).needing("text"));

  private static final Shape CUE_EXAMPLES =
      keys(
              "examples",
              key("hits", list(CUE_EXAMPLE), "Texts with every hit in {{ }}.")
                  .edits(Edits.ADD_AND_REMOVE),
              key("misses", list(CUE_EXAMPLE), "Texts without a hit.").edits(Edits.ADD_AND_REMOVE))
          .merging();

  private static final Shape RAISE =
      keys(
              "a raise",
              key("when", ConditionSchema.FACT.needing("fact"), "The fact that raises it."),
              key("by", value(Kind.STRENGTH), "What is added to its strength."))
          .needing("when")
          .needing("by");

  static final Shape.Shorthand EMOTION =
      new Shape.Shorthand(
          "a family, a list of families, or a map",
          keys(
                  "an emotion",
                  key(
                          "families",
                          either(
                              "a family or a list of families",
                              value(Kind.ID),
                              list(value(Kind.ID))),
                          "The families that it belongs to.")
                      .edits(Edits.ADD_AND_REMOVE),
                  key("raise", list(RAISE), "Facts that make it stronger where it is shown.")
                      .edits(Edits.ADD))
              .needing("families", "raise")
              .merging(),
          "families");

  static final Shape.Keys CUE =
      keys(
              "a cue",
              key("who", oneOf("customer", "agent"), "Whose messages; both sides' if left out."),
              key("match", RUBRIC_PHRASES, "Phrases, any of which is a hit.")
                  .edits(Edits.ADD_AND_REMOVE),
              key(
                  "replace",
                  map(Kind.PHRASE, REPLACEMENT),
                  "Phrases, each with what to say instead; a hit like those of match."),
              key("detect", TEXTS, "Detectors, built in or registered.")
                  .edits(Edits.ADD_AND_REMOVE),
              key(
                      "unless",
                      RUBRIC_PHRASES,
                      "Phrases that suppress a hit which shares a word with them.")
                  .edits(Edits.ADD_AND_REMOVE),
              key("negation", value(Kind.NEGATION), "What becomes of a negated hit."),
              key("emotion", value(Kind.ID), "The emotion that a hit speaks of."),
              key("strength", value(Kind.STRENGTH), "The strength where the word has none."),
              key("about", TEXT, "What it means."),
              key("why", TEXT, "The reason or the source."),
              key("off", FLAG, "Whether it is switched off."),
              key("examples", CUE_EXAMPLES, "Texts that it hits and texts that it misses."))
          .needing("match", "replace", "detect")
          .merging();

  private static final Shape RULE_EXAMPLE =
      keys(
              "an example",
              key("customer", value(Kind.MESSAGE), "What the customer writes first."),
              key("agent", value(Kind.MESSAGE), "What the agent answers."),
              key("turns", list(value(Kind.TURN_LINE)), "All messages, each with its role."),
              key("facts", FACTS, "Facts that hold."),
              key("expect", oneOf("pass", "fail", "skip", "unknown"), "The rule's outcome."),
              KNOWN_GAP)
          .needing("agent", "turns")
          .needing("expect");

  static final Shape.Keys RULE =
      keys(
              "a rule",
              key("dimension", value(Kind.NAME), "The dimension that its scores go to."),
              key("scope", oneOf("turn", "conversation"), "What it judges; a turn if left out."),
              key("severity", SEVERITY, "How grave a failure is."),
              key("about", TEXT, "What it means."),
              key("why", TEXT, "The reason or the source."),
              key("when", ConditionSchema.CONDITION, "When it applies; always if left out."),
              key("require", ConditionSchema.CONDITION, "What must be."),
              key("forbid", ConditionSchema.CONDITION, "What must not be."),
              key("pass", PASS, "What a pass brings."),
              key("fail", FAIL, "What a failure brings."),
              key("off", FLAG, "Whether it is switched off."),
              key("examples", list(RULE_EXAMPLE), "Small conversations and the rule's outcome.")
                  .edits(Edits.ADD))
          .needing("severity")
          .needing("require", "forbid")
          .merging();

  private static final Shape ROUTE_EXAMPLE =
      keys(
              "an example",
              key("customer", value(Kind.MESSAGE), "What the customer writes."),
              key("facts", FACTS, "Facts that hold."),
              key("expect", oneOf("yes", "no"), "Whether the route fires."),
              KNOWN_GAP)
          .needing("customer")
          .needing("expect");

  static final Shape.Keys ROUTE =
      keys(
              "a route",
              key("as", value(Kind.ID), "The name that it is reported by; its own if left out."),
              key("when", ConditionSchema.CONDITION, "When it fires."),
              key("to", TEXT, "To whom the conversation should go."),
              key("priority", value(Kind.COUNT), "1 goes first."),
              key("reason", TEXT, "Why, for the person who takes over."),
              key("why", TEXT, "The reason or the source of the route."),
              key("off", FLAG, "Whether it is switched off."),
              key("examples", list(ROUTE_EXAMPLE), "What customers write and whether it fires.")
                  .edits(Edits.ADD))
          .needing("when")
          .needing("to")
          .needing("priority")
          .needing("reason")
          .merging();

  /** What an example of a response expects where it is not offered. */
  static final String NOT_OFFERED = "no";

  private static final Shape RESPONSE_EXAMPLE =
      keys(
              "an example",
              key("customer", value(Kind.MESSAGE), "What the customer writes."),
              key("agent", value(Kind.MESSAGE), "The reply that it is offered in place of."),
              key("facts", FACTS, "Facts that hold."),
              key("expect", TEXT, "The text with every name filled, or no: it is not offered."),
              KNOWN_GAP)
          .needing("customer")
          .needing("expect");

  static final Shape.Keys RESPONSE =
      keys(
              "a response",
              key("text", TEXT, "What could be said; not offered while a name cannot be filled."),
              key("when", ConditionSchema.CONDITION, "When it fits; always if left out."),
              key("about", TEXT, "What it is for."),
              key("why", TEXT, "The reason or the source."),
              key("off", FLAG, "Whether it is switched off."),
              key("examples", list(RESPONSE_EXAMPLE), "What customers write and what it says.")
                  .edits(Edits.ADD))
          .needing("text")
          .merging();

  static final Shape.Keys DIMENSION =
      keys(
              "a dimension",
              key("weight", value(Kind.WEIGHT), "Its weight in the whole score."),
              key("start", value(Kind.POINTS), "The score it starts with."))
          .needing("weight")
          .needing("start")
          .merging();

  static final Shape BANDS = map(Kind.ID, value(Kind.POINTS));

  private static final Shape.Keys RULE_CHANGE =
      keys(
          "a changed rule",
          key("severity", SEVERITY, "The severity that then holds."),
          key("pass", PASS, "What is other about a pass."),
          key("fail", FAIL, "What is other about a failure."),
          key("off", FLAG, "Whether the rule is then off."));

  private static final Shape.Keys DIMENSION_CHANGE =
      keys(
          "a changed dimension",
          key("weight", value(Kind.WEIGHT), "The weight that then holds."),
          key("start", value(Kind.POINTS), "The score it then starts with."));

  private static final Shape OVERRIDE =
      keys(
              "an override",
              key(
                  "for",
                  map(Kind.NAME, either("a value or a list of values", TEXT, TEXTS)),
                  "The facts that must hold."),
              key("rules", map(Kind.ID, RULE_CHANGE), "Changes of rules."),
              key("dimensions", map(Kind.ID, DIMENSION_CHANGE), "Changes of dimensions."),
              key("bands", BANDS, "Changes of bands."),
              key("pass-mark", value(Kind.POINTS), "The pass mark that then holds."))
          .needing("for")
          .needing("rules", "dimensions", "bands", "pass-mark");

  private static final Shape RUBRIC_EXAMPLE =
      keys(
              "an example",
              key("turns", list(value(Kind.TURN_LINE)), "The messages, each with its role."),
              key("facts", FACTS, "Facts that hold."),
              key(
                  "expect",
                  keys(
                          "what is expected",
                          key("band", value(Kind.NAME), "The band."),
                          key("score", value(Kind.POINTS), "The whole score."),
                          key("findings", listOrEmpty(TEXT), "The rules that fail."))
                      .with(value(Kind.POINTS)),
                  "What the rubric must say; a dimension's name stands for its score."),
              KNOWN_GAP)
          .needing("turns")
          .needing("expect");

  static final Shape.Keys RUBRIC =
      keys(
              "a rubric",
              key("empathy", value(FORMAT), "The version of this format."),
              key("rubric", value(Kind.ID), "The rubric's name."),
              key("version", TEXT, "The author's version of it."),
              key(LOCALE, TEXT, "Its language."),
              key("about", TEXT, "What it is for."),
              key("extends", TEXTS, "Files and built-in rubrics that this one builds on."),
              key("words", editableMap(Kind.ID, WORDS), "Word lists: $name matches an entry."),
              key(
                  "phrases",
                  editableMap(
                      Kind.ID,
                      either("a phrase or a list of phrases", value(Kind.PHRASE), RUBRIC_PHRASES)),
                  "Reusable phrases."),
              key("skippable", TEXTS, "Words that may stand between the words of a phrase."),
              key(
                  "emotions",
                  editableMap(Kind.ID, EMOTION),
                  "The families of each emotion, and the facts that raise it."),
              key("cues", map(Kind.ID, CUE), "What can be said: detection, no judgement."),
              key("dimensions", map(Kind.ID, DIMENSION), "The sides of the score."),
              key("bands", BANDS, "Names for ranges of the score."),
              key("pass-mark", value(Kind.POINTS), "The lowest score that passes."),
              key("rules", map(Kind.ID, RULE), "What the cues mean."),
              key("routes", map(Kind.ID, ROUTE), "Where a conversation should go."),
              key("responses", map(Kind.ID, RESPONSE), "What could be answered to a customer."),
              key("overrides", list(OVERRIDE), "What is scored otherwise where facts hold.")
                  .appending(),
              key("examples", list(RUBRIC_EXAMPLE), "Conversations and what is expected.")
                  .appending(),
              key("facts", list(value(Kind.ID)), "Names of facts that callers may give.")
                  .edits(Edits.ADD_AND_REMOVE))
          .needing("empathy")
          .needing("rubric")
          .needing("version");

  private RubricSchema() {}

  /** The maps of things of which a file that extends another may give a part. */
  static Map<String, Shape.Keys> parts() {
    Map<String, Shape.Keys> parts = new LinkedHashMap<>();
    for (Shape.Key key : RUBRIC.keys()) {
      if (key.shape() instanceof Shape.MapOf map
          && map.value().written() instanceof Shape.Keys keys
          && keys.merges()) {
        parts.put(key.name(), keys);
      }
    }
    return parts;
  }
}

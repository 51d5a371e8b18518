package dev.empathy.yaml;

import static dev.empathy.yaml.Shapes.FLAG;
import static dev.empathy.yaml.Shapes.TEXT;
import static dev.empathy.yaml.Shapes.TEXTS;
import static dev.empathy.yaml.Shapes.key;
import static dev.empathy.yaml.Shapes.keys;
import static dev.empathy.yaml.Shapes.list;
import static dev.empathy.yaml.Shapes.oneOf;
import static dev.empathy.yaml.Shapes.pair;
import static dev.empathy.yaml.Shapes.value;

import dev.empathy.yaml.Shape.Key;
import dev.empathy.yaml.Shape.Variant;
import java.util.List;

/** The keys of the conditions. */
final class ConditionSchema {

  private static final Shape NAME = value(Kind.NAME);

  private static final Shape CONDITIONS = list(new Shape.Lazy(() -> ConditionSchema.CONDITION));

  private static final Key TURN =
      key(
          "turn",
          oneOf("this", "previous", "last-3", "first", "first-2", "any"),
          "Which turn is looked at.");

  private static final Shape.Keys CUE =
      keys(
          "a cue condition",
          key("cue", NAME, "The cue that must be there."),
          key("missing", NAME, "The cue that must not be there."),
          key("at-least", value(Kind.AT_LEAST), "At least so many hits."),
          key("at-most", value(Kind.AMOUNT), "At most so many hits."),
          key("exactly", value(Kind.AMOUNT), "Exactly so many hits."),
          key(
              "per",
              oneOf("message", "sentence", "100-words", "conversation"),
              "What the count is measured against."),
          TURN,
          key(
              "position",
              oneOf("opening", "closing", "first-sentence", "last-sentence"),
              "Where in the turn the hit must stand."),
          key("before", NAME, "A cue that must not come first."),
          key("after", NAME, "A cue that must come first."),
          key(
              "within",
              value(Kind.WITHIN),
              "How near to another cue, in sentences or time, or in time to the conversation's start."),
          key("same", value(Kind.SAME), "The same list entry captured by another cue."));

  private static final Shape.Keys EMOTION =
      keys(
          "an emotion condition",
          key("emotion", NAME, "The emotion, or any."),
          key("at-least", value(Kind.STRENGTH), "The least strength."),
          TURN,
          key("rising", FLAG, "Whether it must be stronger than in the turn before."),
          key("family-of", NAME, "Only emotions of this family."));

  private static final Shape.Keys SIGNAL =
      keys(
              "a signal condition",
              key(
                  "signal",
                  NAME,
                  "The measured property: words, readability, echo-ratio, reply-delay and others."),
              key("below", value(Kind.NUMBER), "Less than this."),
              key("above", value(Kind.NUMBER), "More than this."),
              key("between", pair(value(Kind.NUMBER)), "Two numbers, both included."),
              TURN)
          .needing("below", "above", "between");

  static final Shape.Keys FACT =
      keys(
              "a fact condition",
              key("fact", NAME, "The fact's name."),
              key("is", TEXT, "The value it must have."),
              key("is-not", TEXT, "The value it must not have."),
              key("in", TEXTS, "Values, one of which it must have."),
              key("at-least", value(Kind.NUMBER), "The least that it must be, as a number."),
              key("at-most", value(Kind.NUMBER), "The most that it may be, as a number."),
              key("present", FLAG, "Whether it must have been given."))
          .needing("is", "is-not", "in", "at-least", "at-most", "present");

  private static final Shape.Keys RULE =
      keys(
              "a rule condition",
              key("rule", NAME, "The other rule."),
              key("is", oneOf("pass", "fail", "skip"), "The outcome it must have."))
          .needing("is");

  private static final Shape.Keys AT_LEAST_OF =
      keys(
              "an at-least-of condition",
              key("at-least-of", value(Kind.COUNT), "How many must hold."),
              key("of", CONDITIONS, "The conditions."))
          .needing("of");

  static final Shape.Choice CONDITION =
      new Shape.Choice(
          "a condition",
          List.of(
              new Variant(List.of("cue", "missing"), false, CUE),
              new Variant(List.of("emotion", "family-of"), true, EMOTION),
              one("signal", SIGNAL),
              one("fact", FACT),
              one("rule", RULE),
              one("all", keys("all", key("all", CONDITIONS, "All of these."))),
              one("any", keys("any", key("any", CONDITIONS, "At least one of these."))),
              one("none", keys("none", key("none", CONDITIONS, "None of these."))),
              one("at-least-of", AT_LEAST_OF)));

  private ConditionSchema() {}

  private static Variant one(String head, Shape.Keys keys) {
    return new Variant(List.of(head), false, keys);
  }
}

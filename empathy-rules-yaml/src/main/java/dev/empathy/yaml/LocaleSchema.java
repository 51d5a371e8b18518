package dev.empathy.yaml;

import static dev.empathy.yaml.Shapes.PHRASES;
import static dev.empathy.yaml.Shapes.PHRASE_OR_PHRASES;
import static dev.empathy.yaml.Shapes.TEXT;
import static dev.empathy.yaml.Shapes.TEXTS;
import static dev.empathy.yaml.Shapes.key;
import static dev.empathy.yaml.Shapes.keys;
import static dev.empathy.yaml.Shapes.map;
import static dev.empathy.yaml.Shapes.value;

/** The keys of a locale pack. */
final class LocaleSchema {

  static final Shape.Keys PACK =
      keys(
              "a locale pack",
              key("empathy", value(RubricSchema.FORMAT), "The version of this format."),
              key("locale", TEXT, "The language's tag."),
              key("window", value(Kind.WINDOW), "How many words to the left a negator counts."),
              key("negators", PHRASES, "What negates."),
              key("pseudo-negators", PHRASES, "What looks like negation and is none."),
              key("stops", TEXTS, "What ends a negator's reach."),
              key("intensifiers", PHRASES, "What strengthens an emotion."),
              key("dampeners", PHRASES, "What weakens an emotion."),
              key("function-words", TEXTS, "The most common words of the language."),
              key("formal-words", TEXTS, "Words that make a text formal."),
              key("informal-words", TEXTS, "Words that make a text familiar."),
              key("clitics", map(Kind.TEXT, TEXT), "Short forms and what they stand for."),
              key("inflections", map(Kind.TEXT, TEXTS), "Words with all their forms."),
              key("abbreviations", TEXTS, "Words whose full stop ends no sentence."),
              key("phrases", map(Kind.ID, PHRASE_OR_PHRASES), "Built-in classes as phrases."))
          .needing("locale")
          .needing("window");

  private LocaleSchema() {}
}

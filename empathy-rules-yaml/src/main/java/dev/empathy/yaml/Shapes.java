package dev.empathy.yaml;

import dev.empathy.yaml.Shape.Edits;
import dev.empathy.yaml.Shape.Key;
import java.util.List;

/** Short names for building shapes. */
final class Shapes {

  static final Shape TEXT = value(Kind.TEXT);
  static final Shape TEXTS = list(TEXT);
  static final Shape PHRASES = list(value(Kind.PHRASE));
  static final Shape PHRASE_OR_PHRASES =
      either("a phrase or a list of phrases", value(Kind.PHRASE), PHRASES);
  static final Shape FLAG = value(Kind.FLAG);

  private Shapes() {}

  static Shape value(Kind kind) {
    return new Shape.Value(kind);
  }

  static Shape oneOf(String... values) {
    return value(Kind.oneOf(values));
  }

  static Shape list(Shape item) {
    return new Shape.ListOf(item, 1, Integer.MAX_VALUE);
  }

  static Shape listOrEmpty(Shape item) {
    return new Shape.ListOf(item, 0, Integer.MAX_VALUE);
  }

  /** A list of two; what the two say together is for {@link ConditionCheck}. */
  static Shape pair(Shape item) {
    return new Shape.ListOf(item, 2, 2);
  }

  static Shape map(Kind names, Shape value) {
    return new Shape.MapOf(names, value, Edits.NONE);
  }

  static Shape editableMap(Kind names, Shape value) {
    return new Shape.MapOf(names, value, Edits.ADD_AND_REMOVE);
  }

  static Shape either(String what, Shape... options) {
    return new Shape.Either(what, List.of(options));
  }

  static Shape.Keys keys(String what, Key... keys) {
    return new Shape.Keys(what, List.of(keys), null, List.of(), false);
  }

  static Key key(String name, Shape shape, String about) {
    return Key.of(name, shape, about);
  }
}

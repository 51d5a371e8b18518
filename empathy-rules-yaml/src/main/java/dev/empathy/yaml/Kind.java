package dev.empathy.yaml;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A kind of text: what it looks like and whether a given one is of it.
 *
 * @param what what it looks like, for messages: "expected …"
 * @param values all values, where they are few; else empty
 * @param prose whether people read or write it, so that a comment in it is suspicious
 * @param test whether a text is of this kind
 * @param hint what to do about one that is not, or null
 */
record Kind(
    String what,
    List<String> values,
    boolean prose,
    Predicate<String> test,
    @Nullable String hint) {

  static final Kind TEXT = prose("a text", text -> !text.isBlank());
  static final Kind MESSAGE = prose("a text", text -> true);
  static final Kind PHRASE = prose("a phrase", text -> !text.isBlank());
  static final Kind NAME = of("a name", text -> !text.isBlank(), null);
  static final Kind ID =
      of(
          "a name of lower-case letters, digits and dashes",
          Ids::isId,
          "begin with a letter, end with a letter or a digit");
  static final Kind FLAG =
      new Kind(
          "true or false",
          List.of("true", "false"),
          false,
          List.of("true", "false")::contains,
          null);
  static final Kind POINTS =
      of("a score from 0 to 100", text -> Numbers.tenths(text, 0, 1000) != null, Numbers.TENTHS);
  static final Kind CHANGE =
      of(
          "a change of score from -100 to +100",
          text -> Numbers.tenths(text, -1000, 1000) != null,
          Numbers.TENTHS);
  static final Kind WEIGHT =
      of(
          "a weight above 0, at most 100",
          text -> Numbers.tenths(text, 1, 1000) != null,
          Numbers.TENTHS);
  static final Kind STRENGTH =
      of(
          "a number from 0 to 1",
          Numbers::isStrength,
          Numbers.DECIMAL);
  static final Kind NUMBER = of("a number", text -> Numbers.decimal(text) != null, Numbers.DECIMAL);
  static final Kind COUNT =
      of("a whole number from 1 to 1000", text -> Numbers.count(text, 1, 1000) != null, null);
  static final Kind WINDOW =
      of("a whole number from 0 to 20", text -> Numbers.count(text, 0, 20) != null, null);
  static final Kind AT_LEAST =
      of(
          "a whole number from 1, or count of CUE",
          text -> Amounts.amount(text, 1) != null,
          "leave it out if none is needed");
  static final Kind AMOUNT =
      of("a whole number, or count of CUE", text -> Amounts.amount(text, 0) != null, null);
  static final Kind WITHIN =
      of("a distance such as 2 sentences of CUE", text -> Amounts.within(text) != null, null);
  static final Kind SAME =
      of("a sameness such as feeling as CUE", text -> Amounts.same(text) != null, null);
  static final Kind NEGATION =
      of(
          "skip, keep or flip CUE",
          Amounts::isNegation,
          "flip names the cue that a negated hit becomes");
  static final Kind TURN_LINE =
      new Kind(
          "a message such as customer: Where is my order?",
          List.of(),
          true,
          Turns::isTurn,
          "begin with one of " + String.join(", ", Turns.ROLES) + " and a colon");

  private static Kind of(String what, Predicate<String> test, @Nullable String hint) {
    return new Kind(what, List.of(), false, test, hint);
  }

  private static Kind prose(String what, Predicate<String> test) {
    return new Kind(what, List.of(), true, test, null);
  }

  /** One of these words. */
  static Kind oneOf(String... values) {
    List<String> all = List.of(values);
    return new Kind("one of " + String.join(", ", all), all, false, all::contains, null);
  }

  boolean accepts(String text) {
    return test.test(text);
  }

  /** What to do about a text that is not of this kind, or null. */
  @Nullable String hint(String text) {
    String near = Nearest.hint(text, values);
    if (near != null) {
      return near;
    }
    boolean comma = text.indexOf(',') > 0 && Numbers.decimal(text.replace(',', '.')) != null;
    return comma ? "write " + text.replace(',', '.') : hint;
  }
}

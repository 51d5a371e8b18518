package dev.empathy.yaml;

import dev.empathy.rubric.Issue;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A kind of text: what it looks like and whether a given one is of it.
 *
 * @param what what it looks like, for messages: "expected …"
 * @param values all values, where they are few; else empty
 * @param prose whether people read or write it, so that a comment in it is suspicious
 * @param test whether a text is of this kind
 * @param advice what to do about one that is not, or null
 */
record Kind(
    String what,
    List<String> values,
    boolean prose,
    Predicate<String> test,
    Function<String, @Nullable String> advice) {

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
          text -> null);
  static final Kind POINTS =
      number("a score from 0 to 100", text -> Numbers.tenths(text, 0, 1000) != null);
  static final Kind CHANGE =
      number(
          "a change of score from -100 to +100", text -> Numbers.tenths(text, -1000, 1000) != null);
  static final Kind WEIGHT =
      number("a weight above 0, at most 100", text -> Numbers.tenths(text, 1, 1000) != null);
  static final Kind STRENGTH = number("a number from 0 to 1", Numbers::isStrength);
  static final Kind NUMBER = number("a number", text -> Numbers.decimal(text) != null);
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
          text -> "begin with one of " + String.join(", ", Turns.ROLES) + " and a colon");

  private static Kind of(String what, Predicate<String> test, @Nullable String advice) {
    return new Kind(what, List.of(), false, test, text -> advice);
  }

  private static Kind prose(String what, Predicate<String> test) {
    return new Kind(what, List.of(), true, test, text -> null);
  }

  private static Kind number(String what, Predicate<String> test) {
    return new Kind(what, List.of(), false, test, Numbers::advice);
  }

  /** One of these words. */
  static Kind oneOf(String... values) {
    List<String> all = List.of(values);
    String what = "one of " + String.join(", ", all);
    return new Kind(what, all, false, all::contains, text -> null);
  }

  boolean accepts(String text) {
    return test.test(text);
  }

  /** What to do about a text that is not of this kind, or null. */
  @Nullable String hint(String text) {
    String near = Issue.didYouMean(text, values, "");
    return near != null ? near : advice.apply(text);
  }
}

package dev.empathy.yaml;

import dev.empathy.rubric.Issue;
import java.math.BigDecimal;
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
 * @param look what it looks like to a validator that types scalars, or null for one of the values
 * @param test whether a text is of this kind
 * @param advice what to do about one that is not, or null
 */
record Kind(
    String what,
    List<String> values,
    boolean prose,
    @Nullable Look look,
    Predicate<String> test,
    Function<String, @Nullable String> advice) {

  static final Kind TEXT = prose("a text", Look.FILLED, text -> !text.isBlank());
  static final Kind MESSAGE = prose("a text", Look.ANY, text -> true);
  static final Kind PHRASE = prose("a phrase", Look.FILLED, text -> !text.isBlank());
  static final Kind NAME = of("a name", Look.FILLED, text -> !text.isBlank(), null);
  static final Kind ID =
      new Kind(
          "a name of lower-case letters, digits and dashes",
          List.of(),
          false,
          Look.ID,
          Ids::isId,
          Ids::advice);
  static final Kind FLAG =
      new Kind(
          "true or false",
          List.of("true", "false"),
          false,
          Look.FLAG,
          List.of("true", "false")::contains,
          text -> null);
  static final Kind POINTS = tenths("a score from 0 to 100", 0, 1000);
  static final Kind CHANGE = tenths("a change of score from -100 to +100", -1000, 1000);
  static final Kind WEIGHT = tenths("a weight above 0, at most 100", 1, 1000);
  static final Kind STRENGTH =
      decimal("a number from 0 to 1", BigDecimal.ZERO, BigDecimal.ONE, Numbers::isStrength);

  /** The strength of a word in a map of words, of which some may have none. */
  static final Kind WORD_STRENGTH =
      new Kind(
          "a number from 0 to 1, or none",
          List.of("none"),
          false,
          Look.number("(" + Numbers.DECIMAL_PATTERN + ")|^none$", BigDecimal.ZERO, BigDecimal.ONE),
          text -> text.equals("none") || Numbers.isStrength(text),
          Numbers::advice);

  static final Kind NUMBER =
      decimal(
          "a number", Numbers.MOST.negate(), Numbers.MOST, text -> Numbers.decimal(text) != null);
  static final Kind COUNT = count("a whole number from 1 to 1000", 1, 1000);
  static final Kind WINDOW = count("a whole number from 0 to 20", 0, 20);
  static final Kind AT_LEAST =
      of(
          "a whole number from 1, or count of CUE",
          Look.count(Amounts.AMOUNT_PATTERN, 1, Amounts.MOST),
          text -> Amounts.amount(text, 1) != null,
          "leave it out if none is needed");
  static final Kind AMOUNT =
      of(
          "a whole number, or count of CUE",
          Look.count(Amounts.AMOUNT_PATTERN, 0, Amounts.MOST),
          text -> Amounts.amount(text, 0) != null,
          null);
  static final Kind WITHIN =
      of(
          "a distance such as 2 sentences of CUE, 5 minutes of CUE or 20 seconds of start",
          Look.like(Amounts.WITHIN_PATTERN),
          text -> Amounts.within(text) != null,
          null);
  static final Kind SAME =
      of(
          "a sameness such as feeling as CUE",
          Look.like(Amounts.SAME_PATTERN),
          text -> Amounts.same(text) != null,
          null);
  static final Kind NEGATION =
      of(
          "skip, keep or flip CUE",
          Look.like(Amounts.NEGATION_PATTERN),
          Amounts::isNegation,
          "flip names the cue that a negated hit becomes");
  static final Kind TURN_LINE =
      new Kind(
          "a message such as customer: Where is my order?",
          List.of(),
          true,
          Look.like(Turns.PATTERN),
          Turns::isTurn,
          text -> "begin with one of " + String.join(", ", Turns.ROLES) + " and a colon");

  private static Kind of(String what, Look look, Predicate<String> test, @Nullable String advice) {
    return new Kind(what, List.of(), false, look, test, text -> advice);
  }

  private static Kind prose(String what, Look look, Predicate<String> test) {
    return new Kind(what, List.of(), true, look, test, text -> null);
  }

  private static Kind tenths(String what, int least, int most) {
    Look look =
        Look.number(
            Numbers.TENTHS_PATTERN, BigDecimal.valueOf(least, 1), BigDecimal.valueOf(most, 1));
    Predicate<String> test = text -> Numbers.tenths(text, least, most) != null;
    return new Kind(what, List.of(), false, look, test, Numbers::advice);
  }

  private static Kind decimal(
      String what, BigDecimal least, BigDecimal most, Predicate<String> test) {
    Look look = Look.number(Numbers.DECIMAL_PATTERN, least, most);
    return new Kind(what, List.of(), false, look, test, Numbers::advice);
  }

  private static Kind count(String what, int least, int most) {
    Look look = Look.count(Numbers.COUNT_PATTERN, least, most);
    return of(what, look, text -> Numbers.count(text, least, most) != null, null);
  }

  /** One of these words. */
  static Kind oneOf(String... values) {
    List<String> all = List.of(values);
    String what = "one of " + String.join(", ", all);
    return new Kind(what, all, false, null, all::contains, text -> null);
  }

  /** The look of a name that is of this kind. */
  String namePattern() {
    if (look == null || look.pattern() == null) {
      throw new IllegalStateException("not for names: " + what);
    }
    return look.pattern();
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

package dev.empathy.yaml;

import dev.empathy.rubric.Condition.Amount;
import dev.empathy.rubric.Condition.Same;
import dev.empathy.rubric.Condition.Unit;
import dev.empathy.rubric.Condition.Within;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Negation;
import dev.empathy.rubric.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The values of a few words, such as {@code 2 sentences of apology}. */
final class Amounts {

  static final int MOST = 1000;

  /** Where a conversation begins; no cue, in a distance of time. */
  private static final String START = "start";

  // What the methods below read, for JSON Schema.
  static final String AMOUNT_PATTERN = "^ *(" + Numbers.COUNT + "|count +of +[^ ]+) *$";
  static final String WITHIN_PATTERN =
      "^ *([1-9][0-9]{0,2}|1000) +(sentence|second|minute|hour)s? +of +[^ ]+ *$";
  static final String SAME_PATTERN = "^ *[^ ]+ +as +[^ ]+ *$";
  static final String NEGATION_PATTERN = "^ *(skip|keep|flip +[^ ]+) *$";

  private Amounts() {}

  static @Nullable Amount amount(String text, int least) {
    return amount(new Text(text, Location.CODE), least);
  }

  /** {@code 2} or {@code count of CUE}, or null. */
  static @Nullable Amount amount(Text text, int least) {
    List<Text> words = words(text);
    if (words.size() == 3 && says(words, 0, "count") && says(words, 1, "of")) {
      return new Amount(0, words.get(2));
    }
    Integer number = Numbers.count(text.value().strip(), least, MOST);
    return number == null ? null : Amount.of(number);
  }

  static @Nullable Within within(String text) {
    return within(new Text(text, Location.CODE));
  }

  /** {@code 2 sentences of CUE}, {@code 2 minutes of CUE}, {@code 20 seconds of start}, or null. */
  static @Nullable Within within(Text text) {
    List<Text> words = words(text);
    boolean form = words.size() == 4 && says(words, 2, "of");
    Integer number = form ? Numbers.count(words.get(0).value(), 1, MOST) : null;
    Unit unit = form ? unit(words.get(1).value()) : null;
    if (number == null || unit == null) {
      return null;
    }
    boolean start = unit != Unit.SENTENCES && says(words, 3, START);
    return new Within(number, unit, start ? null : words.get(3));
  }

  /** One or several of a unit, or null. */
  private static @Nullable Unit unit(String word) {
    for (Unit unit : Unit.values()) {
      String several = unit.name().toLowerCase(Locale.ROOT);
      if (word.equals(several) || word.equals(several.substring(0, several.length() - 1))) {
        return unit;
      }
    }
    return null;
  }

  static @Nullable Same same(String text) {
    return same(new Text(text, Location.CODE));
  }

  /** {@code CAPTURE as CUE}, or null. */
  static @Nullable Same same(Text text) {
    List<Text> words = words(text);
    boolean form = words.size() == 3 && says(words, 1, "as");
    return form ? new Same(words.get(0), words.get(2)) : null;
  }

  static boolean isNegation(String text) {
    return negation(new Text(text, Location.CODE)) != null;
  }

  /** {@code skip}, {@code keep} or {@code flip CUE}; else null. */
  static @Nullable Negation negation(Text text) {
    List<Text> words = words(text);
    if (words.size() == 1 && says(words, 0, "skip")) {
      return Negation.SKIP;
    }
    if (words.size() == 1 && says(words, 0, "keep")) {
      return Negation.KEEP;
    }
    boolean flips = words.size() == 2 && says(words, 0, "flip");
    return flips ? new Negation(Negation.Effect.FLIP, words.get(1)) : null;
  }

  private static boolean says(List<Text> words, int index, String word) {
    return words.get(index).value().equals(word);
  }

  /** The words between spaces, each with its place. */
  private static List<Text> words(Text text) {
    List<Text> words = new ArrayList<>();
    String value = text.value();
    int start = 0;
    for (int at = 0; at <= value.length(); at++) {
      if (at == value.length() || value.charAt(at) == ' ') {
        if (at > start) {
          words.add(new Text(value.substring(start, at), text.at().plus(start)));
        }
        start = at + 1;
      }
    }
    return words;
  }
}

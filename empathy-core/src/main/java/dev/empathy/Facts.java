package dev.empathy;

import dev.empathy.rubric.Condition.FactCondition;
import dev.empathy.rubric.Emotion.Raise;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the facts that a caller gave say. */
final class Facts {

  /** More digits than a number of ours needs, and few enough to be read as a double. */
  private static final int MOST_DIGITS = 30;

  private Facts() {}

  static Truth test(FactCondition condition, Map<String, String> facts) {
    String value = facts.get(condition.fact().value());
    Truth there =
        condition.present() == null ? Truth.TRUE : Truth.of((value != null) == condition.present());
    boolean asksNumber = condition.atLeast() != null || condition.atMost() != null;
    boolean asksText =
        condition.is() != null || condition.isNot() != null || !condition.in().isEmpty();
    Truth holds = Truth.TRUE;
    if (asksText) {
      holds = value == null ? Truth.UNKNOWN : Truth.of(isText(condition, value));
    }
    if (asksNumber) {
      holds = holds.and(isNumber(condition, value));
    }
    return there.and(holds);
  }

  private static boolean isText(FactCondition condition, String value) {
    return (condition.is() == null || condition.is().equals(value))
        && (condition.isNot() == null || !condition.isNot().equals(value))
        && (condition.in().isEmpty() || condition.in().contains(value));
  }

  private static Truth isNumber(FactCondition condition, @Nullable String value) {
    Double number = value == null ? null : number(value);
    return number == null
        ? Truth.UNKNOWN
        : Truth.of(
            (condition.atLeast() == null || number >= condition.atLeast())
                && (condition.atMost() == null || number <= condition.atMost()));
  }

  /** What is not known of a fact whose condition is unknown; never its value. */
  static String unknown(FactCondition condition, Map<String, String> facts) {
    String name = condition.fact().value();
    return facts.containsKey(name)
        ? "the fact " + name + " is not a number"
        : "the fact " + name + " was not given";
  }

  /** Those of an emotion's raises that the facts bring about, in order. */
  static List<Raise> raising(List<Raise> raises, Map<String, String> facts) {
    return raises.stream().filter(raise -> test(raise.when(), facts) == Truth.TRUE).toList();
  }

  /** By how much the facts raise an emotion. */
  static double raised(List<Raise> raises, Map<String, String> facts) {
    double raised = 0;
    for (Raise raise : raises) {
      raised += test(raise.when(), facts) == Truth.TRUE ? raise.by() : 0;
    }
    return raised;
  }

  /**
   * The number that a fact is, or null: digits with at most one point among them and a sign before,
   * as in a rubric; never an exponent, never {@code NaN}.
   */
  static @Nullable Double number(String fact) {
    String text = fact.strip();
    int first = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    int digits = 0;
    int points = 0;
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inner = i > first && i < text.length() - 1;
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.' && inner && points == 0) {
        points++;
      } else {
        return null;
      }
    }
    boolean readable = digits > 0 && digits <= MOST_DIGITS;
    return readable ? (Double) Double.parseDouble(text) : null;
  }
}

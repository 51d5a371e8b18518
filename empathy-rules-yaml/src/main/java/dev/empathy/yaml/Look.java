package dev.empathy.yaml;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of text looks like to a validator of JSON Schema.
 *
 * <p>To our reader every scalar is a text. Such a validator sees it after YAML 1.2 has given a type
 * to what stands without quotes: {@code no} and {@code 12:30} are texts, but {@code 1.10} is a
 * number and {@code true} a boolean. So wherever an author may write a text, all three are right.
 *
 * @param types the types it may come in
 * @param pattern what it looks like where it comes as a text (in the dialect of JSON Schema), or
 *     null for anything
 * @param least the least number where it comes as one, or null for any
 * @param most the greatest number, or null for any
 */
record Look(
    List<String> types,
    @Nullable String pattern,
    @Nullable BigDecimal least,
    @Nullable BigDecimal most) {

  static final Look ANY = new Look(List.of("string", "number", "boolean"), null, null, null);
  static final Look FILLED = new Look(ANY.types, "\\S", null, null);
  static final Look FLAG = new Look(List.of("boolean", "string"), "^(true|false)$", null, null);

  /** {@code true} is a good name, and a boolean to YAML. No name begins with a digit. */
  static final Look ID = new Look(List.of("string", "boolean"), Ids.PATTERN, null, null);

  /** A text that YAML can take for nothing else, since it holds a letter and a space or a colon. */
  static Look like(String pattern) {
    return new Look(List.of("string"), pattern, null, null);
  }

  /** A number, in quotes or not; in quotes its size cannot be seen. */
  static Look number(String pattern, BigDecimal least, BigDecimal most) {
    return new Look(List.of("number", "string"), pattern, least, most);
  }

  /** A whole number. */
  static Look count(String pattern, int least, int most) {
    return new Look(
        List.of("integer", "string"), pattern, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
  }

  /** Whether it says more than that something is written there. */
  boolean telling() {
    return least != null || pattern != null && !equals(FILLED);
  }
}

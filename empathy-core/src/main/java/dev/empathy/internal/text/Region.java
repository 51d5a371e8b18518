package dev.empathy.internal.text;

/**
 * A part of a message that is not its writer's words.
 *
 * @param kind what it is
 * @param start in UTF-16 units
 * @param end exclusive
 */
public record Region(Kind kind, int start, int end) {

  /** What a region is. */
  public enum Kind {
    QUOTE,
    SIGNATURE,
    CODE,
    HTML,
    URL,
    EMAIL_ADDRESS,
    MENTION,
    PLACEHOLDER,
    REDACTED
  }
}

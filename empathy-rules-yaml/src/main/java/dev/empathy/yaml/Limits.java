package dev.empathy.yaml;

/** How large a rubric may be. The files may come from strangers. */
final class Limits {

  /**
   * Two MiB: ten times the largest rubric we know of, and parsed within a second. All files of a
   * rubric together, the built-in ones too: what counts is what must be held at once.
   */
  static final int BYTES = 2 * 1024 * 1024;

  /**
   * Texts, lists and maps of all files together: half of what two MiB of ordinary lines hold. Each
   * takes some hundred bytes while it is checked, a hundred times what the author wrote for it.
   */
  static final int NODES = 150_000;

  /**
   * UTF-16 units of a line. The parser looks ahead to the end of a word or a comment, and what it
   * has to look through costs the square of it: two MiB on one line would take seconds.
   */
  static final int LINE = 250_000;

  /** Conditions in conditions in conditions need about twelve. */
  static final int DEPTH = 20;

  /** Files that one rubric may be made of, so that a chain of files comes to an end. */
  static final int FILES = 100;

  /** A few hundred is what the largest of ours has; each costs a little at every message. */
  static final int CUES = 10_000;

  /**
   * Conditions of all rules, routes, responses and raised emotions. Each may have to look at 10,000
   * hits.
   */
  static final int CONDITIONS = 5_000;

  /** More feelings than any list of them knows. */
  static final int EMOTIONS = 500;

  /** Nobody can weigh a hundred against each other. */
  static final int DIMENSIONS = 100;

  /** One for each point of the score. */
  static final int BANDS = 101;

  /** All that apply are put together at every message. */
  static final int OVERRIDES = 500;

  /** More than anybody could choose from. */
  static final int RESPONSES = 500;

  /** Each is a message to be read whenever the rubric is loaded. */
  static final int EXAMPLES = 10_000;

  /** Those of rules, routes, responses and the whole; for each of them all rules are judged. */
  static final int JUDGED_EXAMPLES = 5_000;

  /** Rules times these examples: a second or two whenever the rubric is loaded. */
  static final int JUDGEMENTS = 1_000_000;

  private Limits() {}
}

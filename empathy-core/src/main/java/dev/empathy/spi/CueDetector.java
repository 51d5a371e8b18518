package dev.empathy.spi;

import java.util.List;

/**
 * Finds spans of a message that no phrase can describe. A cue of a rubric names it under {@code
 * detect:}; each span is a hit of that cue.
 *
 * <p>It must be a pure function of its arguments (the same arguments, the same spans, on every
 * machine) and safe for use by any number of threads at once: an assessment is only as repeatable
 * as the detectors in it. It should take time in proportion to the text, which may be long and may
 * be anything, broken surrogates included.
 *
 * <p>A detector that fails makes its cue <em>unknown</em> in that message, with no hit there, and
 * the assessment says so; the rest of the assessment stands. It fails by throwing, by returning
 * null or a null span, and by any span that is empty, lies outside the text, or begins or ends
 * within a surrogate pair. What it throws is not shown but for the name of its class, as its
 * message may hold words of the text.
 */
@FunctionalInterface
public interface CueDetector {

  /**
   * The spans of a text, in any order. Where some overlap, the one that begins first counts, and of
   * those that begin together the longest; of all hits of a cue the phrases' own go first.
   *
   * @param text a message. What its writer only quoted (earlier mail, signatures, code, HTML) is
   *     blanked out with spaces, so that every offset is one of the message as it was written
   * @param writer who wrote it
   * @return the spans; empty where there is nothing to find
   */
  List<Span> find(String text, Writer writer);

  /**
   * A half-open part of a text: {@code [3, 7)} is the word in {@code "😡 This"}.
   *
   * @param start in UTF-16 units, from 0, as {@link String#substring(int, int)} counts
   * @param end in UTF-16 units, exclusive, above {@code start}
   */
  record Span(int start, int end) {}

  /** Who wrote a message. */
  enum Writer {
    /** Who asks for help. */
    CUSTOMER,
    /** A person who answers. */
    AGENT,
    /** A program that answers. */
    BOT,
    /** A person who takes over from an agent. */
    SUPERVISOR
  }
}

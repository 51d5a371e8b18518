package dev.empathy.chatbot;

import dev.empathy.Assessment;
import java.util.Objects;

/**
 * What may be sent to the customer, and how it came about. Its {@code toString} never shows the
 * text.
 *
 * @param action how it came about
 * @param text what to send
 * @param assessment what the rubric says of the last draft that was looked at, whether or not it is
 *     what is sent
 * @param desk who should answer from now on
 * @param drafts how many drafts were looked at
 */
public record AuditedReply(
    Action action, String text, Assessment assessment, Desk desk, int drafts) {

  /** How a reply came about. */
  public enum Action {
    /** The first draft passed. */
    SENT,
    /** A later draft passed. */
    REDRAFTED,
    /** No draft passed: a template speaks instead. */
    TEMPLATE,
    /** A person takes over, and the text says so. */
    HANDED_OVER
  }

  public AuditedReply {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(assessment, "assessment");
    Objects.requireNonNull(desk, "desk");
  }

  @Override
  public String toString() {
    return "AuditedReply[" + action + ", " + desk + ", " + drafts + " drafts]";
  }
}

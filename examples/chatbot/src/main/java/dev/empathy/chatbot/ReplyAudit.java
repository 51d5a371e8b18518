package dev.empathy.chatbot;

import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Looks at a bot's drafts before they are sent: a draft passes, or the model is asked again with
 * advice (at most as often as configured), or a template speaks instead, or a person takes over.
 *
 * <pre>{@code
 * ReplyAudit audit = ReplyAudit.of(rubric::engine).redrafts(2);
 * AuditedTurn turn = audit.begin(conversation);      // ends with the customer's message
 * AuditStep step = turn.judge(draft);                // Send, or Redraft with a prompt
 * }</pre>
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param rubric asked once for each reply, which is judged by that rubric alone, whatever is loaded
 *     meanwhile
 * @param redrafts how often the model is asked again at most; 0 for never
 * @param longestDraft a longer draft, in UTF-16 units, is asked to be shorter
 * @param triage decides who answers
 * @param templates what is said where no draft passes, or a person takes over
 * @param listener hears what was done
 */
public record ReplyAudit(
    Supplier<EmpathyEngine> rubric,
    int redrafts,
    int longestDraft,
    Triage triage,
    TemplateBot templates,
    AuditListener listener) {

  /** As often as LangChain4j asks again where nothing else is configured. */
  public static final int REDRAFTS = 2;

  /** Some 600 words: more than a customer reads in a chat. */
  public static final int LONGEST_DRAFT = 4_000;

  public ReplyAudit {
    Objects.requireNonNull(rubric, "rubric");
    Objects.requireNonNull(triage, "triage");
    Objects.requireNonNull(templates, "templates");
    Objects.requireNonNull(listener, "listener");
    if (redrafts < 0 || longestDraft < 1) {
      throw new IllegalArgumentException(
          "redrafts " + redrafts + ", longest draft " + longestDraft);
    }
  }

  /** An audit with defaults for everything but the rubric. */
  public static ReplyAudit of(Supplier<EmpathyEngine> rubric) {
    return new ReplyAudit(
        rubric, REDRAFTS, LONGEST_DRAFT, Triage.DEFAULT, TemplateBot.DEFAULT, AuditListener.NONE);
  }

  /** The same with another rubric. */
  public ReplyAudit rubric(Supplier<EmpathyEngine> rubric) {
    return new ReplyAudit(rubric, redrafts, longestDraft, triage, templates, listener);
  }

  /** The same, asking the model again at most so often. */
  public ReplyAudit redrafts(int redrafts) {
    return new ReplyAudit(rubric, redrafts, longestDraft, triage, templates, listener);
  }

  /** The same, with drafts of at most so many UTF-16 units. */
  public ReplyAudit longestDraft(int longestDraft) {
    return new ReplyAudit(rubric, redrafts, longestDraft, triage, templates, listener);
  }

  /** The same with another way to decide who answers. */
  public ReplyAudit triage(Triage triage) {
    return new ReplyAudit(rubric, redrafts, longestDraft, triage, templates, listener);
  }

  /** The same with other templates. */
  public ReplyAudit templates(TemplateBot templates) {
    return new ReplyAudit(rubric, redrafts, longestDraft, triage, templates, listener);
  }

  /** The same, heard by a listener. */
  public ReplyAudit listener(AuditListener listener) {
    return new ReplyAudit(rubric, redrafts, longestDraft, triage, templates, listener);
  }

  /**
   * Begins a reply.
   *
   * @param soFar everything said before the reply, and what the caller knows beyond it
   */
  public AuditedTurn begin(Conversation soFar) {
    return new AuditedTurn(this, rubric.get(), soFar);
  }
}

package dev.empathy.chatbot;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.EmpathySession;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.chatbot.AuditStep.Redraft;
import dev.empathy.chatbot.AuditStep.Send;
import dev.empathy.chatbot.AuditedReply.Action;
import org.jspecify.annotations.Nullable;

/**
 * One reply, from the first draft to what is sent. It keeps the rubric that it began with. For one
 * thread at a time.
 */
public final class AuditedTurn {

  private static final String AGAIN =
      "Your reply was not sent to the customer. Write it again: keep the facts in it, and change"
          + " this. %s Answer with the new reply alone.";

  private static final String EMPTY =
      "Your reply was empty. Answer the customer's last message in a few sentences. Answer with the"
          + " reply alone.";

  private static final String LONG =
      "Your reply was not sent to the customer, because it is too long. Write it again in at most"
          + " %d characters. Answer with the new reply alone.";

  private final ReplyAudit audit;
  private final EmpathyEngine engine;
  private final Conversation soFar;
  private final EmpathySession.Snapshot history;
  private final Desk desk;
  private int drafts;

  AuditedTurn(ReplyAudit audit, EmpathyEngine engine, Conversation soFar) {
    this.audit = audit;
    this.engine = engine;
    this.soFar = soFar;
    EmpathySession session = engine.session(soFar.facts());
    Desk last = Desk.BOT;
    for (Message message : soFar.messages()) {
      Assessment assessment = session.add(message);
      if (message.role() != Role.SYSTEM) {
        last = audit.triage().desk(assessment);
      }
    }
    this.desk = last;
    this.history = session.snapshot();
  }

  /** Who should answer. Where it is a person no model needs to be asked: {@link #handOver()}. */
  public Desk desk() {
    return desk;
  }

  /** Says that a person takes over, without a draft. */
  public AuditedReply handOver() {
    String text = audit.templates().handOver(engine, soFar, desk);
    return replied(new AuditedReply(Action.HANDED_OVER, text, assess(text), desk, drafts));
  }

  /**
   * Looks at a draft.
   *
   * @param draft what the model wrote; null where it wrote nothing
   */
  public AuditStep judge(@Nullable String draft) {
    drafts++;
    String text = draft == null ? "" : draft.strip();
    boolean isLong = text.length() > audit.longestDraft();
    Assessment assessment = assess(isLong ? text.substring(0, audit.longestDraft()) : text);
    if (desk.isPerson()) {
      return new Send(replied(reply(Action.HANDED_OVER, handOverText(), assessment)));
    }
    if (!text.isEmpty() && !isLong && assessment.passed()) {
      Action action = drafts == 1 ? Action.SENT : Action.REDRAFTED;
      return new Send(replied(reply(action, text, assessment)));
    }
    if (drafts <= audit.redrafts()) {
      return new Redraft(prompt(text, isLong, assessment));
    }
    return new Send(replied(reply(Action.TEMPLATE, template(), assessment)));
  }

  /** What is said where the model writes nothing that can be sent, or cannot be reached. */
  public AuditedReply template(@Nullable String lastDraft) {
    Assessment assessment = assess(lastDraft == null ? "" : lastDraft.strip());
    return replied(reply(Action.TEMPLATE, template(), assessment));
  }

  private String template() {
    return audit.templates().reply(engine, soFar).text();
  }

  private String handOverText() {
    return audit.templates().handOver(engine, soFar, desk);
  }

  private AuditedReply reply(Action action, String text, Assessment assessment) {
    return new AuditedReply(action, text, assessment, desk, drafts);
  }

  private AuditedReply replied(AuditedReply reply) {
    audit.listener().replied(reply);
    return reply;
  }

  private Assessment assess(String text) {
    long before = System.nanoTime();
    Assessment assessment = history.draft(Message.bot(text));
    audit.listener().assessed(assessment, System.nanoTime() - before);
    return assessment;
  }

  /** Advice quotes only what the rubric lists, never a customer's or a model's own words. */
  private String prompt(String text, boolean isLong, Assessment assessment) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    if (isLong) {
      return LONG.formatted(audit.longestDraft());
    }
    String advice = assessment.advice();
    return AGAIN.formatted(advice.isEmpty() ? whatWouldPass(text) : advice);
  }

  /** A score below the pass mark for which no single rule has a suggestion. */
  private String whatWouldPass(String text) {
    return engine.explainReply(soFar.and(Message.bot(text))).advice();
  }
}

package dev.empathy.chatbot;

import java.util.Objects;

/** What to do with a draft. */
public sealed interface AuditStep {

  /** It is settled what is sent. */
  record Send(AuditedReply reply) implements AuditStep {
    public Send {
      Objects.requireNonNull(reply, "reply");
    }
  }

  /**
   * The model is asked again.
   *
   * @param prompt what to change, in plain sentences; it holds no word of the customer's
   */
  record Redraft(String prompt) implements AuditStep {
    public Redraft {
      Objects.requireNonNull(prompt, "prompt");
    }
  }
}

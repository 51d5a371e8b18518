package dev.empathy.chatbot;

import dev.empathy.Assessment;

/** Hears what an audit did, to count and to measure. Called on the thread that audits. */
public interface AuditListener {

  /** Listens to nothing. */
  AuditListener NONE = new AuditListener() {};

  /**
   * A draft was assessed.
   *
   * @param assessment what the rubric says of it
   * @param nanos how long that took, in nanoseconds
   */
  default void assessed(Assessment assessment, long nanos) {}

  /** It is settled what is sent. */
  default void replied(AuditedReply reply) {}
}

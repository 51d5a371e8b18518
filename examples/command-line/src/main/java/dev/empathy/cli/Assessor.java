package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;

/** What a batch needs of an engine; a test of the batch's own work stands in for it. */
interface Assessor {

  Assessment assess(Message message);

  ConversationAssessment assess(Conversation conversation);

  /**
   * @param explained whether in the explained form
   */
  static Assessor of(EmpathyEngine engine, boolean explained) {
    return new Assessor() {
      @Override
      public Assessment assess(Message message) {
        return explained ? engine.explain(message) : engine.assess(message);
      }

      @Override
      public ConversationAssessment assess(Conversation conversation) {
        return explained ? engine.explain(conversation) : engine.assess(conversation);
      }
    };
  }
}

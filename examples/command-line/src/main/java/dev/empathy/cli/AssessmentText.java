package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.Conversation;

/**
 * An assessment as a person reads it on a terminal: the verdict first, then the words themselves
 * with what matters underlined and numbered, then by these numbers what to change and why, each
 * with its line of the rubric, and how it adds up. Where nothing is to be mended it is short.
 */
final class AssessmentText {

  private AssessmentText() {}

  /**
   * The text.
   *
   * @param conversation the messages that the assessment's indices speak of
   * @param verbose whether with all the details
   * @param width the columns to use; only a rubric's own ids and places may run over them
   */
  static String of(
      Conversation conversation, Assessment assessment, boolean verbose, int width, Paint paint) {
    Page page = new Page(width, paint);
    Subject subject = new Subject(conversation, assessment, verbose);
    new VerdictText(subject, page).print();
    if (subject.isCustomers()) {
      new CustomerText(subject, page).print();
    } else {
      new AgentText(subject, page).print();
    }
    new RestText(subject, page).print();
    if (verbose) {
      new RecordText(subject, page).print();
    }
    return page.text();
  }
}

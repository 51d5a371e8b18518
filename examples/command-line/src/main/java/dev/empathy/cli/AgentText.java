package dev.empathy.cli;

import dev.empathy.Finding;
import dev.empathy.Message;
import java.util.List;

/** A message of the agent's side: what to mend and what to keep, and how it adds up. */
final class AgentText {

  private final Subject subject;
  private final Page page;
  private final List<Finding> findings;

  AgentText(Subject subject, Page page) {
    this.subject = subject;
    this.page = page;
    this.findings = subject.assessment().findings();
  }

  void print() {
    if (!subject.isBrief()) {
      messages();
    }
    findings();
    if (!subject.isBrief()) {
      new ScoreText(subject, page).print();
      new ChangeText(subject, page).print();
    }
  }

  private void messages() {
    MarkedMessages messages = new MarkedMessages(subject);
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      Mark mark = finding.kind() == Finding.Kind.ISSUE ? Mark.ISSUE : Mark.STRENGTH;
      messages.mark(finding.because(), i + 1, mark);
      if (isPart(finding)) {
        messages.mark(finding.message(), finding.span(), i + 1, mark);
      }
    }
    messages.print(page);
  }

  /** Whether a finding is about certain words: of what is missing, the whole message is given. */
  private boolean isPart(Finding finding) {
    List<Message> messages = subject.messages();
    return finding.span() != null
        && finding.message() < messages.size()
        && 2 * (finding.span().end() - finding.span().start())
            < messages.get(finding.message()).text().strip().length();
  }

  private void findings() {
    FindingText text = new FindingText(subject, page);
    boolean strengths = false;
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      if (finding.kind() == Finding.Kind.ISSUE) {
        text.issue(i + 1, finding);
        continue;
      }
      if (!strengths && !subject.isBrief()) {
        page.blank();
      }
      strengths = true;
      text.strength(subject.isBrief() ? null : (Integer) (i + 1), finding);
    }
  }
}

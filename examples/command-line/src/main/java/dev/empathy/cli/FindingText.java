package dev.empathy.cli;

import dev.empathy.Finding;
import dev.empathy.LedgerEntry;
import dev.empathy.rubric.Severity;
import org.jspecify.annotations.Nullable;

/** A finding: what it is, what to write instead, and why it is there. */
final class FindingText {

  private static final String INDENT = Page.INDENT;

  private final Subject subject;
  private final Page page;
  private final EvidenceText evidence;

  FindingText(Subject subject, Page page) {
    this.subject = subject;
    this.page = page;
    this.evidence = new EvidenceText(subject, page);
  }

  void issue(int number, Finding finding) {
    Severity severity = finding.severity();
    page.blank();
    page.hanging(
        "",
        INDENT,
        new Painted()
            .as(Mark.ISSUE.colour(), number + " ")
            .as(Paint.severity(severity), severity == null ? "issue" : Choices.name(severity))
            .plain(INDENT)
            .as(Paint.BOLD, finding.rule())
            .plain(" ")
            .whole(counts(finding)));
    paragraph(finding.explanation());
    if (finding.suggestion() != null) {
      page.hanging(INDENT + "→ ", INDENT + INDENT, Painted.of(finding.suggestion()));
    }
    evidence.print(INDENT, finding.because());
    page.labelled(INDENT, "rule", new Painted().whole(subject.place(finding.at())));
  }

  /** A strength, with its number where its words are underlined somewhere. */
  void strength(@Nullable Integer number, Finding finding) {
    Painted line = new Painted();
    line.as(Mark.STRENGTH.colour(), (number == null ? "" : number + " ") + "+ ");
    if (finding.praise() == null) {
      line.plain(finding.rule() + " ").whole(counts(finding));
    } else {
      line.plain(finding.praise() + INDENT).faint(finding.rule() + " ").whole(counts(finding));
    }
    page.hanging("", INDENT + INDENT, line);
    if (subject.verbose()) {
      evidence.print(INDENT + INDENT, finding.because());
      page.labelled(INDENT + INDENT, "rule", new Painted().whole(subject.place(finding.at())));
    }
  }

  private void paragraph(@Nullable String text) {
    if (text != null) {
      page.paragraph(INDENT, Painted.of(text));
    }
  }

  /** What the rule counts for, and what it brought or cost. */
  private String counts(Finding finding) {
    String dimension = finding.dimension();
    if (dimension == null) {
      return "";
    }
    double delta =
        subject.assessment().ledger().stream()
            .filter(entry -> entry.kind() == LedgerEntry.Kind.RULE)
            .filter(entry -> finding.rule().equals(entry.rule()))
            .mapToDouble(LedgerEntry::delta)
            .sum();
    return "(" + dimension + (delta == 0 ? "" : " " + Figures.signed(delta)) + ")";
  }
}

package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.Finding;
import dev.empathy.Status;
import dev.empathy.rubric.Severity;
import java.util.List;

/** What it comes to, in a line. */
final class VerdictText {

  private final Subject subject;
  private final Assessment assessment;
  private final Page page;

  VerdictText(Subject subject, Page page) {
    this.subject = subject;
    this.assessment = subject.assessment();
    this.page = page;
  }

  void print() {
    Painted verdict = new Painted();
    Double score = assessment.score();
    if (score == null) {
      verdict.as(Paint.BOLD, "no score").plain(": " + whyNoScore());
    } else {
      String band = assessment.band() == null ? "" : Page.INDENT + assessment.band();
      verdict.as(Paint.BOLD, Figures.points(score) + band);
    }
    if (isJudged()) {
      verdict.plain(Page.INDENT).as(assessment.passed() ? Paint.GREEN : Paint.RED, passed());
    }
    String rubric = assessment.rubric().id() + " " + assessment.rubric().version();
    page.hanging("", Page.INDENT, verdict.plain(Page.INDENT).whole("(" + rubric + ")"));
    status();
  }

  private boolean isJudged() {
    return !subject.isCustomers() && assessment.status() != Status.PART;
  }

  private String whyNoScore() {
    if (assessment.status() == Status.PART) {
      return "a part of the agent's turn, assessed with its last message";
    }
    if (subject.isCustomers()) {
      return "a customer's message, " + Choices.name(assessment.valence());
    }
    return assessment.dimensions().isEmpty()
        ? "the rubric has no dimensions"
        : "no dimension could be assessed";
  }

  private String passed() {
    if (assessment.passed()) {
      return assessment.issues().isEmpty() ? "passed, no issues" : "passed";
    }
    List<Severity> grave =
        assessment.issues().stream()
            .map(Finding::severity)
            .filter(severity -> severity != null && severity.compareTo(Severity.ERROR) >= 0)
            .toList();
    if (grave.isEmpty()) {
      return "not passed: below the pass mark";
    }
    long critical = grave.stream().filter(severity -> severity == Severity.CRITICAL).count();
    long errors = grave.size() - critical;
    return "not passed: "
        + (critical == 0 ? "" : critical + " critical")
        + (critical == 0 || errors == 0 ? "" : ", ")
        + (errors == 0 ? "" : Figures.plural(errors, "error"));
  }

  private void status() {
    if (assessment.status() == Status.TRUNCATED) {
      page.paragraph(
          "", Painted.of("The message is over a limit: only its beginning was assessed."));
    } else if (assessment.status() == Status.OTHER_LANGUAGE) {
      page.paragraph(
          "",
          Painted.of(
              "The message is hardly in the rubric's language ("
                  + assessment.rubric().locale()
                  + "): what rests on absence is unknown."));
    }
  }
}

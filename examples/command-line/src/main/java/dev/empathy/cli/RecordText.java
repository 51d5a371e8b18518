package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.Receipt;
import dev.empathy.rubric.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** For the record: what held, what was measured, by which rubric and engine. */
final class RecordText {

  private final Subject subject;
  private final Assessment assessment;
  private final Page page;

  RecordText(Subject subject, Page page) {
    this.subject = subject;
    this.assessment = subject.assessment();
    this.page = page;
  }

  void print() {
    page.blank();
    held();
    signals();
    receipt();
    advice();
  }

  private void line(String label, String text) {
    page.labelled("", label, Painted.of(text));
  }

  private void held() {
    List<String> held = subject.rules(Outcome.PASS);
    if (!held.isEmpty()) {
      line("held", String.join(", ", held));
    }
  }

  private void signals() {
    String signals =
        assessment.signals().entrySet().stream()
            .map(one -> one.getKey() + " " + Figures.shortest(one.getValue().doubleValue()))
            .collect(Collectors.joining(", "));
    if (!signals.isEmpty()) {
      line("measured", signals);
    }
  }

  private void receipt() {
    Receipt receipt = assessment.receipt();
    List<String> parts = new ArrayList<>();
    parts.add("engine " + receipt.engine());
    parts.add("rubric " + assessment.rubric().id() + " " + assessment.rubric().version());
    if (!assessment.rubric().sha256().isEmpty()) {
      parts.add("sha256 " + assessment.rubric().sha256());
    }
    if (!receipt.facts().isEmpty()) {
      parts.add("facts " + String.join(", ", receipt.facts()));
    }
    for (Receipt.AppliedOverride override : receipt.overrides()) {
      parts.add("override " + override.at() + (override.applied() ? "" : " not") + " applied");
    }
    line("receipt", String.join("; ", parts));
  }

  private void advice() {
    String advice = assessment.advice();
    if (!advice.isEmpty()) {
      line("advice", advice);
    }
  }
}

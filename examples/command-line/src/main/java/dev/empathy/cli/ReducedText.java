package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.DimensionScore;
import dev.empathy.Evidence;
import dev.empathy.Finding;
import dev.empathy.FiredRoute;
import dev.empathy.Span;
import dev.empathy.SuggestedResponse;
import dev.empathy.rubric.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An assessment that holds no text, as a person reads it: the messages are not shown either. */
final class ReducedText {

  private static final String INDENT = "  ";

  private final Assessment assessment;
  private final int width;
  private final Paint paint;
  private final StringBuilder out = new StringBuilder();

  private ReducedText(Assessment assessment, int width, Paint paint) {
    this.assessment = assessment;
    this.width = width;
    this.paint = paint;
  }

  static String of(Assessment assessment, int width, Paint paint) {
    ReducedText text = new ReducedText(assessment, width, paint);
    text.verdict();
    text.issues();
    text.strengths();
    text.found();
    text.routes();
    text.promised();
    text.unknown();
    String advice = assessment.advice();
    text.listed("Advice", advice.isEmpty() ? List.of() : List.of(advice));
    return text.out.toString();
  }

  private void verdict() {
    Double score = assessment.score();
    String verdict =
        score == null
            ? "no score"
            : String.format(Locale.ROOT, "%.1f", score)
                + (assessment.band() == null ? "" : INDENT + assessment.band())
                + INDENT
                + (assessment.passed() ? "passed" : "not passed");
    String rubric = assessment.rubric().id() + " " + assessment.rubric().version();
    out.append(paint.as(Paint.BOLD, Visible.line(verdict))).append(INDENT);
    out.append(paint.as(Paint.FAINT, "(" + Visible.line(rubric) + ")")).append('\n');
    listed("Status", List.of(Choices.name(assessment.status()).replace('_', '-')));
    listed(
        "Dimensions",
        assessment.dimensions().stream()
            .filter(DimensionScore::assessed)
            .map(one -> one.id() + String.format(Locale.ROOT, " %.1f", one.score()))
            .toList());
  }

  private void issues() {
    for (Finding issue : assessment.issues()) {
      Severity severity = issue.severity();
      String grave = severity == null ? "issue" : Choices.name(severity);
      String place = place(issue.message(), issue.span());
      out.append('\n').append(paint.as(Paint.severity(severity), grave)).append(INDENT);
      out.append(paint.as(Paint.BOLD, Visible.line(issue.rule()))).append(place).append('\n');
      wrapped(issue.explanation());
      wrapped(issue.suggestion() == null ? null : "→ " + issue.suggestion());
      because(issue.because());
    }
  }

  private void because(List<Evidence> because) {
    Set<String> parts = new LinkedHashSet<>();
    for (Evidence evidence : because) {
      Integer message = evidence.message();
      parts.add(
          Choices.name(evidence.role())
              + " "
              + thing(evidence)
              + (message == null ? "" : place(message, evidence.span())));
    }
    wrapped(String.join(", ", parts));
  }

  private static String thing(Evidence evidence) {
    if (evidence.cue() != null) {
      return evidence.cue();
    }
    String value = evidence.value() == null ? "" : " " + evidence.value();
    return evidence.emotion() != null
        ? "emotion " + evidence.emotion() + value
        : evidence.signal() != null
            ? "signal " + evidence.signal() + value
            : evidence.fact() != null ? "fact " + evidence.fact() : "rule " + evidence.rule();
  }

  /** Where something stands: the message by its number, if it is another, and the span. */
  private String place(int message, @Nullable Span span) {
    String other = message == assessment.message() ? "" : " of message " + message;
    return span == null ? other : " [" + span.start() + "," + span.end() + ")" + other;
  }

  private void strengths() {
    listed(
        "Strengths",
        assessment.strengths().stream()
            .map(one -> one.praise() == null ? one.rule() : one.rule() + " (" + one.praise() + ")")
            .toList());
  }

  private void found() {
    listed(
        "Emotions",
        assessment.emotions().stream()
            .map(
                one ->
                    one.emotion()
                        + (one.strength() == null ? "" : " " + one.strength())
                        + place(one.message(), null))
            .toList());
    listed(
        "Found",
        assessment.hits().stream()
            .map(hit -> hit.cue() + place(hit.message(), hit.span()))
            .toList());
  }

  private void routes() {
    List<String> routes = new ArrayList<>();
    for (FiredRoute route : assessment.routes()) {
      String to = route.to() == null ? "" : " to " + route.to();
      String reason = route.reason() == null ? "" : " (" + route.reason() + ")";
      routes.add(route.route() + to + ", priority " + route.priority() + reason);
    }
    listed("Routes", routes);
  }

  private void promised() {
    listed(
        "Promised",
        assessment.commitments().stream()
            .map(one -> "commitment" + place(one.message(), one.span()))
            .toList());
    listed("Responses", assessment.responses().stream().map(SuggestedResponse::id).toList());
  }

  private void unknown() {
    Set<String> unknown =
        assessment.notEvaluated().stream()
            .map(one -> one.rule() != null ? one.rule() : "cue " + one.cue())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    listed("Unknown", List.copyOf(unknown));
  }

  private void listed(String title, List<String> things) {
    if (!things.isEmpty()) {
      String text = Visible.line(title + ": " + String.join(", ", things));
      String indent = "";
      out.append(title.equals("Status") || title.equals("Dimensions") ? "" : "\n");
      for (String line : Wrap.text(text, width - INDENT.length())) {
        out.append(indent).append(line).append('\n');
        indent = INDENT;
      }
    }
  }

  private void wrapped(@Nullable String text) {
    if (text != null && !text.isEmpty()) {
      Wrap.text(Visible.line(text), width - INDENT.length())
          .forEach(line -> out.append(INDENT).append(line).append('\n'));
    }
  }
}

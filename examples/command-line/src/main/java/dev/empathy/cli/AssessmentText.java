package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.DimensionScore;
import dev.empathy.EmotionScore;
import dev.empathy.Evidence;
import dev.empathy.Finding;
import dev.empathy.FiredRoute;
import dev.empathy.Hit;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.Span;
import dev.empathy.Status;
import dev.empathy.rubric.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as a person reads it on a terminal: the verdict first, then the words themselves
 * with what matters underlined, then what to change and why, each with its line of the rubric.
 */
final class AssessmentText {

  private static final String INDENT = "  ";
  private static final int BAR = 20;
  private static final int NARROW_BAR = 10;
  private static final int NARROW = 60;
  private static final int LONGEST_QUOTE = 60;

  private final Conversation conversation;
  private final Assessment assessment;
  private final int width;
  private final Paint paint;
  private final StringBuilder out = new StringBuilder();

  private AssessmentText(Conversation conversation, Assessment assessment, int width, Paint paint) {
    this.conversation = conversation;
    this.assessment = assessment;
    this.width = width;
    this.paint = paint;
  }

  /**
   * @param conversation the messages that the assessment's indices speak of
   * @param width the columns to use; only a rubric's own ids and places may run over them
   */
  static String of(Conversation conversation, Assessment assessment, int width, Paint paint) {
    return of(conversation, assessment, assessment.advice(), width, paint);
  }

  static String of(
      Conversation conversation, Assessment assessment, String advice, int width, Paint paint) {
    AssessmentText text = new AssessmentText(conversation, assessment, width, paint);
    text.verdict();
    text.dimensions();
    text.messages();
    text.issues();
    text.strengths();
    text.emotions();
    text.hits();
    text.routes();
    text.notEvaluated();
    text.advice(advice);
    return text.out.toString();
  }

  private void verdict() {
    Double score = assessment.score();
    String rubric = assessment.rubric().id() + " " + assessment.rubric().version();
    StringBuilder verdict = new StringBuilder();
    if (score != null) {
      String passed = assessment.passed() ? "passed" : "not passed";
      String band = assessment.band() == null ? "" : INDENT + Visible.line(assessment.band());
      verdict
          .append(paint.as(Paint.BOLD, one(score) + band))
          .append(INDENT)
          .append(paint.as(assessment.passed() ? Paint.GREEN : Paint.RED, passed));
    } else {
      verdict.append(paint.as(Paint.BOLD, "no score")).append(INDENT).append(whyNoScore());
    }
    out.append(verdict).append(INDENT);
    out.append(paint.as(Paint.FAINT, "(" + Visible.line(rubric) + ")")).append('\n');
    if (assessment.status() == Status.TRUNCATED) {
      sentences("", "The message is over a limit: only its beginning was assessed.");
    } else if (assessment.status() == Status.OTHER_LANGUAGE) {
      sentences(
          "",
          "The message is hardly in the rubric's language ("
              + assessment.rubric().locale()
              + "): what rests on absence is unknown.");
    }
  }

  private String whyNoScore() {
    if (assessment.status() == Status.PART) {
      return "a part of the agent's turn, assessed with its last message";
    }
    return assessment.role() == Role.CUSTOMER
        ? "a customer's message, " + Choices.name(assessment.valence())
        : "no dimension could be assessed";
  }

  private void dimensions() {
    if (assessment.dimensions().isEmpty()) {
      return;
    }
    out.append('\n');
    int names = 0;
    for (DimensionScore dimension : assessment.dimensions()) {
      names = Math.max(names, dimension.id().length());
    }
    for (DimensionScore dimension : assessment.dimensions()) {
      String id = Visible.line(dimension.id());
      out.append(INDENT).append(id).append(" ".repeat(Math.max(0, names - id.length())));
      out.append(INDENT).append(bar(dimension)).append('\n');
    }
  }

  private String bar(DimensionScore dimension) {
    int columns = width < NARROW ? NARROW_BAR : BAR;
    if (!dimension.assessed()) {
      String why = width < NARROW ? "" : INDENT + "nothing to assess";
      return paint.as(Paint.FAINT, "·".repeat(columns) + "      –" + why);
    }
    int full = (int) Math.round(dimension.score() * columns / 100);
    String bar = "█".repeat(full) + "░".repeat(columns - full);
    String rules = dimension.passes() + " of " + plural(dimension.opportunities(), "rule");
    return paint.as(
            dimension.passes() == dimension.opportunities() ? Paint.GREEN : Paint.YELLOW, bar)
        + String.format(Locale.ROOT, "  %5.1f", dimension.score())
        + (width < NARROW ? "" : paint.as(Paint.FAINT, INDENT + rules + " held"));
  }

  private void messages() {
    List<Message> messages = conversation.messages();
    for (int i = 0; i < messages.size(); i++) {
      MarkedText text = new MarkedText(messages.get(i).text());
      for (Finding finding : assessment.findings()) {
        MarkedText.Mark mark =
            finding.kind() == Finding.Kind.ISSUE ? MarkedText.Mark.ISSUE : MarkedText.Mark.STRENGTH;
        if (finding.message() == i && isPart(finding.span(), messages.get(i).text())) {
          text.mark(finding.span(), mark);
        }
        markEvidence(text, i, finding.because(), mark);
      }
      for (FiredRoute route : assessment.routes()) {
        markEvidence(text, i, route.because(), MarkedText.Mark.ISSUE);
      }
      if (assessment.role() == Role.CUSTOMER && assessment.message() == i) {
        assessment.hits().forEach(hit -> text.mark(hit.span(), MarkedText.Mark.STRENGTH));
      }
      heading(Choices.name(messages.get(i).role()));
      text.print(out, INDENT, width, paint);
    }
  }

  /** Whether a span is worth showing: a finding about what is missing spans all that was said. */
  private static boolean isPart(@Nullable Span span, String text) {
    return span != null && 2 * (span.end() - span.start()) < text.strip().length();
  }

  private static void markEvidence(
      MarkedText text, int message, List<Evidence> because, MarkedText.Mark mark) {
    for (Evidence evidence : because) {
      if (evidence.message() != null && evidence.message() == message) {
        text.mark(evidence.span(), mark);
      }
    }
  }

  private void issues() {
    for (Finding finding : assessment.issues()) {
      Severity severity = finding.severity();
      String grave = severity == null ? "issue" : Choices.name(severity);
      out.append('\n').append(paint.severity(severity, grave)).append(INDENT);
      out.append(paint.as(Paint.BOLD, Visible.line(finding.rule())));
      out.append(dimension(finding, grave)).append('\n');
      if (finding.explanation() != null) {
        sentences(INDENT, finding.explanation());
      }
      if (finding.suggestion() != null) {
        paragraph(INDENT, "→ " + finding.suggestion());
      }
      evidence(finding.because());
      faint(INDENT, "rule  " + finding.at());
    }
    if (assessment.issues().isEmpty() && assessment.score() != null) {
      out.append('\n').append("No issues.\n");
    }
  }

  /** Behind the rule, or below it where there is no room. */
  private String dimension(Finding finding, String grave) {
    if (finding.dimension() == null) {
      return "";
    }
    String shown = "(" + Visible.line(finding.dimension()) + ")";
    int columns = grave.length() + INDENT.length() + finding.rule().length() + 1 + shown.length();
    return (columns > width ? "\n" + INDENT : " ") + shown;
  }

  private void evidence(List<Evidence> because) {
    Set<String> missing = new LinkedHashSet<>();
    for (Evidence evidence : because) {
      if (evidence.role() == Evidence.Part.MISSING) {
        missing.add(thing(evidence));
      } else {
        String part = Choices.name(evidence.role());
        faint(INDENT, part + "  " + thing(evidence) + quote(evidence) + "  " + evidence.at());
      }
    }
    if (!missing.isEmpty()) {
      faint(INDENT, "missing  " + String.join(", ", missing));
    }
  }

  private static String thing(Evidence evidence) {
    String value = evidence.value() == null ? "" : " " + shortest(evidence.value());
    if (evidence.cue() != null) {
      return evidence.cue() + value;
    }
    if (evidence.emotion() != null) {
      return "emotion " + evidence.emotion() + value;
    }
    if (evidence.signal() != null) {
      return "signal " + evidence.signal() + value;
    }
    return evidence.fact() != null ? "fact " + evidence.fact() : "rule " + evidence.rule();
  }

  private String quote(Evidence evidence) {
    Integer message = evidence.message();
    String words = evidence.text();
    if (words == null || message == null) {
      return "";
    }
    String who =
        message < conversation.messages().size() && message != assessment.message()
            ? ", " + Choices.name(conversation.messages().get(message).role())
            : "";
    return " “" + shortened(words) + "”" + who;
  }

  private void strengths() {
    if (assessment.strengths().isEmpty()) {
      return;
    }
    heading("strengths");
    for (Finding finding : assessment.strengths()) {
      String praise = finding.praise() == null ? "" : ": " + finding.praise();
      paragraph(INDENT, "+ " + finding.rule() + praise);
    }
  }

  private void emotions() {
    List<String> emotions = new ArrayList<>();
    for (EmotionScore emotion : assessment.emotions()) {
      emotions.add(
          String.format(Locale.ROOT, "%s %.2f", emotion.emotion(), emotion.strength())
              + whose(emotion.message()));
    }
    if (!emotions.isEmpty()) {
      out.append('\n');
      paragraph("", "Emotions: " + String.join(", ", emotions));
    }
  }

  private String whose(int message) {
    return message == assessment.message() || message >= conversation.messages().size()
        ? ""
        : " (" + Choices.name(conversation.messages().get(message).role()) + ")";
  }

  /** For a customer's message only: an agent's hits stand with the rules that rest on them. */
  private void hits() {
    if (assessment.role() != Role.CUSTOMER || assessment.hits().isEmpty()) {
      return;
    }
    Map<String, List<String>> quotes = new LinkedHashMap<>();
    for (Hit hit : assessment.hits()) {
      List<String> words = quotes.computeIfAbsent(hit.cue(), cue -> new ArrayList<>());
      if (hit.text() != null) {
        words.add("“" + shortened(hit.text()) + "”");
      }
    }
    heading("found");
    quotes.forEach((cue, words) -> paragraph(INDENT, cue + " " + String.join(", ", words)));
  }

  private void routes() {
    for (FiredRoute route : assessment.routes()) {
      out.append('\n');
      paragraph(
          "",
          "Route: to "
              + route.to()
              + ", priority "
              + route.priority()
              + " ("
              + route.route()
              + ")");
      sentences(INDENT, route.reason());
      evidence(route.because());
      faint(INDENT, "route  " + route.at());
    }
  }

  private void notEvaluated() {
    if (assessment.notEvaluated().isEmpty()) {
      return;
    }
    Map<String, List<String>> byReason =
        assessment.notEvaluated().stream()
            .collect(
                Collectors.groupingBy(
                    Assessment.NotEvaluated::reason,
                    LinkedHashMap::new,
                    Collectors.mapping(AssessmentText::unknown, Collectors.toList())));
    String all =
        byReason.entrySet().stream()
            .map(entry -> String.join(", ", entry.getValue()) + " (" + entry.getKey() + ")")
            .collect(Collectors.joining("; "));
    long rules = assessment.notEvaluated().stream().filter(one -> one.rule() != null).count();
    String count = rules == 0 ? "" : plural(rules, "rule") + ": ";
    out.append('\n');
    paragraph("", "Unknown: " + count + all);
  }

  private static String unknown(Assessment.NotEvaluated one) {
    return one.rule() != null ? one.rule() : "cue " + one.cue();
  }

  private void advice(String advice) {
    if (!advice.isEmpty()) {
      out.append('\n');
      paragraph("", "Advice: " + advice);
    }
  }

  private void heading(String text) {
    out.append('\n').append(paint.as(Paint.BOLD, text)).append('\n');
  }

  private void sentences(String indent, String text) {
    wrapped(indent, indent, text, null);
  }

  /** An entry of a list: its further lines stand further in. */
  private void paragraph(String indent, String text) {
    wrapped(indent, indent + INDENT, text, null);
  }

  private void faint(String indent, String text) {
    wrapped(indent, indent + INDENT, text, Paint.FAINT);
  }

  private void wrapped(String first, String further, String text, @Nullable String colour) {
    String indent = first;
    for (String line : Wrap.text(Visible.line(text), width - further.length())) {
      out.append(indent).append(colour == null ? line : paint.as(colour, line)).append('\n');
      indent = further;
    }
  }

  private static String shortened(String words) {
    if (words.codePointCount(0, words.length()) <= LONGEST_QUOTE) {
      return words;
    }
    return words.substring(0, words.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
  }

  private static String one(double score) {
    return String.format(Locale.ROOT, "%.1f", score);
  }

  private static String shortest(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  static String plural(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}

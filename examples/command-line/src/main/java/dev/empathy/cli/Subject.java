package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.Span;
import dev.empathy.Status;
import dev.empathy.rubric.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be shown.
 *
 * @param conversation the messages that the assessment's indices speak of
 * @param assessment the assessment
 * @param verbose whether with all the details
 */
record Subject(Conversation conversation, Assessment assessment, boolean verbose) {

  private static final int LONGEST_QUOTE = 60;

  List<Message> messages() {
    return conversation.messages();
  }

  boolean isCustomers() {
    return assessment.role() == Role.CUSTOMER;
  }

  /** Whether there is nothing to mend, so that few words will do. */
  boolean isFine() {
    return !isCustomers()
        && assessment.passed()
        && assessment.issues().isEmpty()
        && assessment.status() != Status.TRUNCATED;
  }

  boolean isBrief() {
    return isFine() && !verbose;
  }

  /** Who wrote a message, with its number where they wrote several. */
  String who(int message) {
    if (message < 0 || message >= messages().size()) {
      return "message #" + (message + 1);
    }
    Role role = messages().get(message).role();
    boolean several = messages().stream().filter(other -> other.role() == role).count() > 1;
    return Choices.name(role) + (several ? " #" + (message + 1) : "");
  }

  /** The words of a span in quotes, or null where there is no such span. */
  @Nullable String quote(int message, @Nullable Span span) {
    if (span == null || message < 0 || message >= messages().size()) {
      return null;
    }
    String text = messages().get(message).text();
    return span.start() < 0 || span.end() > text.length() || span.start() > span.end()
        ? null
        : quoted(text.substring(span.start(), span.end()));
  }

  /** A place in the rubric: short of all the details without the folders of its file. */
  String place(String at) {
    return verbose ? at : at.substring(1 + Math.max(at.lastIndexOf('/'), at.lastIndexOf('\\')));
  }

  /** The rules with this outcome. */
  List<String> rules(Outcome outcome) {
    return assessment.rules().entrySet().stream()
        .filter(rule -> rule.getValue() == outcome)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** In quotes and not too long. */
  static String quoted(String words) {
    String line = Visible.line(words.strip());
    if (line.codePointCount(0, line.length()) <= LONGEST_QUOTE) {
      return "“" + line + "”";
    }
    return "“" + line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)).strip() + "…”";
  }
}

package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.Finding;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.rubric.Severity;
import dev.empathy.rubric.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lines of input that are one conversation, and the lines of output that they become. */
final class BatchConversation {

  private final @Nullable String name;
  private final List<Message> messages = new ArrayList<>();

  /** Messages that stand in no line of their own: {@code customer}. */
  private final BitSet historyOnly = new BitSet();

  /** All facts that hold, by the message from which on they do. */
  private final TreeMap<Integer, Map<String, String>> facts = new TreeMap<>();

  private long characters;

  /** When the message begins that begins last; null where no time is known. */
  private @Nullable Instant latest;

  BatchConversation(Line first, Map<String, String> factsOfAll) {
    this.name = first.conversation();
    facts.put(0, factsOfAll);
    add(first);
  }

  /** Whether a line belongs to this conversation too. */
  boolean takes(Line line) {
    return name != null && name.equals(line.conversation());
  }

  /** Why a line that belongs to it cannot be added, or null: times do not run backwards. */
  @Nullable String fault(Line line) {
    Instant at = line.message().at();
    Instant known = at != null ? at : line.message().until();
    boolean backwards = known != null && latest != null && known.isBefore(latest);
    return backwards
        ? "\""
            + (at != null ? "at" : "until")
            + "\" is "
            + known
            + ", before an earlier message of the conversation, which begins at "
            + latest
        : null;
  }

  void add(Line line) {
    latest = line.message().at() != null ? line.message().at() : latest;
    if (!line.facts().isEmpty()) {
      Map<String, String> more = new LinkedHashMap<>(facts.lastEntry().getValue());
      more.putAll(line.facts());
      facts.put(messages.size(), more);
    }
    if (line.customer() != null) {
      historyOnly.set(messages.size());
      messages.add(Message.customer(line.customer()));
      characters += line.customer().length();
    }
    messages.add(line.message());
    characters += line.message().text().length();
  }

  long characters() {
    return characters;
  }

  /**
   * What a batch wants written.
   *
   * @param all whether customers' messages too
   * @param conversations whether a line for the conversation
   */
  record Wanted(boolean all, boolean conversations) {}

  /**
   * The lines of output.
   *
   * @param text the lines
   * @param messages how many of them are about a message
   * @param gravest the gravest of their issues, or null
   */
  record Result(String text, int messages, @Nullable Severity gravest) {}

  Result assess(Assessor assessor, Wanted wanted) {
    StringBuilder text = new StringBuilder();
    List<Assessment> written = new ArrayList<>();
    ConversationAssessment whole = null;
    if (isLone()) {
      assessLone(assessor, written);
    } else {
      whole = assessAll(assessor, written);
    }
    Severity gravest = null;
    int count = 0;
    for (Assessment assessment : written) {
      if (wanted.all() || assessment.role().side() == Side.AGENT) {
        text.append(Json.line(assessment));
        gravest = graver(gravest, assessment);
        count++;
      }
    }
    if (wanted.conversations() && name != null && whole != null) {
      text.append(Json.conversationLine(name, whole));
    }
    return new Result(text.toString(), count, gravest);
  }

  /** One message and nothing known beside it: rules that need history are unknown, not false. */
  private boolean isLone() {
    return name == null && messages.size() == 1 && facts.get(0).isEmpty();
  }

  private void assessLone(Assessor assessor, List<Assessment> written) {
    if (messages.get(0).role() != Role.SYSTEM) {
      written.add(assessor.assess(messages.get(0)));
    }
  }

  /**
   * Facts hold from their line on, while an engine takes one set for a conversation: so the whole
   * is assessed once for each set, and each message's assessment taken from the set that held when
   * it was written. The conversation's own assessment is the last.
   */
  private ConversationAssessment assessAll(Assessor assessor, List<Assessment> written) {
    ConversationAssessment whole = null;
    for (Map.Entry<Integer, Map<String, String>> held : facts.entrySet()) {
      Integer next = facts.higherKey(held.getKey());
      int end = next == null ? messages.size() : next;
      whole = assessor.assess(new Conversation(messages, held.getValue()));
      for (Assessment turn : whole.turns()) {
        int index = turn.message();
        if (index >= held.getKey() && index < end && !historyOnly.get(index)) {
          written.add(turn);
        }
      }
    }
    return whole;
  }

  private static @Nullable Severity graver(@Nullable Severity before, Assessment assessment) {
    Severity gravest = before;
    for (Finding issue : assessment.issues()) {
      Severity severity = issue.severity();
      if (severity != null && (gravest == null || severity.compareTo(gravest) > 0)) {
        gravest = severity;
      }
    }
    return gravest;
  }
}

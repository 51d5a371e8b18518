package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.Limits;
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

  /** Where each message stands; null where nobody asks. */
  private final List<@Nullable Origin> origins = new ArrayList<>();

  private long characters;

  /** When the message begins that begins last; null where no time is known. */
  private @Nullable Instant latest;

  /** How many of the first entries have been written before. */
  private int done;

  BatchConversation(Line first, @Nullable LineOrigin origin, Map<String, String> factsOfAll) {
    this.name = first.conversation();
    facts.put(0, factsOfAll);
    add(first, origin);
  }

  /**
   * A line that is pointed into.
   *
   * @param uri its file
   * @param number its number, from 1
   * @param json the line
   */
  record LineOrigin(String uri, long number, byte[] json) {

    Origin of(String key) {
      return new Origin.JsonLine(uri, number, json, key);
    }
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

  void add(Line line, @Nullable LineOrigin origin) {
    latest = line.message().at() != null ? line.message().at() : latest;
    if (!line.facts().isEmpty()) {
      Map<String, String> more = new LinkedHashMap<>(facts.lastEntry().getValue());
      more.putAll(line.facts());
      facts.put(messages.size(), more);
    }
    if (line.customer() != null) {
      historyOnly.set(messages.size());
      messages.add(Message.customer(line.customer()));
      origins.add(origin == null ? null : origin.of("customer"));
      characters += line.customer().length();
    }
    messages.add(line.message());
    origins.add(origin == null ? null : origin.of("text"));
    characters += line.message().text().length();
  }

  /** How many entries of JSON lines will be about messages; told without assessing any. */
  int messageEntries(Wanted wanted) {
    int most = Math.min(messages.size(), Limits.DEFAULT.messagesPerConversation());
    int count = 0;
    for (int i = 0; i < most; i++) {
      Side side = messages.get(i).role().side();
      boolean written = wanted.all() ? side != null : side == Side.AGENT;
      count += written && !historyOnly.get(i) ? 1 : 0;
    }
    return count;
  }

  /** How many entries of JSON lines there will be in all. */
  int entries(Wanted wanted) {
    return messageEntries(wanted) + (wanted.conversations() && name != null ? 1 : 0);
  }

  /** Says that so many of the first entries stand there already. */
  void setDone(int entries) {
    done = entries;
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
   * What is to be written.
   *
   * @param entries each of them, but for those that have been written before
   * @param messages how many messages were assessed
   * @param gravest the gravest of their issues, or null
   */
  record Result(List<String> entries, int messages, @Nullable Severity gravest) {}

  Result assess(Assessor assessor, Wanted wanted, Output output) {
    List<String> entries = new ArrayList<>();
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
        entries.addAll(output.of(assessment, origins));
        gravest = Batch.gravest(gravest, assessment);
        count++;
      }
    }
    if (wanted.conversations() && name != null && whole != null) {
      entries.addAll(output.of(name, whole));
    }
    return new Result(entries.subList(done, entries.size()), count, gravest);
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
}

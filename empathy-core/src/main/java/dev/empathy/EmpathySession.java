package dev.empathy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A conversation that grows. Each message is assessed as it comes, in the light of those before it,
 * and costs the same however many they are.
 *
 * <pre>{@code
 * EmpathySession session = engine.session(Map.of("channel", "chat"));
 * session.add(Message.customer("This is the third time I'm writing. Ridiculous!!"));
 * Assessment draft = session.draft(Message.bot(candidate));   // the conversation stays as it is
 * if (draft.passed()) {
 *   session.add(Message.bot(candidate));
 * }
 * ConversationAssessment whole = session.close();
 * }</pre>
 *
 * <p>A message that continues a turn is judged together with the messages of the turn before it.
 * Once the conversation is closed, only the last message of a turn has a score, as with {@link
 * EmpathyEngine#assess(Conversation)}, which says the same of the same messages and facts.
 *
 * <p>A session holds what was found in its messages, so that its memory grows with them, up to
 * {@link Limits#messagesPerConversation}. Messages after those are assessed as if nothing were
 * known of what came before, with {@link Status#TRUNCATED}, and forgotten.
 *
 * <p>For one thread at a time. A {@link Snapshot} is for any number of them.
 */
public final class EmpathySession {

  private final Assessor assessor;
  private final Detail detail;
  private final Map<String, String> facts;
  private final Times times;
  private int messages;
  private boolean closed;

  EmpathySession(Assessor assessor, Detail detail, Map<String, String> facts) {
    this.assessor = assessor;
    this.detail = detail;
    this.facts = new LinkedHashMap<>(facts);
    this.times = new Times();
  }

  /**
   * Adds a message and assesses it as if its turn ended with it. A system note is passed over.
   *
   * @throws IllegalArgumentException if it begins before an earlier message began, or ends before
   *     it begins; it names the message by its 0-based index, and both times. The conversation is
   *     then as it was before
   * @throws IllegalStateException if the session is closed
   */
  public Assessment add(Message message) {
    refuseIfClosed();
    times.add(messages, Objects.requireNonNull(message, "message"));
    messages++;
    return Reduced.of(assessor.next(message), detail);
  }

  /**
   * Says what is known from now on: of the messages after this, and of the conversation as a whole.
   * What was said of earlier messages stays.
   *
   * @param fact its name, such as {@code channel} or {@code customer-name}
   * @param value its value, in place of any before
   * @throws IllegalStateException if the session is closed
   */
  public void fact(String fact, String value) {
    refuseIfClosed();
    facts.put(Objects.requireNonNull(fact, "fact"), Objects.requireNonNull(value, "value"));
    assessor.know(facts);
  }

  /**
   * Assesses a message as if it were added, and leaves the conversation as it is. For several
   * drafts take one {@link #snapshot()}.
   *
   * @throws IllegalArgumentException as {@link #add}
   * @throws IllegalStateException if the session is closed
   */
  public Assessment draft(Message message) {
    refuseIfClosed();
    times.copy().add(messages, Objects.requireNonNull(message, "message"));
    return Reduced.of(assessor.copy().next(message), detail);
  }

  /**
   * The conversation as it is now; what is added later does not alter it. It costs a copy of what
   * is remembered: some microseconds for a chat.
   *
   * @throws IllegalStateException if the session is closed
   */
  public Snapshot snapshot() {
    refuseIfClosed();
    return new Snapshot(assessor.copy(), detail, times.copy(), messages);
  }

  /**
   * Ends the conversation and assesses it as a whole. Asked again, it says the same again.
   *
   * @return what {@link EmpathyEngine#assess(Conversation)} says of the same messages and facts
   */
  public ConversationAssessment close() {
    closed = true;
    return Reduced.of(assessor.whole(), detail);
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
  }

  /** The numbers of messages, and whether it is closed. */
  @Override
  public String toString() {
    return "EmpathySession[" + messages + " messages" + (closed ? ", closed]" : "]");
  }

  /**
   * A conversation as it was at some time, for trying what could be written next. Immutable, and
   * safe for use by any number of threads.
   */
  public static final class Snapshot {

    private final Assessor assessor;
    private final Detail detail;
    private final Times times;
    private final int messages;

    private Snapshot(Assessor assessor, Detail detail, Times times, int messages) {
      this.assessor = assessor;
      this.detail = detail;
      this.times = times;
      this.messages = messages;
    }

    /**
     * Assesses a message as if it came next.
     *
     * @throws IllegalArgumentException as {@link EmpathySession#add}
     */
    public Assessment draft(Message message) {
      times.copy().add(messages, Objects.requireNonNull(message, "message"));
      return Reduced.of(assessor.copy().next(message), detail);
    }

    /** The number of messages. */
    @Override
    public String toString() {
      return "Snapshot[" + messages + " messages]";
    }
  }
}

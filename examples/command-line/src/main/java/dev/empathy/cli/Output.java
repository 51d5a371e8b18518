package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.ConversationAssessment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written of many assessments: a start, entries with something between them, an end. */
interface Output {

  /** A line of JSON for each. */
  Output JSON_LINES =
      new Output() {
        @Override
        public List<String> of(Assessment assessment, List<@Nullable Origin> origins) {
          return List.of(Json.line(assessment));
        }

        @Override
        public List<String> of(String conversation, ConversationAssessment whole) {
          return List.of(Json.conversationLine(conversation, whole));
        }
      };

  /**
   * The entries of a message.
   *
   * @param origins where each message of its conversation stands, where {@link #needsOrigins}
   */
  List<String> of(Assessment assessment, List<@Nullable Origin> origins);

  /** The entries of a conversation that has a name. */
  List<String> of(String conversation, ConversationAssessment whole);

  /** Whether entries say where in the input a message stands. */
  default boolean needsOrigins() {
    return false;
  }

  /** What stands before all entries. */
  default String start() {
    return "";
  }

  /** What stands between two entries. */
  default String between() {
    return "";
  }

  /**
   * What stands behind all entries.
   *
   * @param whole whether all of the input could be read
   */
  default String end(boolean whole) {
    return "";
  }
}

package dev.empathy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the message that acknowledges a feeling or a concern. */
final class Acknowledgments {

  /** The cues that acknowledge, by the names that the rubric gives them. */
  private static final List<String> CUES =
      List.of(
          "emotion-labeling",
          "validation",
          "sympathy",
          "compassion",
          "reflection",
          "specific-apology",
          "acknowledgment");

  private Acknowledgments() {}

  /** The first message of a turn in which one of these cues was found, or null. */
  static @Nullable Analysis in(Turn turn) {
    for (Analysis message : turn.messages()) {
      for (String cue : CUES) {
        Integer index = message.program().cueIndex().get(cue);
        if (index != null && !message.hits(index).isEmpty()) {
          return message;
        }
      }
    }
    return null;
  }
}

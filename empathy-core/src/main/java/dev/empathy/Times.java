package dev.empathy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sees to it that the times of a conversation's messages do not run backwards. */
final class Times {

  private @Nullable Instant latest;
  private int latestIndex;

  Times copy() {
    Times copy = new Times();
    copy.latest = latest;
    copy.latestIndex = latestIndex;
    return copy;
  }

  /**
   * Takes the next message.
   *
   * @param index its 0-based index in the conversation
   * @throws IllegalArgumentException if it ends before it begins, or begins before one that was
   *     taken earlier
   */
  void add(int index, Message message) {
    Instant at = message.at();
    Instant until = message.until();
    if (at != null && until != null && until.isBefore(at)) {
      throw new IllegalArgumentException(
          "message " + index + " ends at " + until + ", before it begins at " + at);
    }
    Instant known = at != null ? at : until;
    if (known == null) {
      return;
    }
    if (latest != null && known.isBefore(latest)) {
      throw new IllegalArgumentException(
          "message "
              + index
              + (at != null ? " begins" : " ends")
              + " at "
              + known
              + ", before message "
              + latestIndex
              + " begins at "
              + latest);
    }
    if (at != null) {
      latest = at;
      latestIndex = index;
    }
  }
}

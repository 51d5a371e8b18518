package dev.empathy;

import dev.empathy.rubric.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An unbroken run of one side's messages: what rules judge as one reply.
 *
 * @param side whose
 * @param messages at least one
 * @param cut whether its beginning may be missing, as a limit was reached
 */
record Turn(Side side, List<Analysis> messages, boolean cut) {

  static Turn of(Analysis first) {
    return new Turn(first.side(), List.of(first), false);
  }

  /** A turn of whose beginning some may not have been read. */
  static Turn cut(Analysis first) {
    return new Turn(first.side(), List.of(first), true);
  }

  Turn with(Analysis next) {
    List<Analysis> more = new ArrayList<>(messages);
    more.add(next);
    return new Turn(side, List.copyOf(more), cut);
  }

  Analysis last() {
    return messages.get(messages.size() - 1);
  }

  List<CueHit> hits(int cue) {
    if (messages.size() == 1) {
      return messages.get(0).hits(cue);
    }
    List<CueHit> hits = new ArrayList<>();
    messages.forEach(message -> hits.addAll(message.hits(cue)));
    return hits;
  }

  /** The strength of an emotion in the message that shows it most. */
  double emotion(int emotion) {
    double most = 0;
    for (Analysis message : messages) {
      most = Math.max(most, message.emotions()[emotion]);
    }
    return most;
  }

  int words() {
    return messages.stream().mapToInt(message -> message.tokens().wordCount()).sum();
  }

  int sentences() {
    return messages.stream().mapToInt(message -> message.tokens().sentenceCount()).sum();
  }

  /** The number of a hit's first word within the turn. */
  int wordOf(CueHit hit) {
    int before = wordsBefore(hit.message());
    int size = hit.message().tokens().size();
    boolean afterLast = hit.firstToken() >= size;
    return before
        + (afterLast
            ? hit.message().tokens().wordCount()
            : hit.message().tokens().word(hit.firstToken()));
  }

  /** The number of a hit's sentence within the turn. */
  int sentenceOf(CueHit hit) {
    int before = 0;
    for (Analysis message : messages) {
      if (message == hit.message()) {
        break;
      }
      before += message.tokens().sentenceCount();
    }
    int size = hit.message().tokens().size();
    int token = Math.min(hit.firstToken(), size - 1);
    return before + (token < 0 ? 0 : hit.message().tokens().sentence(token));
  }

  private int wordsBefore(Analysis end) {
    int before = 0;
    for (Analysis message : messages) {
      if (message == end) {
        break;
      }
      before += message.tokens().wordCount();
    }
    return before;
  }

  /** The texts of the messages, without what their writer only quoted. */
  List<String> ownWords() {
    return messages.stream().map(message -> OwnWords.of(message.tokens())).toList();
  }

  /** Why it is not known what a cue finds in this turn, or null where it is. */
  @Nullable String fault(int cue) {
    for (Analysis message : messages) {
      String reason = message.faults().get(cue);
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  boolean absenceIsUnknown() {
    if (cut) {
      return true;
    }
    for (Analysis message : messages) {
      if (message.absenceIsUnknown()) {
        return true;
      }
    }
    return false;
  }
}

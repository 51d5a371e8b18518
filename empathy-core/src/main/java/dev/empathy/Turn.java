package dev.empathy;

import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An unbroken run of one side's messages: what rules judge as one reply. Counts what stands before
 * each message, so that a hit's place costs no walk through the run.
 */
final class Turn {

  private final Side side;
  private final int position;
  private final List<Analysis> messages;

  private static final int[] OF_ONE = {};

  /** Words before each message; at the end, all words. Empty of one message. */
  private final int[] words;

  /** Sentences before each message; at the end, all sentences. Empty of one message. */
  private final int[] sentences;

  /** Whether its beginning may be missing, as a limit was reached. */
  private final boolean cut;

  /** How formal it is, once somebody asked: a pure function of the messages. */
  private @Nullable SignalValue formality;

  private Turn(
      Side side, int position, List<Analysis> messages, int[] words, int[] sentences, boolean cut) {
    this.cut = cut;
    this.side = side;
    this.position = position;
    this.messages = messages;
    this.words = words;
    this.sentences = sentences;
  }

  /** A message as if it stood alone. */
  static Turn of(Analysis first) {
    return of(first, 0, false);
  }

  /**
   * @param position how many turns that were read come before it
   * @param cut whether some of its beginning may not have been read
   */
  static Turn of(Analysis first, int position, boolean cut) {
    return new Turn(first.side(), position, List.of(first), OF_ONE, OF_ONE, cut);
  }

  Turn with(Analysis next) {
    List<Analysis> more = new ArrayList<>(messages.size() + 1);
    more.addAll(messages);
    more.add(next);
    return new Turn(
        side,
        position,
        List.copyOf(more),
        append(words, words(), next.tokens().wordCount()),
        append(sentences, sentences(), next.tokens().sentenceCount()),
        cut);
  }

  /** The same turn without any hit that shares a place with this one. */
  Turn without(CueHit gone) {
    Analysis message = messages.get(position(gone.message()));
    List<CueHit> hits = message.hits().all();
    hits.removeIf(hit -> hit.overlaps(gone));
    return replaced(message, CueHits.of(hits));
  }

  /** The same turn with one more hit. */
  Turn with(CueHit hit) {
    Analysis message = messages.get(position(hit.message()));
    List<CueHit> more = new ArrayList<>(message.hits(hit.cue().index()));
    more.add(hit);
    List<CueHit> hits = message.hits().all();
    hits.removeIf(other -> other.cue() == hit.cue());
    hits.addAll(CueHit.sorted(more));
    return replaced(message, CueHits.of(hits));
  }

  private Turn replaced(Analysis message, CueHits hits) {
    List<Analysis> others = new ArrayList<>(messages);
    others.set(position(message), message.with(hits));
    return new Turn(side, position, List.copyOf(others), words, sentences, cut);
  }

  private static int[] append(int[] sums, int last, int count) {
    if (sums.length == 0) {
      return new int[] {0, last, last + count};
    }
    int[] more = Arrays.copyOf(sums, sums.length + 1);
    more[sums.length] = last + count;
    return more;
  }

  /** Whose. */
  Side side() {
    return side;
  }

  /** How many turns of the conversation come before it, as far as they were read. */
  int position() {
    return position;
  }

  /** At least one. */
  List<Analysis> messages() {
    return messages;
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

  /** Whether a cue has any hits. */
  boolean has(int cue) {
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).hits().has(cue)) {
        return true;
      }
    }
    return false;
  }

  /** The strength of an emotion in the message that shows it most. */
  double emotion(int emotion) {
    double most = 0;
    for (int i = 0; i < messages.size(); i++) {
      most = Math.max(most, messages.get(i).emotion(emotion));
    }
    return most;
  }

  SignalValue formality() {
    SignalValue known = formality;
    if (known == null) {
      known = Formality.of(this);
      formality = known;
    }
    return known;
  }

  int words() {
    return words.length == 0 ? last().tokens().wordCount() : words[messages.size()];
  }

  int sentences() {
    return sentences.length == 0 ? last().tokens().sentenceCount() : sentences[messages.size()];
  }

  /** The number of a hit's first word within the turn. */
  int wordOf(CueHit hit) {
    Tokens tokens = hit.message().tokens();
    boolean afterLast = hit.firstToken() >= tokens.size();
    return before(words, hit) + (afterLast ? tokens.wordCount() : tokens.word(hit.firstToken()));
  }

  /** The number of a hit's sentence within the turn. */
  int sentenceOf(CueHit hit) {
    return before(sentences, hit) + hit.sentence();
  }

  /** What stands before the message of a hit. */
  private int before(int[] sums, CueHit hit) {
    return sums.length == 0 ? 0 : sums[position(hit.message())];
  }

  /** Which of the messages this is; they rise by index, with gaps where system notes stand. */
  private int position(Analysis message) {
    int low = 0;
    int high = messages.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (messages.get(middle).index() < message.index()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** A message as it is in this turn, where other hits may be supposed; itself if it is in none. */
  Analysis current(Analysis message) {
    Analysis mine = messages.get(position(message));
    return mine.index() == message.index() ? mine : message;
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
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).absenceIsUnknown()) {
        return true;
      }
    }
    return cut;
  }

  /** Whether some of it was not read, as a limit was reached. */
  boolean truncated() {
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).truncated()) {
        return true;
      }
    }
    return cut;
  }

  /** Whether a cue could not be looked for. */
  boolean hasFaults() {
    for (int i = 0; i < messages.size(); i++) {
      if (!messages.get(i).faults().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}

package dev.empathy;

import dev.empathy.internal.match.Alignment;
import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the promises of a message apart: who, what, by when. A promise is a hit of the cue {@code
 * commitment}; the phrase names its parts, and what it does not name is looked for next to it.
 */
final class Commitments {

  /** The cue whose hits are promises. */
  private static final String CUE = "commitment";

  /** The cue whose hits say when. */
  private static final String TIMES = "time-frame";

  private static final String ACTOR = "actor";
  private static final String ACTION = "action";
  private static final String TIME = "time";

  /** An action is told in so many words, or it is a story. */
  private static final int LONGEST_ACTION = 15;

  private final Analysis message;
  private final Tokens tokens;
  private final List<CueHit> promises;

  private Commitments(Analysis message, List<CueHit> promises) {
    this.message = message;
    this.tokens = message.tokens();
    this.promises = promises;
  }

  /** The promises of a message, in order; a customer's are not the agent's. */
  static List<Commitment> of(Analysis message) {
    List<CueHit> promises = hits(message, CUE);
    return message.side() == Side.CUSTOMER || promises.isEmpty()
        ? List.of()
        : new Commitments(message, promises).all();
  }

  /** Whether there may be any in a message. */
  static boolean mayBeIn(Analysis message) {
    Integer index = message.program().cueIndex().get(CUE);
    return index != null && message.hits().has(index);
  }

  /**
   * What was promised.
   *
   * @param hit the promise
   * @param first the first token of the action
   * @param end the token after its last
   */
  record Action(CueHit hit, int first, int end) {}

  /** What a message of the agent's side promises. */
  static List<Action> actions(Analysis message) {
    List<CueHit> promises = hits(message, CUE);
    Commitments commitments = new Commitments(message, promises);
    return promises.stream().map(commitments::action).toList();
  }

  private Action action(CueHit promise) {
    int first = firstOfAction(promise, promise.capture(ACTOR));
    return new Action(promise, first, endOfAction(promise, first));
  }

  private static List<CueHit> hits(Analysis message, String cue) {
    Integer index = message.program().cueIndex().get(cue);
    return index == null ? List.of() : message.hits(index);
  }

  private List<Commitment> all() {
    @Nullable String[] times = times();
    List<Commitment> all = new ArrayList<>();
    for (int i = 0; i < promises.size(); i++) {
      all.add(commitment(promises.get(i), times[i]));
    }
    return all;
  }

  private Commitment commitment(CueHit promise, @Nullable String time) {
    Alignment.Captured actor = promise.capture(ACTOR);
    int first = firstOfAction(promise, actor);
    int end = endOfAction(promise, first);
    int last = end > first ? tokens.end(end - 1) : promise.end();
    int start = end > first ? tokens.start(first) : promise.start();
    return new Commitment(
        actor == null ? null : actor(actor),
        tokens.text().substring(start, last),
        time,
        message.index(),
        message.span(promise.start(), Math.max(promise.end(), last)),
        promise.at());
  }

  /** The actor's own part of “I’ll”, where the promise stands in the same written word. */
  private String actor(Alignment.Captured actor) {
    return tokens.text().substring(tokens.start(actor.start()), tokens.ownEnd(actor.end() - 1));
  }

  /** Where the phrase says; else behind the actor, if it goes on there; else where it begins. */
  private int firstOfAction(CueHit promise, Alignment.@Nullable Captured actor) {
    Alignment.Captured action = promise.capture(ACTION);
    if (action != null) {
      return action.start();
    }
    int first = actor == null ? promise.firstToken() : actor.end();
    while (actor != null && first < promise.endToken() && sharesWord(first)) {
      first++;
    }
    return first < promise.endToken() ? first : promise.firstToken();
  }

  private boolean sharesWord(int token) {
    return token > 0 && tokens.word(token) == tokens.word(token - 1);
  }

  /** The end of the clause: of the sentence, before a comma or an emoji, or where it gets long. */
  private int endOfAction(CueHit promise, int first) {
    int end = first;
    while (end < tokens.size() && (end < promise.endToken() || goesOn(first, end))) {
      end++;
    }
    return end;
  }

  private boolean goesOn(int first, int token) {
    return token > first
        && tokens.sentence(token) == tokens.sentence(first)
        && !tokens.stopBefore(token)
        && tokens.kind(token) != TokenKind.QUESTION_MARK
        && tokens.kind(token) != TokenKind.EMOJI
        && tokens.word(token) - tokens.word(first) < LONGEST_ACTION;
  }

  /**
   * Per promise, when. A time belongs to the last promise before it in its sentence; one that
   * stands before all of them to the first.
   */
  private @Nullable String[] times() {
    @Nullable String[] times = new String[promises.size()];
    int next = 0;
    for (CueHit hit : hits(message, TIMES)) {
      Alignment.Captured part = hit.capture(TIME);
      int first = part == null ? hit.firstToken() : part.start();
      while (next < promises.size() && promises.get(next).firstToken() <= first) {
        next++;
      }
      int owner = isWith(next - 1, first) ? next - 1 : isWith(next, first) ? next : -1;
      if (owner >= 0 && times[owner] == null) {
        times[owner] = part == null ? hit.text() : text(part);
      }
    }
    for (int i = 0; i < times.length; i++) {
      Alignment.Captured own = promises.get(i).capture(TIME);
      times[i] = own == null ? times[i] : text(own);
    }
    return times;
  }

  /** Whether there is such a promise, in the sentence of this token. */
  private boolean isWith(int promise, int token) {
    return promise >= 0
        && promise < promises.size()
        && token < tokens.size()
        && promises.get(promise).sentence() == tokens.sentence(token);
  }

  private String text(Alignment.Captured part) {
    return tokens.text().substring(tokens.start(part.start()), tokens.end(part.end() - 1));
  }
}

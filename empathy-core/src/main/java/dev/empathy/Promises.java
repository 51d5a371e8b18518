package dev.empathy;

import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which promises of the agent's side no later message of theirs returns to. A message returns to a
 * promise that it takes up a content word of, in any form; and to all of them with a hit of the cue
 * {@code follow-up}. It reads each earlier turn once, however many turns ask. For one conversation
 * and one thread.
 */
final class Promises {

  /** The cue whose hits return to whatever was promised. */
  private static final String FOLLOW_UP = "follow-up";

  /** A promise; each is itself only, so that to compare two costs nothing. */
  private static final class Promise {

    private final CueHit hit;

    /** The stems of its content words; of all its words, where it has none. */
    private final Set<Long> stems;

    Promise(CueHit hit, Set<Long> stems) {
      this.hit = hit;
      this.stems = stems;
    }
  }

  /** Those that are open, in the order in which they were made. */
  private final Set<Promise> open = new LinkedHashSet<>();

  /** The open ones by the words that return to them. */
  private final Map<Long, Set<Promise>> byStem = new HashMap<>();

  /** Those of the agent's last turn that was read. */
  private final List<Promise> latest = new ArrayList<>();

  private int turns;

  Promises copy() {
    Promises copy = new Promises();
    copy.open.addAll(open);
    byStem.forEach((stem, promises) -> copy.byStem.put(stem, new LinkedHashSet<>(promises)));
    copy.latest.addAll(latest);
    copy.turns = turns;
    return copy;
  }

  /**
   * How many promises of earlier turns of the agent's side neither a later turn returned to nor the
   * judged one does. Those of its last turn have nothing after them, and do not count.
   *
   * @param judged the turn after {@code earlier}
   * @param earlier the earlier turns; those of the last time come first again
   */
  int count(Turn judged, List<Turn> earlier) {
    int settled = settled(judged, earlier).size();
    return open.size() - settled;
  }

  /** These promises, in order. */
  List<CueHit> open(Turn judged, List<Turn> earlier) {
    Set<Promise> settled = settled(judged, earlier);
    return open.stream()
        .filter(promise -> !settled.contains(promise))
        .map(promise -> promise.hit)
        .toList();
  }

  /** Those open ones that do not count. */
  private Set<Promise> settled(Turn judged, List<Turn> earlier) {
    read(earlier);
    Set<Promise> settled = new HashSet<>();
    if (judged.side() == Side.AGENT) {
      judged.messages().forEach(message -> settled.addAll(takenUp(message)));
    } else {
      latest.stream().filter(open::contains).forEach(settled::add);
    }
    return settled;
  }

  private void read(List<Turn> earlier) {
    while (turns < earlier.size()) {
      Turn next = earlier.get(turns++);
      if (next.side() == Side.AGENT) {
        latest.clear();
        next.messages().forEach(this::read);
      }
    }
  }

  private void read(Analysis message) {
    takenUp(message).forEach(this::close);
    for (Commitments.Action action : Commitments.actions(message)) {
      Promise promise = new Promise(action.hit(), stems(message, action.first(), action.end()));
      open.add(promise);
      latest.add(promise);
      promise.stems.forEach(
          stem -> byStem.computeIfAbsent(stem, key -> new LinkedHashSet<>()).add(promise));
    }
  }

  private void close(Promise promise) {
    open.remove(promise);
    for (Long stem : promise.stems) {
      Set<Promise> others = byStem.get(stem);
      if (others != null) {
        others.remove(promise);
        if (others.isEmpty()) {
          byStem.remove(stem);
        }
      }
    }
  }

  private Set<Promise> takenUp(Analysis message) {
    if (open.isEmpty()) {
      return Set.of();
    }
    Integer followUp = message.program().cueIndex().get(FOLLOW_UP);
    if (followUp != null && !message.hits(followUp).isEmpty()) {
      return Set.copyOf(open);
    }
    Set<Promise> taken = new HashSet<>();
    for (Long stem : contentStems(message, 0, message.tokens().size())) {
      taken.addAll(byStem.getOrDefault(stem, Set.of()));
    }
    return taken;
  }

  private static Set<Long> stems(Analysis message, int first, int end) {
    Set<Long> content = contentStems(message, first, end);
    if (!content.isEmpty()) {
      return content;
    }
    Set<Long> all = new HashSet<>();
    for (int token = first; token < end; token++) {
      all.add(message.program().stems().of(message.tokens(), token));
    }
    return all;
  }

  private static Set<Long> contentStems(Analysis message, int first, int end) {
    Tokens tokens = message.tokens();
    Set<Long> stems = new HashSet<>();
    for (int token = first; token < end; token++) {
      boolean word = tokens.kind(token) == TokenKind.WORD;
      if (word && !message.program().isFunctionWord(tokens, token)) {
        stems.add(message.program().stems().of(tokens, token));
      }
    }
    return stems;
  }
}

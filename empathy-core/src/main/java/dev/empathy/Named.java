package dev.empathy;

import dev.empathy.internal.match.Alignment;
import dev.empathy.internal.match.ListIndex;
import dev.empathy.rubric.Condition.Same;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often a conversation's cues named each thing so far. It reads each earlier turn once, however
 * many turns ask. For one conversation and one thread.
 */
final class Named {

  /** A cue and the name under which it captures. */
  private record Key(String cue, String capture) {}

  /** What was counted, and in how many turns from the first. */
  private static final class Counts {

    private final Map<Integer, Integer> byEntry = new HashMap<>();
    private int turns;

    Counts copy() {
      Counts copy = new Counts();
      copy.byEntry.putAll(byEntry);
      copy.turns = turns;
      return copy;
    }
  }

  private final Program program;
  private final Map<Key, Counts> earlier = new HashMap<>();

  Named(Program program) {
    this.program = program;
  }

  Named copy() {
    Named copy = new Named(program);
    earlier.forEach((key, counts) -> copy.earlier.put(key, counts.copy()));
    return copy;
  }

  /**
   * How often the other cue of {@code asked} named each thing in earlier turns.
   *
   * @param turns the earlier turns; those of the last time come first again
   */
  Map<Integer, Integer> before(Same asked, List<Turn> turns) {
    Key key = new Key(asked.as().value(), asked.capture().value());
    Counts counts = earlier.computeIfAbsent(key, k -> new Counts());
    while (counts.turns < turns.size()) {
      count(asked, turns.get(counts.turns++), counts.byEntry);
    }
    return counts.byEntry;
  }

  /** How often it names each thing in one turn. */
  Map<Integer, Integer> in(Same asked, Turn turn) {
    Map<Integer, Integer> counts = new HashMap<>();
    count(asked, turn, counts);
    return counts;
  }

  private void count(Same asked, Turn turn, Map<Integer, Integer> counts) {
    for (CueHit hit : turn.hits(program.cue(asked.as().value()).index())) {
      Integer entry = entry(asked, hit);
      if (entry != null) {
        counts.merge(entry, 1, Integer::sum);
      }
    }
  }

  /** The number of the thing that a hit names, or null where it names none. */
  @Nullable Integer entry(Same asked, CueHit hit) {
    Alignment.Captured captured = hit.capture(asked.capture().value());
    if (captured == null) {
      return null;
    }
    ListIndex list = program.matcher().list(captured.name());
    return list == null ? 0 : list.entry(hit.message().tokens(), captured.start(), captured.end());
  }
}

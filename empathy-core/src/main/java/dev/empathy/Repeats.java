package dev.empathy;

import dev.empathy.SentenceIndex.Sentence;
import dev.empathy.rubric.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many sentences of a turn its side has written in earlier turns. It reads each turn once,
 * however many turns ask, and each message of a growing turn once. For one conversation and one
 * thread.
 */
final class Repeats {

  private final Map<Side, OfSide> sides = new EnumMap<>(Side.class);

  Repeats copy() {
    Repeats copy = new Repeats();
    sides.forEach((side, said) -> copy.sides.put(side, said.copy()));
    return copy;
  }

  /**
   * @param turn one of {@code earlier}, or the turn after them, which may have grown since the last
   *     time
   * @param earlier turns from the conversation's first on; those of the last time come first again
   */
  int count(Turn turn, List<Turn> earlier) {
    return sides
        .computeIfAbsent(turn.side(), side -> new OfSide(new SentenceIndex()))
        .count(turn, earlier);
  }

  /** What one side wrote. */
  private static final class OfSide {

    private final SentenceIndex said;

    /** Per turn that is over, how many of its sentences had been said; 0 for the other side's. */
    private final List<Integer> counts = new ArrayList<>();

    /** Of the turn after those, how many messages were read, and what they came to. */
    private int read;

    private int count;

    /** Their sentences; none before anything was said. */
    private final List<Sentence> present = new ArrayList<>();

    OfSide(SentenceIndex said) {
      this.said = said;
    }

    OfSide copy() {
      OfSide copy = new OfSide(said.copy());
      copy.counts.addAll(counts);
      copy.read = read;
      copy.count = count;
      copy.present.addAll(present);
      return copy;
    }

    int count(Turn turn, List<Turn> earlier) {
      while (counts.size() < turn.position()) {
        Turn over = earlier.get(counts.size());
        counts.add(over.side() == turn.side() ? finish(over) : 0);
      }
      return turn.position() < counts.size() ? counts.get(turn.position()) : read(turn);
    }

    private int finish(Turn turn) {
      boolean first = said.isEmpty();
      int whole = read(turn);
      if (first) {
        turn.messages().forEach(message -> present.addAll(sentences(message)));
      }
      present.forEach(said::add);
      present.clear();
      read = 0;
      count = 0;
      return whole;
    }

    /** Until its side has said something, a turn repeats nothing, and is not looked at. */
    private int read(Turn turn) {
      for (; read < turn.messages().size() && !said.isEmpty(); read++) {
        for (Sentence sentence : sentences(turn.messages().get(read))) {
          count += said.has(sentence) ? 1 : 0;
          present.add(sentence);
        }
      }
      return count;
    }

    private static List<Sentence> sentences(Analysis message) {
      return SentenceIndex.sentences(message.tokens());
    }
  }
}

package dev.empathy;

import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a condition can look at.
 *
 * @param program the rubric
 * @param judged the turn in question
 * @param earlier the turns before it, in order
 * @param historyGiven whether the caller said what came before, even if nothing did
 * @param facts what the caller knows
 * @param memory what is remembered of the turns before
 */
record Scene(
    Program program,
    Turn judged,
    List<Turn> earlier,
    boolean historyGiven,
    Map<String, String> facts,
    Memory memory) {

  /** The same scene with another turn to judge. */
  Scene with(Turn turn) {
    return new Scene(program, turn, earlier, historyGiven, facts, memory);
  }

  /**
   * The turns that a condition looks at.
   *
   * @param turns the turns, in order
   * @param partial whether there may be others that the caller did not give
   */
  record Selection(List<Turn> turns, boolean partial) {

    boolean absenceIsUnknown() {
      if (partial) {
        return true;
      }
      for (Turn turn : turns) {
        if (turn.absenceIsUnknown()) {
          return true;
        }
      }
      return false;
    }

    /** Why it is not known what a cue finds in these turns, or null where it is. */
    @Nullable String fault(int cue) {
      for (Turn turn : turns) {
        String reason = turn.fault(cue);
        if (reason != null) {
          return reason;
        }
      }
      return null;
    }
  }

  /**
   * @param turn which
   * @param side whose, or null for either
   */
  Selection select(Condition.Turn turn, @Nullable Side side) {
    return switch (turn) {
      case THIS -> new Selection(List.of(judged), false);
      case PREVIOUS -> lastOnes(1, side);
      case LAST_3 -> lastOnes(3, side);
      case FIRST -> new Selection(historyGiven ? first(side) : List.of(), !historyGiven);
      case ANY -> {
        List<Turn> all = new ArrayList<>(earlier);
        all.add(judged);
        yield new Selection(all, !historyGiven);
      }
    };
  }

  /** As many as were asked for are all, whatever was written before them. */
  private Selection lastOnes(int most, @Nullable Side side) {
    List<Turn> found = last(most, side);
    return new Selection(found, !historyGiven && found.size() < most);
  }

  private List<Turn> last(int most, @Nullable Side side) {
    List<Turn> found = new ArrayList<>();
    for (int i = earlier.size() - 1; i >= 0 && found.size() < most; i--) {
      if (side == null || earlier.get(i).side() == side) {
        found.add(0, earlier.get(i));
      }
    }
    return found;
  }

  /** The last two turns of a side, the judged one included. */
  List<Turn> lastTwo(Side side) {
    boolean here = judged.side() == side;
    List<Turn> turns = last(here ? 1 : 2, side);
    if (here) {
      turns.add(judged);
    }
    return turns;
  }

  /** The first message that was read. */
  Analysis first() {
    return (earlier.isEmpty() ? judged : earlier.get(0)).messages().get(0);
  }

  /** The turn before one of them, which is the other side's; null before the first. */
  @Nullable Turn before(Turn turn) {
    return turn.position() == 0 ? null : earlier.get(turn.position() - 1);
  }

  private List<Turn> first(@Nullable Side side) {
    for (Turn turn : earlier) {
      if (side == null || turn.side() == side) {
        return List.of(turn);
      }
    }
    return side == null || judged.side() == side ? List.of(judged) : List.of();
  }
}

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
 * @param whole whether the conversation as a whole is judged, and not only its last turn
 */
record Scene(
    Program program,
    Turn judged,
    List<Turn> earlier,
    boolean historyGiven,
    Map<String, String> facts,
    Memory memory,
    boolean whole) {

  /** A scene in which the agent's side says nothing, and nobody anything before. */
  static Scene nothing(Program program, boolean historyGiven) {
    Turn turn = Turn.of(Analysis.silence(program));
    return new Scene(program, turn, List.of(), historyGiven, Map.of(), new Memory(program), false);
  }

  /** The same scene with another turn to judge. */
  Scene with(Turn turn) {
    return new Scene(program, turn, earlier, historyGiven, facts, memory, whole);
  }

  /** The same scene with the whole conversation to judge. */
  Scene ofWhole() {
    return new Scene(program, judged, earlier, historyGiven, facts, memory, true);
  }

  /**
   * The turns that a condition looks at.
   *
   * @param turns the turns, in order
   * @param partial whether there may be others that the caller did not give
   * @param past what is known of all of them but the last, where they are the whole conversation;
   *     otherwise null
   */
  record Selection(List<Turn> turns, boolean partial, @Nullable Past past) {

    Selection(List<Turn> turns, boolean partial) {
      this(turns, partial, null);
    }

    /** Those that have to be looked at one by one. */
    private List<Turn> unread() {
      return past == null ? turns : turns.subList(turns.size() - 1, turns.size());
    }

    boolean absenceIsUnknown() {
      if (partial || (past != null && past.absenceIsUnknown())) {
        return true;
      }
      for (Turn turn : unread()) {
        if (turn.absenceIsUnknown()) {
          return true;
        }
      }
      return false;
    }

    /** Why it is not known what a cue finds in these turns, or null where it is. */
    @Nullable String fault(int cue) {
      if (past != null && past.fault(cue) != null) {
        return past.fault(cue);
      }
      for (Turn turn : unread()) {
        String reason = turn.fault(cue);
        if (reason != null) {
          return reason;
        }
      }
      return null;
    }

    long words() {
      long words = past == null ? 0 : past.words();
      for (Turn turn : unread()) {
        words += turn.words();
      }
      return words;
    }
  }

  /** How the conversation went, the judged turn included. */
  Course course() {
    return memory.course(earlier).and(judged);
  }

  /** Whether a condition looks at all turns. */
  boolean isAll(Condition.Turn turn) {
    return turn == Condition.Turn.ANY || (whole && turn == Condition.Turn.THIS);
  }

  /**
   * @param turn which
   * @param side whose, or null for either
   */
  Selection select(Condition.Turn turn, @Nullable Side side) {
    if (isAll(turn)) {
      Past past = memory.past(earlier);
      return new Selection(new Joined<>(earlier, List.of(judged)), !historyGiven, past);
    }
    return switch (turn) {
      case PREVIOUS -> lastOnes(1, side);
      case LAST_3 -> lastOnes(3, side);
      case FIRST -> firstOnes(1, side);
      case FIRST_2 -> firstOnes(2, side);
      default -> new Selection(List.of(judged), false);
    };
  }

  /** As many as were asked for are all, whatever was written before them. */
  private Selection lastOnes(int most, @Nullable Side side) {
    boolean here = whole && (side == null || judged.side() == side);
    List<Turn> found = last(here ? most - 1 : most, side);
    if (here) {
      found.add(judged);
    }
    return new Selection(found, !historyGiven && found.size() < most);
  }

  private Selection firstOnes(int most, @Nullable Side side) {
    return new Selection(historyGiven ? first(most, side) : List.of(), !historyGiven);
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

  private List<Turn> first(int most, @Nullable Side side) {
    List<Turn> found = new ArrayList<>();
    for (int i = 0; i < earlier.size() && found.size() < most; i++) {
      if (side == null || earlier.get(i).side() == side) {
        found.add(earlier.get(i));
      }
    }
    if (found.size() < most && (side == null || judged.side() == side)) {
      found.add(judged);
    }
    return found;
  }
}

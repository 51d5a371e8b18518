package dev.empathy;

import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where in a turn a condition wants its hits. What a hit is held against is gathered once, so that
 * many hits cost no more than they are many.
 */
final class Place {

  /** How many words are the opening, or the closing, of a turn. */
  private static final int EDGE_WORDS = 20;

  private final CueCondition condition;
  private final Turn turn;
  private final Scene scene;
  private final @Nullable CueHit firstBefore;
  private final @Nullable CueHit firstAfter;
  private final int[] near;
  private final @Nullable Near inTime;
  private final Map<Integer, Integer> earlier;
  private final Map<Integer, Integer> here;

  /**
   * @param condition what is asked
   * @param turn the turn that the hits stand in
   * @param scene what came before
   */
  Place(CueCondition condition, Turn turn, Scene scene) {
    this.condition = condition;
    this.turn = turn;
    this.scene = scene;
    this.firstBefore = first(condition.before());
    this.firstAfter = first(condition.after());
    Condition.Within within = condition.within();
    boolean inTime = within != null && within.isTime();
    this.inTime = within != null && inTime ? new Near(within, scene) : null;
    this.near =
        within == null || within.of() == null || inTime
            ? new int[0]
            : hits(within.of(), turn).stream().mapToInt(turn::sentenceOf).toArray();
    Named named = scene.memory().named();
    Condition.Same same = condition.same();
    this.earlier = same == null ? Map.of() : named.before(same, scene.earlier());
    this.here = same == null ? Map.of() : named.in(same, scene.judged());
  }

  /** Whether a condition takes hits wherever they stand. */
  static boolean isAnywhere(CueCondition condition) {
    return condition.position() == null
        && condition.before() == null
        && condition.after() == null
        && condition.within() == null
        && condition.same() == null;
  }

  private List<CueHit> hits(Text cue, Turn in) {
    return in.hits(scene.program().cue(cue.value()).index());
  }

  private @Nullable CueHit first(@Nullable Text cue) {
    List<CueHit> hits = cue == null ? List.of() : hits(cue, turn);
    return hits.isEmpty() ? null : hits.get(0);
  }

  /** Whether a hit counts; unknown where only a time could tell. */
  Truth test(CueHit hit) {
    boolean named = condition.same() == null || isSame(condition.same(), hit);
    return named ? placed(hit) : Truth.FALSE;
  }

  /** Whether it may stand where it should, whatever it names. */
  boolean mayBePlaced(CueHit hit) {
    return placed(hit) != Truth.FALSE;
  }

  private Truth placed(CueHit hit) {
    if (!stands(hit)) {
      return Truth.FALSE;
    }
    return inTime == null ? Truth.TRUE : inTime.holds(hit.message());
  }

  private boolean stands(CueHit hit) {
    Condition.Within within = inTime == null ? condition.within() : null;
    return (condition.position() == null || isAt(condition.position(), hit))
        && (firstBefore == null || CueHit.compare(hit, firstBefore) < 0)
        && (condition.after() == null || isAfter(hit))
        && (within == null || isNear(hit, within.number()));
  }

  private boolean isAt(Condition.Position position, CueHit hit) {
    return switch (position) {
      case OPENING -> turn.wordOf(hit) < EDGE_WORDS;
      case CLOSING -> turn.wordOf(hit) >= turn.words() - EDGE_WORDS;
      case FIRST_SENTENCE -> turn.sentenceOf(hit) == 0;
      case LAST_SENTENCE -> turn.sentenceOf(hit) == turn.sentences() - 1;
    };
  }

  private boolean isAfter(CueHit hit) {
    return firstAfter != null && CueHit.compare(firstAfter, hit) < 0;
  }

  /** The sentences of the other cue's hits rise, so halving finds the first that could do. */
  private boolean isNear(CueHit hit, int sentences) {
    int sentence = turn.sentenceOf(hit);
    int low = 0;
    int high = near.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (near[middle] < sentence - sentences) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < near.length && near[low] <= sentence + sentences;
  }

  /** Whether a hit names the same thing as a hit of another cue, here or earlier. */
  private boolean isSame(Condition.Same asked, CueHit hit) {
    if (hit.supposed() != null) {
      boolean asks = hit.supposed().same() != null && hit.supposed().same().isLike(asked);
      return asks && !(earlier.isEmpty() && here.isEmpty());
    }
    Integer entry = scene.memory().named().entry(asked, hit);
    if (entry == null) {
      return false;
    }
    boolean itself = asked.as().value().equals(hit.cue().cue().id());
    return earlier.getOrDefault(entry, 0) + here.getOrDefault(entry, 0) > (itself ? 1 : 0);
  }
}

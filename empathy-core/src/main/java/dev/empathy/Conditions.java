package dev.empathy;

import dev.empathy.Memory.SoFar;
import dev.empathy.Program.CompiledCue;
import dev.empathy.Scene.Selection;
import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.Amount;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Condition.EmotionCondition;
import dev.empathy.rubric.Condition.FactCondition;
import dev.empathy.rubric.Condition.Per;
import dev.empathy.rubric.Condition.RuleCondition;
import dev.empathy.rubric.Condition.SignalCondition;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Side;
import dev.empathy.rubric.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a condition holds in a scene: true, false or unknown. A pure function of the scene
 * and of the outcomes of the rules before.
 */
final class Conditions {

  /** By how much a feeling must grow to be rising. */
  private static final double RISE = 0.15;

  private static final int MOST_KEPT = 100_000;

  private final Scene scene;
  private final Map<String, Outcome> outcomes;

  /** Hits that conditions count: to test and to explain one asks for them again and again. */
  private final Map<CueCondition, List<CueHit>> counted = new IdentityHashMap<>();

  /** How many hits stand there; those of a few rules, or they would fill the memory. */
  private int kept;

  Conditions(Scene scene, Map<String, Outcome> outcomes) {
    this.scene = scene;
    this.outcomes = outcomes;
  }

  Scene scene() {
    return scene;
  }

  Truth test(Condition condition) {
    if (condition instanceof CueCondition cue) {
      Truth found = found(cue);
      return cue.missing() ? found.not() : found;
    }
    if (condition instanceof EmotionCondition emotion) {
      return test(emotion);
    }
    if (condition instanceof SignalCondition signal) {
      return test(signal);
    }
    if (condition instanceof FactCondition fact) {
      return Facts.test(fact, scene.facts());
    }
    if (condition instanceof RuleCondition rule) {
      Outcome outcome = outcomes.getOrDefault(rule.rule().value(), Outcome.SKIP);
      return outcome == Outcome.UNKNOWN ? Truth.UNKNOWN : Truth.of(outcome == rule.is());
    }
    if (condition instanceof Condition.All all) {
      Truth truth = Truth.TRUE;
      for (Condition one : all.conditions()) {
        truth = truth.and(test(one));
      }
      return truth;
    }
    if (condition instanceof Condition.None none) {
      return atLeast(1, none.conditions()).not();
    }
    Condition.AtLeastOf some = (Condition.AtLeastOf) condition;
    return atLeast(some.atLeast(), some.conditions());
  }

  private Truth atLeast(int k, List<Condition> conditions) {
    int trues = 0;
    int unknowns = 0;
    for (Condition one : conditions) {
      Truth truth = test(one);
      trues += truth == Truth.TRUE ? 1 : 0;
      unknowns += truth == Truth.UNKNOWN ? 1 : 0;
      if (trues >= k) {
        return Truth.TRUE;
      }
    }
    return trues + unknowns < k ? Truth.FALSE : Truth.UNKNOWN;
  }

  /** What is not known where a condition is unknown, in a few words; null where it is known. */
  @Nullable String unknown(Condition condition) {
    if (test(condition) != Truth.UNKNOWN) {
      return null;
    }
    if (condition instanceof FactCondition fact) {
      return Facts.unknown(fact, scene.facts());
    }
    if (condition instanceof RuleCondition rule) {
      return "the rule " + rule.rule().value() + " is unknown";
    }
    for (Condition one : parts(condition)) {
      String reason = unknown(one);
      if (reason != null) {
        return reason;
      }
    }
    String fault = fault(condition);
    if (fault != null) {
      return fault;
    }
    boolean here = scene.judged().absenceIsUnknown() && looksHereOnly(condition);
    return here || scene.historyGiven()
        ? "part of what was written is not known"
        : Signals.NO_HISTORY;
  }

  private static boolean looksHereOnly(Condition condition) {
    if (condition instanceof CueCondition cue) {
      return cue.turn() == Condition.Turn.THIS && cue.per() != Per.CONVERSATION && !isInTime(cue);
    }
    if (condition instanceof EmotionCondition emotion) {
      return emotion.turn() == Condition.Turn.THIS && !emotion.rising();
    }
    return condition instanceof SignalCondition signal && signal.turn() == Condition.Turn.THIS;
  }

  /** What was not given, or what code that the caller passed in does not know, or null. */
  private @Nullable String fault(Condition condition) {
    if (condition instanceof CueCondition cue) {
      return fault(cue);
    }
    if (condition instanceof EmotionCondition emotion) {
      return fault(emotion, selection(emotion));
    }
    return condition instanceof SignalCondition signal ? soFar(signal).reason() : null;
  }

  private static List<Condition> parts(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.conditions();
    }
    if (condition instanceof Condition.None none) {
      return none.conditions();
    }
    return condition instanceof Condition.AtLeastOf some ? some.conditions() : List.of();
  }

  // Cues

  private Truth found(CueCondition condition) {
    Selection selection = selection(condition);
    List<CueHit> hits = counted(condition, selection);
    Doubt doubt = doubt(condition, selection, hits);
    Truth truth = Truth.TRUE;
    if (condition.atLeast() != null) {
      Measured measured = measure(condition, condition.atLeast(), selection, hits);
      truth = truth.and(reached(measured, doubt));
    }
    if (condition.atMost() != null) {
      Measured measured = measure(condition, condition.atMost(), selection, hits);
      truth = truth.and(within(measured, doubt));
    }
    if (condition.exactly() != null) {
      Measured measured = measure(condition, condition.exactly(), selection, hits);
      truth = truth.and(reached(measured, doubt)).and(within(measured, doubt));
    }
    return truth;
  }

  /**
   * How a count may be off.
   *
   * @param more whether there may be hits that are not counted
   * @param fewer whether some that are counted may stand in the wrong place
   */
  private record Doubt(boolean more, boolean fewer) {}

  /**
   * Where a text was not all read, a detector failed or a time is not known. A hit of {@code
   * after}, {@code within} or {@code same} that is not known could only let more hits count, one of
   * {@code before} fewer.
   */
  private Doubt doubt(CueCondition condition, Selection selection, List<CueHit> hits) {
    boolean more =
        selection.absenceIsUnknown()
            || mayBeTheSame(condition, selection, hits)
            || fault(condition.cue(), selection) != null
            || fault(condition.after(), selection) != null
            || fault(near(condition), selection) != null
            || untimed(condition, selection) != null
            || (condition.same() != null && fault(condition.same().as(), all()) != null);
    return new Doubt(more, fault(condition.before(), selection) != null);
  }

  private static boolean isInTime(CueCondition condition) {
    return condition.within() != null && condition.within().isTime();
  }

  /** The cue that hits must stand so many sentences from, or null. */
  private static @Nullable Text near(CueCondition condition) {
    return condition.within() == null || isInTime(condition) ? null : condition.within().of();
  }

  /** A hit of which only a time could tell whether it counts, or null. */
  private @Nullable CueHit untimed(CueCondition condition, Selection selection) {
    if (!isInTime(condition)) {
      return null;
    }
    if (isTallied(condition, selection) && tally(condition).unsure() != null) {
      return tally(condition).unsure();
    }
    List<CueHit> unsure =
        hits(condition, selection, (place, hit) -> place.test(hit) == Truth.UNKNOWN);
    return unsure.isEmpty() ? null : unsure.get(0);
  }

  /** Which time would tell whether hits count, or null where none is asked for. */
  private @Nullable String missingTime(CueCondition condition, Selection selection) {
    CueHit unsure = untimed(condition, selection);
    return unsure == null
        ? null
        : new Near(Objects.requireNonNull(condition.within()), scene).unknown(unsure.message());
  }

  /** Whether a hit may name what the other cue named where we cannot see. */
  private boolean mayBeTheSame(CueCondition condition, Selection selection, List<CueHit> hits) {
    return condition.same() != null
        && all().absenceIsUnknown()
        && placed(condition, selection).size() > hits.size();
  }

  /** Why it is not known what a cue finds there; null where it is, and for no cue. */
  private @Nullable String fault(@Nullable Text cue, Selection selection) {
    boolean none = cue == null || scene.program().extensions().detectors().isEmpty();
    return none ? null : selection.fault(scene.program().cue(cue.value()).index());
  }

  private @Nullable String fault(CueCondition condition) {
    Selection selection = selection(condition);
    List<@Nullable Text> here = new ArrayList<>();
    here.add(condition.cue());
    here.add(condition.before());
    here.add(condition.after());
    here.add(near(condition));
    for (Text cue : here) {
      String reason = fault(cue, selection);
      if (reason != null) {
        return reason;
      }
    }
    String missingTime = missingTime(condition, selection);
    if (missingTime != null) {
      return missingTime;
    }
    if (condition.same() != null && fault(condition.same().as(), all()) != null) {
      return fault(condition.same().as(), all());
    }
    for (Amount amount :
        Arrays.asList(condition.atLeast(), condition.atMost(), condition.exactly())) {
      if (amount != null && amount.countOf() != null) {
        CompiledCue other = scene.program().cue(amount.countOf().value());
        return selectionOf(other.cue().who(), condition).fault(other.index());
      }
    }
    return null;
  }

  private Selection all() {
    return scene.select(Condition.Turn.ANY, null);
  }

  /**
   * A count against its bound, in units that make both whole numbers.
   *
   * @param count what was counted
   * @param bound what it is held against
   * @param known whether the bound is known
   */
  private record Measured(long count, long bound, boolean known) {}

  private static Truth reached(Measured measured, Doubt doubt) {
    boolean reached = measured.count() >= measured.bound();
    boolean open = reached ? doubt.fewer() : doubt.more();
    return open || !measured.known() ? Truth.UNKNOWN : Truth.of(reached);
  }

  private static Truth within(Measured measured, Doubt doubt) {
    boolean over = measured.count() > measured.bound();
    boolean open = over ? doubt.fewer() : doubt.more();
    return open || !measured.known() ? Truth.UNKNOWN : Truth.of(!over);
  }

  private Measured measure(
      CueCondition condition, Amount amount, Selection selection, List<CueHit> hits) {
    boolean known = true;
    long bound = amount.number();
    if (amount.countOf() != null) {
      CompiledCue other = scene.program().cue(amount.countOf().value());
      Selection theirs = selectionOf(other.cue().who(), condition);
      known = !theirs.absenceIsUnknown() && theirs.fault(other.index()) == null;
      bound = count(other.index(), theirs);
    }
    return switch (condition.per()) {
      case MESSAGE, CONVERSATION -> new Measured(hits.size(), bound, known);
      case SENTENCE -> new Measured(mostInOneSentence(condition, selection, hits), bound, known);
      case HUNDRED_WORDS -> {
        yield new Measured(hits.size() * 100L, bound * Math.max(selection.words(), 100), known);
      }
    };
  }

  private long mostInOneSentence(CueCondition condition, Selection selection, List<CueHit> hits) {
    if (!isTallied(condition, selection)) {
      return Tally.mostInOneSentence(hits);
    }
    Tally tally = tally(condition);
    List<CueHit> here = hits.subList(tally.hits().size(), hits.size());
    return Math.max(tally.mostInOneSentence(), Tally.mostInOneSentence(here));
  }

  Selection selection(CueCondition condition) {
    CompiledCue cue = scene.program().cue(condition.cue().value());
    Condition.Turn turn =
        condition.per() == Per.CONVERSATION ? Condition.Turn.ANY : condition.turn();
    return scene.select(turn, cue.cue().who());
  }

  /** Where the hits of a cue that a count is held against are looked for. */
  private Selection selectionOf(@Nullable Side who, CueCondition condition) {
    boolean all = condition.per() == Per.CONVERSATION || scene.isAll(condition.turn());
    if (all) {
      return scene.select(Condition.Turn.ANY, who);
    }
    boolean here = who == null || who == scene.judged().side();
    return scene.select(here ? condition.turn() : Condition.Turn.PREVIOUS, who);
  }

  private int count(int cue, Selection selection) {
    if (selection.past() != null) {
      return scene.memory().count(cue, scene.earlier()) + scene.judged().hits(cue).size();
    }
    return selection.turns().stream().mapToInt(turn -> turn.hits(cue).size()).sum();
  }

  /**
   * Whether what a condition counts in earlier turns is counted once, and kept. Not where a later
   * turn may let an earlier hit count after all: by naming the same, or by coming near in time.
   */
  private static boolean isTallied(CueCondition condition, Selection selection) {
    boolean later = condition.same() != null || (isInTime(condition) && !isOfStart(condition));
    return selection.past() != null && !later;
  }

  private static boolean isOfStart(CueCondition condition) {
    return condition.within() != null && condition.within().of() == null;
  }

  private Tally tally(CueCondition condition) {
    int cue = scene.program().cue(condition.cue().value()).index();
    boolean anywhere = Place.isAnywhere(condition);
    return scene
        .memory()
        .tally(
            condition,
            scene.earlier(),
            (tally, turn) -> {
              List<CueHit> hits = turn.hits(cue);
              if (anywhere || hits.isEmpty()) {
                tally.add(hits);
              } else {
                tally.add(hits, new Place(condition, turn, scene));
              }
            });
  }

  /** The hits that a condition counts: in its turns, in their place, naming the same thing. */
  List<CueHit> counted(CueCondition condition, Selection selection) {
    List<CueHit> known = counted.get(condition);
    if (known == null) {
      known = hits(condition, selection, (place, hit) -> place.test(hit) == Truth.TRUE);
      kept += known.size();
      if (isTallied(condition, selection)) {
        known = new Joined<>(tally(condition).hits(), known);
      }
      if (kept > MOST_KEPT) {
        counted.clear();
        kept = known.size();
      }
      counted.put(condition, known);
    }
    return known;
  }

  /** Those that may be in their place, whatever they name. */
  private List<CueHit> placed(CueCondition condition, Selection selection) {
    return hits(condition, selection, Place::mayBePlaced);
  }

  /** Those in turns that are not tallied. */
  private List<CueHit> hits(
      CueCondition condition, Selection selection, BiPredicate<Place, CueHit> wanted) {
    int cue = scene.program().cue(condition.cue().value()).index();
    List<Turn> turns =
        isTallied(condition, selection) ? List.of(scene.judged()) : selection.turns();
    if (turns.size() == 1 && Place.isAnywhere(condition)) {
      return turns.get(0).hits(cue);
    }
    List<CueHit> all = new ArrayList<>();
    for (Turn turn : turns) {
      List<CueHit> hits = turn.hits(cue);
      if (!hits.isEmpty()) {
        Place place = new Place(condition, turn, scene);
        hits.stream().filter(hit -> wanted.test(place, hit)).forEach(all::add);
      }
    }
    return all;
  }

  // Emotions

  private Truth test(EmotionCondition condition) {
    if (condition.rising()) {
      return rising(condition);
    }
    Selection selection = selection(condition);
    double most = strongest(condition, selection);
    Double bound = condition.atLeast();
    boolean holds = bound == null ? most > 0 : most >= bound;
    boolean open = selection.absenceIsUnknown() || fault(condition, selection) != null;
    return holds ? Truth.TRUE : open ? Truth.UNKNOWN : Truth.FALSE;
  }

  /** Why the emotions of a condition may be stronger than they seem, or null. */
  private @Nullable String fault(EmotionCondition condition, Selection selection) {
    List<Integer> emotions = emotions(condition);
    for (CompiledCue cue : scene.program().cues()) {
      String reason = emotions.contains(cue.emotion()) ? selection.fault(cue.index()) : null;
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  Selection selection(EmotionCondition condition) {
    return scene.select(condition.turn(), side(condition));
  }

  /** The side that the condition's emotions are shown by, or null for either. */
  private @Nullable Side side(EmotionCondition condition) {
    Side side = null;
    for (int emotion : emotions(condition)) {
      Side one = scene.program().sides().get(emotion);
      if (one == null || (side != null && one != side)) {
        return null;
      }
      side = one;
    }
    return side;
  }

  List<Integer> emotions(EmotionCondition condition) {
    return scene.program().emotionsOf(condition);
  }

  private double strongest(EmotionCondition condition, Selection selection) {
    if (selection.past() != null) {
      double before =
          scene.memory().strongest(condition, scene.earlier(), turn -> strongest(condition, turn));
      return Math.max(before, strongest(condition, scene.judged()));
    }
    double most = 0;
    for (Turn turn : selection.turns()) {
      most = Math.max(most, strongest(condition, turn));
    }
    return most;
  }

  double strongest(EmotionCondition condition, Turn turn) {
    double most = 0;
    for (int emotion : emotions(condition)) {
      most = Math.max(most, turn.emotion(emotion));
    }
    return most;
  }

  /**
   * Whether the side's last turn feels more than the one before; the judged one may be the last.
   */
  private Truth rising(EmotionCondition condition) {
    Side side = Objects.requireNonNullElse(side(condition), Side.CUSTOMER);
    List<Turn> turns = scene.lastTwo(side);
    if (turns.size() < 2) {
      return Truth.UNKNOWN;
    }
    if (fault(condition, new Selection(turns, false)) != null) {
      return Truth.UNKNOWN;
    }
    double before = strongest(condition, turns.get(0));
    double last = strongest(condition, turns.get(1));
    Double bound = condition.atLeast();
    return Truth.of(last - before >= RISE - 1e-9 && (bound == null || last >= bound));
  }

  // Signals

  private Truth test(SignalCondition condition) {
    return soFar(condition).truth();
  }

  private SoFar soFar(SignalCondition condition) {
    if (Signals.isOfConversation(condition.signal().value())) {
      return of(condition, scene.judged());
    }
    if (scene.isAll(condition.turn())) {
      SoFar before = scene.memory().before(condition, scene.earlier(), turn -> of(condition, turn));
      return partly(!scene.historyGiven()).or(before).or(of(condition, scene.judged()));
    }
    Selection selection = selection(condition);
    SoFar soFar = partly(selection.partial());
    for (Turn turn : selection.turns()) {
      soFar = soFar.or(of(condition, turn));
    }
    return soFar;
  }

  /** Where there may be turns that were not given, any may be as it is asked. */
  private static SoFar partly(boolean partial) {
    return partial ? new SoFar(Truth.UNKNOWN, Signals.NO_HISTORY) : SoFar.NOWHERE;
  }

  private SoFar of(SignalCondition condition, Turn turn) {
    SignalValue signal = Signals.value(condition.signal().value(), turn, scene);
    return signal.isKnown()
        ? new SoFar(test(condition, turn, signal.value()), null)
        : new SoFar(Truth.UNKNOWN, signal.reason());
  }

  private static Truth test(SignalCondition condition, Turn turn, double value) {
    String signal = condition.signal().value();
    boolean holds = isInRange(condition, value);
    if (!turn.truncated() || !Signals.isCounted(signal) && !Signals.isRatio(signal)) {
      return Truth.of(holds);
    }
    // What was not read can only add to a count.
    boolean upper = condition.below() != null || condition.high() != null;
    boolean over = upper && !isBelowItsBounds(condition, value);
    boolean known = Signals.isCounted(signal) && (over || holds && !upper);
    return known ? Truth.of(holds) : Truth.UNKNOWN;
  }

  /** A signal has no side of its own: an earlier turn is the other side's. */
  Selection selection(SignalCondition condition) {
    Side side =
        condition.turn() == Condition.Turn.THIS || scene.isAll(condition.turn())
            ? null
            : scene.judged().side().other();
    return scene.select(condition.turn(), side);
  }

  private static boolean isInRange(SignalCondition condition, double value) {
    return isBelowItsBounds(condition, value)
        && (condition.above() == null || value > condition.above())
        && (condition.low() == null || value >= condition.low());
  }

  private static boolean isBelowItsBounds(SignalCondition condition, double value) {
    return (condition.below() == null || value < condition.below())
        && (condition.high() == null || value <= condition.high());
  }
}

package dev.empathy;

import dev.empathy.Clause.OfCue;
import dev.empathy.Clause.OfEmotion;
import dev.empathy.Clause.OfFact;
import dev.empathy.Clause.OfRule;
import dev.empathy.Clause.OfSignal;
import dev.empathy.Memory.SoFar;
import dev.empathy.Program.CompiledCue;
import dev.empathy.Scene.Selection;
import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.Amount;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Condition.Per;
import dev.empathy.rubric.Condition.SignalCondition;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Side;
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
  private final Outcomes outcomes;

  /** Whether all of the judged turn is known, and nothing but it is judged. */
  private final boolean certain;

  /** Hits that conditions count: to test and to explain one asks for them again and again. */
  private @Nullable Map<OfCue, List<CueHit>> counted;

  /** The judged turn alone. */
  private @Nullable Selection here;

  /** How many hits stand there; those of a few rules, or they would fill the memory. */
  private int kept;

  Conditions(Scene scene, Outcomes outcomes) {
    this.scene = scene;
    this.outcomes = outcomes;
    Turn judged = scene.judged();
    this.certain = !scene.whole() && !judged.absenceIsUnknown() && !judged.hasFaults();
  }

  Scene scene() {
    return scene;
  }

  Truth test(Clause clause) {
    if (clause instanceof OfCue cue) {
      if (cue.plain() && certain) {
        return Truth.of(scene.judged().has(cue.cue()) != cue.source().missing());
      }
      Truth found = found(cue);
      return cue.source().missing() ? found.not() : found;
    }
    if (clause instanceof Clause.AtLeastOf some) {
      return atLeast(some.source().atLeast(), some.quickFirst());
    }
    if (clause instanceof Clause.All all) {
      return all(all.quickFirst());
    }
    if (clause instanceof Clause.None none) {
      return atLeast(1, none.quickFirst()).not();
    }
    if (clause instanceof OfEmotion emotion) {
      return test(emotion);
    }
    if (clause instanceof OfSignal signal) {
      return soFar(signal).truth();
    }
    if (clause instanceof OfFact fact) {
      return Facts.test(fact.source(), scene.facts());
    }
    OfRule rule = (OfRule) clause;
    Outcome outcome = outcomes.of(rule.rule());
    return outcome == Outcome.UNKNOWN ? Truth.UNKNOWN : Truth.of(outcome == rule.source().is());
  }

  private Truth all(Clause[] clauses) {
    Truth truth = Truth.TRUE;
    for (Clause one : clauses) {
      truth = truth.and(test(one));
      if (truth == Truth.FALSE) {
        return truth;
      }
    }
    return truth;
  }

  private Truth atLeast(int k, Clause[] clauses) {
    int trues = 0;
    int unknowns = 0;
    for (Clause one : clauses) {
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
  @Nullable String unknown(Clause condition) {
    if (test(condition) != Truth.UNKNOWN) {
      return null;
    }
    if (condition instanceof OfFact fact) {
      return Facts.unknown(fact.source(), scene.facts());
    }
    if (condition instanceof OfRule rule) {
      return "the rule " + rule.source().rule().value() + " is unknown";
    }
    for (Clause one : condition.parts()) {
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

  private static boolean looksHereOnly(Clause condition) {
    if (condition instanceof OfCue cue) {
      CueCondition source = cue.source();
      boolean here = source.turn() == Condition.Turn.THIS && source.per() != Per.CONVERSATION;
      return here && !cue.isInTime();
    }
    if (condition instanceof OfEmotion emotion) {
      return emotion.source().turn() == Condition.Turn.THIS && !emotion.source().rising();
    }
    return condition instanceof OfSignal signal && signal.source().turn() == Condition.Turn.THIS;
  }

  /** What was not given, or what code that the caller passed in does not know, or null. */
  private @Nullable String fault(Clause condition) {
    if (condition instanceof OfCue cue) {
      return fault(cue);
    }
    if (condition instanceof OfEmotion emotion) {
      return fault(emotion, selection(emotion));
    }
    return condition instanceof OfSignal signal ? soFar(signal).reason() : null;
  }

  // Cues

  private Truth found(OfCue clause) {
    CueCondition condition = clause.source();
    Selection selection = selection(clause);
    List<CueHit> hits = counted(clause, selection);
    Doubt doubt = doubt(clause, selection, hits);
    Truth truth = Truth.TRUE;
    if (condition.atLeast() != null) {
      truth = truth.and(reached(clause, condition.atLeast(), selection, hits, doubt));
    }
    if (condition.atMost() != null) {
      truth = truth.and(within(clause, condition.atMost(), selection, hits, doubt));
    }
    if (condition.exactly() != null) {
      truth =
          truth
              .and(reached(clause, condition.exactly(), selection, hits, doubt))
              .and(within(clause, condition.exactly(), selection, hits, doubt));
    }
    return truth;
  }

  /**
   * How a count may be off.
   *
   * @param more whether there may be hits that are not counted
   * @param fewer whether some that are counted may stand in the wrong place
   */
  private record Doubt(boolean more, boolean fewer) {

    private static final Doubt[] ALL = {
      new Doubt(false, false), new Doubt(false, true), new Doubt(true, false), new Doubt(true, true)
    };

    static Doubt of(boolean more, boolean fewer) {
      return ALL[(more ? 2 : 0) + (fewer ? 1 : 0)];
    }
  }

  /**
   * Where a text was not all read, a detector failed or a time is not known. A hit of {@code
   * after}, {@code within} or {@code same} that is not known could only let more hits count, one of
   * {@code before} fewer.
   */
  private Doubt doubt(OfCue clause, Selection selection, List<CueHit> hits) {
    boolean more =
        selection.absenceIsUnknown()
            || mayBeTheSame(clause, selection, hits)
            || fault(clause.cue(), selection) != null
            || fault(clause.after(), selection) != null
            || fault(clause.near(), selection) != null
            || untimed(clause, selection) != null
            || (clause.as() >= 0 && fault(clause.as(), all()) != null);
    boolean fewer = fault(clause.before(), selection) != null;
    return Doubt.of(more, fewer);
  }

  /** A hit of which only a time could tell whether it counts, or null. */
  private @Nullable CueHit untimed(OfCue clause, Selection selection) {
    if (!clause.isInTime()) {
      return null;
    }
    if (isTallied(clause, selection) && tally(clause).unsure() != null) {
      return tally(clause).unsure();
    }
    List<CueHit> unsure = hits(clause, selection, (place, hit) -> place.test(hit) == Truth.UNKNOWN);
    return unsure.isEmpty() ? null : unsure.get(0);
  }

  /** Which time would tell whether hits count, or null where none is asked for. */
  private @Nullable String missingTime(OfCue clause, Selection selection) {
    CueHit unsure = untimed(clause, selection);
    return unsure == null
        ? null
        : new Near(Objects.requireNonNull(clause.source().within()), scene)
            .unknown(unsure.message());
  }

  /** Whether a hit may name what the other cue named where we cannot see. */
  private boolean mayBeTheSame(OfCue clause, Selection selection, List<CueHit> hits) {
    return clause.as() >= 0
        && all().absenceIsUnknown()
        && placed(clause, selection).size() > hits.size();
  }

  /** Why it is not known what a cue finds there; null where it is, and for no cue. */
  private @Nullable String fault(int cue, Selection selection) {
    boolean none = cue < 0 || scene.program().extensions().detectors().isEmpty();
    return none ? null : selection.fault(cue);
  }

  private @Nullable String fault(OfCue clause) {
    Selection selection = selection(clause);
    for (int cue : new int[] {clause.cue(), clause.before(), clause.after(), clause.near()}) {
      String reason = fault(cue, selection);
      if (reason != null) {
        return reason;
      }
    }
    String missingTime = missingTime(clause, selection);
    if (missingTime != null) {
      return missingTime;
    }
    if (clause.as() >= 0 && fault(clause.as(), all()) != null) {
      return fault(clause.as(), all());
    }
    CueCondition condition = clause.source();
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

  private Truth reached(
      OfCue clause, Amount amount, Selection selection, List<CueHit> hits, Doubt doubt) {
    boolean reached = beyond(clause, amount, selection, hits) >= 0;
    boolean open = reached ? doubt.fewer() : doubt.more();
    return open || !isKnown(clause, amount) ? Truth.UNKNOWN : Truth.of(reached);
  }

  private Truth within(
      OfCue clause, Amount amount, Selection selection, List<CueHit> hits, Doubt doubt) {
    boolean over = beyond(clause, amount, selection, hits) > 0;
    boolean open = over ? doubt.fewer() : doubt.more();
    return open || !isKnown(clause, amount) ? Truth.UNKNOWN : Truth.of(!over);
  }

  /** Whether the bound of a count is known. */
  private boolean isKnown(OfCue clause, Amount amount) {
    if (amount.countOf() == null) {
      return true;
    }
    CompiledCue other = scene.program().cue(amount.countOf().value());
    Selection theirs = selectionOf(other.cue().who(), clause.source());
    return !theirs.absenceIsUnknown() && theirs.fault(other.index()) == null;
  }

  /** A count less its bound, in units that make both whole numbers. */
  private long beyond(OfCue clause, Amount amount, Selection selection, List<CueHit> hits) {
    CueCondition condition = clause.source();
    long bound = amount.number();
    if (amount.countOf() != null) {
      CompiledCue other = scene.program().cue(amount.countOf().value());
      bound = count(other.index(), selectionOf(other.cue().who(), condition));
    }
    return switch (condition.per()) {
      case MESSAGE, CONVERSATION -> hits.size() - bound;
      case SENTENCE -> mostInOneSentence(clause, selection, hits) - bound;
      case HUNDRED_WORDS -> hits.size() * 100L - bound * Math.max(selection.words(), 100);
    };
  }

  private long mostInOneSentence(OfCue clause, Selection selection, List<CueHit> hits) {
    if (!isTallied(clause, selection)) {
      return Tally.mostInOneSentence(hits);
    }
    Tally tally = tally(clause);
    List<CueHit> here = hits.subList(tally.hits().size(), hits.size());
    return Math.max(tally.mostInOneSentence(), Tally.mostInOneSentence(here));
  }

  Selection selection(OfCue clause) {
    CueCondition condition = clause.source();
    Condition.Turn turn =
        condition.per() == Per.CONVERSATION ? Condition.Turn.ANY : condition.turn();
    return select(turn, scene.program().cues().get(clause.cue()).cue().who());
  }

  private Selection select(Condition.Turn turn, @Nullable Side side) {
    if (turn != Condition.Turn.THIS || scene.whole()) {
      return scene.select(turn, side);
    }
    here = here == null ? scene.select(turn, side) : here;
    return here;
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
    int count = 0;
    for (Turn turn : selection.turns()) {
      count += turn.hits(cue).size();
    }
    return count;
  }

  /**
   * Whether what a condition counts in earlier turns is counted once, and kept. Not where a later
   * turn may let an earlier hit count after all: by naming the same, or by coming near in time.
   */
  private static boolean isTallied(OfCue clause, Selection selection) {
    boolean later = clause.as() >= 0 || (clause.isInTime() && !isOfStart(clause.source()));
    return selection.past() != null && !later;
  }

  private static boolean isOfStart(CueCondition condition) {
    return condition.within() != null && condition.within().of() == null;
  }

  private Tally tally(OfCue clause) {
    CueCondition condition = clause.source();
    boolean anywhere = Place.isAnywhere(condition);
    return scene
        .memory()
        .tally(
            condition,
            scene.earlier(),
            (tally, turn) -> {
              List<CueHit> hits = turn.hits(clause.cue());
              if (anywhere || hits.isEmpty()) {
                tally.add(hits);
              } else {
                tally.add(hits, new Place(condition, turn, scene));
              }
            });
  }

  /** The hits that a condition counts: in its turns, in their place, naming the same thing. */
  List<CueHit> counted(OfCue clause, Selection selection) {
    List<CueHit> there = isTallied(clause, selection) ? null : ready(clause, selection.turns());
    if (there != null) {
      return there;
    }
    counted = counted == null ? new IdentityHashMap<>() : counted;
    List<CueHit> known = counted.get(clause);
    if (known == null) {
      known = hits(clause, selection, (place, hit) -> place.test(hit) == Truth.TRUE);
      kept += known.size();
      if (isTallied(clause, selection)) {
        known = new Joined<>(tally(clause).hits(), known);
      }
      if (kept > MOST_KEPT) {
        counted.clear();
        kept = known.size();
      }
      counted.put(clause, known);
    }
    return known;
  }

  /** Those that may be in their place, whatever they name. */
  private List<CueHit> placed(OfCue clause, Selection selection) {
    return hits(clause, selection, Place::mayBePlaced);
  }

  /** Those in turns that are not tallied. */
  private List<CueHit> hits(OfCue clause, Selection selection, BiPredicate<Place, CueHit> wanted) {
    List<Turn> turns = isTallied(clause, selection) ? judgedAlone() : selection.turns();
    List<CueHit> there = ready(clause, turns);
    if (there != null) {
      return there;
    }
    CueCondition condition = clause.source();
    List<CueHit> all = new ArrayList<>();
    for (Turn turn : turns) {
      List<CueHit> hits = turn.hits(clause.cue());
      if (!hits.isEmpty()) {
        Place place = new Place(condition, turn, scene);
        for (CueHit hit : hits) {
          if (wanted.test(place, hit)) {
            all.add(hit);
          }
        }
      }
    }
    return all;
  }

  /** The hits in these turns, where they are to be had without a look at their place; else null. */
  private static @Nullable List<CueHit> ready(OfCue clause, List<Turn> turns) {
    if (turns.isEmpty()) {
      return List.of();
    }
    boolean ready =
        turns.size() == 1 && (!turns.get(0).has(clause.cue()) || Place.isAnywhere(clause.source()));
    return ready ? turns.get(0).hits(clause.cue()) : null;
  }

  private List<Turn> judgedAlone() {
    return List.of(scene.judged());
  }

  // Emotions

  private Truth test(OfEmotion condition) {
    if (condition.source().rising()) {
      return rising(condition);
    }
    Selection selection = selection(condition);
    double most = strongest(condition, selection);
    Double bound = condition.source().atLeast();
    boolean holds = bound == null ? most > 0 : most >= bound;
    boolean open = selection.absenceIsUnknown() || fault(condition, selection) != null;
    return holds ? Truth.TRUE : open ? Truth.UNKNOWN : Truth.FALSE;
  }

  /** Why the emotions of a condition may be stronger than they seem, or null. */
  private @Nullable String fault(OfEmotion condition, Selection selection) {
    if (scene.program().extensions().detectors().isEmpty()) {
      return null;
    }
    for (CompiledCue cue : scene.program().cues()) {
      String reason =
          isAmong(cue.emotion(), condition.emotions()) ? selection.fault(cue.index()) : null;
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }

  private static boolean isAmong(int emotion, int[] emotions) {
    for (int one : emotions) {
      if (one == emotion) {
        return true;
      }
    }
    return false;
  }

  Selection selection(OfEmotion condition) {
    return select(condition.source().turn(), condition.side());
  }

  private double strongest(OfEmotion condition, Selection selection) {
    if (selection.past() != null) {
      double before =
          scene
              .memory()
              .strongest(condition.source(), scene.earlier(), turn -> strongest(condition, turn));
      return Math.max(before, strongest(condition, scene.judged()));
    }
    double most = 0;
    for (Turn turn : selection.turns()) {
      most = Math.max(most, strongest(condition, turn));
    }
    return most;
  }

  private static double strongest(OfEmotion condition, Turn turn) {
    double most = 0;
    for (int emotion : condition.emotions()) {
      most = Math.max(most, turn.emotion(emotion));
    }
    return most;
  }

  /**
   * Whether the side's last turn feels more than the one before; the judged one may be the last.
   */
  private Truth rising(OfEmotion condition) {
    Side side = Objects.requireNonNullElse(condition.side(), Side.CUSTOMER);
    List<Turn> turns = scene.lastTwo(side);
    if (turns.size() < 2) {
      return Truth.UNKNOWN;
    }
    if (fault(condition, new Selection(turns, false)) != null) {
      return Truth.UNKNOWN;
    }
    double before = strongest(condition, turns.get(0));
    double last = strongest(condition, turns.get(1));
    Double bound = condition.source().atLeast();
    return Truth.of(last - before >= RISE - 1e-9 && (bound == null || last >= bound));
  }

  // Signals

  private SoFar soFar(OfSignal clause) {
    SignalCondition condition = clause.source();
    boolean here = condition.turn() == Condition.Turn.THIS && !scene.whole();
    if (here || clause.ofConversation()) {
      return of(clause, scene.judged());
    }
    if (scene.isAll(condition.turn())) {
      SoFar before = scene.memory().before(condition, scene.earlier(), turn -> of(clause, turn));
      return partly(!scene.historyGiven()).or(before).or(of(clause, scene.judged()));
    }
    Selection selection = selection(clause);
    SoFar soFar = partly(selection.partial());
    for (Turn turn : selection.turns()) {
      soFar = soFar.or(of(clause, turn));
    }
    return soFar;
  }

  /** Where there may be turns that were not given, any may be as it is asked. */
  private static SoFar partly(boolean partial) {
    return partial ? new SoFar(Truth.UNKNOWN, Signals.NO_HISTORY) : SoFar.NOWHERE;
  }

  private SoFar of(OfSignal clause, Turn turn) {
    SignalValue signal = clause.measure().of(turn, scene);
    return signal.isKnown()
        ? SoFar.of(test(clause.source(), turn, signal.value()))
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
  Selection selection(OfSignal clause) {
    SignalCondition condition = clause.source();
    Side side =
        condition.turn() == Condition.Turn.THIS || scene.isAll(condition.turn())
            ? null
            : scene.judged().side().other();
    return select(condition.turn(), side);
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

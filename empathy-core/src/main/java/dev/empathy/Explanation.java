package dev.empathy;

import dev.empathy.Clause.OfCue;
import dev.empathy.Clause.OfEmotion;
import dev.empathy.Clause.OfFact;
import dev.empathy.Clause.OfRule;
import dev.empathy.Clause.OfSignal;
import dev.empathy.Evidence.Part;
import dev.empathy.Scene.Selection;
import dev.empathy.internal.match.NearMiss;
import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Emotion.Raise;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why conditions came out as they did: the evidence, the hits that messages may name, and the count
 * that decided.
 */
final class Explanation {

  /** How many hits of one condition are shown; all of them count. */
  private static final int MOST_SHOWN = 10;

  private final Conditions conditions;
  private final Depth depth;
  private final List<Evidence> evidence = new ArrayList<>();
  private @Nullable Set<Evidence> shown;
  private final List<CueHit> hits = new ArrayList<>();
  private int count;
  private int threshold;
  private boolean decided;

  Explanation(Conditions conditions, Depth depth) {
    this.conditions = conditions;
    this.depth = depth;
  }

  List<Evidence> evidence() {
    return evidence;
  }

  List<CueHit> hits() {
    return hits;
  }

  /** Whether sentences may quote the messages. */
  boolean quotes() {
    return conditions.scene().program().detail() == Detail.FULL;
  }

  /** How many hits the deciding condition counted. */
  int count() {
    return decided ? count : hits.isEmpty() ? 0 : 1;
  }

  /** How many of them are beyond what it asked for. */
  int extra() {
    return decided ? Math.max(0, count - threshold) : 0;
  }

  /** Adds why a condition is what it is. What only says when a rule applies decides no count. */
  void add(Clause condition, Part part) {
    Truth truth = conditions.test(condition);
    if (condition instanceof Clause.All all) {
      addThose(all.parts(), truth, part);
    } else if (condition instanceof Clause.AtLeastOf some) {
      addThose(some.parts(), truth, part);
    } else if (condition instanceof Clause.None none) {
      addThose(none.parts(), truth.not(), part);
    } else if (condition instanceof OfCue cue) {
      if (truth != Truth.UNKNOWN) {
        addCue(cue, part);
      }
    } else if (truth == Truth.TRUE) {
      addLeaf(condition, part);
    } else if (truth == Truth.FALSE && part == Part.REQUIRE) {
      addLeaf(condition, Part.MISSING);
    }
  }

  private void addLeaf(Clause condition, Part part) {
    if (condition instanceof OfEmotion emotion) {
      addEmotion(emotion, part);
    } else if (condition instanceof OfSignal signal) {
      addSignal(signal, part);
    } else if (condition instanceof OfFact fact) {
      evidence.add(evidence(part, fact).fact(fact.source().fact().value()).build());
    } else if (condition instanceof OfRule rule) {
      evidence.add(evidence(part, rule).rule(rule.source().rule().value()).build());
    }
  }

  /** Of several conditions, those that made the whole what it is. */
  private void addThose(Clause[] several, Truth truth, Part part) {
    for (Clause one : several) {
      if (conditions.test(one) == truth) {
        add(one, part);
      }
    }
  }

  private void addCue(OfCue condition, Part part) {
    Selection selection = conditions.selection(condition);
    List<CueHit> counted = conditions.counted(condition, selection);
    if (part != Part.WHEN && !decided) {
      decided = true;
      count = counted.size();
      threshold = threshold(condition.source());
    }
    if (depth == Depth.SCORE) {
      for (int i = 0; i < Math.min(MOST_SHOWN, counted.size()); i++) {
        hits.add(counted.get(i));
      }
      return;
    }
    if (counted.isEmpty()) {
      EvidenceBuilder missing =
          evidence(Part.MISSING, condition).cue(condition.source().cue().value());
      boolean here =
          condition.source().turn() == Condition.Turn.THIS && !conditions.scene().whole();
      if (here) {
        missing.message(conditions.scene().judged().last().index());
      }
      missing.nearest = depth == Depth.EXPLAINED ? nearest(condition, selection) : null;
      evidence.add(missing.build());
      addWrongPlace(condition, selection, part);
      return;
    }
    addHits(counted, part);
  }

  private void addHits(List<CueHit> several, Part part) {
    for (int i = 0; i < Math.min(MOST_SHOWN, several.size()); i++) {
      addHit(several.get(i), part);
    }
  }

  /** How far a cue got that is nowhere among these turns. */
  private @Nullable Nearest nearest(OfCue condition, Selection selection) {
    Program program = conditions.scene().program();
    Program.CompiledCue cue = program.cues().get(condition.cue());
    NearMiss nearest = null;
    Analysis where = null;
    for (Turn turn : latest(selection)) {
      for (Analysis message : cue.looksAt(turn.side()) ? turn.messages() : List.<Analysis>of()) {
        NearMiss miss = program.nearest(cue, message.tokens(), 0, message.tokens().size());
        if (miss != null && (nearest == null || miss.isNearerThan(nearest))) {
          nearest = miss;
          where = message;
        }
      }
    }
    return nearest == null ? null : where.toNearest(nearest);
  }

  private static int threshold(CueCondition condition) {
    if (condition.atLeast() != null && condition.atLeast().countOf() == null) {
      return condition.atLeast().number();
    }
    boolean most = condition.atMost() != null && condition.atMost().countOf() == null;
    return most ? Objects.requireNonNull(condition.atMost()).number() + 1 : 1;
  }

  /** Hits that are there but do not count, and what stands before them. */
  private void addWrongPlace(OfCue condition, Selection selection, Part part) {
    int cue = condition.cue();
    int other = condition.before();
    if (other < 0) {
      return;
    }
    for (Turn turn : latest(selection)) {
      if (!turn.hits(cue).isEmpty() && !turn.hits(other).isEmpty()) {
        addHit(turn.hits(other).get(0), part);
        addHit(turn.hits(cue).get(0), part);
      }
    }
  }

  private void addEmotion(OfEmotion condition, Part part) {
    Selection selection = conditions.selection(condition);
    for (int emotion : condition.emotions()) {
      String name = conditions.scene().program().emotions().get(emotion);
      for (Turn turn : latest(selection)) {
        if (turn.emotion(emotion) > 0) {
          evidence.add(
              evidence(part, condition)
                  .emotion(name)
                  .value(turn.emotion(emotion))
                  .message(turn.last().index())
                  .build());
          addHitsOf(emotion, turn, part);
          addRaises(emotion, part);
        }
      }
    }
  }

  /** The facts that made an emotion stronger. */
  private void addRaises(int emotion, Part part) {
    Scene scene = conditions.scene();
    for (Raise raise : Facts.raising(scene.program().emotion(emotion).raises(), scene.facts())) {
      Evidence one =
          new EvidenceBuilder(part, raise.when().at().toString())
              .fact(raise.when().fact().value())
              .build();
      show(one);
    }
  }

  /** The turns that are shown: the last ones, where there are many. */
  private static List<Turn> latest(Selection selection) {
    List<Turn> turns = selection.turns();
    return turns.subList(Math.max(0, turns.size() - MOST_SHOWN), turns.size());
  }

  private void addHitsOf(int emotion, Turn turn, Part part) {
    for (Program.CompiledCue cue : conditions.scene().program().cues()) {
      if (cue.emotion() == emotion) {
        addHits(turn.hits(cue.index()), part);
      }
    }
  }

  private void addSignal(OfSignal condition, Part part) {
    String name = condition.source().signal().value();
    boolean once = Signals.isOfConversation(name);
    List<Turn> turns =
        once ? List.of(conditions.scene().judged()) : latest(conditions.selection(condition));
    for (Turn turn : turns) {
      SignalValue signal = Signals.value(name, turn, conditions.scene());
      if (signal.isThere()) {
        evidence.add(
            evidence(part, condition)
                .signal(name)
                .value(Numbers.three(signal.value()))
                .message(turn.last().index())
                .build());
      }
    }
    if (name.equals(Signals.OPEN_COMMITMENTS)) {
      Scene scene = conditions.scene();
      addHits(scene.memory().promises().open(scene.judged(), scene.earlier()), part);
    }
  }

  private void addHit(CueHit hit, Part part) {
    hits.add(hit);
    if (depth == Depth.SCORE) {
      return;
    }
    Evidence one =
        new Evidence(
            part,
            hit.cue().cue().id(),
            null,
            null,
            null,
            null,
            null,
            hit.message().index(),
            hit.span(),
            hit.text(),
            hit.captures().isEmpty() ? null : hit.captures(),
            null,
            hit.at());
    show(one);
  }

  /** Adds evidence unless it stands there. */
  private void show(Evidence one) {
    shown = shown == null ? new HashSet<>() : shown;
    if (shown.add(one)) {
      evidence.add(one);
    }
  }

  private static EvidenceBuilder evidence(Part part, Clause condition) {
    return new EvidenceBuilder(part, condition.source().at().toString());
  }

  /** Evidence that stands in no span. */
  private static final class EvidenceBuilder {

    private final Part part;
    private final String at;
    private @Nullable String cue;
    private @Nullable String emotion;
    private @Nullable String signal;
    private @Nullable String fact;
    private @Nullable String rule;
    private @Nullable Double value;
    private @Nullable Integer message;
    private @Nullable Nearest nearest;

    EvidenceBuilder(Part part, String at) {
      this.part = part;
      this.at = at;
    }

    EvidenceBuilder cue(String id) {
      cue = id;
      return this;
    }

    EvidenceBuilder emotion(String id) {
      emotion = id;
      return this;
    }

    EvidenceBuilder signal(String id) {
      signal = id;
      return this;
    }

    EvidenceBuilder fact(String id) {
      fact = id;
      return this;
    }

    EvidenceBuilder rule(String id) {
      rule = id;
      return this;
    }

    EvidenceBuilder value(double number) {
      value = number;
      return this;
    }

    EvidenceBuilder message(int index) {
      message = index;
      return this;
    }

    Evidence build() {
      return new Evidence(
          part, cue, emotion, signal, fact, rule, value, message, null, null, null, nearest, at);
    }
  }
}

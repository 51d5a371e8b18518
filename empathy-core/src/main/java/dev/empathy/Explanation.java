package dev.empathy;

import dev.empathy.Evidence.Part;
import dev.empathy.Scene.Selection;
import dev.empathy.internal.match.NearMiss;
import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Condition.EmotionCondition;
import dev.empathy.rubric.Condition.FactCondition;
import dev.empathy.rubric.Condition.RuleCondition;
import dev.empathy.rubric.Condition.SignalCondition;
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
  private final Set<Evidence> shown = new HashSet<>();
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
  void add(Condition condition, Part part) {
    Truth truth = conditions.test(condition);
    if (condition instanceof Condition.All all) {
      addThose(all.conditions(), truth, part);
    } else if (condition instanceof Condition.AtLeastOf some) {
      addThose(some.conditions(), truth, part);
    } else if (condition instanceof Condition.None none) {
      addThose(none.conditions(), truth.not(), part);
    } else if (condition instanceof CueCondition cue) {
      if (truth != Truth.UNKNOWN) {
        addCue(cue, part);
      }
    } else if (truth == Truth.TRUE) {
      addLeaf(condition, part);
    } else if (truth == Truth.FALSE && part == Part.REQUIRE) {
      addLeaf(condition, Part.MISSING);
    }
  }

  private void addLeaf(Condition condition, Part part) {
    if (condition instanceof EmotionCondition emotion) {
      addEmotion(emotion, part);
    } else if (condition instanceof SignalCondition signal) {
      addSignal(signal, part);
    } else if (condition instanceof FactCondition fact) {
      add(part, fact.fact().value(), null, condition);
    } else if (condition instanceof RuleCondition rule) {
      add(part, null, rule.rule().value(), condition);
    }
  }

  /** Of several conditions, those that made the whole what it is. */
  private void addThose(List<Condition> several, Truth truth, Part part) {
    for (Condition one : several) {
      if (conditions.test(one) == truth) {
        add(one, part);
      }
    }
  }

  private void addCue(CueCondition condition, Part part) {
    Selection selection = conditions.selection(condition);
    List<CueHit> counted = conditions.counted(condition, selection);
    if (part != Part.WHEN && !decided) {
      decided = true;
      count = counted.size();
      threshold = threshold(condition);
    }
    if (depth == Depth.SCORE) {
      counted.stream().limit(MOST_SHOWN).forEach(hits::add);
      return;
    }
    if (counted.isEmpty()) {
      EvidenceBuilder missing = evidence(Part.MISSING, condition).cue(condition.cue().value());
      boolean here = condition.turn() == Condition.Turn.THIS && !conditions.scene().whole();
      if (here) {
        missing.message(conditions.scene().judged().last().index());
      }
      missing.nearest = depth == Depth.EXPLAINED ? nearest(condition, selection) : null;
      evidence.add(missing.build());
      addWrongPlace(condition, selection, part);
      return;
    }
    counted.stream().limit(MOST_SHOWN).forEach(hit -> addHit(hit, part));
  }

  /** How far a cue got that is nowhere among these turns. */
  private @Nullable Nearest nearest(CueCondition condition, Selection selection) {
    Program program = conditions.scene().program();
    Program.CompiledCue cue = program.cue(condition.cue().value());
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
  private void addWrongPlace(CueCondition condition, Selection selection, Part part) {
    if (condition.before() == null) {
      return;
    }
    Conditions all = conditions;
    int cue = all.scene().program().cue(condition.cue().value()).index();
    int other = all.scene().program().cue(condition.before().value()).index();
    for (Turn turn : latest(selection)) {
      if (!turn.hits(cue).isEmpty() && !turn.hits(other).isEmpty()) {
        addHit(turn.hits(other).get(0), part);
        addHit(turn.hits(cue).get(0), part);
      }
    }
  }

  private void addEmotion(EmotionCondition condition, Part part) {
    Selection selection = conditions.selection(condition);
    for (int emotion : conditions.emotions(condition)) {
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
      Evidence one = evidence(part, raise.when()).fact(raise.when().fact().value()).build();
      if (shown.add(one)) {
        evidence.add(one);
      }
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
        turn.hits(cue.index()).stream().limit(MOST_SHOWN).forEach(hit -> addHit(hit, part));
      }
    }
  }

  private void addSignal(SignalCondition condition, Part part) {
    boolean once = Signals.isOfConversation(condition.signal().value());
    List<Turn> turns =
        once ? List.of(conditions.scene().judged()) : latest(conditions.selection(condition));
    for (Turn turn : turns) {
      SignalValue signal = Signals.value(condition.signal().value(), turn, conditions.scene());
      if (signal.isThere()) {
        evidence.add(
            evidence(part, condition)
                .signal(condition.signal().value())
                .value(Numbers.three(signal.value()))
                .message(turn.last().index())
                .build());
      }
    }
    if (condition.signal().value().equals(Signals.OPEN_COMMITMENTS)) {
      Scene scene = conditions.scene();
      scene.memory().promises().open(scene.judged(), scene.earlier()).stream()
          .limit(MOST_SHOWN)
          .forEach(hit -> addHit(hit, part));
    }
  }

  private void add(Part part, @Nullable String fact, @Nullable String rule, Condition condition) {
    evidence.add(evidence(part, condition).fact(fact).rule(rule).build());
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
    if (shown.add(one)) {
      evidence.add(one);
    }
  }

  private static EvidenceBuilder evidence(Part part, Condition condition) {
    return new EvidenceBuilder(part, condition.at().toString());
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

    EvidenceBuilder fact(@Nullable String id) {
      fact = id;
      return this;
    }

    EvidenceBuilder rule(@Nullable String id) {
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

package dev.empathy;

import dev.empathy.Receipt.AppliedOverride;
import dev.empathy.rubric.Adjustment;
import dev.empathy.rubric.Adjustment.RuleChange;
import dev.empathy.rubric.Band;
import dev.empathy.rubric.Dimension;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * How a rubric scores where certain facts hold: its own rules and numbers with its overrides
 * applied. Immutable: what it remembers it could as well find out again.
 */
final class Scoring {

  /** What is other about rules, by id. */
  private final Map<String, List<RuleChange>> changes = new LinkedHashMap<>();

  private final Map<String, Dimension> dimensions;
  private final List<AppliedOverride> overrides = new ArrayList<>();
  private List<Band> bands;
  private int passMark;

  /** What rules come to where nothing was found: alone, and in a conversation. */
  private final AtomicReferenceArray<@Nullable Quiet> quiet = new AtomicReferenceArray<>(2);

  /** Receipts where no facts are known, by detail and depth. */
  private final AtomicReferenceArray<@Nullable Receipt> receipts =
      new AtomicReferenceArray<>(Detail.values().length * Depth.values().length);

  /**
   * @param applied which of the rubric's overrides apply
   */
  Scoring(Rubric rubric, BitSet applied) {
    dimensions = new LinkedHashMap<>(rubric.dimensions());
    bands = rubric.bands();
    passMark = rubric.passMark();
    for (Adjustment adjustment : rubric.adjustments()) {
      boolean applies = applied.get(overrides.size());
      overrides.add(new AppliedOverride(adjustment.at().toString(), applies));
      if (applies) {
        apply(adjustment);
      }
    }
  }

  private void apply(Adjustment adjustment) {
    adjustment
        .rules()
        .forEach((id, change) -> changes.computeIfAbsent(id, k -> new ArrayList<>()).add(change));
    adjustment
        .dimensions()
        .forEach((id, change) -> dimensions.computeIfPresent(id, (key, d) -> change.over(d)));
    bands = moved(bands, adjustment.bands());
    Integer mark = adjustment.passMark();
    passMark = mark == null ? passMark : mark;
  }

  static Scoring of(Rubric rubric, Map<String, String> facts) {
    return new Scoring(rubric, applied(rubric, facts));
  }

  /** Which of the rubric's overrides apply where these facts hold. */
  static BitSet applied(Rubric rubric, Map<String, String> facts) {
    BitSet applied = new BitSet();
    for (int i = 0; i < rubric.adjustments().size(); i++) {
      applied.set(i, holds(rubric.adjustments().get(i), facts));
    }
    return applied;
  }

  /** The dimensions, in order. */
  Map<String, Dimension> dimensions() {
    return dimensions;
  }

  /** The bands, by rising score. */
  List<Band> bands() {
    return bands;
  }

  /** The pass mark, in tenths of a point. */
  int passMark() {
    return passMark;
  }

  /** Which overrides were applied. */
  List<AppliedOverride> overrides() {
    return overrides;
  }

  /** What assessments depend on beside the rubric and the messages. */
  Receipt receipt(Program program, Map<String, String> facts, Depth depth) {
    if (!facts.isEmpty()) {
      return Receipt.of(program, facts, overrides, depth);
    }
    int which = program.detail().ordinal() * Depth.values().length + depth.ordinal();
    Receipt known = receipts.get(which);
    if (known == null) {
      known = Receipt.of(program, facts, overrides, depth);
      receipts.set(which, known);
    }
    return known;
  }

  /**
   * What the rules of turns come to that nothing in this scene wakes; null where all of them have
   * to be judged.
   */
  @Nullable Quiet quiet(Scene scene) {
    if (!Wakes.isTold(scene)) {
      return null;
    }
    int which = scene.historyGiven() ? 1 : 0;
    Quiet known = quiet.get(which);
    if (known == null) {
      known = Judge.quiet(Scene.nothing(scene.program(), scene.historyGiven()), this);
      quiet.set(which, known);
    }
    return known;
  }

  /** The bands, some of them beginning elsewhere, by rising score. */
  private static List<Band> moved(List<Band> bands, List<Band> changes) {
    Map<String, Band> all = new LinkedHashMap<>();
    bands.forEach(band -> all.put(band.id(), band));
    changes.forEach(band -> all.put(band.id(), band));
    return all.values().stream().sorted(Comparator.comparingInt(Band::from)).toList();
  }

  private static boolean holds(Adjustment adjustment, Map<String, String> facts) {
    for (Map.Entry<String, List<String>> wanted : adjustment.facts().entrySet()) {
      String given = facts.get(wanted.getKey());
      if (given == null || !wanted.getValue().contains(given)) {
        return false;
      }
    }
    return true;
  }

  /** The rule as it holds here. */
  RulePlan.Ready effective(RulePlan.Ready rule) {
    boolean changed = !changes.isEmpty() && changes.containsKey(rule.rule().id());
    return changed ? rule.with(effective(rule.rule())) : rule;
  }

  /** The rule as it holds here. */
  Rule effective(Rule rule) {
    Rule result = rule;
    for (RuleChange change : changes.getOrDefault(rule.id(), List.of())) {
      result = change.over(result);
    }
    return result;
  }

  /** The band of a score in tenths, or null where the rubric has none. */
  @Nullable String band(int score) {
    String name = null;
    for (Band band : bands) {
      if (score >= band.from()) {
        name = band.id();
      }
    }
    return name;
  }
}

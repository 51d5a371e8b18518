package dev.empathy;

import dev.empathy.Receipt.AppliedOverride;
import dev.empathy.rubric.Adjustment;
import dev.empathy.rubric.Adjustment.RuleChange;
import dev.empathy.rubric.Band;
import dev.empathy.rubric.Dimension;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a rubric scores where certain facts hold: its own rules and numbers with its overrides
 * applied.
 *
 * @param changes what is other about rules, by id
 * @param dimensions the dimensions, in order
 * @param bands the bands, by rising score
 * @param passMark the pass mark, in tenths of a point
 * @param overrides which overrides were applied
 */
record Scoring(
    Map<String, List<RuleChange>> changes,
    Map<String, Dimension> dimensions,
    List<Band> bands,
    int passMark,
    List<AppliedOverride> overrides) {

  static Scoring of(Rubric rubric, Map<String, String> facts) {
    Map<String, List<RuleChange>> changes = new LinkedHashMap<>();
    Map<String, Dimension> dimensions = new LinkedHashMap<>(rubric.dimensions());
    List<Band> bands = rubric.bands();
    int passMark = rubric.passMark();
    List<AppliedOverride> overrides = new ArrayList<>();
    for (Adjustment adjustment : rubric.adjustments()) {
      boolean applies = holds(adjustment, facts);
      overrides.add(new AppliedOverride(adjustment.at().toString(), applies));
      if (applies) {
        adjustment
            .rules()
            .forEach(
                (id, change) -> changes.computeIfAbsent(id, k -> new ArrayList<>()).add(change));
        adjustment
            .dimensions()
            .forEach((id, change) -> dimensions.computeIfPresent(id, (key, d) -> change.over(d)));
        bands = moved(bands, adjustment.bands());
        Integer mark = adjustment.passMark();
        passMark = mark == null ? passMark : mark;
      }
    }
    return new Scoring(changes, dimensions, bands, passMark, overrides);
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

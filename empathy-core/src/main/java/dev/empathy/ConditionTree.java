package dev.empathy;

import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions with all that they hold. */
final class ConditionTree {

  private ConditionTree() {}

  /** All conditions of a rule, outer ones first. */
  static List<Condition> of(Rule rule) {
    List<Condition> all = new ArrayList<>();
    add(rule.when(), all);
    add(rule.require(), all);
    add(rule.forbid(), all);
    return all;
  }

  static List<Condition> of(@Nullable Condition condition) {
    List<Condition> all = new ArrayList<>();
    add(condition, all);
    return all;
  }

  private static void add(@Nullable Condition condition, List<Condition> all) {
    if (condition == null) {
      return;
    }
    all.add(condition);
    if (condition instanceof Condition.All several) {
      several.conditions().forEach(one -> add(one, all));
    } else if (condition instanceof Condition.AtLeastOf several) {
      several.conditions().forEach(one -> add(one, all));
    } else if (condition instanceof Condition.None several) {
      several.conditions().forEach(one -> add(one, all));
    }
  }
}

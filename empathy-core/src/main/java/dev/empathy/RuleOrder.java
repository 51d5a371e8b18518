package dev.empathy;

import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.RuleCondition;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Brings rules into an order in which each stands after those that it refers to. */
final class RuleOrder {

  private final Rubric rubric;
  private final Consumer<Issue> issues;

  RuleOrder(Rubric rubric, Consumer<Issue> issues) {
    this.rubric = rubric;
    this.issues = issues;
  }

  /**
   * Kahn's algorithm, the rubric's order where there is a choice. Rules in a circle are left out.
   */
  List<Rule> sorted() {
    Map<String, Set<String>> waitsFor = new LinkedHashMap<>();
    Map<String, List<String>> waiting = new HashMap<>();
    for (Rule rule : rubric.rules().values()) {
      Set<String> others = new TreeSet<>();
      for (Condition condition : ConditionTree.of(rule)) {
        if (condition instanceof RuleCondition other
            && rubric.rules().containsKey(other.rule().value())) {
          others.add(other.rule().value());
        }
      }
      others.forEach(o -> waiting.computeIfAbsent(o, key -> new ArrayList<>()).add(rule.id()));
      waitsFor.put(rule.id(), others);
    }
    Deque<String> ready = new ArrayDeque<>();
    waitsFor.forEach(
        (id, others) -> {
          if (others.isEmpty()) {
            ready.add(id);
          }
        });
    List<Rule> sorted = new ArrayList<>();
    while (!ready.isEmpty()) {
      String id = ready.poll();
      sorted.add(rubric.rules().get(id));
      waitsFor.remove(id);
      for (String next : waiting.getOrDefault(id, List.of())) {
        Set<String> left = waitsFor.get(next);
        left.remove(id);
        if (left.isEmpty()) {
          ready.add(next);
        }
      }
    }
    report(waitsFor);
    return sorted;
  }

  /** One issue for each circle; rules that only wait for one are not at fault. */
  private void report(Map<String, Set<String>> left) {
    Map<String, Set<String>> waiting = new HashMap<>();
    left.forEach(
        (id, others) ->
            others.forEach(
                other -> waiting.computeIfAbsent(other, key -> new TreeSet<>()).add(id)));
    trim(left, waiting);
    Set<String> done = new HashSet<>();
    for (String id : left.keySet()) {
      if (!done.contains(id)) {
        Set<String> before = reached(id, left);
        before.retainAll(reached(id, waiting));
        done.addAll(before);
        if (before.contains(id)) {
          report(left.keySet().stream().filter(before::contains).toList());
        }
      }
    }
  }

  /** Leaves out rules that nobody waits for: a long row of them behind a circle is no circle. */
  private static void trim(Map<String, Set<String>> left, Map<String, Set<String>> waiting) {
    Deque<String> ends = new ArrayDeque<>();
    left.keySet().stream().filter(id -> !waiting.containsKey(id)).forEach(ends::add);
    while (!ends.isEmpty()) {
      String end = ends.poll();
      for (String other : left.remove(end)) {
        Set<String> still = waiting.getOrDefault(other, Set.of());
        if (still.remove(end) && still.isEmpty() && left.containsKey(other)) {
          waiting.remove(other);
          ends.add(other);
        }
      }
    }
  }

  /** What can be reached from here in one step or more. */
  private static Set<String> reached(String from, Map<String, Set<String>> steps) {
    Set<String> reached = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(steps.getOrDefault(from, Set.of()));
    while (!next.isEmpty()) {
      String id = next.poll();
      if (reached.add(id)) {
        next.addAll(steps.getOrDefault(id, Set.of()));
      }
    }
    return reached;
  }

  private void report(List<String> circle) {
    String first = circle.get(0);
    Rule rule = Objects.requireNonNull(rubric.rules().get(first));
    issues.accept(
        new Issue(
            Issue.Level.ERROR,
            rule.at(),
            first.length(),
            IssueCodes.RULE_CYCLE,
            "rules." + first,
            circle.size() == 1
                ? "this rule refers to itself"
                : "these rules refer to each other in a circle: " + String.join(", ", circle),
            "let one of them look at cues instead",
            null));
  }
}

package dev.empathy;

import dev.empathy.Clause.OfRule;
import dev.empathy.Program.CompiledCue;
import dev.empathy.rubric.Adjustment;
import dev.empathy.rubric.Adjustment.RuleChange;
import dev.empathy.rubric.Response;
import dev.empathy.rubric.Route;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules, routes and responses of a rubric made ready: names are numbers. Immutable. Sentences
 * stay as they are written: cut into parts, thousands of long ones would fill the memory.
 */
final class RulePlan {

  /**
   * A rule.
   *
   * @param number its place in the order in which rules are judged
   * @param place its place in the rubric
   * @param dimension the number of its dimension, or -1
   * @param rule the rule
   * @param when when it applies, or null for always
   * @param require what must be, or null
   * @param forbid what must not be, or null
   */
  record Ready(
      int number,
      int place,
      int dimension,
      Rule rule,
      @Nullable Clause when,
      @Nullable Clause require,
      @Nullable Clause forbid) {

    /** The same rule with other numbers and sentences. */
    Ready with(Rule changed) {
      return new Ready(number, place, dimension, changed, when, require, forbid);
    }
  }

  /**
   * The rules of one scope.
   *
   * @param scope which
   * @param inOrder their numbers, rising: the order in which they are judged
   * @param rules in the rubric's order
   * @param numbers their numbers by name
   * @param mask their numbers, a bit each
   */
  record OfScope(
      Scope scope, int[] inOrder, Ready[] rules, Map<String, Integer> numbers, long[] mask) {

    boolean isOfTurns() {
      return scope == Scope.TURN;
    }
  }

  /** A route that is not switched off. */
  record ReadyRoute(Route route, Clause when) {}

  /** A response. */
  record ReadyResponse(Response response, @Nullable Clause when) {}

  private final Map<String, Ready> byName = new LinkedHashMap<>();

  /** By number. */
  private final Ready[] rules;

  /** The numbers of their dimensions, or -1. */
  private final int[] dimensions;

  private final OfScope turns;
  private final OfScope conversations;
  private final Wakes wakes;
  private final List<ReadyRoute> routes = new ArrayList<>();
  private final Map<String, ReadyResponse> responses = new LinkedHashMap<>();

  /**
   * @param order the rules in the order in which they are judged; that is the order of their
   *     numbers
   * @param numbers the numbers of the cues
   */
  RulePlan(
      Rubric rubric,
      List<Rule> order,
      Clauses clauses,
      List<CompiledCue> cues,
      Map<String, Integer> numbers) {
    List<String> names = List.copyOf(rubric.dimensions().keySet());
    Map<String, Integer> places = Program.numbered(rubric.rules().keySet());
    for (Rule rule : order) {
      int dimension = rule.dimension() == null ? -1 : names.indexOf(rule.dimension().value());
      Ready ready =
          new Ready(
              byName.size(),
              places.get(rule.id()),
              dimension,
              rule,
              clauses.ofNullable(rule.when()),
              clauses.ofNullable(rule.require()),
              clauses.ofNullable(rule.forbid()));
      byName.put(rule.id(), ready);
    }
    this.rules = byName.values().toArray(Ready[]::new);
    this.dimensions = byName.values().stream().mapToInt(Ready::dimension).toArray();
    this.turns = scope(rubric, Scope.TURN);
    this.conversations = scope(rubric, Scope.CONVERSATION);
    Ready[] ofTurns = Arrays.stream(turns.inOrder()).mapToObj(this::rule).toArray(Ready[]::new);
    this.wakes = new Wakes(ofTurns, size(), cues, numbers, rule -> isCounting(rule, rubric));
    for (Route route : rubric.routes().values()) {
      if (!route.off()) {
        routes.add(new ReadyRoute(route, clauses.of(route.when())));
      }
    }
    for (Response response : rubric.responses().values()) {
      Clause when = clauses.ofNullable(response.when());
      responses.put(response.id(), new ReadyResponse(response, when));
    }
  }

  /** Whether a rule's points depend on how many hits there are, by itself or by an override. */
  private static boolean isCounting(Rule rule, Rubric rubric) {
    if (isCounting(rule)) {
      return true;
    }
    for (Adjustment adjustment : rubric.adjustments()) {
      RuleChange change = adjustment.rules().get(rule.id());
      if (change != null && isCounting(change.over(rule))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCounting(Rule rule) {
    return rule.pass().scores().size() > 1 || rule.fail().eachExtra() != 0;
  }

  private OfScope scope(Rubric rubric, Scope scope) {
    Map<String, Integer> numbers = new HashMap<>();
    List<Ready> rules = new ArrayList<>();
    for (Rule rule : rubric.rules().values()) {
      if (rule.scope() == scope) {
        Ready ready = rule(rule.id());
        rules.add(ready);
        numbers.put(rule.id(), ready.number());
      }
    }
    return new OfScope(
        scope,
        rules.stream().mapToInt(Ready::number).sorted().toArray(),
        rules.toArray(Ready[]::new),
        Collections.unmodifiableMap(numbers),
        mask(rules));
  }

  private long[] mask(List<Ready> rules) {
    long[] mask = new long[(size() + 63) >>> 6];
    rules.forEach(rule -> mask[rule.number() >>> 6] |= 1L << rule.number());
    return mask;
  }

  /** How many rules there are. */
  int size() {
    return byName.size();
  }

  /** A rule of the rubric by name. */
  Ready rule(String id) {
    return Objects.requireNonNull(byName.get(id));
  }

  /** A rule by number. */
  Ready rule(int number) {
    return rules[number];
  }

  /** A rule and those that it refers to, itself or by others, a bit each. */
  long[] needed(int rule) {
    long[] needed = new long[(size() + 63) >>> 6];
    needed[rule >>> 6] |= 1L << rule;
    // What a rule refers to has a lower number.
    for (int number = rule; number >= 0; number--) {
      if ((needed[number >>> 6] & 1L << number) != 0) {
        need(rules[number].when(), needed);
        need(rules[number].require(), needed);
        need(rules[number].forbid(), needed);
      }
    }
    return needed;
  }

  private static void need(@Nullable Clause clause, long[] needed) {
    if (clause instanceof OfRule other) {
      needed[other.rule() >>> 6] |= 1L << other.rule();
    } else if (clause != null) {
      for (Clause part : clause.parts()) {
        need(part, needed);
      }
    }
  }

  /** The number of a rule's dimension, or -1. */
  int dimension(int rule) {
    return dimensions[rule];
  }

  /** The rules of a scope. */
  OfScope of(Scope scope) {
    return scope == Scope.TURN ? turns : conversations;
  }

  /** What wakes the rules of turns. */
  Wakes wakes() {
    return wakes;
  }

  /** The routes that are not switched off, in the rubric's order. */
  List<ReadyRoute> routes() {
    return routes;
  }

  /** The responses by name, in the rubric's order. */
  Map<String, ReadyResponse> responses() {
    return responses;
  }
}

package dev.empathy;

import dev.empathy.Program.CompiledCue;
import dev.empathy.rubric.Response;
import dev.empathy.rubric.Route;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Scope;
import dev.empathy.rubric.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules, routes and responses of a rubric made ready: names are numbers. Immutable. */
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
   * @param praise what to say of a pass, or null
   * @param message what to say of a failure, or null
   * @param suggest what to write instead, or null
   */
  record Ready(
      int number,
      int place,
      int dimension,
      Rule rule,
      @Nullable Clause when,
      @Nullable Clause require,
      @Nullable Clause forbid,
      @Nullable Template praise,
      @Nullable Template message,
      @Nullable Template suggest) {

    /** The same rule with other numbers and sentences. */
    Ready with(Rule changed) {
      return new Ready(
          number,
          place,
          dimension,
          changed,
          when,
          require,
          forbid,
          template(changed.pass().praise()),
          template(changed.fail().message()),
          template(changed.fail().suggest()));
    }

    private static @Nullable Template template(@Nullable Text text) {
      return text == null ? null : new Template(text.value());
    }
  }

  /**
   * The rules of one scope.
   *
   * @param scope which
   * @param inOrder in the order in which they are judged
   * @param rules in the rubric's order
   * @param numbers their numbers by name
   */
  record OfScope(Scope scope, Ready[] inOrder, Ready[] rules, Map<String, Integer> numbers) {

    boolean isOfTurns() {
      return scope == Scope.TURN;
    }
  }

  /** A route that is not switched off. */
  record ReadyRoute(Route route, Clause when, Template reason) {}

  /** A response. */
  record ReadyResponse(Response response, @Nullable Clause when, Template text) {}

  private final Map<String, Ready> byName = new LinkedHashMap<>();
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
    List<String> dimensions = List.copyOf(rubric.dimensions().keySet());
    Map<String, Integer> places = Program.numbered(rubric.rules().keySet());
    for (Rule rule : order) {
      int dimension = rule.dimension() == null ? -1 : dimensions.indexOf(rule.dimension().value());
      Ready bare =
          new Ready(
              byName.size(),
              places.get(rule.id()),
              dimension,
              rule,
              clauses.ofNullable(rule.when()),
              clauses.ofNullable(rule.require()),
              clauses.ofNullable(rule.forbid()),
              null,
              null,
              null);
      byName.put(rule.id(), bare.with(rule));
    }
    this.turns = scope(rubric, Scope.TURN);
    this.conversations = scope(rubric, Scope.CONVERSATION);
    this.wakes = new Wakes(turns.inOrder(), size(), cues, numbers);
    for (Route route : rubric.routes().values()) {
      if (!route.off()) {
        Template reason = new Template(route.reason().value());
        routes.add(new ReadyRoute(route, clauses.of(route.when()), reason));
      }
    }
    for (Response response : rubric.responses().values()) {
      Template text = new Template(response.text().value());
      Clause when = clauses.ofNullable(response.when());
      responses.put(response.id(), new ReadyResponse(response, when, text));
    }
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
        byName.values().stream().filter(one -> one.rule().scope() == scope).toArray(Ready[]::new),
        rules.toArray(Ready[]::new),
        Collections.unmodifiableMap(numbers));
  }

  /** How many rules there are. */
  int size() {
    return byName.size();
  }

  /** A rule of the rubric by name. */
  Ready rule(String id) {
    return Objects.requireNonNull(byName.get(id));
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

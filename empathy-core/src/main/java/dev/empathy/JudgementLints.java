package dev.empathy;

import dev.empathy.rubric.Adjustment;
import dev.empathy.rubric.Band;
import dev.empathy.rubric.Dimension;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Response;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Warns of rules, responses, bands, weights and overrides that do nothing, or that nobody has
 * tried.
 */
final class JudgementLints {

  private final Rubric rubric;
  private final Lints lints;
  private final List<Rubric.Example> examples;
  private final Set<String> found = new HashSet<>();

  JudgementLints(Rubric rubric, Lints lints) {
    this.rubric = rubric;
    this.lints = lints;
    this.examples = rubric.examples().stream().filter(example -> !example.knownGap()).toList();
    for (Rubric.Example example : examples) {
      if (example.findings() != null) {
        example.findings().forEach(rule -> found.add(rule.value()));
      }
    }
  }

  void check() {
    rubric.rules().values().stream().filter(rule -> !rule.off()).forEach(this::check);
    rubric.responses().values().stream().filter(one -> !one.off()).forEach(this::check);
    if (!examples.isEmpty()) {
      checkBands();
    }
    if (!rubric.rules().isEmpty()) {
      checkWeights();
    }
    checkFacts();
    checkConditions();
  }

  private void check(Rule rule) {
    boolean own =
        rule.examples().stream()
            .filter(example -> !example.knownGap())
            .map(Rule.Example::expect)
            .anyMatch(outcome -> outcome == Outcome.PASS || outcome == Outcome.FAIL);
    if (!own && !found.contains(rule.id())) {
      lints.warn(
          IssueCodes.RULE_NOT_REACHED,
          rule.at(),
          rule.id().length(),
          "rules." + rule.id(),
          "no example shows this rule pass or fail",
          "add examples with expect: pass and expect: fail");
    }
  }

  private void check(Response response) {
    boolean shown =
        response.examples().stream()
            .anyMatch(example -> example.expect() != null && !example.knownGap());
    if (!shown) {
      lints.warn(
          IssueCodes.RESPONSE_NOT_REACHED,
          response.at(),
          response.id().length(),
          "responses." + response.id(),
          "no example shows this response",
          "add one with expect: and the filled text");
    }
  }

  private void checkBands() {
    Scoring scoring = Scoring.of(rubric, Map.of());
    Set<String> reached = new HashSet<>();
    for (Rubric.Example example : examples) {
      reached.add(example.band());
      if (example.score() != null) {
        reached.add(scoring.band(example.score()));
      }
    }
    for (Band band : rubric.bands()) {
      if (!reached.contains(band.id())) {
        lints.warn(
            IssueCodes.BAND_NOT_REACHED,
            band.at(),
            band.id().length(),
            "bands." + band.id(),
            "no example reaches this band",
            "add one with expect: { band: " + band.id() + " }");
      }
    }
  }

  /** Only of the rubric's very file: a scale that rubrics share has sides that some do not use. */
  private void checkWeights() {
    Set<String> counted =
        rubric.rules().values().stream()
            .filter(rule -> !rule.off() && rule.dimension() != null)
            .map(rule -> rule.dimension().value())
            .collect(Collectors.toSet());
    for (Dimension dimension : rubric.dimensions().values()) {
      boolean own = dimension.at().file().equals(rubric.at().file());
      if (own && !counted.contains(dimension.id())) {
        lints.warn(
            IssueCodes.NO_EFFECT,
            dimension.at(),
            dimension.id().length(),
            "dimensions." + dimension.id(),
            "no rule counts for this dimension, so its weight has no effect",
            "write dimension: " + dimension.id() + " in a rule, or take it away");
      }
    }
  }

  /** Where a rubric says which facts callers give, an override on another never applies. */
  private void checkFacts() {
    Set<String> known = rubric.facts().stream().map(Text::value).collect(Collectors.toSet());
    for (Adjustment override : rubric.adjustments()) {
      for (String fact : override.facts().keySet()) {
        if (!known.isEmpty() && !known.contains(fact)) {
          String near = Issue.didYouMean(fact, known, "");
          warn(
              override,
              "this never applies: " + fact + " is not one of the facts that callers give",
              near == null ? "add it to facts:" : near);
        }
      }
    }
  }

  /** A later one with the same condition is hardly meant; a child's over its parent's is. */
  private void checkConditions() {
    Map<List<Object>, Adjustment> seen = new HashMap<>();
    for (Adjustment override : rubric.adjustments()) {
      Map<String, Set<String>> facts = new HashMap<>();
      override.facts().forEach((fact, values) -> facts.put(fact, Set.copyOf(values)));
      Adjustment earlier = seen.putIfAbsent(List.of(override.at().file(), facts), override);
      if (earlier != null) {
        warn(
            override,
            "the override of line " + earlier.at().line() + " has the same condition",
            "put the two together: where they differ, only this one has an effect");
      }
    }
  }

  private void warn(Adjustment override, String message, String hint) {
    lints.warn(IssueCodes.NEVER_APPLIES, override.at(), 1, "overrides", message, hint);
  }
}

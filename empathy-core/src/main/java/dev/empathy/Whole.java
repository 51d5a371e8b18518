package dev.empathy;

import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the turns of a conversation come to together, and what its own rules say of it. */
final class Whole {

  private final List<Assessment> messages;
  private final @Nullable Scene scene;
  private final Scoring scoring;
  private final Depth depth;

  /**
   * @param messages an assessment of each message, in order
   * @param scene the conversation at its end, or null where nobody wrote anything
   */
  Whole(List<Assessment> messages, @Nullable Scene scene, Scoring scoring, Depth depth) {
    this.messages = messages;
    this.scene = scene == null ? null : scene.ofWhole();
    this.scoring = scoring;
    this.depth = depth;
  }

  ConversationAssessment assess(
      RubricRef rubric, Receipt receipt, Map<String, Rule> all, boolean truncated) {
    Map<String, Outcome> rules = rules(all);
    Integer mean = mean(messages.stream().map(Assessment::score).toList());
    Verdict verdict =
        scene == null ? null : new Judge(scene, scoring, depth).judgeWhole(rules, mean);
    if (verdict != null) {
      rules.putAll(verdict.rules());
    }
    Integer score = verdict == null ? null : verdict.score();
    boolean passed =
        (verdict == null || verdict.passes(scoring.passMark()))
            && messages.stream().noneMatch(Judge::isGrave);
    Measures measures = measures();
    return new ConversationAssessment(
        Assessment.SCHEMA,
        rubric,
        receipt,
        truncated ? Status.TRUNCATED : Status.COMPLETE,
        verdict == null ? List.of() : verdict.notEvaluated(),
        score == null ? null : Numbers.points(score),
        score == null ? null : scoring.band(score),
        passed,
        dimensions(),
        verdict == null ? List.of() : verdict.ledger(),
        findings(verdict == null ? List.of() : verdict.findings()),
        rules,
        measures.trajectory(),
        measures.deEscalation(),
        measures.latency(),
        measures.replyDelays(),
        messages.stream().flatMap(message -> message.commitments().stream()).toList(),
        messages.stream().flatMap(message -> message.routes().stream()).toList(),
        messages);
  }

  private List<Finding> findings(List<Finding> own) {
    List<Finding> findings = new ArrayList<>();
    messages.forEach(message -> findings.addAll(message.findings()));
    findings.addAll(own);
    return findings;
  }

  private Measures measures() {
    Map<Integer, Assessment> byIndex = new HashMap<>();
    messages.forEach(message -> byIndex.put(message.message(), message));
    if (scene == null) {
      return new Measures(List.of(), Course.START, byIndex);
    }
    List<Turn> turns = new Joined<>(scene.earlier(), List.of(scene.judged()));
    return new Measures(turns, scene.course(), byIndex);
  }

  /** The mean of the scores that there are, in tenths. */
  private static @Nullable Integer mean(List<@Nullable Double> scores) {
    long sum = 0;
    int count = 0;
    for (Double score : scores) {
      if (score != null) {
        sum += Math.round(score * 10);
        count++;
      }
    }
    return count == 0 ? null : Numbers.divide(sum, count);
  }

  private List<DimensionScore> dimensions() {
    Map<String, List<DimensionScore>> byId = new LinkedHashMap<>();
    for (Assessment message : messages) {
      for (DimensionScore dimension : message.dimensions()) {
        byId.computeIfAbsent(dimension.id(), id -> new ArrayList<>()).add(dimension);
      }
    }
    List<DimensionScore> means = new ArrayList<>();
    byId.forEach((id, scores) -> means.add(mean(id, scores)));
    return means;
  }

  private static DimensionScore mean(String id, List<DimensionScore> scores) {
    Integer assessed =
        mean(
            scores.stream()
                .map(one -> one.assessed() ? (Double) one.score() : (Double) null)
                .toList());
    DimensionScore first = scores.get(0);
    return new DimensionScore(
        id,
        assessed == null ? first.score() : Numbers.points(assessed),
        first.weight(),
        assessed != null,
        scores.stream().mapToInt(DimensionScore::opportunities).sum(),
        scores.stream().mapToInt(DimensionScore::passes).sum());
  }

  /** What each rule of turns came to in all of them; those of the conversation keep their place. */
  private Map<String, Outcome> rules(Map<String, Rule> all) {
    Map<String, Outcome> rules = new LinkedHashMap<>();
    for (Rule rule : all.values()) {
      Outcome whole = Outcome.SKIP;
      if (rule.scope() == Scope.TURN) {
        for (Assessment message : messages) {
          whole = graver(whole, message.rules().getOrDefault(rule.id(), Outcome.SKIP));
        }
      }
      rules.put(rule.id(), whole);
    }
    return rules;
  }

  private static Outcome graver(Outcome a, Outcome b) {
    for (Outcome outcome : List.of(Outcome.FAIL, Outcome.PASS, Outcome.UNKNOWN)) {
      if (a == outcome || b == outcome) {
        return outcome;
      }
    }
    return Outcome.SKIP;
  }
}

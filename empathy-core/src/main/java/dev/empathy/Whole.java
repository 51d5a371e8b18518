package dev.empathy;

import dev.empathy.rubric.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the turns of a conversation come to together. */
final class Whole {

  private Whole() {}

  static ConversationAssessment of(
      List<Assessment> turns,
      RubricRef rubric,
      Receipt receipt,
      Scoring scoring,
      Set<String> ruleIds,
      boolean truncated) {
    List<Finding> findings = turns.stream().flatMap(turn -> turn.findings().stream()).toList();
    Integer score = mean(turns.stream().map(Assessment::score).toList());
    return new ConversationAssessment(
        Assessment.SCHEMA,
        rubric,
        receipt,
        truncated ? Status.TRUNCATED : Status.COMPLETE,
        score == null ? null : Numbers.points(score),
        score == null ? null : scoring.band(score),
        Judge.passes(findings, score, scoring.passMark()),
        dimensions(turns),
        findings,
        rules(turns, ruleIds),
        turns.stream().flatMap(turn -> turn.commitments().stream()).toList(),
        turns.stream().flatMap(turn -> turn.routes().stream()).toList(),
        turns);
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

  private static List<DimensionScore> dimensions(List<Assessment> turns) {
    Map<String, List<DimensionScore>> byId = new LinkedHashMap<>();
    for (Assessment turn : turns) {
      for (DimensionScore dimension : turn.dimensions()) {
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

  private static Map<String, Outcome> rules(List<Assessment> turns, Set<String> ids) {
    Map<String, Outcome> rules = new LinkedHashMap<>();
    for (String id : ids) {
      Outcome whole = Outcome.SKIP;
      for (Assessment turn : turns) {
        whole = graver(whole, turn.rules().getOrDefault(id, Outcome.SKIP));
      }
      rules.put(id, whole);
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

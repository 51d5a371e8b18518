package dev.empathy;

import dev.empathy.Assessment.NotEvaluated;
import dev.empathy.rubric.Emotion.Raise;
import dev.empathy.rubric.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes down the parts of an assessment, of a scene in which nothing changes any more. One part at
 * a time, as the scene remembers what it was asked.
 */
final class Telling {

  /** The lists of an assessment that take some writing. */
  enum Part {
    NOT_EVALUATED,
    DIMENSIONS,
    LEDGER,
    EMOTIONS,
    FINDINGS,
    HITS,
    COMMITMENTS,
    REGIONS
  }

  private final Analysis analysis;
  private final Scene scene;
  private final @Nullable Verdict verdict;
  private final boolean ended;

  /**
   * @param analysis the message, the last one of what is judged
   * @param verdict what the rules say, or null where they say nothing
   * @param ended whether the turn ends with the message
   */
  Telling(Analysis analysis, Scene scene, @Nullable Verdict verdict, boolean ended) {
    this.analysis = analysis;
    this.scene = scene;
    this.verdict = verdict;
    this.ended = ended;
  }

  /** One part, in the order of the assessment. */
  synchronized List<?> tell(Part part) {
    return switch (part) {
      case NOT_EVALUATED -> notEvaluated();
      case DIMENSIONS -> verdict == null ? List.of() : verdict.dimensions();
      case LEDGER -> verdict == null ? List.of() : verdict.ledger();
      case EMOTIONS -> emotions();
      case FINDINGS -> verdict == null ? List.of() : verdict.findings();
      case HITS -> analysis.toHits();
      case COMMITMENTS -> Commitments.of(analysis);
      case REGIONS -> analysis.toRegions();
    };
  }

  /** What was measured. */
  synchronized Map<String, Number> signals() {
    return Signals.all(scene, ended);
  }

  private List<NotEvaluated> notEvaluated() {
    List<NotEvaluated> unknown = verdict == null ? List.of() : verdict.notEvaluated();
    if (analysis.faults().isEmpty()) {
      return unknown;
    }
    List<NotEvaluated> all = new ArrayList<>(unknown);
    analysis
        .faults()
        .forEach(
            (cue, reason) ->
                all.add(
                    new NotEvaluated(null, scene.program().cues().get(cue).cue().id(), reason)));
    return all;
  }

  /** Those of the customer's turn before an agent's message, then those of the message itself. */
  private List<EmotionScore> emotions() {
    List<EmotionScore> scores = new ArrayList<>();
    boolean reply = scene.judged().side() == Side.AGENT && !scene.earlier().isEmpty();
    if (reply) {
      Turn before = scene.earlier().get(scene.earlier().size() - 1);
      before.messages().forEach(message -> addEmotions(message, scores));
    }
    addEmotions(scene.judged().last(), scores);
    return scores;
  }

  private void addEmotions(Analysis message, List<EmotionScore> scores) {
    Program program = scene.program();
    for (int emotion = 0; emotion < message.emotions().length; emotion++) {
      double strength = message.emotions()[emotion];
      if (strength > 0) {
        String name = program.emotions().get(emotion);
        List<String> raisedBy = raisedBy(program.emotion(emotion).raises(), message.facts());
        scores.add(new EmotionScore(name, strength, message.index(), raisedBy));
      }
    }
  }

  /** The facts that made an emotion stronger, each once. */
  private static List<String> raisedBy(List<Raise> raises, Map<String, String> facts) {
    Set<String> names = new LinkedHashSet<>();
    for (Raise raise : raises) {
      if (Facts.test(raise.when(), facts) == Truth.TRUE) {
        names.add(raise.when().fact().value());
      }
    }
    return List.copyOf(names);
  }
}

package dev.empathy;

import dev.empathy.Assessment.NotEvaluated;
import dev.empathy.Receipt.AppliedOverride;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Assessments with less in them. The rubric's sentences are not its business but {@link
 * Template}'s: once a quote stands in one, nobody can tell where it begins.
 */
final class Reduced {

  private final boolean codes;

  private Reduced(Detail detail) {
    this.codes = detail == Detail.CODES;
  }

  static Assessment of(Assessment full, Detail detail) {
    return detail == Detail.FULL ? full : new Reduced(detail).assessment(full);
  }

  static ConversationAssessment of(ConversationAssessment full, Detail detail) {
    return detail == Detail.FULL ? full : new Reduced(detail).conversation(full);
  }

  private Assessment assessment(Assessment full) {
    return new Assessment(
        full.schema(),
        full.id(),
        full.message(),
        full.role(),
        full.rubric(),
        receipt(full.receipt()),
        full.status(),
        full.notEvaluated().stream().map(this::unknown).toList(),
        full.score(),
        full.band(),
        full.passed(),
        full.dimensions(),
        full.ledger(),
        full.emotions().stream().map(this::emotion).toList(),
        full.findings().stream().map(this::finding).toList(),
        full.rules(),
        full.hits().stream().map(this::hit).toList(),
        full.suppressed().stream().map(this::suppressed).toList(),
        codes ? Map.of() : full.signals(),
        full.toNextBand().stream().map(this::change).toList(),
        full.toPass().stream().map(this::change).toList(),
        full.responses().stream().map(this::response).toList(),
        full.commitments().stream().map(this::commitment).toList(),
        full.routes().stream().map(this::route).toList(),
        full.valence(),
        full.regions().stream().map(this::region).toList());
  }

  private ConversationAssessment conversation(ConversationAssessment full) {
    return new ConversationAssessment(
        full.schema(),
        full.rubric(),
        receipt(full.receipt()),
        full.status(),
        full.notEvaluated().stream().map(this::unknown).toList(),
        full.score(),
        full.band(),
        full.passed(),
        full.dimensions(),
        full.ledger(),
        full.findings().stream().map(this::finding).toList(),
        full.rules(),
        trajectory(full.trajectory()),
        deEscalation(full.deEscalation()),
        full.latency(),
        full.replyDelays(),
        full.commitments().stream().map(this::commitment).toList(),
        full.routes().stream().map(this::route).toList(),
        full.turns().stream().map(this::assessment).toList());
  }

  private EmotionTrajectory trajectory(EmotionTrajectory full) {
    return new EmotionTrajectory(
        full.points().stream().map(this::point).toList(), unlessCodes(full.eased()));
  }

  private EmotionTrajectory.Point point(EmotionTrajectory.Point full) {
    return new EmotionTrajectory.Point(
        full.message(), unlessCodes(full.emotion()), unlessCodes(full.negative()));
  }

  private DeEscalation deEscalation(DeEscalation full) {
    return new DeEscalation(unlessCodes(full.fall()), codes ? List.of() : full.steps());
  }

  /** What says where something stands, or how strong it is, and is no code. */
  private <T> @Nullable T unlessCodes(@Nullable T value) {
    return codes ? null : value;
  }

  private Receipt receipt(Receipt full) {
    return full.with(full.overrides().stream().map(this::override).toList());
  }

  private AppliedOverride override(AppliedOverride full) {
    return new AppliedOverride(unlessCodes(full.at()), full.applied());
  }

  private NotEvaluated unknown(NotEvaluated full) {
    return new NotEvaluated(full.rule(), full.cue(), unlessCodes(full.reason()));
  }

  private EmotionScore emotion(EmotionScore full) {
    return new EmotionScore(
        full.emotion(), unlessCodes(full.strength()), full.message(), full.raisedBy());
  }

  private Finding finding(Finding full) {
    return new Finding(
        full.rule(),
        full.kind(),
        full.severity(),
        full.dimension(),
        unlessCodes(full.explanation()),
        unlessCodes(full.suggestion()),
        unlessCodes(full.praise()),
        full.message(),
        unlessCodes(full.span()),
        full.because().stream().map(this::evidence).toList(),
        unlessCodes(full.at()));
  }

  private Evidence evidence(Evidence full) {
    return new Evidence(
        full.role(),
        full.cue(),
        full.emotion(),
        full.signal(),
        full.fact(),
        full.rule(),
        unlessCodes(full.value()),
        full.message(),
        unlessCodes(full.span()),
        null,
        null,
        codes || full.nearest() == null ? null : nearest(full.nearest()),
        unlessCodes(full.at()));
  }

  private static Nearest nearest(Nearest full) {
    return new Nearest(
        full.phrase(),
        full.matched(),
        full.of(),
        full.expected(),
        full.message(),
        full.span(),
        null,
        full.at());
  }

  private Hit hit(Hit full) {
    return new Hit(
        full.cue(),
        full.message(),
        unlessCodes(full.span()),
        null,
        Map.of(),
        unlessCodes(full.strength()),
        unlessCodes(full.instead()),
        unlessCodes(full.at()));
  }

  private SuppressedHit suppressed(SuppressedHit full) {
    return new SuppressedHit(
        full.cue(),
        full.message(),
        unlessCodes(full.span()),
        null,
        full.reason(),
        unlessCodes(full.by()),
        unlessCodes(full.at()));
  }

  private Counterfactual change(Counterfactual full) {
    return new Counterfactual(
        full.band(),
        full.score(),
        full.passed(),
        full.add(),
        full.remove().stream().map(this::removal).toList());
  }

  private Counterfactual.Removal removal(Counterfactual.Removal full) {
    return new Counterfactual.Removal(full.cue(), full.message(), unlessCodes(full.span()), null);
  }

  private SuggestedResponse response(SuggestedResponse full) {
    return new SuggestedResponse(full.id(), null, unlessCodes(full.at()));
  }

  private Commitment commitment(Commitment full) {
    return new Commitment(
        null, null, null, full.message(), unlessCodes(full.span()), unlessCodes(full.at()));
  }

  private FiredRoute route(FiredRoute full) {
    return new FiredRoute(
        full.route(),
        unlessCodes(full.to()),
        full.priority(),
        unlessCodes(full.reason()),
        full.because().stream().map(this::evidence).toList(),
        unlessCodes(full.at()));
  }

  private MaskedRegion region(MaskedRegion full) {
    return new MaskedRegion(full.kind(), unlessCodes(full.span()));
  }
}

package dev.empathy.chatbot;

import dev.empathy.Assessment;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Measures an audit with Micrometer. No tag holds a message, a customer or anything else that grows
 * with use: a rubric's name, its bands, and the constants of two enums are all there is.
 *
 * <ul>
 *   <li>{@code empathy.assess}, a timer by {@code rubric} and {@code passed}
 *   <li>{@code empathy.score}, a summary of scores 0..100 by {@code rubric} and {@code band}
 *   <li>{@code empathy.replies}, a counter by {@code action} and {@code desk}
 * </ul>
 */
public final class AuditMetrics implements AuditListener {

  private final MeterRegistry registry;

  public AuditMetrics(MeterRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
  }

  @Override
  public void assessed(Assessment assessment, long nanos) {
    String rubric = assessment.rubric().id();
    Timer.builder("empathy.assess")
        .description("How long it took to assess a draft")
        .tag("rubric", rubric)
        .tag("passed", Boolean.toString(assessment.passed()))
        .publishPercentileHistogram()
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
    Double score = assessment.score();
    if (score != null) {
      DistributionSummary.builder("empathy.score")
          .description("What drafts came to, 0 to 100")
          .tag("rubric", rubric)
          .tag("band", String.valueOf(assessment.band()))
          .register(registry)
          .record(score);
    }
  }

  @Override
  public void replied(AuditedReply reply) {
    registry
        .counter(
            "empathy.replies",
            "action",
            reply.action().name().toLowerCase(Locale.ROOT),
            "desk",
            reply.desk().kind().name().toLowerCase(Locale.ROOT))
        .increment();
  }
}

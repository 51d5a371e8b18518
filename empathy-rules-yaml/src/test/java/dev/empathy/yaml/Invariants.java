package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.empathy.Assessment;
import dev.empathy.Commitment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.DimensionScore;
import dev.empathy.EmotionScore;
import dev.empathy.EmpathyEngine;
import dev.empathy.Evidence;
import dev.empathy.Finding;
import dev.empathy.FiredRoute;
import dev.empathy.Hit;
import dev.empathy.LedgerEntry;
import dev.empathy.MaskedRegion;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.Span;
import dev.empathy.SuppressedHit;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What holds of every assessment, whatever the rubric and whatever the texts. */
final class Invariants {

  /** A conversation with a bit of everything, for rubrics that nobody wrote. */
  static final Conversation EVERYDAY =
      Conversation.of(
              Message.customer(
                      "3rd time I call!!! RIDICULOUS SERVICE, I'm soooo upset \uD83D\uDE21")
                  .withTime(Instant.EPOCH)
                  .withEnd(Instant.EPOCH.plusSeconds(7)),
              Message.agent("Hi Ann,\nI can see why you’re not only upset. We're very sorry…")
                  .withTime(Instant.EPOCH.plusMillis(7500))
                  .withRegions(List.of(new Message.Region("other", 0, 7))),
              Message.customer("> quoted\nDon't apologise. See https://a.example/b?c=d (again)."),
              Message.system("handed over"),
              Message.agent("Sorry, sorry! I'll refund $5.00 by 12:30, Dr. Lee? \uD83D \uDE21"),
              Message.agent("- one\n- two\n\n-- \nThe team"))
          .with("channel", "email")
          .with("contacts", "3")
          .with("customer-name", "Ann");

  private Invariants() {}

  static void check(EmpathyEngine engine, Conversation conversation) {
    ConversationAssessment whole = engine.assess(conversation);
    assertThat(engine.assess(conversation)).isEqualTo(whole);
    whole.turns().forEach(turn -> check(turn, conversation.messages()));
    assertThat(whole.toString()).isNotBlank();
    List<Message> messages = conversation.messages();
    Message last = messages.get(messages.size() - 1);
    Assessment reply = engine.assessReply(conversation);
    if (last.role() == Role.SYSTEM) {
      check(reply, messages);
    } else {
      assertThat(whole.turns().get(whole.turns().size() - 1)).isEqualTo(reply);
    }
    Assessment alone = engine.assess(last);
    check(alone, List.of(last));
    assertThat(engine.assess(last)).isEqualTo(alone);
  }

  private static void check(Assessment assessment, List<Message> messages) {
    for (Hit hit : assessment.hits()) {
      check(hit.span(), hit.text(), messages.get(hit.message()));
      assertUnit(hit.strength());
    }
    checkOrder(assessment);
    for (SuppressedHit hit : assessment.suppressed()) {
      check(hit.span(), hit.text(), messages.get(hit.message()));
      check(hit.by(), null, messages.get(hit.message()));
    }
    for (Finding finding : assessment.findings()) {
      check(finding.span(), null, messages.get(finding.message()));
      finding.because().forEach(evidence -> check(evidence, messages));
    }
    for (FiredRoute route : assessment.routes()) {
      route.because().forEach(evidence -> check(evidence, messages));
    }
    for (Commitment commitment : assessment.commitments()) {
      check(commitment.span(), null, messages.get(commitment.message()));
      assertThat(commitment.span().in(messages.get(commitment.message()).text()))
          .contains(commitment.action());
    }
    for (MaskedRegion region : assessment.regions()) {
      check(region.span(), null, messages.get(assessment.message()));
    }
    for (EmotionScore emotion : assessment.emotions()) {
      assertUnit(emotion.strength());
    }
    assessment.signals().forEach((name, value) -> checkSignal(name, value.doubleValue()));
    checkScores(assessment);
    assertThat(assessment.toString()).isNotBlank();
    assertThat(assessment.advice().chars()).noneMatch(Character::isISOControl);
  }

  private static void checkSignal(String name, double value) {
    assertThat(value).as(name).isFinite();
    switch (name) {
      case "formality" -> assertThat(value).as(name).isBetween(-1.0, 1.0);
      case "readability" -> assertThat(value).as(name).isLessThan(122);
      case "caps-ratio", "echo-ratio" -> assertThat(value).as(name).isBetween(0.0, 1.0);
      default -> assertThat(value).as(name).isNotNegative();
    }
  }

  private static void check(Evidence evidence, List<Message> messages) {
    if (evidence.message() == null) {
      assertThat(evidence.span()).isNull();
    } else {
      check(evidence.span(), evidence.text(), messages.get(evidence.message()));
    }
  }

  private static void check(Span span, String found, Message message) {
    if (span == null) {
      return;
    }
    String text = message.text();
    assertThat(span.end()).isLessThanOrEqualTo(text.length());
    assertBorder(span.start(), text);
    assertBorder(span.end(), text);
    assertThat(span.cpStart()).isEqualTo(text.codePointCount(0, span.start()));
    assertThat(span.cpEnd()).isEqualTo(text.codePointCount(0, span.end()));
    if (found != null) {
      assertThat(span.in(text)).isEqualTo(found);
    }
  }

  private static void assertBorder(int at, String text) {
    boolean splits =
        at > 0
            && at < text.length()
            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    assertThat(splits).as("splits a code point at %d", at).isFalse();
  }

  private static void assertUnit(Double value) {
    if (value != null) {
      assertThat(value).isBetween(0.0, 1.0);
    }
  }

  /**
   * Hits of one cue come in order and do not overlap, but for those that share a written word:
   * {@code it's} is two words to find, and both have its place.
   */
  private static void checkOrder(Assessment assessment) {
    Map<String, Hit> before = new HashMap<>();
    for (Hit hit : assessment.hits()) {
      Hit last = before.put(hit.cue(), hit);
      if (last != null) {
        int shared = last.span().end() - hit.span().start();
        assertThat(hit.span().start()).as(hit.cue()).isGreaterThanOrEqualTo(last.span().start());
        if (shared > 0) {
          assertThat(hit.text().substring(0, shared)).as(hit.cue()).doesNotContain(" ", "\n", ",");
        }
      }
    }
  }

  /** The ledger adds up, to tenths, to the dimensions and with them to the whole. */
  private static void checkScores(Assessment assessment) {
    double weighted = 0;
    double weights = 0;
    for (DimensionScore dimension : assessment.dimensions()) {
      assertThat(dimension.score()).isBetween(0.0, 100.0);
      long sum = 0;
      for (LedgerEntry entry : assessment.ledger()) {
        sum +=
            Objects.equals(entry.dimension(), dimension.id()) ? Math.round(entry.delta() * 10) : 0;
      }
      assertThat(sum).as(dimension.id()).isEqualTo(Math.round(dimension.score() * 10));
      if (dimension.assessed()) {
        weighted += dimension.score() * dimension.weight();
        weights += dimension.weight();
      }
    }
    if (weights == 0) {
      assertThat(assessment.score()).isNull();
      assertThat(assessment.band()).isNull();
      return;
    }
    double limits =
        assessment.ledger().stream()
            .filter(entry -> entry.kind() == LedgerEntry.Kind.LIMIT)
            .mapToDouble(LedgerEntry::delta)
            .sum();
    assertThat(assessment.score()).isBetween(0.0, 100.0);
    assertThat(assessment.score()).isCloseTo(weighted / weights + limits, within(0.0501));
  }
}

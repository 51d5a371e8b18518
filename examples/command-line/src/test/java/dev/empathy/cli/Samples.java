package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.Commitment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.Counterfactual;
import dev.empathy.DeEscalation;
import dev.empathy.Detail;
import dev.empathy.DimensionScore;
import dev.empathy.EmotionScore;
import dev.empathy.EmotionTrajectory;
import dev.empathy.Evidence;
import dev.empathy.Finding;
import dev.empathy.LedgerEntry;
import dev.empathy.MaskedRegion;
import dev.empathy.Message;
import dev.empathy.Nearest;
import dev.empathy.Receipt;
import dev.empathy.Role;
import dev.empathy.RubricRef;
import dev.empathy.Span;
import dev.empathy.Status;
import dev.empathy.SuggestedResponse;
import dev.empathy.SuppressedHit;
import dev.empathy.Valence;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assessments made by hand, for what is shown of them. */
final class Samples {

  static final RubricRef RUBRIC = new RubricRef("acme-support-en", "1.4.0", "", "en");
  static final Receipt RECEIPT =
      new Receipt("1.0.0", Detail.FULL, true, List.of(), List.of(), null, null, null);

  static final Conversation PROMISE =
      Conversation.of(
          Message.customer("😡 This is ridiculous, my order is late"),
          Message.agent(
              "> it is late\nI can see how that was, sorry. I will call you by Friday, see"
                  + " https://example.com and thank you for nothing"));

  private Samples() {}

  static Span span(Conversation conversation, int message, String words) {
    String text = conversation.messages().get(message).text();
    int start = text.indexOf(words);
    return span(text, start, start + words.length());
  }

  static Span span(String text, int start, int end) {
    return new Span(start, end, text.codePointCount(0, start), text.codePointCount(0, end));
  }

  static Evidence cue(
      Evidence.Part part, Conversation conversation, int message, String cue, String words) {
    Span span = span(conversation, message, words);
    return new Evidence(
        part,
        cue,
        null,
        null,
        null,
        null,
        null,
        message,
        span,
        words,
        null,
        null,
        "acme.yaml:23:9");
  }

  static Finding issue(
      Severity severity, Conversation conversation, Span span, List<Evidence> because) {
    int message = conversation.messages().size() - 1;
    return new Finding(
        "solution-before-acknowledgment",
        Finding.Kind.ISSUE,
        severity,
        "acknowledgment",
        "The customer was angry (“ridiculous”) and the reply does not acknowledge it before the"
            + " fix.",
        "Open with “I can see why you are frustrated”, then fix it.",
        null,
        message,
        span,
        because,
        "acme.yaml:60:3");
  }

  /** Of every field something, as far as one message can have it. */
  static Assessment everything() {
    Conversation it = PROMISE;
    Nearest nearest =
        new Nearest(2, 3, 5, "$feeling", 1, span(it, 1, "I can see how"), "that", "acme.yaml:24:9");
    Nearest chance = new Nearest(1, 1, 2, "you", 1, span(it, 1, "thank"), null, "acme.yaml:29:9");
    List<Evidence> because =
        List.of(
            emotion("anger", 0.884, 0),
            cue(Evidence.Part.WHEN, it, 0, "anger", "ridiculous"),
            cue(Evidence.Part.WHEN, it, 0, "anger", "late"),
            new Evidence(
                Evidence.Part.WHEN,
                null,
                null,
                null,
                "channel",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "acme.yaml:61:5"),
            new Evidence(
                Evidence.Part.WHEN,
                null,
                null,
                null,
                null,
                "apology-given",
                null,
                null,
                null,
                null,
                null,
                null,
                "acme.yaml:61:9"),
            missing("emotion-labeling", nearest),
            missing("emotion-labeling", null),
            missing("validation", chance));
    Finding error = issue(Severity.ERROR, it, span(it, 1, "by Friday"), because);
    Finding unspoken =
        new Finding(
            "no-next-step",
            Finding.Kind.ISSUE,
            Severity.SUGGESTION,
            null,
            null,
            null,
            null,
            1,
            span(it.messages().get(1).text(), 0, it.messages().get(1).text().length()),
            List.of(missing("emotion-labeling", nearest)),
            "acme.yaml:68:3");
    Finding strength =
        new Finding(
            "apology-given",
            Finding.Kind.STRENGTH,
            null,
            "sincerity",
            null,
            null,
            null,
            1,
            null,
            List.of(cue(Evidence.Part.REQUIRE, it, 1, "apology", "sorry")),
            "acme.yaml:75:3");
    return new Assessment(
        1,
        "m2",
        1,
        Role.AGENT,
        RUBRIC,
        new Receipt(
            "1.0.0",
            Detail.FULL,
            true,
            List.of("channel", "customer-name"),
            List.of(
                new Receipt.AppliedOverride("acme.yaml:99:5", true),
                new Receipt.AppliedOverride("acme.yaml:104:5", false)),
            null,
            null,
            null),
        Status.COMPLETE,
        List.of(
            new Assessment.NotEvaluated("slow-answer", "no times"),
            new Assessment.NotEvaluated("name-used", "no fact customer-name"),
            new Assessment.NotEvaluated("delay-owned", "no times"),
            new Assessment.NotEvaluated(null, "politeness", "the detector politeness failed")),
        50.0,
        "fair",
        false,
        List.of(
            new DimensionScore("acknowledgment", 0, 3, true, 1, 0),
            new DimensionScore("sincerity", 100, 7.5, true, 2, 2),
            new DimensionScore("ownership", 50, 1, false, 0, 0)),
        List.of(
            new LedgerEntry(LedgerEntry.Kind.START, "acknowledgment", null, 20),
            new LedgerEntry(
                LedgerEntry.Kind.RULE, "acknowledgment", "solution-before-acknowledgment", -30.5),
            new LedgerEntry(LedgerEntry.Kind.CLAMP, "acknowledgment", null, 10.5),
            new LedgerEntry(LedgerEntry.Kind.START, "sincerity", null, 95),
            new LedgerEntry(LedgerEntry.Kind.RULE, "sincerity", "apology-given", 10),
            new LedgerEntry(LedgerEntry.Kind.CLAMP, "sincerity", null, -5),
            new LedgerEntry(LedgerEntry.Kind.START, "ownership", null, 50),
            new LedgerEntry(LedgerEntry.Kind.LIMIT, null, "solution-before-acknowledgment", -21.4)),
        List.of(new EmotionScore("anger", 0.884, 0)),
        List.of(error, unspoken, strength),
        Map.of("apology-given", Outcome.PASS, "curtness", Outcome.SKIP),
        List.of(),
        List.of(
            suppressed(it, "thank", SuppressedHit.Reason.UNLESS, "thank you for nothing"),
            suppressed(it, "nothing", SuppressedHit.Reason.FLIPPED, "for"),
            suppressed(it, "Friday", SuppressedHit.Reason.NEGATED, null)),
        Map.of("words", 27),
        List.of(
            new Counterfactual("good", 62.5, true, List.of("ownership"), List.of()),
            new Counterfactual("good", 60, false, List.of("a", "b"), List.of())),
        List.of(
            new Counterfactual("good", 62.5, true, List.of("ownership"), List.of()),
            new Counterfactual(
                "good",
                61.2,
                true,
                List.of("emotion-labeling before next-step"),
                List.of(
                    new Counterfactual.Removal(
                        "sarcasm", 1, span(it, 1, "thank you for nothing"), "thank … nothing"),
                    new Counterfactual.Removal("shouting", 1, null, null)))),
        List.of(
            new SuggestedResponse(
                "own-it",
                "I understand the delay upset you. Let's sort it out.",
                "acme.yaml:80:3")),
        List.of(
            new Commitment(
                "I", "call you", "by Friday", 1, span(it, 1, "I will call you"), "acme.yaml:50:9"),
            new Commitment(null, null, null, 1, null, "acme.yaml:51:9")),
        List.of(),
        Valence.NEUTRAL,
        List.of(
            new MaskedRegion("quote", span(it, 1, "> it is late")),
            new MaskedRegion("url", span(it, 1, "https://example.com"))));
  }

  private static Evidence emotion(String emotion, double strength, int message) {
    return new Evidence(
        Evidence.Part.WHEN,
        null,
        emotion,
        null,
        null,
        null,
        strength,
        message,
        null,
        null,
        null,
        null,
        "acme.yaml:60:5");
  }

  private static Evidence missing(String cue, @Nullable Nearest nearest) {
    return new Evidence(
        Evidence.Part.MISSING,
        cue,
        null,
        null,
        null,
        null,
        null,
        1,
        null,
        null,
        null,
        nearest,
        "acme.yaml:62:16");
  }

  private static SuppressedHit suppressed(
      Conversation it, String words, SuppressedHit.Reason reason, @Nullable String by) {
    return new SuppressedHit(
        "a-cue",
        1,
        span(it, 1, words),
        words,
        reason,
        by == null ? null : span(it, 1, by),
        "acme.yaml:33:9");
  }

  /** An assessment of nothing but a score, with the findings given. */
  static Assessment plain(Message message, int index, double score, List<Finding> findings) {
    return new Assessment(
        1,
        message.id(),
        index,
        message.role(),
        RUBRIC,
        RECEIPT,
        Status.COMPLETE,
        List.of(),
        score,
        null,
        true,
        List.of(),
        List.of(),
        List.of(),
        findings,
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Valence.NEUTRAL,
        List.of());
  }

  static ConversationAssessment whole(List<Assessment> turns) {
    return new ConversationAssessment(
        1,
        RUBRIC,
        RECEIPT,
        Status.COMPLETE,
        List.of(),
        50.0,
        "fair",
        false,
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        new EmotionTrajectory(List.of(), null),
        new DeEscalation(null, List.of()),
        null,
        List.of(),
        List.of(),
        List.of(),
        turns);
  }
}

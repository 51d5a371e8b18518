package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.Detail;
import dev.empathy.DimensionScore;
import dev.empathy.EmotionScore;
import dev.empathy.Evidence;
import dev.empathy.Finding;
import dev.empathy.FiredRoute;
import dev.empathy.Hit;
import dev.empathy.Message;
import dev.empathy.Receipt;
import dev.empathy.Role;
import dev.empathy.RubricRef;
import dev.empathy.Span;
import dev.empathy.Status;
import dev.empathy.Valence;
import dev.empathy.rubric.Severity;
import java.util.List;
import java.util.Map;

/** Assessments made by hand, for what is shown of them. */
final class Samples {

  static final RubricRef RUBRIC = new RubricRef("acme-support-en", "1.4.0", "", "en");
  static final Receipt RECEIPT =
      new Receipt("1.0.0", Detail.FULL, false, List.of(), List.of(), null, null, null);

  static final Conversation ANGRY =
      Conversation.of(
          Message.customer("😡 This is ridiculous, third time my order is late"),
          Message.agent(
              "😕 I’m sorry for the inconvenience. Please restart the app. 你好, this is a longer"
                  + " sentence, so that even a wide terminal has to wrap it somewhere."));

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

  /** A reply with an issue of each kind, a strength and a rule that is unknown. */
  static Assessment reply() {
    Evidence missing =
        new Evidence(
            Evidence.Part.MISSING,
            "emotion-labeling",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "acme.yaml:62:16");
    Evidence signal =
        new Evidence(
            Evidence.Part.WHEN,
            null,
            null,
            "words",
            null,
            null,
            27.0,
            1,
            null,
            null,
            null,
            null,
            "acme.yaml:70:5");
    Finding error =
        issue(
            Severity.ERROR,
            ANGRY,
            span(ANGRY, 1, "Please restart"),
            List.of(cue(Evidence.Part.WHEN, ANGRY, 0, "anger", "ridiculous"), missing));
    Finding missed =
        new Finding(
            "no-next-step",
            Finding.Kind.ISSUE,
            Severity.SUGGESTION,
            null,
            "Nothing says what happens next.",
            null,
            null,
            1,
            span(ANGRY.messages().get(1).text(), 0, ANGRY.messages().get(1).text().length()),
            List.of(signal),
            "acme.yaml:68:3");
    Finding strength =
        new Finding(
            "apology-given",
            Finding.Kind.STRENGTH,
            null,
            "sincerity",
            null,
            null,
            "You said sorry.",
            1,
            span(ANGRY, 1, "I’m sorry"),
            List.of(),
            "acme.yaml:75:3");
    return new Assessment(
        1,
        "m2",
        1,
        Role.AGENT,
        RUBRIC,
        RECEIPT,
        Status.COMPLETE,
        List.of(
            new Assessment.NotEvaluated("slow-answer", "no times"),
            new Assessment.NotEvaluated("name-used", "no fact customer-name"),
            new Assessment.NotEvaluated("delay-owned", "no times")),
        34.0,
        "poor",
        false,
        List.of(
            new DimensionScore("acknowledgment", 10, 3, true, 1, 0),
            new DimensionScore("sincerity", 70, 2, true, 2, 2),
            new DimensionScore("ownership", 50, 1, false, 0, 0)),
        List.of(),
        List.of(new EmotionScore("anger", 0.88, 0)),
        List.of(error, missed, strength),
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

  static Assessment customer() {
    Conversation alone = Conversation.of(ANGRY.messages().get(0));
    List<Evidence> because =
        List.of(cue(Evidence.Part.WHEN, alone, 0, "repeat-contact", "third time"));
    Span span = span(alone, 0, "ridiculous");
    Span third = span(alone, 0, "third time");
    return new Assessment(
        1,
        null,
        0,
        Role.CUSTOMER,
        RUBRIC,
        RECEIPT,
        Status.COMPLETE,
        List.of(),
        null,
        null,
        true,
        List.of(),
        List.of(),
        List.of(new EmotionScore("anger", 0.88, 0)),
        List.of(),
        Map.of(),
        List.of(
            new Hit("anger", 0, span, "ridiculous", Map.of(), 0.6, null, "acme.yaml:23:9"),
            new Hit(
                "repeat-contact", 0, third, "third time", Map.of(), null, null, "acme.yaml:30:9")),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new FiredRoute(
                "third-contact",
                "supervisor",
                2,
                "The customer wrote before.",
                because,
                "acme.yaml:90:3")),
        Valence.NEGATIVE,
        List.of());
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
        50.0,
        "fair",
        false,
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        turns);
  }
}

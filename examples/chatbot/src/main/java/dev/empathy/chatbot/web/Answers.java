package dev.empathy.chatbot.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.empathy.Assessment;
import dev.empathy.chatbot.DraftRepair;
import dev.empathy.rubric.Issue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the server answers, as JSON. */
final class Answers {

  private Answers() {}

  /**
   * To {@code POST /assess}.
   *
   * @param customer what is said of the customer's message; left out where there is none
   * @param reply what is said of the draft; left out where there is none
   * @param advice what to change
   * @param repaired the draft mended; in full detail only
   * @param desk who should answer
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Assessed(
      @Nullable Assessment customer,
      @Nullable Assessment reply,
      @Nullable String advice,
      @Nullable Repaired repaired,
      DeskAnswer desk) {}

  /**
   * A mended draft.
   *
   * @param kind {@code unchanged}, {@code mended} or {@code template}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Repaired(
      String kind, String text, @Nullable Double score, @Nullable String band, boolean passed) {

    static Repaired of(DraftRepair.Repaired repaired) {
      Assessment assessment = repaired.assessment();
      return new Repaired(
          lower(repaired.kind()),
          repaired.text(),
          assessment.score(),
          assessment.band(),
          assessment.passed());
    }
  }

  /** Who should answer; why only in full detail. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeskAnswer(String kind, @Nullable String strength, @Nullable String reason) {}

  /**
   * To {@code POST /reply}.
   *
   * @param kind {@code hand-over}, {@code mend}, {@code praise} or {@code fine}
   * @param nudge one sentence for whoever writes
   * @param text what could be sent instead, or in the first place
   */
  record Replied(String kind, String nudge, String text, DeskAnswer desk) {}

  /** To {@code POST /lint}. */
  record Linted(List<Lint> issues) {}

  /** One thing to know about a rubric. Lines and columns count from 1, lengths in UTF-16 units. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Lint(
      String level,
      String file,
      int line,
      int column,
      int length,
      String code,
      String path,
      String message,
      @Nullable String hint) {

    static Lint of(Issue issue) {
      return new Lint(
          lower(issue.level()),
          issue.at().file(),
          issue.at().line(),
          issue.at().column(),
          issue.length(),
          issue.code(),
          issue.path(),
          issue.message(),
          issue.hint());
    }
  }

  /** To {@code GET /rubrics}. */
  record Known(List<String> rubrics, List<String> channels) {}

  /** What is said where nothing else can be. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Refused(String error, List<Lint> issues) {}

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

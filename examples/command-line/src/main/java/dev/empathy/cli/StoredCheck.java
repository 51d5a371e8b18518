package dev.empathy.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.empathy.Assessment;
import dev.empathy.ConversationAssessment;
import dev.empathy.DimensionScore;
import dev.empathy.Finding;
import dev.empathy.LedgerEntry;
import dev.empathy.Receipt;
import dev.empathy.RubricRef;
import dev.empathy.rubric.Adjustment;
import dev.empathy.rubric.Band;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a stored assessment says about itself must hold, with no look at the message. */
final class StoredCheck {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final ObjectReader ASSESSMENT = MAPPER.readerFor(Assessment.class);
  private static final ObjectReader CONVERSATION = MAPPER.readerFor(ConversationAssessment.class);

  private final Rubric rubric;
  private final List<String> faults = new ArrayList<>();

  private StoredCheck(Rubric rubric) {
    this.rubric = rubric;
  }

  /** Everything that does not hold; empty where all does. */
  static List<String> faults(Stored stored, Rubric rubric) {
    StoredCheck check = new StoredCheck(rubric);
    try {
      if (stored.body().has("role")) {
        check.assessment(ASSESSMENT.readValue(stored.body()), "");
      } else {
        JsonNode turns = stored.body().path("turns");
        check.conversation(CONVERSATION.readValue(withTurns(stored)), turns.isArray());
      }
    } catch (JsonProcessingException e) {
      check.faults.add("not an assessment of this schema: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return check.faults;
  }

  /** A conversation's line has no turns, a conversation's record always has some list of them. */
  private static JsonNode withTurns(Stored stored) {
    ObjectNode body = stored.body().deepCopy();
    if (!body.has("turns")) {
      body.putArray("turns");
    }
    return body;
  }

  private void assessment(Assessment one, String where) {
    for (DimensionScore dimension : one.dimensions()) {
      long sum = ledger(one, dimension.id());
      if (sum != tenths(dimension.score())) {
        faults.add(
            where
                + "the ledger of "
                + dimension.id()
                + " adds up to "
                + points(sum)
                + ", not to "
                + dimension.score());
      }
    }
    Long mean = mean(one);
    if (!Objects.equals(mean, tenths(one.score()))) {
      faults.add(
          where
              + "the dimensions come to "
              + (mean == null ? "no score" : points(mean))
              + ", not to "
              + (one.score() == null ? "none" : one.score()));
    }
    judged(
        one.rubric(), one.receipt(), one.score(), one.band(), one.passed(), one.findings(), where);
  }

  private void conversation(ConversationAssessment whole, boolean withTurns) {
    for (Assessment turn : whole.turns()) {
      assessment(turn, "message " + turn.message() + ": ");
    }
    if (withTurns) {
      List<Long> scores = new ArrayList<>();
      for (Assessment turn : whole.turns()) {
        if (turn.score() != null) {
          scores.add(tenths(turn.score()));
        }
      }
      Long mean =
          scores.isEmpty()
              ? null
              : rounded(scores.stream().mapToLong(score -> score).sum(), scores.size());
      if (!Objects.equals(mean, tenths(whole.score()))) {
        faults.add(
            "the turns' mean is "
                + (mean == null ? "none" : points(mean))
                + ", not "
                + whole.score());
      }
    }
    judged(
        whole.rubric(),
        whole.receipt(),
        whole.score(),
        whole.band(),
        whole.passed(),
        whole.findings(),
        "");
  }

  private static long ledger(Assessment one, String dimension) {
    long sum = 0;
    for (LedgerEntry entry : one.ledger()) {
      sum += dimension.equals(entry.dimension()) ? tenths(entry.delta()) : 0;
    }
    return sum;
  }

  /** The weighted mean of what was assessed, less what limits take off it, in tenths. */
  private static @Nullable Long mean(Assessment one) {
    long weighted = 0;
    long weights = 0;
    for (DimensionScore dimension : one.dimensions()) {
      if (dimension.assessed()) {
        weighted += tenths(dimension.score()) * tenths(dimension.weight());
        weights += tenths(dimension.weight());
      }
    }
    if (weights == 0) {
      return null;
    }
    long limits = 0;
    for (LedgerEntry entry : one.ledger()) {
      limits += entry.kind() == LedgerEntry.Kind.LIMIT ? tenths(entry.delta()) : 0;
    }
    return rounded(weighted, weights) + limits;
  }

  /** Half up, as the engine rounds. */
  private static long rounded(long numerator, long denominator) {
    return (2 * numerator + denominator) / (2 * denominator);
  }

  /** Band and pass mark are the rubric's, with those overrides that the receipt says applied. */
  private void judged(
      RubricRef made,
      Receipt receipt,
      @Nullable Double score,
      @Nullable String band,
      boolean passed,
      List<Finding> findings,
      String where) {
    List<Adjustment> adjustments = rubric.adjustments();
    boolean same =
        rubric.sha256().equals(made.sha256()) && receipt.overrides().size() == adjustments.size();
    if (!same) {
      return; // told by itself
    }
    List<Band> bands = rubric.bands();
    int mark = rubric.passMark();
    for (int i = 0; i < adjustments.size(); i++) {
      if (receipt.overrides().get(i).applied()) {
        Adjustment adjustment = adjustments.get(i);
        bands = adjustment.bands().isEmpty() ? bands : adjustment.bands();
        mark = adjustment.passMark() == null ? mark : adjustment.passMark();
      }
    }
    String named = score == null ? null : band(bands, tenths(score));
    if (!Objects.equals(named, band)) {
      faults.add(where + "the band of " + score + " is " + named + ", not " + band);
    }
    boolean grave =
        findings.stream()
            .anyMatch(f -> f.severity() != null && f.severity().compareTo(Severity.ERROR) >= 0);
    boolean passes = !grave && (score == null || tenths(score) >= mark);
    if (passes != passed) {
      faults.add(
          where + "by its findings and its score it is " + (passes ? "" : "not ") + "passed");
    }
  }

  private static @Nullable String band(List<Band> bands, long score) {
    String name = null;
    for (Band band : bands) {
      name = score >= band.from() ? band.id() : name;
    }
    return name;
  }

  private static @Nullable Long tenths(@Nullable Double points) {
    return points == null ? null : Long.valueOf(tenths(points.doubleValue()));
  }

  private static long tenths(double points) {
    return Math.round(points * 10);
  }

  private static String points(long tenths) {
    return String.valueOf(tenths / 10.0);
  }
}

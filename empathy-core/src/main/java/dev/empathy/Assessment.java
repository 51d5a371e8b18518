package dev.empathy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.empathy.rubric.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rubric has to say about one message in the light of those before it. A record of plain
 * values: any JSON library writes and reads it. What of it is null depends on the {@link Detail}
 * that the engine was asked for. Its {@code toString} never shows the text.
 *
 * <p>Of a message alone and of a reply, lists such as {@code findings} and {@code hits}, and {@code
 * signals}, are written when somebody first looks at them; until then the assessment holds on to
 * the messages. Whoever asks only whether it passed pays for no sentence. Safe for use by any
 * number of threads all the same.
 *
 * @param schema the version of this format, 1
 * @param id the caller's name for the message, or null
 * @param message the 0-based index of the message in its conversation
 * @param role who wrote it
 * @param rubric which rubric spoke
 * @param receipt what else it depended on
 * @param status how much of the message it stands for
 * @param notEvaluated rules whose outcome is unknown, then cues that are, with the reason
 * @param score 0..100 with one decimal; null for a customer's message, for a part of a turn, and
 *     where no dimension could be assessed
 * @param band the name for that score; null where there is none
 * @param passed whether no finding is an error and the score reaches the pass mark
 * @param dimensions every dimension of the rubric, in order; empty where there is no score to give
 * @param ledger how each dimension's score came about
 * @param emotions emotions found in this message and, for an agent's, in the customer's turn before
 * @param findings issues first, the gravest first; then strengths
 * @param rules every rule's outcome, in the rubric's order; empty for a customer's message
 * @param hits every place where a cue was found in this message
 * @param suppressed hits that do not count, and why
 * @param signals measured properties of this message by name; empty at {@link Detail#CODES}
 * @param toNextBand in the explained form, the smallest changes that reach a higher band
 * @param toPass in the explained form, the smallest changes that pass, where it does not
 * @param responses in the explained form, the rubric's responses that can be filled
 * @param commitments what the agent promised in this message
 * @param routes where the conversation should go; for a customer's message only
 * @param valence which way the emotions of this message point
 * @param regions parts of the message that are not its writer's words
 */
@AbsentLeftOut
@JsonPropertyOrder({
  "schema",
  "id",
  "message",
  "role",
  "rubric",
  "receipt",
  "status",
  "notEvaluated",
  "score",
  "band",
  "passed",
  "dimensions",
  "ledger",
  "emotions",
  "findings",
  "rules",
  "hits",
  "suppressed",
  "signals",
  "toNextBand",
  "toPass",
  "responses",
  "commitments",
  "routes",
  "valence",
  "regions"
})
public record Assessment(
    int schema,
    @Nullable String id,
    int message,
    Role role,
    RubricRef rubric,
    Receipt receipt,
    Status status,
    List<NotEvaluated> notEvaluated,
    @Nullable Double score,
    @Nullable String band,
    boolean passed,
    List<DimensionScore> dimensions,
    List<LedgerEntry> ledger,
    List<EmotionScore> emotions,
    List<Finding> findings,
    Map<String, Outcome> rules,
    List<Hit> hits,
    List<SuppressedHit> suppressed,
    Map<String, Number> signals,
    List<Counterfactual> toNextBand,
    List<Counterfactual> toPass,
    List<SuggestedResponse> responses,
    List<Commitment> commitments,
    List<FiredRoute> routes,
    Valence valence,
    List<MaskedRegion> regions)
    implements Serializable {

  /** The version of the format that this engine writes. */
  public static final int SCHEMA = 1;

  /**
   * A rule that the data could not decide, or a cue that could not be looked for in this message,
   * as its detector failed. Exactly one of {@code rule} and {@code cue} is set.
   *
   * @param rule the rule, or null
   * @param cue the cue, or null
   * @param reason what was not known; null at {@link Detail#CODES}
   */
  @AbsentLeftOut
  @JsonPropertyOrder({"rule", "cue", "reason"})
  public record NotEvaluated(@Nullable String rule, @Nullable String cue, @Nullable String reason)
      implements Serializable {

    /** A rule that the data could not decide. */
    public NotEvaluated(String rule, String reason) {
      this(rule, null, reason);
    }
  }

  public Assessment {
    notEvaluated = Copies.told(notEvaluated);
    dimensions = Copies.told(dimensions);
    ledger = Copies.told(ledger);
    emotions = Copies.told(emotions);
    findings = Copies.told(findings);
    rules = Copies.of(rules);
    hits = Copies.told(hits);
    suppressed = List.copyOf(suppressed);
    signals = Copies.of(signals);
    toNextBand = List.copyOf(toNextBand);
    toPass = List.copyOf(toPass);
    responses = List.copyOf(responses);
    commitments = Copies.told(commitments);
    routes = List.copyOf(routes);
    regions = Copies.told(regions);
  }

  /**
   * The JSON Schema (draft-07) of an assessment and of a {@link ConversationAssessment}, as JSON
   * writes them; what it does not name, it lets through. The same text lies in the jar as {@code
   * dev/empathy/assessment.schema.json}.
   *
   * @return the schema; always the same text for the same version of this library
   */
  public static String jsonSchema() {
    try (InputStream in = Assessment.class.getResourceAsStream("assessment.schema.json")) {
      return new String(
          Objects.requireNonNull(in, "assessment.schema.json").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The places where this cue was found; empty where it was not. */
  public List<Hit> hits(String cue) {
    return hits.stream().filter(hit -> hit.cue().equals(cue)).toList();
  }

  /**
   * One dimension of the score.
   *
   * @throws NoSuchElementException if the assessment has none of that name
   */
  public DimensionScore dimension(String id) {
    return dimensions.stream()
        .filter(dimension -> dimension.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no dimension is named " + id));
  }

  /**
   * The strength of an emotion in this message, 0..1; 0 where it was not found, and NaN where it
   * was found but {@link Detail#CODES} does not say how strong it is.
   */
  public double emotion(String emotion) {
    for (EmotionScore score : emotions) {
      if (score.message() == message && score.emotion().equals(emotion)) {
        return score.strength() == null ? Double.NaN : score.strength();
      }
    }
    return 0;
  }

  /**
   * The strongest emotion in this message; of those equally strong the one that stands first in the
   * rubric. Null where none was found, and at {@link Detail#CODES}, which does not say how strong
   * they are.
   */
  public @Nullable String dominantEmotion() {
    String dominant = null;
    double strongest = 0;
    for (EmotionScore score : emotions) {
      Double strength = score.strength();
      if (score.message() == message && strength != null && strength > strongest) {
        dominant = score.emotion();
        strongest = strength;
      }
    }
    return dominant;
  }

  /** The findings that are to be mended, the gravest first. */
  @JsonIgnore
  public List<Finding> issues() {
    return findings.stream().filter(finding -> finding.kind() == Finding.Kind.ISSUE).toList();
  }

  /** The findings that are to be kept. */
  @JsonIgnore
  public List<Finding> strengths() {
    return findings.stream().filter(finding -> finding.kind() == Finding.Kind.STRENGTH).toList();
  }

  /**
   * What to change, in plain sentences for a person or for a language model's prompt: the
   * suggestions of the issues, the gravest first. One line without control characters; of the
   * message it quotes only words that the rubric itself lists. Empty where nothing is to be
   * changed.
   */
  public String advice() {
    return Advice.of(this);
  }

  @Override
  public String toString() {
    return "Assessment["
        + rubric.id()
        + ", message "
        + message
        + ", "
        + role
        + ", score "
        + score
        + ", "
        + band
        + ", findings "
        + findings.size()
        + "]";
  }
}

package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.empathy.Assessment.NotEvaluated;
import dev.empathy.rubric.Outcome;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rubric has to say about a whole conversation: the agents' turns together, what was
 * measured of its course, and what the rules of scope {@code conversation} found. Its {@code
 * toString} never shows a text.
 *
 * @param schema the version of this format, 1
 * @param rubric which rubric spoke
 * @param receipt what else it depended on
 * @param status complete, or truncated where any message was or there were too many
 * @param notEvaluated rules of the conversation whose outcome is unknown, with the reason
 * @param score the mean score of the agents' turns, and what the rules of the conversation add and
 *     take away, 0..100 with one decimal; null where no turn has one
 * @param band the name for that score; null where there is none
 * @param passed whether no finding is an error and the score reaches the pass mark
 * @param dimensions each dimension's mean over the turns in which it was assessed, with the
 *     opportunities and passes of all turns
 * @param ledger how the score came about; its lines add up to it exactly
 * @param findings all turns' findings, in the order of the conversation, then the conversation's
 * @param rules per rule: fail if any turn failed, else pass if any passed, else unknown if any was,
 *     else skip; of a rule of the conversation what it came to
 * @param trajectory the customer's feelings, turn by turn
 * @param deEscalation by how much they eased, and after what
 * @param latency how long the first acknowledgement took; null where no negative feeling was shown
 * @param replyDelays how long the customer waited for each of the agents' turns but an opening one
 * @param commitments all that the agents promised, in the order of the conversation
 * @param routes all routes that fired, in the order of the conversation
 * @param turns an assessment per message, system notes left out
 */
@AbsentLeftOut
@JsonPropertyOrder({
  "schema",
  "rubric",
  "receipt",
  "status",
  "notEvaluated",
  "score",
  "band",
  "passed",
  "dimensions",
  "ledger",
  "findings",
  "rules",
  "trajectory",
  "deEscalation",
  "latency",
  "replyDelays",
  "commitments",
  "routes",
  "turns"
})
public record ConversationAssessment(
    int schema,
    RubricRef rubric,
    Receipt receipt,
    Status status,
    List<NotEvaluated> notEvaluated,
    @Nullable Double score,
    @Nullable String band,
    boolean passed,
    List<DimensionScore> dimensions,
    List<LedgerEntry> ledger,
    List<Finding> findings,
    Map<String, Outcome> rules,
    EmotionTrajectory trajectory,
    DeEscalation deEscalation,
    @Nullable AcknowledgmentLatency latency,
    List<ReplyDelay> replyDelays,
    List<Commitment> commitments,
    List<FiredRoute> routes,
    List<Assessment> turns)
    implements Serializable {

  public ConversationAssessment {
    notEvaluated = List.copyOf(notEvaluated);
    dimensions = List.copyOf(dimensions);
    ledger = List.copyOf(ledger);
    findings = List.copyOf(findings);
    rules = Copies.of(rules);
    replyDelays = List.copyOf(replyDelays);
    commitments = List.copyOf(commitments);
    routes = List.copyOf(routes);
    turns = List.copyOf(turns);
  }

  @Override
  public String toString() {
    return "ConversationAssessment["
        + rubric.id()
        + ", score "
        + score
        + ", "
        + band
        + ", turns "
        + turns.size()
        + "]";
  }
}

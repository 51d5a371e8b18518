package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.empathy.rubric.Outcome;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rubric has to say about a whole conversation: the agents' turns together. Its {@code
 * toString} never shows a text.
 *
 * @param schema the version of this format, 1
 * @param rubric which rubric spoke
 * @param receipt what else it depended on
 * @param status complete, or truncated where any message was or there were too many
 * @param score the mean score of the agents' turns, 0..100 with one decimal; null where none has
 *     one
 * @param band the name for that score; null where there is none
 * @param passed whether no finding is an error and the score reaches the pass mark
 * @param dimensions each dimension's mean over the turns in which it was assessed, with the
 *     opportunities and passes of all turns
 * @param findings all turns' findings, in the order of the conversation
 * @param rules per rule: fail if any turn failed, else pass if any passed, else unknown if any was,
 *     else skip
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
  "score",
  "band",
  "passed",
  "dimensions",
  "findings",
  "rules",
  "commitments",
  "routes",
  "turns"
})
public record ConversationAssessment(
    int schema,
    RubricRef rubric,
    Receipt receipt,
    Status status,
    @Nullable Double score,
    @Nullable String band,
    boolean passed,
    List<DimensionScore> dimensions,
    List<Finding> findings,
    Map<String, Outcome> rules,
    List<Commitment> commitments,
    List<FiredRoute> routes,
    List<Assessment> turns)
    implements Serializable {

  public ConversationAssessment {
    dimensions = List.copyOf(dimensions);
    findings = List.copyOf(findings);
    rules = Copies.of(rules);
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

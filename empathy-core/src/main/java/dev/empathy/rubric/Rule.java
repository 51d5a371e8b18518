package dev.empathy.rubric;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a cue means: {@code when} is the opportunity, {@code require} and {@code forbid} the test.
 *
 * @param id the name
 * @param at where it is defined
 * @param dimension the dimension that its scores go to, or null for a rule without a score; those
 *     of a rule of the conversation go to the conversation's score
 * @param scope whether it judges each turn or the conversation
 * @param severity how grave a failure is
 * @param about what it means, for people
 * @param why the reason or the source
 * @param when when it applies, or null for always
 * @param require what must be, or null
 * @param forbid what must not be, or null
 * @param pass what a pass brings
 * @param fail what a failure brings
 * @param off whether it is switched off: its outcome is always skip
 * @param examples small conversations with the outcome that the author expects
 */
public record Rule(
    String id,
    Location at,
    @Nullable Text dimension,
    Scope scope,
    Severity severity,
    @Nullable String about,
    @Nullable String why,
    @Nullable Condition when,
    @Nullable Condition require,
    @Nullable Condition forbid,
    Pass pass,
    Fail fail,
    boolean off,
    List<Example> examples)
    implements Serializable {

  /**
   * What a pass brings.
   *
   * @param scores tenths of a point for the first, the second, … hit; empty for none
   * @param praise what to say, a template, or null for no finding
   */
  public record Pass(List<Integer> scores, @Nullable Text praise) implements Serializable {

    /** Nothing. */
    public static final Pass NONE = new Pass(List.of(), null);

    public Pass {
      scores = List.copyOf(scores);
    }
  }

  /**
   * What a failure brings. Scores are tenths of a point.
   *
   * @param score what it costs or brings
   * @param eachExtra what each hit beyond the condition's count costs in addition
   * @param atWorst the most that all of it may cost, or null for no bound
   * @param limitOverall the most that the whole score may then be, or null
   * @param message what to say, a template, or null
   * @param suggest what to write instead, a template, or null
   */
  public record Fail(
      int score,
      int eachExtra,
      @Nullable Integer atWorst,
      @Nullable Integer limitOverall,
      @Nullable Text message,
      @Nullable Text suggest)
      implements Serializable {

    /** Nothing but the finding. */
    public static final Fail NONE = new Fail(0, 0, null, null, null, null);
  }

  /**
   * A small conversation and what the rule must say of it.
   *
   * @param at where it stands
   * @param customer what the customer writes first, or null for no history
   * @param agent what the agent answers, or null where there are turns
   * @param turns all messages in place of those two, each as {@code role: text}; else empty
   * @param facts facts that hold
   * @param expect the outcome
   * @param knownGap whether the author knows that it fails: it must, until the gap is closed
   */
  public record Example(
      Location at,
      @Nullable String customer,
      @Nullable String agent,
      List<String> turns,
      Map<String, String> facts,
      Outcome expect,
      boolean knownGap)
      implements Serializable {

    public Example {
      turns = List.copyOf(turns);
      if (agent == null && turns.isEmpty()) {
        throw new IllegalArgumentException("an example has an agent or turns");
      }
      facts = Checks.ordered(facts);
    }
  }

  public Rule {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(pass, "pass");
    Objects.requireNonNull(fail, "fail");
    examples = List.copyOf(examples);
  }
}

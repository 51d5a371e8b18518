package dev.empathy.rubric;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What could be answered to a customer, filled from what was found; never scored.
 *
 * @param id the name
 * @param at where it is defined
 * @param text what to say, a template; not offered where one of its names stands for nothing
 * @param when on what turn of the customer's, or null for any
 * @param about what it is for, for people
 * @param why the reason or the source, for people
 * @param off whether it is switched off: it is never offered
 * @param examples what customers write, and what it then says
 */
public record Response(
    String id,
    Location at,
    Text text,
    @Nullable Condition when,
    @Nullable String about,
    @Nullable String why,
    boolean off,
    List<Example> examples)
    implements Serializable {

  /**
   * What a customer writes and what the response then says.
   *
   * @param at where it stands
   * @param customer the message
   * @param agent the reply that it is offered in place of, or null for none yet
   * @param facts facts that hold
   * @param expect the text with every name filled, or null where it is not offered
   * @param knownGap whether the author knows that it fails: it must, until the gap is closed
   */
  public record Example(
      Location at,
      String customer,
      @Nullable String agent,
      Map<String, String> facts,
      @Nullable String expect,
      boolean knownGap)
      implements Serializable {

    public Example {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(customer, "customer");
      facts = Checks.ordered(facts);
    }
  }

  public Response {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(text, "text");
    examples = List.copyOf(examples);
  }
}

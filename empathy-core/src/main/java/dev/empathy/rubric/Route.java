package dev.empathy.rubric;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation should go, judged as soon as the customer has written, never scored.
 *
 * @param id the name
 * @param at where it is defined
 * @param as the name under which it is reported, where several routes are one; else null
 * @param when when it fires
 * @param to to whom
 * @param priority 1 goes first
 * @param reason why, a template
 * @param why the reason or the source, for people
 * @param off whether it is switched off: it never fires
 * @param examples what customers write, and whether it fires
 */
public record Route(
    String id,
    Location at,
    @Nullable String as,
    Condition when,
    String to,
    int priority,
    Text reason,
    @Nullable String why,
    boolean off,
    List<Example> examples)
    implements Serializable {

  /**
   * What a customer writes and whether the route fires.
   *
   * @param at where it stands
   * @param customer the message
   * @param facts facts that hold
   * @param expect whether it fires
   * @param knownGap whether the author knows that it fails: it must, until the gap is closed
   */
  public record Example(
      Location at, String customer, Map<String, String> facts, boolean expect, boolean knownGap)
      implements Serializable {

    public Example {
      facts = Checks.ordered(facts);
    }
  }

  public Route {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(when, "when");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(reason, "reason");
    examples = List.copyOf(examples);
    if (priority < 1) {
      throw new IllegalArgumentException("priorities count from 1: " + priority);
    }
  }

  /** The name under which it is reported. */
  public String name() {
    return as == null ? id : as;
  }
}

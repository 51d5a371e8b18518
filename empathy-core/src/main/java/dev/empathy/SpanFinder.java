package dev.empathy;

import dev.empathy.internal.match.Matcher;
import dev.empathy.internal.text.Tokens;
import java.util.List;

/** Finds spans that no phrase can describe. A cue names it under {@code detect}. */
interface SpanFinder {

  /**
   * The spans in the text, as start and end, in order and without overlap.
   *
   * @param role who wrote it; not a system note
   * @throws ExtensionFault where code that the caller passed in fails
   */
  List<int[]> find(Tokens tokens, Matcher matcher, Role role) throws ExtensionFault;
}

package dev.empathy;

import dev.empathy.rubric.Rubric;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How a rubric scores, by what facts hold; each is made once. For any number of threads. */
final class Scorings {

  /** So many are kept: each override may apply or not, and nobody asks for all their sets. */
  private static final int MOST_KEPT = 64;

  private final Rubric rubric;
  private final Scoring plain;
  private final Map<BitSet, Scoring> others = new ConcurrentHashMap<>();

  Scorings(Rubric rubric) {
    this.rubric = rubric;
    this.plain = new Scoring(rubric, new BitSet());
  }

  Scoring of(Map<String, String> facts) {
    BitSet applied = facts.isEmpty() ? NONE : Scoring.applied(rubric, facts);
    if (applied.isEmpty()) {
      return plain;
    }
    Scoring known = others.get(applied);
    if (known == null) {
      known = new Scoring(rubric, applied);
      if (others.size() < MOST_KEPT) {
        others.put(applied, known);
      }
    }
    return known;
  }

  private static final BitSet NONE = new BitSet();
}

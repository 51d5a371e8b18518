package dev.empathy;

/**
 * How much is written down while a turn is judged; each step holds what the one before it holds.
 */
enum Depth {
  /** Outcomes and scores. */
  SCORE,
  /** And findings with their evidence. */
  FINDINGS,
  /** And what costs more: near misses, counterfactuals, responses. */
  EXPLAINED
}

package dev.empathy.internal.match;

/**
 * What keeps matching linear and a stranger's rubric harmless.
 *
 * @param phrases phrases of a rubric
 * @param length tokens that one phrase may cover
 * @param width states of one phrase that one text can keep alive together
 * @param states states of one phrase
 * @param depth brackets within brackets, and names within names
 */
public record MatchLimits(int phrases, int length, int width, int states, int depth) {

  /** What serves every rubric that we know of. */
  public static final MatchLimits DEFAULT = new MatchLimits(100_000, 48, 64, 4096, 20);

  /** The widest gap: beyond it two words hardly belong together. Fixed by the language. */
  static final int GAP = 10;

  /** How far a bare {@code ...} reaches. */
  static final int BARE_GAP = 3;
}

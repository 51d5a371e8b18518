package dev.empathy.internal.match;

/** What keeps matching linear and a stranger's rubric harmless. */
final class MatchLimits {

  /** Tokens that one phrase may cover: a sentence of ordinary length. */
  static final int LENGTH = 48;

  /** States of one phrase that one text can keep alive together: bounds the cost of a token. */
  static final int WIDTH = 64;

  /** States of one phrase: what a big word list needs, not what a product of lists makes. */
  static final int STATES = 4096;

  /** The widest gap: beyond it two words hardly belong together. */
  static final int GAP = 10;

  /** How far a bare {@code ...} reaches. */
  static final int BARE_GAP = 3;

  /** Brackets within brackets, and names within names. */
  static final int DEPTH = 20;

  /** Phrases of a rubric. */
  static final int PHRASES = 100_000;

  private MatchLimits() {}
}

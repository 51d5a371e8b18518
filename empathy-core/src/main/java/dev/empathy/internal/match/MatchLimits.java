package dev.empathy.internal.match;

/**
 * What keeps matching linear and a stranger's rubric harmless.
 *
 * @param phrases phrases of a rubric, and entries of its word lists
 * @param length tokens that one phrase may cover
 * @param width states of one phrase that one text can keep alive together
 * @param states states of one phrase
 * @param depth brackets within brackets, and names within names
 */
public record MatchLimits(int phrases, int length, int width, int states, int depth) {

  /** What serves every rubric that we know of. */
  public static final MatchLimits DEFAULT = new MatchLimits(20_000, 48, 64, 4096, 20);

  // What all phrases together may ask for. Nobody has to set these: they lie far beyond what
  // rubrics
  // that people write need.

  /** Places of all phrases; phrases that begin alike share theirs. */
  int allStates() {
    return Math.max(100_000, 5 * phrases);
  }

  /** Places of all phrases, those that they share counted for each: so much is gone through. */
  int allPlaces() {
    return Math.max(400_000, 20 * phrases);
  }

  /** Ways between places. */
  int allEdges() {
    return 2 * allStates();
  }

  /**
   * UTF-16 units of a phrase as it is written: what is longer cannot be within the other limits.
   */
  int characters() {
    return 32 * states;
  }

  /** Words that all places accept, where no two places accept the same. */
  static final int ALL_SYMBOLS = 2_000_000;

  /**
   * Steps from place to place that a message may cost for each of its words. Under the built-in
   * rubric ordinary text costs some 20, the worst text some 260; one phrase at its own limits some
   * 600.
   */
  static final int STEPS_PER_TOKEN = 1024;

  /** So many more, for messages of few words. */
  static final int STEPS = 1 << 20;

  /** Steps in finding out how hits came about; under the built-in rubric no text costs over 40. */
  static final int PATH_STEPS_PER_TOKEN = 128;

  /** So many more, for messages of few words. */
  static final int PATH_STEPS = 1 << 17;

  /** Hits before any is left out, those of negators and {@code unless} phrases too. */
  static final int HITS_PER_TOKEN = 2;

  /** So many more, for messages of few words. */
  static final int HITS = 1 << 16;

  /** The widest gap: beyond it two words hardly belong together. Fixed by the language. */
  static final int GAP = 10;

  /** How far a bare {@code ...} reaches. */
  static final int BARE_GAP = 3;
}

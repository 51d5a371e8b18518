package dev.empathy.internal.match;

/**
 * Which symbols may begin something before which others. Most pairs of words of a text begin
 * nothing, and are left here with one look into memory. No pair that begins something is turned
 * away; of the others not one in a hundred passes (Bloom 1970, with all bits of a pair in one word:
 * Putze, Sanders and Singler 2007). Immutable.
 */
final class Pairs {

  /** So many words of the sieve for sixteen pairs: 16 to 32 bits a pair, of which three are set. */
  private static final int WORDS = 4;

  /** Where a beginning has more pairs than this for each of its edges, any symbol may follow. */
  private static final int MOST_PAIRS = 16;

  private static final int FREE = 1;
  private static final int OPENING = 2;

  private static final long ODD = 0x9E3779B97F4A7C15L;
  private static final long OTHER_ODD = 0xD6E8FEB86659FD93L;

  /** What begins something wherever a token stands, and what does at a sentence's opening. */
  interface Beginnings {

    /** The states that a class of tokens enters. */
    int[] of(int tokenClass, boolean opening);

    /** Whether a state is an end, or may wait for what follows. */
    boolean isOpen(int state);

    /** The classes of tokens that follow a state; some may stand there twice. */
    int[] following(int state);
  }

  /** Per symbol, where it may begin something whatever follows. */
  private final byte[] open;

  private final long[] sieve;
  private final int shift;

  Pairs(int symbols, int classCount, TokenClasses classes, Beginnings beginnings) {
    open = new byte[symbols];
    long count = 0;
    for (int one = 0; one < classCount; one++) {
      count += count(one, false, classes, beginnings) + count(one, true, classes, beginnings);
    }
    long words = Math.min(1 << 24, Long.highestOneBit(WORDS * count / 16 + 1) << 1);
    sieve = new long[(int) words];
    shift = 64 - Long.numberOfTrailingZeros(words);
    for (int one = 0; one < classCount; one++) {
      add(one, false, classes, beginnings);
      add(one, true, classes, beginnings);
    }
  }

  /** How many pairs a class begins; of one that begins too many its symbols are marked. */
  private long count(int tokenClass, boolean opening, TokenClasses classes, Beginnings beginnings) {
    long following = 0;
    int edges = 0;
    boolean isOpen = false;
    for (int state : beginnings.of(tokenClass, opening)) {
      isOpen |= beginnings.isOpen(state);
      for (int next : beginnings.following(state)) {
        following += classes.size(next);
        edges++;
      }
    }
    long pairs = following * classes.size(tokenClass);
    if (isOpen || pairs > (long) MOST_PAIRS * edges) {
      for (int symbol : classes.all(tokenClass)) {
        open[symbol] |= opening ? OPENING : FREE | OPENING;
      }
      return 0;
    }
    return pairs;
  }

  private void add(int tokenClass, boolean opening, TokenClasses classes, Beginnings beginnings) {
    for (int state : beginnings.of(tokenClass, opening)) {
      for (int next : beginnings.following(state)) {
        for (int symbol : classes.all(tokenClass)) {
          if (!isOpen(symbol, opening)) {
            add(symbol, classes.all(next));
          }
        }
      }
    }
  }

  private void add(int symbol, int[] followers) {
    for (int follower : followers) {
      long hash = hash(symbol, follower);
      sieve[(int) (hash >>> shift)] |= bits(hash);
    }
  }

  /** Its highest bits say which word, those from the 26th on which bits of it. */
  private static long hash(int symbol, int next) {
    return symbol * ODD + next * OTHER_ODD;
  }

  private static long bits(long hash) {
    return 1L << (hash >>> 26) | 1L << (hash >>> 32) | 1L << (hash >>> 38);
  }

  /** Whether a symbol may begin something, whatever follows. */
  boolean isOpen(int symbol, boolean opensSentence) {
    return (open[symbol] & (opensSentence ? OPENING : FREE)) != 0;
  }

  /** Whether a symbol may begin something before another one. */
  boolean passes(int symbol, boolean opensSentence, int next) {
    long hash = hash(symbol, next);
    long bits = bits(hash);
    long missing = ~sieve[(int) (hash >>> shift)] & bits;
    return missing == 0 || (open[symbol] & (opensSentence ? OPENING : FREE)) != 0;
  }
}

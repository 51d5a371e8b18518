package dev.empathy.benchmarks.floors;

/** Splits a text into words, character by character, and hashes each; looks it up if asked to. */
final class CharTokens implements Pass {

  private static final byte[] PARTS = new byte[128];

  static {
    for (char c = 0; c < 128; c++) {
      boolean part = Character.isLetterOrDigit(c) || c == '\'';
      PARTS[c] = (byte) (part ? Character.toLowerCase(c) : 0);
    }
  }

  private final Probes probes;
  private final boolean looksUp;

  CharTokens() {
    this.probes = Probes.NONE;
    this.looksUp = false;
  }

  CharTokens(Probes probes) {
    this.probes = probes;
    this.looksUp = true;
  }

  @Override
  public long over(String text) {
    long sum = 0;
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      int part = part(text.charAt(i));
      if (part != 0) {
        hash = hash * 31 + part;
      } else if (hash != 0) {
        sum += token(hash) + i;
        hash = 0;
      }
    }
    return hash == 0 ? sum : sum + token(hash);
  }

  private long token(long hash) {
    return looksUp ? probes.branching(hash) : hash;
  }

  private static int part(char c) {
    return c < 128 ? PARTS[c] : other(c);
  }

  private static int other(char c) {
    return c == '\u2019' ? '\'' : Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
  }

  /** The hash of a word in lower case. */
  static long key(String word) {
    long hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = hash * 31 + part(word.charAt(i));
    }
    return hash;
  }
}

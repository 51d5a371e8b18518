package dev.empathy.rubric;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what an author most likely meant. */
final class Nearest {

  /** Longer names are no misspelling of a key of ours, and distance costs the square of it. */
  private static final int LONGEST = 60;

  /** Among more there is always one that looks alike, and looking through them takes long. */
  private static final int MOST = 1000;

  private Nearest() {}

  /** The nearest of the known names, or null; of equals the first. */
  static @Nullable String find(String written, Collection<String> known) {
    if (written.length() > LONGEST || known.size() > MOST) {
      return null;
    }
    String folded = fold(written);
    String best = null;
    int least = Math.max(1, folded.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(folded, fold(candidate), least);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  /** Insertions, deletions, replacements and swaps of neighbours; {@code least} if no fewer. */
  private static int distance(String a, String b, int least) {
    if (Math.abs(a.length() - b.length()) >= least) {
      return least;
    }
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] d, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = d[i - 1][j - 1] + (same ? 0 : 1);
    least = Math.min(least, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}

package dev.empathy;

import dev.empathy.Program.CompiledCue;
import dev.empathy.internal.match.Hits;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The hits of one message by cue. A bit a cue says whether there are any. They are numbers until
 * somebody looks at them: most are asked for their bit alone. Filled once; any number of threads
 * may ask then, as the drafts do that are held against one history.
 */
final class CueHits {

  private static final long[] NO_CUES = {};
  private static final CueHit[] NO_HITS = {};
  private static final int[] NO_ROWS = {};

  // A hit as numbers: its cue, its tokens, its phrase, and the state that it ended with.

  private static final int FIELDS = 5;
  private static final int FIRST = 1;
  private static final int END = 2;
  private static final int PHRASE = 3;
  private static final int STATE = 4;

  private long[] present = NO_CUES;

  /** Rising by cue; empty where all hits are objects. */
  private int[] rows = NO_ROWS;

  /** Rising by cue, null where nobody has looked; empty where nobody has looked at any. */
  private @Nullable CueHit[] hits = NO_HITS;

  private int size;

  /** Where those stand that are numbers. */
  private @Nullable Analysis message;

  /** Those of these hits; of one cue in the order in which they are given. */
  static CueHits of(List<CueHit> hits) {
    CueHits made = new CueHits();
    made.fill(hits);
    return made;
  }

  /**
   * Takes these hits in.
   *
   * @param given in any order of cues; of one cue in the order in which they are to stand
   */
  void fill(List<CueHit> given) {
    if (given.isEmpty()) {
      return;
    }
    CueHit[] sorted = given.toArray(CueHit[]::new);
    Arrays.sort(sorted, BY_CUE);
    hits = sorted;
    size = sorted.length;
    present = new long[(sorted[size - 1].cue().index() >>> 6) + 1];
    for (CueHit hit : sorted) {
      present[hit.cue().index() >>> 6] |= 1L << hit.cue().index();
    }
  }

  private static final Comparator<CueHit> BY_CUE =
      (a, b) -> Integer.compare(a.cue().index(), b.cue().index());

  /**
   * Takes hits of phrases in.
   *
   * @param analysis the message that they stand in
   * @param raw what was found in it; not looked at again
   * @param found a cue and, in the lower half, one of its hits, rising
   * @param count how many of those there are
   * @param made per hit that is an object already, that; may be empty
   */
  void fill(Analysis analysis, Hits raw, long[] found, int count, @Nullable CueHit[] made) {
    if (count == 0) {
      return;
    }
    message = analysis;
    size = count;
    rows = new int[count * FIELDS];
    hits = made.length == 0 ? NO_HITS : new CueHit[count];
    present = new long[((int) (found[count - 1] >>> 32) >>> 6) + 1];
    for (int i = 0; i < count; i++) {
      int cue = (int) (found[i] >>> 32);
      int hit = (int) found[i];
      present[cue >>> 6] |= 1L << cue;
      rows[i * FIELDS] = cue;
      rows[i * FIELDS + FIRST] = raw.start(hit);
      rows[i * FIELDS + END] = raw.end(hit);
      rows[i * FIELDS + PHRASE] = raw.phrase(hit);
      rows[i * FIELDS + STATE] = raw.state(hit);
      if (made.length > 0) {
        hits[i] = made[hit];
      }
    }
  }

  /** A bit a cue. Not to be changed. */
  long[] present() {
    return present;
  }

  boolean has(int cue) {
    int word = cue >>> 6;
    return word < present.length && (present[word] & 1L << cue) != 0;
  }

  List<CueHit> of(int cue) {
    if (!has(cue)) {
      return List.of();
    }
    int from = first(cue);
    int to = from + 1;
    while (to < size && cue(to) == cue) {
      to++;
    }
    return new OfCue(this, from, to - from);
  }

  /** Those of one cue; a hit becomes an object when somebody looks at it. */
  private static final class OfCue extends AbstractList<CueHit> implements RandomAccess {

    private final CueHits all;
    private final int from;
    private final int count;

    OfCue(CueHits all, int from, int count) {
      this.all = all;
      this.from = from;
      this.count = count;
    }

    @Override
    public CueHit get(int index) {
      return all.get(from + Objects.checkIndex(index, count));
    }

    @Override
    public int size() {
      return count;
    }
  }

  /** Halving finds the first hit of a cue that has any. */
  private int first(int cue) {
    int low = 0;
    int high = size - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cue(middle) < cue) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** The number of the cue of a hit, by its place. */
  int cue(int at) {
    return rows.length == 0 ? get(at).cue().index() : rows[at * FIELDS];
  }

  /** A hit by its place; those of one cue stand together, and the cues rise. */
  CueHit get(int at) {
    @Nullable CueHit[] known = hits;
    CueHit hit = known.length == 0 ? null : known[at];
    return hit == null ? make(at) : hit;
  }

  /** Makes a hit once; whoever sees it without having waited here sees all of it. */
  private synchronized CueHit make(int at) {
    hits = hits.length == 0 ? new CueHit[size] : hits;
    CueHit hit = hits[at];
    if (hit == null) {
      hit = made(at * FIELDS);
      hits[at] = hit;
    }
    return hit;
  }

  private CueHit made(int row) {
    Analysis in = Objects.requireNonNull(message);
    CompiledCue cue = in.program().cues().get(rows[row]);
    return CueHit.of(
        cue,
        in,
        rows[row + FIRST],
        rows[row + END],
        0,
        rows[row + PHRASE],
        rows[row + STATE],
        null);
  }

  /** All of them, by cue. */
  List<CueHit> all() {
    List<CueHit> all = new ArrayList<>(size);
    for (int at = 0; at < size; at++) {
      all.add(get(at));
    }
    return all;
  }
}

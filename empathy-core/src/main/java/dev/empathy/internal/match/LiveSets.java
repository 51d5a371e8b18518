package dev.empathy.internal.match;

import java.util.Arrays;

/**
 * Sets of live states, each made once and kept together with the set that each symbol leads to: a
 * deterministic automaton of the part that texts really visit, as RE2 and Rust's regex make theirs.
 * Most symbols lead nowhere from a set; those share one way, by which what can wait waits.
 *
 * <p>It is a memory only: what it gives does not depend on what it knows already. Where it is full
 * it forgets everything. No two threads may use one at a time.
 */
final class LiveSets {

  /** Nothing is live, and nothing ended. */
  static final int DEAD = 0;

  private static final int UNKNOWN = -1;

  /**
   * So many sets are kept, with their entries and ways: 56 MiB, or less where one memory for each
   * processor would take more than a quarter of the heap. The built-in rubric needs some 150,000
   * for 20,000 messages of support; forgetting them again and again makes matching five times as
   * slow.
   */
  static final int MOST_SETS =
      mostSets(Runtime.getRuntime().maxMemory(), Runtime.getRuntime().availableProcessors());

  private static final int ENTRIES_PER_SET = 16;
  private static final int WAYS_PER_SET = 3;

  /** What a set takes, with its entries and ways. */
  private static final int BYTES_PER_SET = 220;

  /** How many sets, entries and ways there is room for at first. */
  private static final int FEW = 1 << 8;

  /**
   * So many numbers make the row of a set: side by side, so that a step is one look into memory.
   */
  private static final int ROW = 2 + 2 * SymbolSets.WIDTH;

  /** The symbols that lead on from it. */
  private static final int FOLLOWS = 0;

  /** The symbols one of which must still come. */
  private static final int NEED = SymbolSets.WIDTH;

  /** Its way of waiting, and where its entries begin. */
  private static final int WAY = NEED + SymbolSets.WIDTH;

  /** Where its ends begin, and where they end. */
  private static final int ENDS = WAY + 1;

  private static final long ODD = 0x9E3779B97F4A7C15L;

  private final Automaton automaton;
  private final SymbolSets symbols;
  private final Live live;
  private final int mostSets;

  /** Per symbol, the set that it begins: at a sentence's opening, and elsewhere. */
  private final int[] startOf;

  private int sets;
  private long[] rows;

  /** The entries of each set, then the phrases that end with it. */
  private int[] pool;

  private int poolSize;

  /** The sets by what is in them. */
  private int[] slots;

  private int wayCount;

  /** A set and a symbol, 0 for none; then the set that they lead to, and what it cost to know. */
  private long[] ways;

  private int cost;

  LiveSets(Automaton automaton, SymbolSets symbols, int mostSets) {
    this.automaton = automaton;
    this.symbols = symbols;
    this.mostSets = mostSets;
    live = new Live(automaton.states());
    startOf = new int[2 * symbols.symbols()];
    forget();
  }

  static int mostSets(long heapBytes, int processors) {
    return (int) Math.min(1 << 18, heapBytes / 4 / processors / BYTES_PER_SET);
  }

  private void forget() {
    rows = new long[ROW * FEW];
    pool = new int[FEW];
    slots = new int[2 * FEW];
    ways = new long[4 * FEW];
    Arrays.fill(startOf, UNKNOWN);
    wayCount = 0;
    poolSize = 0;
    sets = DEAD + 1;
  }

  /** What the last step cost, as often as it is asked for: nothing is cheaper for being known. */
  int cost() {
    return cost;
  }

  /** The set that a symbol begins. */
  int start(int symbol, boolean opensSentence) {
    int at = 2 * symbol + (opensSentence ? 1 : 0);
    int set = startOf[at];
    if (set == UNKNOWN) {
      live.clear();
      automaton.enterStarts(live, symbol, opensSentence);
      set = numberOfLive();
      startOf[at] = set;
    }
    cost = 1 + to(set) - ends(set);
    return set;
  }

  /** Whether it is known that nothing is live any more after a symbol, and nothing ends. */
  boolean isLost(int set, int symbol) {
    return rows[ROW * set + WAY] >> 32 == DEAD && !follows(set, symbol);
  }

  /** The set that a symbol leads to from another set. */
  int next(int set, int symbol) {
    if (!follows(set, symbol)) {
      int entries = ends(set) - from(set);
      int next = (int) (rows[ROW * set + WAY] >> 32);
      next = next == UNKNOWN ? firstWait(set, symbol) : next;
      cost = next == DEAD ? 0 : entries;
      return next;
    }
    long way = (long) set << 32 | symbol;
    int last = ways.length - 1;
    for (int slot = slotOf(way, last); ; slot = slot + 2 & last) {
      long known = ways[slot];
      if (known == way) {
        long to = ways[slot + 1];
        cost = (int) to;
        return (int) (to >>> 32);
      }
      if (known == 0) {
        return firstStep(set, symbol, way);
      }
    }
  }

  /** Whether a symbol may lead on from a set. */
  private boolean follows(int set, int symbol) {
    int bit = symbols.bitOf(symbol);
    return (rows[ROW * set + FOLLOWS + (bit >>> 6)] & 1L << bit) != 0;
  }

  private static int slotOf(long way, int last) {
    return (int) (way * ODD >>> 32) & last - 1;
  }

  private int firstWait(int set, int symbol) {
    step(set, symbol);
    boolean lasts = !isFull();
    int next = numberOfLive();
    if (lasts) {
      rows[ROW * set + WAY] = (long) next << 32 | from(set);
    }
    return next;
  }

  private int firstStep(int set, int symbol, long way) {
    step(set, symbol);
    cost = live.cost();
    boolean lasts = !isFull();
    int next = numberOfLive();
    if (lasts) {
      keep(way, next);
    }
    return next;
  }

  /** Whether all is forgotten before another set is made. */
  private boolean isFull() {
    return sets >= mostSets
        || poolSize > ENTRIES_PER_SET * mostSets
        || wayCount == WAYS_PER_SET * mostSets;
  }

  private void keep(long way, int next) {
    if (4 * 2 * wayCount >= 3 * ways.length) {
      long[] known = ways;
      ways = new long[2 * known.length];
      for (int slot = 0; slot < known.length; slot += 2) {
        if (known[slot] != 0) {
          insert(known[slot], known[slot + 1]);
        }
      }
    }
    insert(way, (long) next << 32 | cost);
    wayCount++;
  }

  private void insert(long way, long to) {
    int last = ways.length - 1;
    int slot = slotOf(way, last);
    while (ways[slot] != 0) {
      slot = slot + 2 & last;
    }
    ways[slot] = way;
    ways[slot + 1] = to;
  }

  private void step(int set, int symbol) {
    live.clear();
    automaton.step(pool, from(set), ends(set), symbol, live);
  }

  /** The number of the set that was made: of the one that is known already, or of a new one. */
  private int numberOfLive() {
    if (isFull()) {
      forget();
    }
    int from = poolSize;
    int ends = from;
    pool = withRoom(pool, from + live.size());
    for (int i = 0; i < live.size(); i++) {
      int entry = live.entry(i);
      if (automaton.leadsOn(entry >>> Live.PASSED_BITS)) {
        pool[ends++] = entry;
      }
    }
    int to = ends;
    for (int i = 0; i < live.endCount(); i++) {
      pool = withRoom(pool, to + automaton.endsSize(live.end(i)));
      to = automaton.copyEnds(live.end(i), pool, to);
    }
    return from == to ? DEAD : number(from, ends, to);
  }

  private int number(int from, int ends, int to) {
    int last = slots.length - 1;
    int slot = hash(from, ends, to) & last;
    for (; slots[slot] != DEAD; slot = slot + 1 & last) {
      int set = slots[slot];
      boolean same =
          ends(set) - from(set) == ends - from
              && Arrays.equals(pool, from(set), to(set), pool, from, to);
      if (same) {
        return set;
      }
    }
    slots[slot] = sets;
    return add(from, ends, to);
  }

  private int hash(int from, int ends, int to) {
    long hash = ends - from;
    for (int at = from; at < to; at++) {
      hash = (hash ^ pool[at]) * ODD;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }

  private int add(int from, int ends, int to) {
    int set = sets++;
    int row = ROW * set;
    if (row + ROW > rows.length) {
      rows = Arrays.copyOf(rows, 2 * rows.length);
    }
    for (int at = from; at < ends; at++) {
      automaton.addMasks(pool[at] >>> Live.PASSED_BITS, rows, row);
    }
    // What ends with this word has ended: there must be more to go on for.
    rows[row + NEED + SymbolSets.WIDTH - 1] &= ~SymbolSets.ALWAYS;
    rows[row + WAY] = (long) UNKNOWN << 32 | from;
    rows[row + ENDS] = (long) ends << 32 | to;
    poolSize = to;
    if (4 * sets > 3 * slots.length) {
      spread();
    }
    return set;
  }

  private void spread() {
    slots = new int[2 * slots.length];
    int last = slots.length - 1;
    for (int set = 1; set < sets; set++) {
      int slot = hash(from(set), ends(set), to(set)) & last;
      while (slots[slot] != DEAD) {
        slot = slot + 1 & last;
      }
      slots[slot] = set;
    }
  }

  private static int[] withRoom(int[] numbers, int size) {
    return size <= numbers.length
        ? numbers
        : Arrays.copyOf(numbers, Math.max(size, 2 * numbers.length));
  }

  /** Whether a phrase can still end, by what is left of the sentence. */
  boolean hasHope(int set, long[] rest, int at) {
    int need = ROW * set + NEED;
    return ((rows[need] & rest[at])
            | (rows[need + 1] & rest[at + 1])
            | (rows[need + 2] & rest[at + 2])
            | (rows[need + 3] & rest[at + 3]))
        != 0;
  }

  private int from(int set) {
    return (int) rows[ROW * set + WAY];
  }

  /** Where the phrases begin that end with a set: see {@link #end}. */
  int ends(int set) {
    return (int) (rows[ROW * set + ENDS] >>> 32);
  }

  /** Where they end. */
  int to(int set) {
    return (int) rows[ROW * set + ENDS];
  }

  /** Of a phrase that ends: its group, then its number, then the state that it ends with. */
  int end(int at) {
    return pool[at];
  }
}

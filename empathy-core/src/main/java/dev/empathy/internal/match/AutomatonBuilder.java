package dev.empathy.internal.match;

import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes one automaton of all phrases. A state stands for one place of a phrase that has just been
 * matched (Glushkov's construction: no state without a token, but for joins). A state is known by
 * what it accepts, what it captures and where it can be reached from; phrases that begin alike
 * therefore share their states, whichever cue they belong to, and every path that leads into a
 * state is a path of every phrase that ends there.
 *
 * <p>A gap is no state: it is the number of tokens that may pass between two states. Where many
 * paths meet, as after a big word list, they are led through a join, so that lists in a row do not
 * multiply.
 */
final class AutomatonBuilder {

  /** Free start; the other one only matches where a sentence begins. */
  static final int START = 0;

  static final int OPENING = 1;

  /** The class of a join, which takes no token. */
  static final int NO_CLASS = -1;

  private static final int[] NONE = {};

  /** From so many paths on, a join is cheaper. */
  private static final int JOIN_FROM = 4;

  /** A path is a state and how many tokens may pass after it, which takes so many bits. */
  private static final int GAP_BITS = 4;

  private static final int GAP = (1 << GAP_BITS) - 1;

  private static final int ODD = 0x9E3779B1;

  private final Vocabulary vocabulary;
  private final Map<String, TokenKind> kinds;
  private final Map<String, Integer> words;
  private final Map<String, Integer> prefixes;
  private final Map<Symbols, Integer> classes = new HashMap<>();
  private final List<int[]> symbolLists = new ArrayList<>();
  private final List<Boolean> closed = new ArrayList<>();

  /** By identity: most places of phrases share the specification of a word. */
  private final Map<Spec, Integer> known = new IdentityHashMap<>();

  // What makes a state what it is; a skipping one takes its token as a gap does.

  private int states;
  private int[] tokenClasses = new int[1024];
  private int[] captureOf = new int[1024];
  private boolean[] skips = new boolean[1024];

  /** Where each state can be reached from: paths. */
  private int[][] from = new int[1024][];

  /** The states, plus one, each at the place of its hash or behind it. */
  private int[] table = new int[4096];

  /** The phrase, plus one, that last went through a state. */
  private int[] wentThrough = new int[1024];

  private int[] own = new int[64];
  private int ownCount;

  /** States and the phrases that end with them, in the order of the phrases. */
  private int[] ended = new int[1024];

  private int endedCount;
  private final List<Automaton.Capture> captures = new ArrayList<>();
  private final Map<Automaton.Capture, Integer> captureIds = new HashMap<>();

  private final MatchLimits limits;
  private final Map<TokenKind, int[]> wordsOfKind = new EnumMap<>(TokenKind.class);
  private int edges;
  private int symbols;
  private int instance;
  private int phrase;
  private int[] counts = {};

  /** Symbols, rising, as the key of a map. */
  private record Symbols(int[] all) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Symbols symbols && Arrays.equals(all, symbols.all);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(all);
    }
  }

  AutomatonBuilder(Vocabulary vocabulary, Map<String, TokenKind> kinds, MatchLimits limits) {
    this.limits = limits;
    this.vocabulary = vocabulary;
    this.kinds = kinds;
    this.words = vocabulary.words();
    this.prefixes = vocabulary.prefixes();
    add(NO_CLASS, 0, false, NONE);
    add(NO_CLASS, 0, false, NONE);
    captures.add(new Automaton.Capture(-1, "", 0));
  }

  /** Adds a phrase, of which the number rises; ties between phrases go to the lower number. */
  void add(int phrase, Node node) throws PhraseFault {
    instance = 0;
    this.phrase = phrase;
    ownCount = 0;
    if (isFull()) {
      throw new PhraseFault(
          Codes.LIMIT,
          0,
          1,
          "with this phrase, all together have more places, or more words in one place, than they"
              + " may",
          "take away phrases, or let more of them begin alike");
    }
    int[] ends =
        node instanceof Node.Opening opening
            ? build(opening.item(), new int[] {path(OPENING, 0)}, 0)
            : build(node, new int[] {path(START, 0)}, 0);
    int most = limits.width();
    if (Width.mayExceed(most, ownCount)) {
      int width = Width.of(most, Arrays.copyOf(own, ownCount), this);
      if (width > most) {
        throw PhraseFault.limit(
            "one text can keep " + width + " of its places in play", most + " places");
      }
    }
    if (ended.length < endedCount + 2 * ends.length) {
      ended = Arrays.copyOf(ended, 2 * (endedCount + 2 * ends.length));
    }
    for (int end : ends) {
      ended[endedCount++] = stateOf(end);
      ended[endedCount++] = phrase;
    }
  }

  /** Whether no more phrase may come. */
  boolean isFull() {
    return states > limits.allStates()
        || edges > limits.allEdges()
        || symbols > MatchLimits.ALL_SYMBOLS;
  }

  private static int path(int state, int gap) {
    return state << GAP_BITS | gap;
  }

  /** The state that a path leads from. */
  static int stateOf(int path) {
    return path >>> GAP_BITS;
  }

  /** How many tokens may pass on a path. */
  static int gapOf(int path) {
    return path & GAP;
  }

  private int[] build(Node node, int[] paths, int capture) throws PhraseFault {
    if (node instanceof Node.Tok || node instanceof Node.Skip) {
      return token(node, paths, capture);
    }
    if (node instanceof Node.Seq seq) {
      int[] at = paths;
      for (Node item : seq.items()) {
        at = joined(build(item, at, capture));
      }
      return at;
    }
    if (node instanceof Node.Gap gap) {
      return gap(paths, gap.most());
    }
    if (node instanceof Node.Alt alt) {
      int[] ends = NONE;
      int count = 0;
      for (Node choice : alt.choices()) {
        int[] more = build(choice, paths, capture);
        if (ends.length < count + more.length) {
          ends = Arrays.copyOf(ends, 2 * (count + more.length));
        }
        System.arraycopy(more, 0, ends, count, more.length);
        count += more.length;
      }
      return union(ends, count);
    }
    if (node instanceof Node.Opt opt) {
      int[] some = build(opt.item(), paths, capture);
      int[] ends = Arrays.copyOf(some, some.length + paths.length);
      System.arraycopy(paths, 0, ends, some.length, paths.length);
      return union(ends, ends.length);
    }
    if (node instanceof Node.Capture named) {
      return build(named.item(), paths, capture(capture, named.name()));
    }
    throw new IllegalStateException("an opening stands first: " + node);
  }

  private int[] token(Node node, int[] paths, int capture) {
    int state =
        node instanceof Node.Tok tok
            ? state(classOf(tok.spec()), capture, false, paths)
            : state(classOf(((Node.Skip) node).spec()), 0, true, paths);
    return new int[] {path(state, 0)};
  }

  private static int[] gap(int[] paths, int most) throws PhraseFault {
    int[] wide = new int[paths.length];
    for (int i = 0; i < paths.length; i++) {
      if (gapOf(paths[i]) > 0) {
        throw new PhraseFault(
            Codes.EDGE, 0, 1, "a gap may not follow a gap", "put a word between them");
      }
      wide[i] = paths[i] | most;
    }
    return wide;
  }

  private int[] joined(int[] ends) {
    if (ends.length <= JOIN_FROM) {
      return ends;
    }
    for (int end : ends) {
      if (gapOf(end) > 0 || stateOf(end) <= OPENING) {
        return ends;
      }
    }
    return new int[] {path(state(NO_CLASS, 0, false, ends), 0)};
  }

  /** One path from each state, the one with the widest gap, in the order of the states. */
  private static int[] union(int[] ends, int count) {
    Arrays.sort(ends, 0, count);
    int size = 0;
    for (int i = 0; i < count; i++) {
      if (i + 1 == count || stateOf(ends[i]) != stateOf(ends[i + 1])) {
        ends[size++] = ends[i];
      }
    }
    return Arrays.copyOf(ends, size);
  }

  private int state(int tokenClass, int capture, boolean skips, int[] paths) {
    int slot = slot(hash(tokenClass, capture, skips, paths));
    while (table[slot] > 0 && !isSame(table[slot] - 1, tokenClass, capture, skips, paths)) {
      slot = slot + 1 & table.length - 1;
    }
    int state = table[slot] - 1;
    if (state < 0) {
      state = add(tokenClass, capture, skips, paths);
      table[slot] = states;
      edges += paths.length;
      if (2 * states > table.length) {
        spread();
      }
    }
    if (wentThrough[state] != phrase + 1) {
      wentThrough[state] = phrase + 1;
      own = ownCount == own.length ? Arrays.copyOf(own, 2 * ownCount) : own;
      own[ownCount++] = state;
    }
    return state;
  }

  private int add(int tokenClass, int capture, boolean skipping, int[] paths) {
    if (states == tokenClasses.length) {
      tokenClasses = Arrays.copyOf(tokenClasses, 2 * states);
      captureOf = Arrays.copyOf(captureOf, 2 * states);
      skips = Arrays.copyOf(skips, 2 * states);
      from = Arrays.copyOf(from, 2 * states);
      wentThrough = Arrays.copyOf(wentThrough, 2 * states);
    }
    tokenClasses[states] = tokenClass;
    captureOf[states] = capture;
    skips[states] = skipping;
    from[states] = paths;
    return states++;
  }

  private boolean isSame(int state, int tokenClass, int capture, boolean skipping, int[] paths) {
    return tokenClasses[state] == tokenClass
        && captureOf[state] == capture
        && skips[state] == skipping
        && Arrays.equals(from[state], paths);
  }

  private static int hash(int tokenClass, int capture, boolean skipping, int[] paths) {
    int hash = (2 * capture + (skipping ? 1 : 0)) * ODD + tokenClass;
    for (int path : paths) {
      hash = (hash ^ hash >>> 15) * ODD + path;
    }
    return hash * ODD;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & table.length - 1;
  }

  /** The first two states are never looked for. */
  private void spread() {
    table = new int[4 * table.length];
    for (int state = OPENING + 1; state < states; state++) {
      int slot = slot(hash(tokenClasses[state], captureOf[state], skips[state], from[state]));
      while (table[slot] > 0) {
        slot = slot + 1 & table.length - 1;
      }
      table[slot] = state + 1;
    }
  }

  private int capture(int outer, String name) {
    Automaton.Capture capture = new Automaton.Capture(outer, name, instance++);
    Integer known = captureIds.get(capture);
    if (known == null) {
      known = captures.size();
      captureIds.put(capture, known);
      captures.add(capture);
    }
    return known;
  }

  private int classOf(Spec spec) {
    Integer number = known.get(spec);
    if (number == null) {
      number = classOf(new Symbols(symbols(spec)), spec.isClosed());
      known.put(spec, number);
    }
    return number;
  }

  private int classOf(Symbols accepted, boolean isClosed) {
    Integer number = classes.get(accepted);
    if (number == null) {
      number = symbolLists.size();
      classes.put(accepted, number);
      symbolLists.add(accepted.all);
      symbols += accepted.all.length;
      closed.add(isClosed);
    }
    return number;
  }

  private int[] symbols(Spec spec) {
    int[] all = new int[spec.forms().size()];
    int size = 0;
    for (String form : spec.forms()) {
      all[size++] = words.get(form);
    }
    if (spec.any() || !spec.kinds().isEmpty()) {
      for (TokenKind kind : TokenKind.values()) {
        if (spec.kinds().contains(kind) || (spec.any() && kind != TokenKind.QUESTION_MARK)) {
          int[] ofKind = wordsOf(kind);
          all = Arrays.copyOf(all, size + 1 + ofKind.length);
          all[size++] = kind.ordinal();
          System.arraycopy(ofKind, 0, all, size, ofKind.length);
          size += ofKind.length;
        }
      }
    }
    if (spec.any()) {
      all = Arrays.copyOf(all, size + prefixes.size());
      for (int prefix : prefixes.values()) {
        all[size++] = prefix;
      }
    }
    for (String prefix : spec.prefixes()) {
      int[] more =
          vocabulary
              .startingWith(prefix)
              .filter(symbol -> !vocabulary.isWord(symbol) || kindOf(symbol) == TokenKind.WORD)
              .toArray();
      all = Arrays.copyOf(all, size + more.length);
      System.arraycopy(more, 0, all, size, more.length);
      size += more.length;
    }
    return distinct(all, size);
  }

  private static int[] distinct(int[] all, int size) {
    if (size <= 1) {
      return all;
    }
    Arrays.sort(all, 0, size);
    int count = 1;
    for (int i = 1; i < size; i++) {
      if (all[i] != all[i - 1]) {
        all[count++] = all[i];
      }
    }
    return Arrays.copyOf(all, count);
  }

  /** The words of the vocabulary that the scanner takes for this. */
  private int[] wordsOf(TokenKind kind) {
    if (wordsOfKind.isEmpty()) {
      int[][] all = new int[TokenKind.COUNT][words.size()];
      int[] sizes = new int[TokenKind.COUNT];
      for (int symbol : words.values()) {
        int one = kindOf(symbol).ordinal();
        all[one][sizes[one]++] = symbol;
      }
      for (TokenKind one : TokenKind.values()) {
        wordsOfKind.put(one, Arrays.copyOf(all[one.ordinal()], sizes[one.ordinal()]));
      }
    }
    return Objects.requireNonNull(wordsOfKind.get(kind));
  }

  private TokenKind kindOf(int symbol) {
    return kinds.getOrDefault(vocabulary.form(symbol), TokenKind.WORD);
  }

  /** A state's token class, or -1 for a join. */
  int tokenClass(int state) {
    return tokenClasses[state];
  }

  /** The paths that lead to a state. */
  int[] from(int state) {
    return from[state];
  }

  /** A class's symbols, rising. */
  int[] symbols(int tokenClass) {
    return symbolLists.get(tokenClass);
  }

  /** A number for each symbol, all of them 0; whoever changes one sets it back. */
  int[] counts() {
    counts = counts.length == 0 ? new int[vocabulary.size()] : counts;
    return counts;
  }

  /**
   * @param groupOfPhrase per phrase its group
   * @param overlapping per group, whether its matches may overlap each other
   */
  Automaton build(int[] groupOfPhrase, boolean[] overlapping) {
    int[] cameFromAt = new int[states + 1];
    for (int state = 0; state < states; state++) {
      cameFromAt[state + 1] = cameFromAt[state] + from[state].length;
    }
    int[] cameFrom = new int[cameFromAt[states]];
    for (int state = 0; state < states; state++) {
      System.arraycopy(from[state], 0, cameFrom, cameFromAt[state], from[state].length);
    }
    int[] acceptsAt = new int[states + 1];
    for (int i = 0; i < endedCount; i += 2) {
      acceptsAt[ended[i] + 1]++;
    }
    for (int state = 0; state < states; state++) {
      acceptsAt[state + 1] += acceptsAt[state];
    }
    int[] accepts = new int[endedCount / 2];
    int[] filled = acceptsAt.clone();
    for (int i = 0; i < endedCount; i += 2) {
      accepts[filled[ended[i]]++] = ended[i + 1];
    }
    boolean[] closedClass = new boolean[closed.size()];
    for (int i = 0; i < closedClass.length; i++) {
      closedClass[i] = closed.get(i);
    }
    return new Automaton(
        cameFromAt,
        cameFrom,
        Arrays.copyOf(tokenClasses, states),
        Arrays.copyOf(captureOf, states),
        Arrays.copyOf(skips, states),
        acceptsAt,
        accepts,
        List.copyOf(captures),
        classesOfSymbols(),
        closedClass,
        groupOfPhrase.clone(),
        overlapping.clone());
  }

  /** For each symbol the classes that it belongs to. */
  private int[][] classesOfSymbols() {
    int[] sizes = new int[vocabulary.size()];
    for (int[] all : symbolLists) {
      for (int symbol : all) {
        sizes[symbol]++;
      }
    }
    int[][] bySymbol = new int[vocabulary.size()][];
    for (int symbol = 0; symbol < sizes.length; symbol++) {
      bySymbol[symbol] = sizes[symbol] == 0 ? NONE : new int[sizes[symbol]];
    }
    for (int tokenClass = symbolLists.size() - 1; tokenClass >= 0; tokenClass--) {
      for (int symbol : symbolLists.get(tokenClass)) {
        bySymbol[symbol][--sizes[symbol]] = tokenClass;
      }
    }
    return bySymbol;
  }
}

package dev.empathy.internal.match;

import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

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

  /** Where a state can be reached from, and how many tokens may pass in between. */
  private record Edge(int from, int gap) {}

  /** What makes a state what it is; a skipping one takes its token as a gap does. */
  private record Key(int tokenClass, int capture, boolean skips, List<Edge> from) {}

  private final Vocabulary vocabulary;
  private final Map<String, TokenKind> kinds;
  private final Map<Symbols, Integer> classes = new HashMap<>();
  private final List<int[]> symbolLists = new ArrayList<>();
  private final List<Boolean> closed = new ArrayList<>();
  private final Map<Spec, Integer> specs = new HashMap<>();
  private final Map<Key, Integer> states = new HashMap<>();
  private final List<Key> keys = new ArrayList<>();
  private final Map<Integer, List<Integer>> accepts = new HashMap<>();
  private final List<Automaton.Capture> captures = new ArrayList<>();
  private final Map<Automaton.Capture, Integer> captureIds = new HashMap<>();

  private final MatchLimits limits;
  private final Map<TokenKind, int[]> wordsOfKind = new EnumMap<>(TokenKind.class);
  private int edges;
  private int symbols;
  private int instance;
  private TreeSet<Integer> own = new TreeSet<>();

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
    keys.add(new Key(NO_CLASS, 0, false, List.of()));
    keys.add(new Key(NO_CLASS, 1, false, List.of()));
    captures.add(new Automaton.Capture(-1, "", 0));
  }

  /** Adds a phrase; ties between phrases go to the lower number. */
  void add(int phrase, Node node) throws PhraseFault {
    instance = 0;
    own = new TreeSet<>();
    if (isFull()) {
      throw new PhraseFault(
          Codes.LIMIT,
          0,
          1,
          "with this phrase, all together have more places, or more words in one place, than they"
              + " may",
          "take away phrases, or let more of them begin alike");
    }
    List<Edge> ends =
        node instanceof Node.Opening opening
            ? build(opening.item(), List.of(new Edge(OPENING, 0)), 0)
            : build(node, List.of(new Edge(START, 0)), 0);
    int most = limits.width();
    int width = Width.of(most, own, this::classOf, symbolLists::get, this::edgesOf);
    if (width > most) {
      throw PhraseFault.limit(
          "one text can keep " + width + " of its places in play", most + " places");
    }
    for (Edge end : ends) {
      accepts.computeIfAbsent(end.from, state -> new ArrayList<>(1)).add(phrase);
    }
  }

  /** Whether no more phrase may come. */
  boolean isFull() {
    return keys.size() > limits.allStates()
        || edges > limits.allEdges()
        || symbols > MatchLimits.ALL_SYMBOLS;
  }

  private List<Edge> build(Node node, List<Edge> from, int capture) throws PhraseFault {
    if (node instanceof Node.Tok tok) {
      return List.of(new Edge(state(classOf(tok.spec()), capture, false, from), 0));
    }
    if (node instanceof Node.Skip skip) {
      return List.of(new Edge(state(classOf(skip.spec()), 0, true, from), 0));
    }
    if (node instanceof Node.Seq seq) {
      List<Edge> at = from;
      for (Node item : seq.items()) {
        at = joined(build(item, at, capture));
      }
      return at;
    }
    if (node instanceof Node.Gap gap) {
      return gap(from, gap.most());
    }
    if (node instanceof Node.Alt alt) {
      List<List<Edge>> ends = new ArrayList<>();
      for (Node choice : alt.choices()) {
        ends.add(build(choice, from, capture));
      }
      return union(ends);
    }
    if (node instanceof Node.Opt opt) {
      return union(List.of(build(opt.item(), from, capture), from));
    }
    if (node instanceof Node.Capture named) {
      return build(named.item(), from, capture(capture, named.name()));
    }
    throw new IllegalStateException("an opening stands first: " + node);
  }

  private static List<Edge> gap(List<Edge> from, int most) throws PhraseFault {
    List<Edge> wide = new ArrayList<>();
    for (Edge edge : from) {
      if (edge.gap > 0) {
        throw new PhraseFault(
            Codes.EDGE, 0, 1, "a gap may not follow a gap", "put a word between them");
      }
      wide.add(new Edge(edge.from, most));
    }
    return List.copyOf(wide);
  }

  private List<Edge> joined(List<Edge> ends) {
    boolean wide = ends.size() > JOIN_FROM && ends.stream().allMatch(edge -> edge.gap == 0);
    boolean starts = ends.stream().anyMatch(edge -> edge.from <= OPENING);
    return wide && !starts ? List.of(new Edge(state(NO_CLASS, 0, false, ends), 0)) : ends;
  }

  private static List<Edge> union(List<List<Edge>> several) {
    TreeMap<Integer, Integer> gaps = new TreeMap<>();
    several.forEach(edges -> edges.forEach(edge -> gaps.merge(edge.from, edge.gap, Math::max)));
    List<Edge> all = new ArrayList<>(gaps.size());
    gaps.forEach((from, gap) -> all.add(new Edge(from, gap)));
    return List.copyOf(all);
  }

  private int state(int tokenClass, int capture, boolean skips, List<Edge> from) {
    Key key = new Key(tokenClass, capture, skips, List.copyOf(from));
    Integer known = states.get(key);
    int state = known == null ? keys.size() : known;
    if (known == null) {
      states.put(key, state);
      keys.add(key);
      edges += key.from.size();
    }
    own.add(state);
    return state;
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
    Integer known = specs.get(spec);
    if (known == null) {
      Symbols accepted = new Symbols(symbols(spec));
      known = classes.get(accepted);
      if (known == null) {
        known = symbolLists.size();
        classes.put(accepted, known);
        symbolLists.add(accepted.all);
        symbols += accepted.all.length;
        closed.add(spec.isClosed());
      }
      specs.put(spec, known);
    }
    return known;
  }

  private int[] symbols(Spec spec) {
    BitSet accepted = new BitSet();
    for (String form : spec.forms()) {
      accepted.set(vocabulary.word(form));
    }
    for (TokenKind kind : TokenKind.values()) {
      if (spec.kinds().contains(kind) || (spec.any() && kind != TokenKind.QUESTION_MARK)) {
        accepted.set(kind.ordinal());
        Arrays.stream(wordsOf(kind)).forEach(accepted::set);
      }
    }
    if (spec.any()) {
      vocabulary.prefixes().values().forEach(accepted::set);
    }
    for (String prefix : spec.prefixes()) {
      vocabulary
          .startingWith(prefix)
          .filter(symbol -> !vocabulary.isWord(symbol) || kindOf(symbol) == TokenKind.WORD)
          .forEach(accepted::set);
    }
    return accepted.stream().toArray();
  }

  /** The words of the vocabulary that the scanner takes for this. */
  private int[] wordsOf(TokenKind kind) {
    if (wordsOfKind.isEmpty()) {
      Map<TokenKind, BitSet> all = new EnumMap<>(TokenKind.class);
      vocabulary
          .words()
          .forEach(
              (word, symbol) ->
                  all.computeIfAbsent(kindOf(symbol), key -> new BitSet()).set(symbol));
      for (TokenKind one : TokenKind.values()) {
        wordsOfKind.put(one, all.getOrDefault(one, new BitSet()).stream().toArray());
      }
    }
    return Objects.requireNonNull(wordsOfKind.get(kind));
  }

  private TokenKind kindOf(int symbol) {
    return kinds.getOrDefault(vocabulary.form(symbol), TokenKind.WORD);
  }

  private int classOf(int state) {
    return keys.get(state).tokenClass;
  }

  private int[][] edgesOf(int state) {
    return keys.get(state).from.stream()
        .map(edge -> new int[] {edge.from, edge.gap})
        .toArray(int[][]::new);
  }

  /**
   * @param groupOfPhrase per phrase its group
   * @param overlapping per group, whether its matches may overlap each other
   */
  Automaton build(int[] groupOfPhrase, boolean[] overlapping) {
    int[][][] edges = new int[keys.size()][][];
    int[] classOf = new int[keys.size()];
    int[] captureOf = new int[keys.size()];
    boolean[] skips = new boolean[keys.size()];
    int[][] acceptOf = new int[keys.size()][];
    for (int state = 0; state < keys.size(); state++) {
      Key key = keys.get(state);
      edges[state] = edgesOf(state);
      classOf[state] = key.tokenClass;
      skips[state] = key.skips;
      captureOf[state] = state <= OPENING ? 0 : key.capture;
      List<Integer> ended = accepts.get(state);
      acceptOf[state] =
          ended == null ? NONE : ended.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
    boolean[] closedClass = new boolean[closed.size()];
    for (int i = 0; i < closedClass.length; i++) {
      closedClass[i] = closed.get(i);
    }
    return new Automaton(
        edges,
        classOf,
        captureOf,
        skips,
        acceptOf,
        List.copyOf(captures),
        classesOfSymbols(),
        closedClass,
        Arrays.copyOf(groupOfPhrase, groupOfPhrase.length),
        Arrays.copyOf(overlapping, overlapping.length));
  }

  /** For each symbol the classes that it belongs to. */
  private int[][] classesOfSymbols() {
    int[] sizes = new int[vocabulary.size()];
    symbolLists.forEach(all -> Arrays.stream(all).forEach(symbol -> sizes[symbol]++));
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

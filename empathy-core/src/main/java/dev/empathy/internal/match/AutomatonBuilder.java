package dev.empathy.internal.match;

import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** From so many paths on, a join is cheaper. */
  private static final int JOIN_FROM = 4;

  /** Where a state can be reached from, and how many tokens may pass in between. */
  private record Edge(int from, int gap) {}

  /** What makes a state what it is; a skipping one takes its token as a gap does. */
  private record Key(int tokenClass, int capture, boolean skips, List<Edge> from) {}

  private final Vocabulary vocabulary;
  private final Map<String, TokenKind> kinds;
  private final Map<List<Integer>, Integer> classes = new LinkedHashMap<>();
  private final List<Boolean> closed = new ArrayList<>();
  private final Map<Spec, Integer> specs = new HashMap<>();
  private final Map<Key, Integer> states = new HashMap<>();
  private final List<Key> keys = new ArrayList<>();
  private final List<List<Integer>> accepts = new ArrayList<>();
  private final List<Automaton.Capture> captures = new ArrayList<>();
  private final Map<Automaton.Capture, Integer> captureIds = new HashMap<>();

  private final int most;
  private int instance;
  private TreeSet<Integer> own = new TreeSet<>();

  /**
   * @param most how many states of one phrase one text may keep alive together
   */
  AutomatonBuilder(Vocabulary vocabulary, Map<String, TokenKind> kinds, int most) {
    this.most = most;
    this.vocabulary = vocabulary;
    this.kinds = kinds;
    keys.add(new Key(NO_CLASS, 0, false, List.of()));
    keys.add(new Key(NO_CLASS, 1, false, List.of()));
    accepts.add(List.of());
    accepts.add(List.of());
    captures.add(new Automaton.Capture(-1, "", 0));
  }

  /** Adds a phrase; ties between phrases go to the lower number. */
  void add(int phrase, Node node) throws PhraseFault {
    instance = 0;
    own = new TreeSet<>();
    List<Edge> ends =
        node instanceof Node.Opening opening
            ? build(opening.item(), List.of(new Edge(OPENING, 0)), 0)
            : build(node, List.of(new Edge(START, 0)), 0);
    int width = Width.of(most, own, this::classOf, this::symbolsOf, this::edgesOf);
    if (width > most) {
      throw PhraseFault.limit(
          "one text can keep " + width + " of its places in play", most + " places");
    }
    for (Edge end : ends) {
      List<Integer> phrases = new ArrayList<>(accepts.get(end.from));
      phrases.add(phrase);
      accepts.set(end.from, phrases);
    }
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
      List<Edge> ends = List.of();
      for (Node choice : alt.choices()) {
        ends = union(ends, build(choice, from, capture));
      }
      return ends;
    }
    if (node instanceof Node.Opt opt) {
      return union(build(opt.item(), from, capture), from);
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
    return wide;
  }

  private List<Edge> joined(List<Edge> ends) {
    boolean wide = ends.size() > JOIN_FROM && ends.stream().allMatch(edge -> edge.gap == 0);
    boolean starts = ends.stream().anyMatch(edge -> edge.from <= OPENING);
    return wide && !starts ? List.of(new Edge(state(NO_CLASS, 0, false, ends), 0)) : ends;
  }

  private static List<Edge> union(List<Edge> a, List<Edge> b) {
    TreeMap<Integer, Integer> gaps = new TreeMap<>();
    a.forEach(edge -> gaps.merge(edge.from, edge.gap, Math::max));
    b.forEach(edge -> gaps.merge(edge.from, edge.gap, Math::max));
    List<Edge> all = new ArrayList<>(gaps.size());
    gaps.forEach((from, gap) -> all.add(new Edge(from, gap)));
    return all;
  }

  private int state(int tokenClass, int capture, boolean skips, List<Edge> from) {
    Key key = new Key(tokenClass, capture, skips, List.copyOf(from));
    Integer known = states.get(key);
    int state = known == null ? keys.size() : known;
    if (known == null) {
      states.put(key, state);
      keys.add(key);
      accepts.add(List.of());
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
      List<Integer> symbols = symbols(spec);
      known = classes.get(symbols);
      if (known == null) {
        known = classes.size();
        classes.put(symbols, known);
        closed.add(spec.isClosed());
      }
      specs.put(spec, known);
    }
    return known;
  }

  private List<Integer> symbols(Spec spec) {
    TreeSet<Integer> symbols = new TreeSet<>();
    for (String form : spec.forms()) {
      symbols.add(vocabulary.word(form));
    }
    for (TokenKind kind : spec.kinds()) {
      symbols.add(kind.ordinal());
    }
    if (!spec.prefixes().isEmpty() || !spec.kinds().isEmpty() || spec.any()) {
      vocabulary.words().forEach((word, symbol) -> addIf(accepts(spec, word), symbol, symbols));
      vocabulary
          .prefixes()
          .forEach((start, symbol) -> addIf(acceptsStart(spec, start), symbol, symbols));
    }
    if (spec.any()) {
      for (TokenKind kind : TokenKind.values()) {
        if (kind != TokenKind.QUESTION_MARK) {
          symbols.add(kind.ordinal());
        }
      }
    }
    return List.copyOf(symbols);
  }

  private static void addIf(boolean accepted, int symbol, Set<Integer> symbols) {
    if (accepted) {
      symbols.add(symbol);
    }
  }

  private boolean accepts(Spec spec, String word) {
    TokenKind kind = kinds.getOrDefault(word, TokenKind.WORD);
    return spec.kinds().contains(kind)
        || (spec.any() && kind != TokenKind.QUESTION_MARK)
        || (kind == TokenKind.WORD && acceptsStart(spec, word));
  }

  private static boolean acceptsStart(Spec spec, String start) {
    return spec.any() || spec.prefixes().stream().anyMatch(start::startsWith);
  }

  private int classOf(int state) {
    return keys.get(state).tokenClass;
  }

  private List<Integer> symbolsOf(int tokenClass) {
    return symbolLists().get(tokenClass);
  }

  private List<List<Integer>> symbolLists = List.of();

  private List<List<Integer>> symbolLists() {
    if (symbolLists.size() != classes.size()) {
      symbolLists = new ArrayList<>(classes.keySet());
    }
    return symbolLists;
  }

  private int[][] edgesOf(int state) {
    return keys.get(state).from.stream()
        .map(edge -> new int[] {edge.from, edge.gap})
        .toArray(int[][]::new);
  }

  Automaton build(int[] groupOfPhrase, int groups) {
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
      acceptOf[state] = accepts.get(state).stream().mapToInt(Integer::intValue).sorted().toArray();
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
        groups);
  }

  /** For each symbol the classes that it belongs to. */
  private int[][] classesOfSymbols() {
    List<List<Integer>> bySymbol = new ArrayList<>();
    for (int symbol = 0; symbol < vocabulary.size(); symbol++) {
      bySymbol.add(new ArrayList<>());
    }
    classes.forEach(
        (symbols, id) -> {
          for (int symbol : symbols) {
            bySymbol.get(symbol).add(id);
          }
        });
    return bySymbol.stream()
        .map(ids -> ids.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }
}

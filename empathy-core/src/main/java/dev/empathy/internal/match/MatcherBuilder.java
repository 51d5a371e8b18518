package dev.empathy.internal.match;

import dev.empathy.internal.text.Language;
import dev.empathy.internal.text.Scanner;
import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import dev.empathy.internal.text.Vocabulary;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.WordList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compiles word lists, phrases and groups of phrases into a {@link Matcher}. What is wrong is
 * handed to a listener, all of it; a phrase with a fault is left out, and what uses it is not
 * blamed again.
 */
public final class MatcherBuilder {

  /** Classes that need no definition. */
  private static final Map<String, Spec> BUILT_IN = builtIn();

  private static Map<String, Spec> builtIn() {
    Map<String, Spec> classes = new TreeMap<>();
    classes.put("number", Spec.kinds(TokenKind.NUMBER));
    classes.put("money", Spec.kinds(TokenKind.MONEY));
    classes.put("url", Spec.kinds(TokenKind.URL, TokenKind.EMAIL));
    classes.put("emoji", Spec.kinds(TokenKind.EMOJI));
    classes.put("word", Spec.anyWord());
    classes.put("redacted", Spec.kinds(TokenKind.REDACTED));
    classes.put("placeholder", Spec.kinds(TokenKind.PLACEHOLDER));
    classes.put("question-mark", Spec.kinds(TokenKind.QUESTION_MARK));
    classes.put(CUSTOMER_NAME, Spec.kinds(TokenKind.NAME));
    EmojiClasses.ALL.forEach((name, emoji) -> classes.put(name, Spec.forms(emoji)));
    return classes;
  }

  /** The class of the customer's name. */
  private static final String CUSTOMER_NAME = "customer-name";

  private record Added(int phrase, String path, Node node) {}

  private final LocalePack pack;
  private final Language language;
  private final Scanner scanner;
  private final Forms forms;
  private final Map<String, WordList> lists;
  private final Map<String, List<Phrase>> phrases;
  private final Consumer<Issue> issues;
  private final MatchLimits limits;
  private final PhraseParser.Names names = this::resolve;
  private final PhraseParser.Known known = new PhraseParser.Known();
  private final Map<String, Node> resolved = new HashMap<>();
  private final Set<String> broken = new TreeSet<>();

  /** The names that the phrases of groups use themselves, and those of the one being read. */
  private final Set<String> used = new TreeSet<>();

  private final Set<String> usedByOne = new TreeSet<>();
  private final Map<String, Set<String>> usedBy = new HashMap<>();
  private final Set<String> resolving = new LinkedHashSet<>();
  private final Map<String, List<List<Spec>>> entries = new LinkedHashMap<>();
  private final Map<List<String>, Spec> skippables = new HashMap<>();
  private final List<Phrase> all = new ArrayList<>();
  private final List<Integer> groupOf = new ArrayList<>();
  private final List<Added> added = new ArrayList<>();
  private final Map<Integer, Set<String>> captureNames = new HashMap<>();

  /** Per group, whether its matches may overlap each other. */
  private final List<Boolean> overlapping = new ArrayList<>();

  private int counted;
  private int places;

  /** With the limits that serve every rubric that we know of. */
  public MatcherBuilder(
      LocalePack pack,
      Map<String, WordList> lists,
      Map<String, List<Phrase>> phrases,
      Consumer<Issue> issues) {
    this(pack, lists, phrases, issues, MatchLimits.DEFAULT);
  }

  /**
   * @param pack what is known of the language
   * @param lists word lists by name
   * @param phrases reusable phrases by name
   * @param issues hears of everything that is wrong
   * @param limits what phrases may ask for
   */
  public MatcherBuilder(
      LocalePack pack,
      Map<String, WordList> lists,
      Map<String, List<Phrase>> phrases,
      Consumer<Issue> issues,
      MatchLimits limits) {
    this.pack = pack;
    this.language = new Language(pack.clitics(), pack.abbreviations());
    this.scanner = new Scanner(language, Vocabulary.EMPTY);
    this.forms = new Forms(pack, language.equivalents());
    this.lists = lists;
    this.phrases = phrases;
    this.issues = issues;
    this.limits = limits;
    reportClashes();
    EmojiClasses.ALL.values().forEach(all -> all.forEach(one -> forms.same(one, TokenKind.EMOJI)));
    lists.keySet().forEach(this::resolveQuietly);
    phrases.keySet().forEach(this::resolveQuietly);
    usedByOne.clear();
  }

  private void reportClashes() {
    for (Map.Entry<String, List<Phrase>> phrase : phrases.entrySet()) {
      if (lists.containsKey(phrase.getKey()) && !phrase.getValue().isEmpty()) {
        Location at = phrase.getValue().get(0).at();
        error(
            at,
            1,
            Codes.CLASH,
            "phrases." + phrase.getKey(),
            "a word list has this name, too",
            "give one of them another name");
      }
    }
    Set<String> builtIn = new TreeSet<>(BUILT_IN.keySet());
    builtIn.addAll(pack.phrases().keySet());
    for (String name : builtIn) {
      Location at = null;
      if (lists.containsKey(name)) {
        at = lists.get(name).at();
      } else if (!phrases.getOrDefault(name, List.of()).isEmpty()) {
        at = phrases.get(name).get(0).at();
      }
      if (at != null) {
        error(at, 1, Codes.CLASH, name, "$" + name + " is built in", "take another name");
      }
    }
  }

  /**
   * Adds phrases that compete for hits: at one place the longest wins, then the first.
   *
   * @param path where they stand in the rubric's terms
   * @return the group's number, from 0
   */
  public int group(String path, List<Phrase> group) {
    return add(path, group, false);
  }

  /**
   * Adds phrases that only mark what they stand on: their matches may overlap each other. At one
   * place the longest is taken.
   *
   * @param path where they stand in the rubric's terms
   * @return the group's number, from 0
   */
  public int marks(String path, List<Phrase> group) {
    return add(path, group, true);
  }

  private int add(String path, List<Phrase> group, boolean overlaps) {
    int number = overlapping.size();
    overlapping.add(overlaps);
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < group.size(); i++) {
      Phrase phrase = group.get(i);
      int id = all.size();
      all.add(phrase);
      groupOf.add(number);
      String where = path + "[" + (i + 1) + "]";
      Node node = isTooMany(phrase.at(), path) ? null : parse(phrase, where);
      used.addAll(usedByOne);
      node = node == null || areTooManyPlaces(node, phrase, where) ? null : node;
      if (node != null) {
        added.add(new Added(id, where, node));
        names.addAll(usedByOne);
      }
      usedByOne.clear();
    }
    captureNames.put(number, reached(names));
    return number;
  }

  /**
   * Counts phrases, and entries of lists, which are phrases of a kind. Those beyond the limit are
   * not read: they may be very many.
   */
  private boolean isTooMany(Location at, String path) {
    if (++counted == limits.phrases() + 1) {
      String message =
          "more than " + limits.phrases() + " phrases and entries of word lists in one rubric";
      error(at, 1, Codes.LIMIT, path, message, "take away what is not needed");
    }
    return counted > limits.phrases();
  }

  /** Counts the places of phrases with their names written out: all of them are gone through. */
  private boolean areTooManyPlaces(Node node, Phrase phrase, String path) {
    int before = places;
    places += Nodes.places(node);
    boolean over = places > limits.allPlaces();
    if (over && before <= limits.allPlaces()) {
      report(
          PhraseFault.limit(
              "with their names written out, it and those before it have " + places + " places",
              limits.allPlaces() + " places"),
          phrase.text(),
          phrase.at(),
          path);
      counted = limits.phrases() + 1;
    }
    return over;
  }

  /**
   * The tree of a phrase that belongs to no group; null where it has a fault, which is reported.
   */
  @Nullable Node tree(Phrase phrase) {
    return parse(phrase, "");
  }

  /** What is known of the forms of words. */
  Forms forms() {
    return forms;
  }

  /** What a class that needs no definition takes, or null where the name is none of them. */
  static @Nullable Spec builtIn(String name) {
    return BUILT_IN.get(name);
  }

  /** The names of lists and phrases that nothing uses. */
  public List<String> unused() {
    Set<String> names = new LinkedHashSet<>(lists.keySet());
    names.addAll(phrases.keySet());
    names.removeAll(reached(used));
    return List.copyOf(names);
  }

  /** Puts everything together. */
  public Matcher build() {
    Vocabulary vocabulary = new Vocabulary(forms.known().keySet(), forms.beginnings());
    AutomatonBuilder builder = new AutomatonBuilder(vocabulary, forms.known(), limits);
    boolean[] plain = new boolean[all.size()];
    for (Added one : added) {
      boolean full = builder.isFull();
      try {
        builder.add(one.phrase, one.node);
        plain[one.phrase] = isPlain(one.node);
      } catch (PhraseFault fault) {
        Phrase phrase = all.get(one.phrase);
        report(fault, phrase.text(), phrase.at(), one.path);
      }
      if (full) {
        break;
      }
    }
    Map<String, ListIndex> indexes = new HashMap<>();
    for (Map.Entry<String, List<List<Spec>>> list : entries.entrySet()) {
      String name = list.getKey();
      indexes.put(name, new ListIndex(lists.get(name), list.getValue(), vocabulary));
    }
    boolean[] overlaps = new boolean[overlapping.size()];
    for (int group = 0; group < overlaps.length; group++) {
      overlaps[group] = overlapping.get(group);
    }
    int[] groupOfPhrase = new int[groupOf.size()];
    for (int phrase = 0; phrase < groupOfPhrase.length; phrase++) {
      groupOfPhrase[phrase] = groupOf.get(phrase);
    }
    return new Matcher(
        new Scanner(language, vocabulary),
        vocabulary,
        builder.build(groupOfPhrase, overlaps),
        List.copyOf(all),
        plain,
        indexes,
        captureNames,
        reached(used).contains(CUSTOMER_NAME));
  }

  /** Whether every match is made of listed words only, and captures nothing. */
  private static boolean isPlain(Node node) {
    if (node instanceof Node.Gap || node instanceof Node.Skip || node instanceof Node.Capture) {
      return false;
    }
    if (node instanceof Node.Tok tok) {
      return tok.spec().isClosed() && tok.spec().prefixes().isEmpty();
    }
    for (Node child : Nodes.children(node)) {
      if (!isPlain(child)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Node parse(Phrase phrase, String path) {
    try {
      return PhraseParser.parse(
          phrase.text(), scanner, forms, names, skippable(phrase.skippable()), limits, known);
    } catch (BrokenName known) {
      return null;
    } catch (PhraseFault fault) {
      report(fault, phrase.text(), phrase.at(), path);
      return null;
    }
  }

  /** What a phrase of a file may skip, or null for nothing. */
  private @Nullable Spec skippable(List<String> words) {
    if (words.isEmpty()) {
      return null;
    }
    return skippables.computeIfAbsent(words, this::skippableSpec);
  }

  private Spec skippableSpec(List<String> words) {
    Set<String> all = new TreeSet<>();
    for (String word : words) {
      Tokens tokens = scanner.scanForms(word);
      for (int token = 0; token < tokens.size(); token++) {
        all.addAll(forms.same(tokens.form(token), tokens.kind(token)));
      }
    }
    return Spec.forms(all);
  }

  /** A name whose own fault has been reported where it is defined. */
  private static final class BrokenName extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenName() {
      super(null, null, false, false);
    }
  }

  private void resolveQuietly(String name) {
    try {
      resolve(name, 0);
    } catch (BrokenName | PhraseFault known) {
      broken.add(name);
    }
  }

  /** Notes that a phrase uses a name, or that the definition of another name does. */
  private void note(String name) {
    Set<String> users = usedByOne;
    if (!resolving.isEmpty()) {
      String outer = "";
      for (String each : resolving) {
        outer = each;
      }
      users = usedBy.get(outer);
      if (users == null) {
        users = new TreeSet<>();
        usedBy.put(outer, users);
      }
    }
    users.add(name);
  }

  /** These names, and all that are used within them. */
  private Set<String> reached(Set<String> names) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (reached.add(name)) {
        open.addAll(usedBy.getOrDefault(name, Set.of()));
      }
    }
    return reached;
  }

  private Node resolve(String name, int offset) throws PhraseFault {
    note(name);
    Node known = resolved.get(name);
    if (known != null) {
      return checkDepth(name, offset, known);
    }
    if (broken.contains(name)) {
      throw new BrokenName();
    }
    if (!resolving.add(name)) {
      throw new PhraseFault(
          Codes.CYCLE,
          offset,
          name.length() + 1,
          "these names refer to each other in a circle: " + circle(name),
          "write one of them out");
    }
    if (resolving.size() > limits.depth()) {
      resolving.remove(name);
      throw tooDeep(name, offset);
    }
    Node node;
    try {
      node = define(name, offset);
    } finally {
      resolving.remove(name);
    }
    if (node == null) {
      broken.add(name);
      throw new BrokenName();
    }
    resolved.put(name, node);
    return checkDepth(name, offset, node);
  }

  /** The same whether the inner or the outer names were read first. */
  private Node checkDepth(String name, int offset, Node node) throws PhraseFault {
    if (!resolving.isEmpty() && Nodes.depth(node) >= limits.depth()) {
      throw tooDeep(name, offset);
    }
    return node;
  }

  private PhraseFault tooDeep(String name, int offset) {
    return new PhraseFault(
        Codes.LIMIT,
        offset,
        name.length() + 1,
        "names within names, more than " + limits.depth() + " deep",
        "write one of them out");
  }

  private String circle(String name) {
    StringBuilder circle = new StringBuilder();
    boolean inside = false;
    for (String step : resolving) {
      inside |= step.equals(name);
      if (inside) {
        circle.append('$').append(step).append(" → ");
      }
    }
    return circle.append('$').append(name).toString();
  }

  private @Nullable Node define(String name, int offset) throws PhraseFault {
    if (lists.containsKey(name)) {
      return list(lists.get(name));
    }
    List<Phrase> alternatives = phrases.get(name);
    if (alternatives == null) {
      alternatives = pack.phrases().get(name);
    }
    if (alternatives != null) {
      return phrase(name, alternatives);
    }
    Spec spec = BUILT_IN.get(name);
    if (spec != null) {
      return new Node.Capture(name, new Node.Tok(spec));
    }
    throw new PhraseFault(
        Codes.UNKNOWN_NAME,
        offset,
        name.length() + 1,
        "nothing is named $" + name,
        Issue.didYouMean(name, names(), "$"));
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>(lists.keySet());
    names.addAll(phrases.keySet());
    names.addAll(pack.phrases().keySet());
    names.addAll(BUILT_IN.keySet());
    return names;
  }

  private @Nullable Node phrase(String name, List<Phrase> alternatives) {
    List<Node> choices = new ArrayList<>();
    boolean whole = true;
    if (alternatives.isEmpty()) {
      error(Location.CODE, 1, Codes.SYNTAX, "phrases." + name, "it holds no phrase", null);
      return null;
    }
    for (int i = 0; i < alternatives.size(); i++) {
      Phrase phrase = alternatives.get(i);
      if (isTooMany(phrase.at(), "phrases." + name)) {
        return null;
      }
      Node node = parse(phrase, "phrases." + name + "[" + (i + 1) + "]");
      if (node instanceof Node.Opening) {
        report(
            new PhraseFault(
                Codes.SYNTAX,
                0,
                1,
                "^ may not stand in a phrase that others use",
                "write it there"),
            phrase.text(),
            phrase.at(),
            "phrases." + name);
        node = null;
      }
      whole &= node != null;
      if (node != null) {
        choices.add(node);
      }
    }
    return whole ? new Node.Capture(name, Nodes.alternatives(choices)) : null;
  }

  private @Nullable Node list(WordList list) {
    List<Node> choices = new ArrayList<>();
    List<List<Spec>> specs = new ArrayList<>();
    boolean whole = true;
    if (list.entries().isEmpty()) {
      error(list.at(), 1, Codes.SYNTAX, "words." + list.id(), "it holds no entry", null);
    }
    for (int i = 0; i < list.entries().size(); i++) {
      WordList.Entry entry = list.entries().get(i);
      String path = "words." + list.id() + "[" + (i + 1) + "]";
      if (isTooMany(entry.at(), "words." + list.id())) {
        return null;
      }
      Node node = parse(new Phrase(entry.text(), entry.at(), List.of()), path);
      List<Spec> words = node == null ? null : words(node);
      if (node != null && words == null) {
        error(
            entry.at(),
            entry.text().length(),
            Codes.SYNTAX,
            path,
            "an entry of a word list is a word or several, without gaps, brackets or $names",
            "put it under phrases:");
      }
      whole &= words != null;
      if (words != null) {
        choices.add(node);
        specs.add(words);
      }
    }
    entries.put(list.id(), specs);
    return whole && !choices.isEmpty()
        ? new Node.Capture(list.id(), Nodes.alternatives(choices))
        : null;
  }

  private static @Nullable List<Spec> words(Node node) {
    if (node instanceof Node.Tok tok) {
      return List.of(tok.spec());
    }
    List<Spec> specs = new ArrayList<>();
    for (Node item : node instanceof Node.Seq seq ? seq.items() : List.of(node)) {
      List<Spec> more = item instanceof Node.Tok || item instanceof Node.Seq ? words(item) : null;
      if (more == null) {
        return null;
      }
      specs.addAll(more);
    }
    return specs;
  }

  private void report(PhraseFault fault, String text, Location at, String path) {
    int offset = Math.max(0, Math.min(fault.offset, text.length()));
    error(
        at.plus(offset),
        fault.length,
        fault.code,
        path,
        String.valueOf(fault.getMessage()),
        fault.hint);
  }

  private void error(
      Location at, int length, String code, String path, String message, @Nullable String hint) {
    issues.accept(new Issue(Issue.Level.ERROR, at, length, code, path, message, hint, null));
  }
}

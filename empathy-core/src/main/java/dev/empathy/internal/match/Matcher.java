package dev.empathy.internal.match;

import dev.empathy.internal.text.Scanner;
import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import dev.empathy.internal.text.Vocabulary;
import dev.empathy.rubric.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All phrases of a rubric, compiled: text in, hits out. Building may fail, matching never does.
 * Immutable and thread-safe.
 */
public final class Matcher {

  private final Scanner scanner;
  private final Vocabulary vocabulary;
  private final Automaton automaton;
  private final List<Phrase> phrases;
  private final boolean[] plain;
  private final Map<String, ListIndex> lists;
  private final Map<Integer, Set<String>> captureNames;
  private final boolean usesNames;

  /** Per state, what the way to it costs at most for each token; 0 where nobody has asked. */
  private final int[] mostPerToken;

  private final Spares<Hits> spareHits = new Spares<>(Hits::new);

  Matcher(
      Scanner scanner,
      Vocabulary vocabulary,
      Automaton automaton,
      List<Phrase> phrases,
      boolean[] plain,
      Map<String, ListIndex> lists,
      Map<Integer, Set<String>> captureNames,
      boolean usesNames) {
    this.scanner = scanner;
    this.vocabulary = vocabulary;
    this.automaton = automaton;
    this.phrases = phrases;
    this.plain = plain;
    this.lists = lists;
    this.captureNames = captureNames;
    this.usesNames = usesNames;
    this.mostPerToken = new int[automaton.states()];
  }

  /** The scanner that gives tokens their symbols. */
  public Scanner scanner() {
    return scanner;
  }

  /**
   * Every hit of every group, in the order in which they begin; the first ones, where all would
   * cost too much.
   */
  public Hits match(Tokens tokens) {
    Hits hits = spareHits.take();
    hits.begin(tokens.size(), automaton.groups());
    automaton.match(tokens, hits);
    return hits;
  }

  /** Takes back hits that nobody reads any more: another message's will stand in them. */
  public void giveBack(Hits hits) {
    if (hits.areFew()) {
      spareHits.give(hits);
    }
  }

  /** What goes through one message after the other with this matcher, and allocates nothing. */
  public MatchSession session() {
    return new MatchSession(scanner, automaton, automaton.newScratch());
  }

  /** The same, which keeps so many sets of live states at most. */
  MatchSession session(int mostSets) {
    return new MatchSession(scanner, automaton, automaton.newScratch(mostSets));
  }

  /** Whether any phrase asks for the customer's name. */
  public boolean usesNames() {
    return usesNames;
  }

  /** The phrase that a hit is of. */
  public Phrase phrase(Hits hits, int hit) {
    return phrase(hits.phrase(hit));
  }

  /** A phrase by its number. */
  public Phrase phrase(int number) {
    return phrases.get(number);
  }

  /** The names that the phrases of a group can capture. */
  public Set<String> captureNames(int group) {
    return captureNames.getOrDefault(group, Set.of());
  }

  /** A word list's entries, or null where the name is no list. */
  public @Nullable ListIndex list(String name) {
    return lists.get(name);
  }

  /** What it costs at most to tell how a hit came about, as {@link Hits#isExplained()} counts. */
  public long effort(Hits hits, int hit) {
    if (plain[hits.phrase(hit)]) {
      return 0;
    }
    int state = hits.state(hit);
    if (mostPerToken[state] == 0) {
      mostPerToken[state] = automaton.mostPerToken(state);
    }
    return (long) (hits.end(hit) - hits.start(hit)) * mostPerToken[state];
  }

  /**
   * How a hit came about that was {@linkplain Hits#isExplained() explained} before, or could have
   * been.
   *
   * @param phrase the number of the phrase
   * @param start its first token
   * @param end the token after its last
   * @param state the state that it ended with
   */
  public Alignment align(Tokens tokens, int phrase, int start, int end, int state) {
    return align(tokens, new Hits(tokens.size(), automaton.groups()), phrase, start, end, state);
  }

  /**
   * How a hit came about. Where to tell it would cost too much, the hits are then not all
   * {@linkplain Hits#isExplained() explained}, and nothing is said of this one.
   */
  public Alignment align(Tokens tokens, Hits hits, int hit) {
    return align(tokens, hits, hits.phrase(hit), hits.start(hit), hits.end(hit), hits.state(hit));
  }

  private Alignment align(Tokens tokens, Hits hits, int phrase, int start, int end, int state) {
    if (plain[phrase]) {
      return Alignment.plain(end - start);
    }
    int[] path = automaton.path(tokens, hits, start, end, state);
    if (path == null) {
      return Alignment.unknown(end - start);
    }
    boolean[] gap = new boolean[path.length];
    boolean[] listed = new boolean[path.length];
    List<Automaton.Capture> open = new ArrayList<>();
    List<Alignment.Captured> captured = new ArrayList<>();
    List<int[]> bounds = new ArrayList<>();
    for (int i = 0; i < path.length; i++) {
      gap[i] = path[i] == 0;
      if (gap[i]) {
        continue;
      }
      listed[i] = automaton.isClosed(path[i]) && vocabulary.isWord(tokens.symbol(start + i));
      for (Automaton.Capture capture : automaton.capturesOf(path[i])) {
        int known = open.indexOf(capture);
        if (known < 0) {
          open.add(capture);
          bounds.add(new int[] {start + i, start + i + 1});
        } else {
          bounds.get(known)[1] = start + i + 1;
        }
      }
    }
    for (int i = 0; i < open.size(); i++) {
      captured.add(new Alignment.Captured(open.get(i).name(), bounds.get(i)[0], bounds.get(i)[1]));
    }
    return new Alignment(gap, listed, List.copyOf(captured));
  }

  /**
   * How far the phrases of a group got among matches that would begin within {@code from..to}; null
   * where none begins there, or one is there in full. Costs more than matching does, though no more
   * than linear in the message.
   */
  public @Nullable NearMiss nearest(Tokens tokens, int group, int from, int to) {
    return new NearMisses(automaton, phrases, this::words)
        .find(tokens, automaton.phrasesOf(group), from, to);
  }

  /** What a class of tokens accepts: words, and beginnings for all the words that begin so. */
  private List<String> words(int tokenClass) {
    List<String> all = automaton.symbols(tokenClass).mapToObj(this::word).toList();
    List<String> beginnings =
        all.stream().filter(w -> w.endsWith("*")).map(w -> w.substring(0, w.length() - 1)).toList();
    return all.stream()
        .filter(word -> beginnings.stream().noneMatch(b -> isMore(word, b)))
        .toList();
  }

  private static boolean isMore(String word, String beginning) {
    return word.startsWith(beginning) && !word.equals(beginning + "*");
  }

  private String word(int symbol) {
    String form = vocabulary.form(symbol);
    if (form.isEmpty()) {
      return "$" + TokenKind.values()[symbol].name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    return vocabulary.isWord(symbol) ? form : form + "*";
  }

  /** Whether a token is a word that the rubric knows. */
  public boolean isKnownWord(Tokens tokens, int token) {
    return tokens.kind(token) == TokenKind.WORD && vocabulary.isWord(tokens.symbol(token));
  }

  /**
   * Per phrase, in the order in which phrases were added, one of the rival group that matches
   * wherever it does, or -1.
   *
   * @param rivalOf per group, the group that its phrases are held against; where that is the group
   *     itself, only earlier phrases count; negative for none
   */
  public int[] shadows(IntUnaryOperator rivalOf) {
    return automaton.shadows(rivalOf);
  }

  /** The states of each phrase, for people. */
  public ProgramText program() {
    return new ProgramText(automaton, vocabulary, scanner);
  }

  /** Whether the rubric knows a folded word as a whole. */
  public boolean isKnownWord(String form) {
    return vocabulary.word(form) >= 0;
  }

  /** How many states the automaton has. */
  public int states() {
    return automaton.states();
  }

  /** The compiled program, a state a line. */
  @Override
  public String toString() {
    return automaton.toString();
  }
}

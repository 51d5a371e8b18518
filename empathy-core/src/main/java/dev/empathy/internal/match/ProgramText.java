package dev.empathy.internal.match;

import dev.empathy.internal.text.Scanner;
import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import dev.empathy.internal.text.Vocabulary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Prints the part of the automaton that finds one phrase, a state a line, numbered from 1 in the
 * order in which a text goes through them: the words that the state takes, the states that lead to
 * it ({@code ^} is the start of a sentence, {@code ...2} says that up to two words may pass in
 * between), the names that it is captured under, and {@code end} where the phrase can end.
 *
 * <p>The states of a phrase are those from which its ends can be reached, since every path into a
 * state is a path of every phrase that ends there.
 */
public final class ProgramText {

  /** So many words of a state are shown; a list may have thousands. */
  private static final int MOST_WORDS = 12;

  private final Automaton automaton;
  private final Vocabulary vocabulary;
  private final Scanner scanner;
  private final Map<Integer, String> classes = new HashMap<>();

  ProgramText(Automaton automaton, Vocabulary vocabulary, Scanner scanner) {
    this.automaton = automaton;
    this.vocabulary = vocabulary;
    this.scanner = scanner;
  }

  /**
   * The states of a phrase, a line each.
   *
   * @param phrase its number, in the order in which phrases were added
   */
  public List<String> of(int phrase) {
    List<Integer> ending = Arrays.stream(automaton.endsOf(phrase)).boxed().toList();
    Map<Integer, Integer> numbers = new HashMap<>();
    List<String> lines = new ArrayList<>();
    for (int state : before(ending)) {
      numbers.put(state, lines.size() + 1);
      lines.add(line(state, numbers, ending.contains(state)));
    }
    return lines;
  }

  /** These states and all that lead to them; a state is made after those that do. */
  private TreeSet<Integer> before(List<Integer> ending) {
    TreeSet<Integer> found = new TreeSet<>();
    Deque<Integer> open = new ArrayDeque<>(ending);
    while (!open.isEmpty()) {
      int state = open.pop();
      if (state > AutomatonBuilder.OPENING && found.add(state)) {
        for (int before : automaton.comesFrom(state)) {
          open.push(before);
        }
      }
    }
    return found;
  }

  private String line(int state, Map<Integer, Integer> numbers, boolean ends) {
    StringBuilder out = new StringBuilder().append(numbers.get(state)).append(' ');
    out.append(automaton.isJoin(state) ? "join" : words(automaton.tokenClass(state)));
    out.append(automaton.skips(state) ? " (skipped)" : "");
    for (int[] edge : automaton.cameFrom(state)) {
      out.append(" <").append(name(edge[0], numbers));
      out.append(edge[1] > 0 ? "..." + edge[1] : "");
    }
    if (!automaton.isJoin(state)) {
      automaton.capturesOf(state).forEach(capture -> out.append(" $").append(capture.name()));
    }
    return out.append(ends ? " end" : "").toString();
  }

  private static String name(int state, Map<Integer, Integer> numbers) {
    return state == AutomatonBuilder.START
        ? "start"
        : state == AutomatonBuilder.OPENING ? "^" : String.valueOf(numbers.get(state));
  }

  private String words(int tokenClass) {
    return classes.computeIfAbsent(tokenClass, key -> words(automaton.symbols(key).toArray()));
  }

  private String words(int[] symbols) {
    if (Arrays.stream(symbols).anyMatch(symbol -> symbol == TokenKind.WORD.ordinal())) {
      return WrittenForms.ANY;
    }
    Set<String> starts = new HashSet<>();
    Set<String> known = new TreeSet<>();
    Map<Integer, String> kinds = new TreeMap<>();
    for (int symbol : symbols) {
      if (symbol < TokenKind.COUNT) {
        kinds.put(symbol, WrittenForms.name(TokenKind.values()[symbol]));
      } else {
        (vocabulary.isWord(symbol) ? known : starts).add(vocabulary.form(symbol));
      }
    }
    // A word that is covered by what is shown anyway says nothing more.
    known.removeIf(word -> beginsWithOne(word, starts) || isOne(word, kinds.keySet()));
    starts.removeIf(start -> beginsWithOne(start.substring(0, start.length() - 1), starts));
    starts.forEach(start -> known.add(start + "*"));
    List<String> all = new ArrayList<>(known);
    all.addAll(kinds.values());
    String shown = String.join("|", all.subList(0, Math.min(MOST_WORDS, all.size())));
    return all.size() > MOST_WORDS ? shown + "|… (" + all.size() + ")" : shown;
  }

  /** Whether a word, such as an emoji, is of one of these kinds. */
  private boolean isOne(String word, Set<Integer> kinds) {
    Tokens tokens = kinds.isEmpty() ? null : scanner.scanForms(word);
    return tokens != null && tokens.size() == 1 && kinds.contains(tokens.kind(0).ordinal());
  }

  private static boolean beginsWithOne(String word, Set<String> starts) {
    for (int length = 1; length <= word.length() && !starts.isEmpty(); length++) {
      if (starts.contains(word.substring(0, length))) {
        return true;
      }
    }
    return false;
  }
}

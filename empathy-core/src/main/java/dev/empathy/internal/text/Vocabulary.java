package dev.empathy.internal.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The words that the phrases of a rubric know, each with a symbol. A word that is not among them
 * has the symbol of the longest known beginning ({@code prefix*}), else that of its kind. All
 * beginnings of a word are beginnings of the longest, so one symbol says all. Immutable.
 */
public final class Vocabulary {

  /** Knows no word: every token has the symbol of its kind. */
  public static final Vocabulary EMPTY = new Vocabulary(new TreeSet<>(), new TreeSet<>());

  private final Map<String, Integer> symbols = new LinkedHashMap<>();
  private final Map<String, Integer> prefixes = new LinkedHashMap<>();
  private final List<String> forms = new ArrayList<>();
  private final int size;

  /**
   * @param words words as the scanner folds them
   * @param prefixes beginnings of words, folded
   */
  public Vocabulary(Collection<String> words, Collection<String> prefixes) {
    int next = TokenKind.COUNT;
    for (String word : new TreeSet<>(words)) {
      symbols.put(word, next++);
    }
    for (String prefix : new TreeSet<>(prefixes)) {
      this.prefixes.put(prefix, next++);
    }
    size = next;
    forms.addAll(symbols.keySet());
    forms.addAll(this.prefixes.keySet());
  }

  /** How many symbols there are; each is below this. */
  public int size() {
    return size;
  }

  /** Words and their symbols. */
  public Map<String, Integer> words() {
    return symbols;
  }

  /** Beginnings of words and their symbols. */
  public Map<String, Integer> prefixes() {
    return prefixes;
  }

  /** The symbol of a word, or -1 where it is not known as a whole. */
  public int word(String word) {
    return symbols.getOrDefault(word, -1);
  }

  /** Whether a symbol is a word that is known as a whole. */
  public boolean isWord(int symbol) {
    return symbol >= TokenKind.COUNT && symbol < TokenKind.COUNT + symbols.size();
  }

  /** The word or the beginning that a symbol stands for; empty for a kind. */
  public String form(int symbol) {
    return symbol < TokenKind.COUNT ? "" : forms.get(symbol - TokenKind.COUNT);
  }

  /** The symbols of the words, then of the beginnings, that begin so. */
  public IntStream startingWith(String prefix) {
    return IntStream.concat(
        startingWith(prefix, 0, symbols.size()),
        startingWith(prefix, symbols.size(), forms.size()));
  }

  /** Those among some of the forms, which are in order: they stand together. */
  private IntStream startingWith(String prefix, int from, int to) {
    int first = Collections.binarySearch(forms.subList(from, to), prefix);
    int start = from + (first < 0 ? -first - 1 : first);
    return IntStream.range(start, to)
        .takeWhile(form -> forms.get(form).startsWith(prefix))
        .map(form -> TokenKind.COUNT + form);
  }
}

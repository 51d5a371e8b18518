package dev.empathy.internal.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** The words in order, then the beginnings in order. */
  private final List<String> forms;

  private final int wordCount;

  /**
   * @param words words as the scanner folds them
   * @param prefixes beginnings of words, folded
   */
  public Vocabulary(Collection<String> words, Collection<String> prefixes) {
    Set<String> sorted = new TreeSet<>(words);
    wordCount = sorted.size();
    List<String> all = new ArrayList<>(sorted);
    all.addAll(new TreeSet<>(prefixes));
    forms = List.copyOf(all);
  }

  /** How many symbols there are; each is below this. */
  public int size() {
    return TokenKind.COUNT + forms.size();
  }

  /** Words and their symbols, put together anew each time. */
  public Map<String, Integer> words() {
    return symbols(0, wordCount);
  }

  /** Beginnings of words and their symbols, put together anew each time. */
  public Map<String, Integer> prefixes() {
    return symbols(wordCount, forms.size());
  }

  private Map<String, Integer> symbols(int from, int to) {
    Map<String, Integer> symbols = new LinkedHashMap<>(2 * (to - from));
    for (int form = from; form < to; form++) {
      symbols.put(forms.get(form), TokenKind.COUNT + form);
    }
    return symbols;
  }

  /** The symbol of a word, or -1 where it is not known as a whole. */
  public int word(String word) {
    int form = Collections.binarySearch(forms.subList(0, wordCount), word);
    return form < 0 ? -1 : TokenKind.COUNT + form;
  }

  /** Whether a symbol is a word that is known as a whole. */
  public boolean isWord(int symbol) {
    return symbol >= TokenKind.COUNT && symbol < TokenKind.COUNT + wordCount;
  }

  /** The word or the beginning that a symbol stands for; empty for a kind. */
  public String form(int symbol) {
    return symbol < TokenKind.COUNT ? "" : forms.get(symbol - TokenKind.COUNT);
  }

  /** The symbols of the words, then of the beginnings, that begin so. */
  public IntStream startingWith(String prefix) {
    return IntStream.concat(
        startingWith(prefix, 0, wordCount), startingWith(prefix, wordCount, forms.size()));
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

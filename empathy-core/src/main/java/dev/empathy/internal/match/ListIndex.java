package dev.empathy.internal.match;

import dev.empathy.internal.text.Tokens;
import dev.empathy.internal.text.Vocabulary;
import dev.empathy.rubric.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds which entry of a word list some tokens are. */
public final class ListIndex {

  private final WordList list;
  private final List<List<Spec>> entries;
  private final Vocabulary vocabulary;

  /** Made when somebody looks for the first entry: most lists are never asked. */
  private volatile @Nullable Places places;

  /** Where entries are found: by a word that few of them have. */
  private record Places(Map<Word, List<Integer>> byWord, SortedSet<Integer> prefixLengths) {}

  /**
   * A word of an entry.
   *
   * @param length how many words the entry has
   * @param position which of them it is
   * @param text the word, or a beginning
   * @param prefix whether it is a beginning
   */
  private record Word(int length, int position, String text, boolean prefix)
      implements Comparable<Word> {

    /** So that a map stays quick over words that were chosen to have one hash. */
    @Override
    public int compareTo(Word other) {
      int order = text.compareTo(other.text);
      order = order != 0 ? order : Integer.compare(length, other.length);
      order = order != 0 ? order : Integer.compare(position, other.position);
      return order != 0 ? order : Boolean.compare(prefix, other.prefix);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Word word && compareTo(word) == 0;
    }

    @Override
    public int hashCode() {
      return (text.hashCode() * 31 + length) * 31 + 2 * position + (prefix ? 1 : 0);
    }
  }

  ListIndex(WordList list, List<List<Spec>> entries, Vocabulary vocabulary) {
    this.list = list;
    this.entries = entries;
    this.vocabulary = vocabulary;
  }

  private Places places() {
    Places known = places;
    if (known == null) {
      known = find(entries);
      places = known;
    }
    return known;
  }

  private static Places find(List<List<Spec>> entries) {
    Map<Word, Integer> counts = new HashMap<>();
    for (List<Spec> entry : entries) {
      for (int position = 0; position < entry.size(); position++) {
        for (Word word : words(entry, position)) {
          counts.put(word, counts.getOrDefault(word, 0) + 1);
        }
      }
    }
    Map<Word, List<Integer>> byWord = new HashMap<>();
    SortedSet<Integer> prefixLengths = new TreeSet<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      for (Word word : words(entries.get(entry), rarest(entries.get(entry), counts))) {
        List<Integer> having = byWord.get(word);
        if (having == null) {
          having = new ArrayList<>(1);
          byWord.put(word, having);
        }
        having.add(entry);
        if (word.prefix) {
          prefixLengths.add(word.text.length());
        }
      }
    }
    return new Places(byWord, prefixLengths);
  }

  private static List<Word> words(List<Spec> entry, int position) {
    List<Word> words = new ArrayList<>();
    Spec spec = entry.get(position);
    for (String form : spec.forms()) {
      words.add(new Word(entry.size(), position, form, false));
    }
    for (String start : spec.prefixes()) {
      words.add(new Word(entry.size(), position, start, true));
    }
    return words;
  }

  /** The position of an entry whose words the fewest entries have there: it is found by them. */
  private static int rarest(List<Spec> entry, Map<Word, Integer> counts) {
    int rarest = 0;
    int fewest = Integer.MAX_VALUE;
    for (int position = 0; position < entry.size(); position++) {
      int most = 0;
      for (Word word : words(entry, position)) {
        most = Math.max(most, counts.getOrDefault(word, 0));
      }
      if (most < fewest) {
        fewest = most;
        rarest = position;
      }
    }
    return rarest;
  }

  /** The list. */
  public WordList list() {
    return list;
  }

  /** The number of the first entry that these tokens are, or -1. */
  public int entry(Tokens tokens, int start, int end) {
    Places all = places();
    int first = Integer.MAX_VALUE;
    for (int position = 0; position < end - start; position++) {
      String form = vocabulary.form(tokens.symbol(start + position));
      Word whole = new Word(end - start, position, form, false);
      first = Math.min(first, first(all, whole, tokens, start, end));
      for (int length : all.prefixLengths.headSet(form.length() + 1)) {
        Word part = new Word(end - start, position, form.substring(0, length), true);
        first = Math.min(first, first(all, part, tokens, start, end));
      }
    }
    return first == Integer.MAX_VALUE ? -1 : first;
  }

  private int first(Places all, Word word, Tokens tokens, int start, int end) {
    for (int entry : all.byWord.getOrDefault(word, List.of())) {
      if (is(entries.get(entry), tokens, start, end)) {
        return entry;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** By entry, an earlier one, for entries that no text can be since earlier ones are all of it. */
  public Map<Integer, Integer> repeated() {
    Map<List<Spec>, Integer> whole = new HashMap<>();
    Map<String, Integer> forms = new HashMap<>();
    Map<String, Integer> prefixes = new HashMap<>();
    Map<Integer, Integer> repeated = new TreeMap<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      List<Spec> specs = entries.get(entry);
      Integer earlier = null;
      if (specs.size() > 1) {
        earlier = whole.putIfAbsent(specs, entry);
      } else {
        earlier = earlier(specs.get(0), forms, prefixes);
        for (String form : specs.get(0).forms()) {
          forms.putIfAbsent(form, entry);
        }
        for (String prefix : specs.get(0).prefixes()) {
          prefixes.putIfAbsent(prefix, entry);
        }
      }
      if (earlier != null) {
        repeated.put(entry, earlier);
      }
    }
    return repeated;
  }

  /** The entry that has the first form, if others have all of them. */
  private static @Nullable Integer earlier(
      Spec spec, Map<String, Integer> forms, Map<String, Integer> prefixes) {
    Integer first = null;
    Set<String> all = new LinkedHashSet<>(spec.forms());
    all.addAll(spec.prefixes());
    for (String text : all) {
      Integer known = spec.forms().contains(text) ? forms.get(text) : null;
      for (int length = 1; known == null && length <= text.length(); length++) {
        known = prefixes.get(text.substring(0, length));
      }
      if (known == null) {
        return null;
      }
      first = first == null ? known : first;
    }
    return first;
  }

  private boolean is(List<Spec> specs, Tokens tokens, int start, int end) {
    if (specs.size() != end - start) {
      return false;
    }
    for (int i = 0; i < specs.size(); i++) {
      if (!accepts(specs.get(i), tokens.symbol(start + i))) {
        return false;
      }
    }
    return true;
  }

  /** A word that is known by its beginning only is not that beginning. */
  private boolean accepts(Spec spec, int symbol) {
    String form = vocabulary.form(symbol);
    Set<String> prefixes = spec.prefixes();
    if (vocabulary.isWord(symbol) && spec.forms().contains(form)) {
      return true;
    }
    for (String prefix : prefixes) {
      if (form.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}

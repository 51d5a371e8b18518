package dev.empathy.internal.match;

import dev.empathy.internal.text.Tokens;
import dev.empathy.internal.text.Vocabulary;
import dev.empathy.rubric.WordList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds which entry of a word list some tokens are. */
public final class ListIndex {

  private final WordList list;
  private final List<List<Spec>> entries;
  private final Vocabulary vocabulary;

  ListIndex(WordList list, List<List<Spec>> entries, Vocabulary vocabulary) {
    this.list = list;
    this.entries = entries;
    this.vocabulary = vocabulary;
  }

  /** The list. */
  public WordList list() {
    return list;
  }

  /** The number of the first entry that these tokens are, or -1. */
  public int entry(Tokens tokens, int start, int end) {
    for (int entry = 0; entry < entries.size(); entry++) {
      if (is(entries.get(entry), tokens, start, end)) {
        return entry;
      }
    }
    return -1;
  }

  /** By entry, an earlier one, for entries that no text can be since earlier ones are all of it. */
  public Map<Integer, Integer> repeated() {
    Map<List<Spec>, Integer> whole = new HashMap<>();
    Map<String, Integer> forms = new HashMap<>();
    Map<String, Integer> prefixes = new HashMap<>();
    Map<Integer, Integer> repeated = new TreeMap<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      List<Spec> specs = entries.get(entry);
      Integer earlier = whole.putIfAbsent(specs, entry);
      if (specs.size() == 1) {
        earlier = earlier == null ? earlier(specs.get(0), forms, prefixes) : earlier;
        int number = entry;
        specs.get(0).forms().forEach(form -> forms.putIfAbsent(form, number));
        specs.get(0).prefixes().forEach(prefix -> prefixes.putIfAbsent(prefix, number));
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
    return (vocabulary.isWord(symbol) && spec.forms().contains(form))
        || prefixes.stream().anyMatch(form::startsWith);
  }
}

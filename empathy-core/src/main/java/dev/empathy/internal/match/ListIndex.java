package dev.empathy.internal.match;

import dev.empathy.internal.text.Tokens;
import dev.empathy.internal.text.Vocabulary;
import dev.empathy.rubric.WordList;
import java.util.List;
import java.util.Set;

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

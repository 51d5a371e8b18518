package dev.empathy.internal.match;

import dev.empathy.internal.text.TokenKind;
import dev.empathy.rubric.LocalePack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which written forms are one word: its inflections ({@code word~}), and endings such as {@code 's}
 * that may stand for several. Also remembers every word asked for, since they are the vocabulary.
 */
final class Forms {

  private final Map<String, Set<String>> same = new HashMap<>();
  private final Map<String, List<String>> table;
  private final boolean english;
  private final Map<String, TokenKind> known = new TreeMap<>();
  private final Set<String> beginnings = new TreeSet<>();

  Forms(LocalePack pack, Map<String, List<String>> equivalents) {
    table = pack.inflections();
    english = pack.locale().equals("en") || pack.locale().startsWith("en-");
    equivalents.forEach(
        (ending, words) -> {
          join(ending, ending);
          for (String word : words) {
            join(word, word);
            join(word, ending);
            join(ending, word);
          }
        });
  }

  private void join(String word, String other) {
    same.computeIfAbsent(word, key -> new TreeSet<>()).add(other);
  }

  /** All forms that count as this one, itself included. */
  Set<String> same(String form, TokenKind kind) {
    Set<String> all = same.getOrDefault(form, Set.of(form));
    for (String one : all) {
      known.putIfAbsent(one, kind);
    }
    return all;
  }

  /** All forms of a word: from the language's table, else by the rules of English. */
  List<String> inflected(String word) {
    List<String> irregular = table.get(word);
    if (irregular != null) {
      List<String> all = new ArrayList<>(irregular);
      all.add(word);
      return all;
    }
    return english ? EnglishInflection.of(word) : List.of(word);
  }

  /** A word that begins so, as far as the rules of the language give one. */
  String begun(String beginning) {
    return english ? beginning + "ing" : beginning;
  }

  /** Notes a beginning that stands for all words that begin so, and gives it back. */
  String begin(String beginning) {
    beginnings.add(beginning);
    return beginning;
  }

  /** Every beginning noted so far. */
  Set<String> beginnings() {
    return beginnings;
  }

  /** Every form asked for so far, and what the scanner takes it for. */
  Map<String, TokenKind> known() {
    return known;
  }
}

package dev.empathy.internal.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a language joins words and shortens them. Immutable. */
public final class Language {

  /** Joins nothing and shortens nothing. */
  public static final Language NONE = new Language(Map.of(), Set.of());

  private final WordTable whole;
  private final List<char[][]> expansions = new ArrayList<>();
  private final Map<String, char[]> endings = new LinkedHashMap<>();
  private final Map<String, List<String>> equivalents = new LinkedHashMap<>();
  private final WordTable abbreviations;

  /**
   * @param clitics written form → the words it stands for; a form that begins with {@code '} or is
   *     {@code n't} is an ending; {@code a | b} leaves open which, and the ending is a word of its
   *     own that equals both
   * @param abbreviations words whose full stop ends no sentence
   */
  public Language(Map<String, String> clitics, Set<String> abbreviations) {
    Map<String, Integer> wholes = new HashMap<>();
    clitics.forEach(
        (form, words) -> {
          if (isEnding(form)) {
            addEnding(form, words);
          } else {
            wholes.put(form, expansions.size());
            expansions.add(split(words));
          }
        });
    whole = new WordTable(wholes);
    Map<String, Integer> stops = new HashMap<>();
    for (String abbreviation : abbreviations) {
      stops.put(abbreviation, 1);
    }
    this.abbreviations = new WordTable(stops);
  }

  private static boolean isEnding(String form) {
    return form.startsWith("'") || form.equals("n't");
  }

  private void addEnding(String form, String words) {
    if (words.indexOf('|') < 0) {
      endings.put(form, words.strip().toCharArray());
      return;
    }
    endings.put(form, form.toCharArray());
    List<String> either = new ArrayList<>();
    int start = 0;
    for (int bar = words.indexOf('|'); bar >= 0; bar = words.indexOf('|', start)) {
      either.add(words.substring(start, bar).strip());
      start = bar + 1;
    }
    either.add(words.substring(start).strip());
    equivalents.put(form, List.copyOf(either));
  }

  private static char[][] split(String words) {
    List<char[]> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= words.length(); i++) {
      if (i == words.length() || words.charAt(i) == ' ') {
        if (i > start) {
          parts.add(words.substring(start, i).toCharArray());
        }
        start = i + 1;
      }
    }
    return parts.toArray(new char[0][]);
  }

  /** Endings that may stand for several words ({@code 's}: is, has). */
  public Map<String, List<String>> equivalents() {
    return equivalents;
  }

  /** The words that a written word stands for, or null where it is one word. */
  char[] @org.jspecify.annotations.Nullable [] expansion(char[] word, int to, long hash) {
    int index = whole.get(word, 0, to, hash);
    return index < 0 ? null : expansions.get(index);
  }

  Map<String, char[]> endings() {
    return endings;
  }

  boolean isAbbreviation(char[] word, int to) {
    return abbreviations.get(word, 0, to, WordTable.hash(word, 0, to)) >= 0;
  }
}

package dev.empathy.internal.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** How a language joins words and shortens them. Immutable. */
public final class Language {

  /** Joins nothing and shortens nothing. */
  public static final Language NONE = new Language(Map.of(), Set.of());

  private final Map<String, List<String>> wholes = new LinkedHashMap<>();
  private final Map<String, String> endings = new LinkedHashMap<>();
  private final Map<String, List<String>> equivalents = new LinkedHashMap<>();
  private final Set<String> abbreviations;

  /**
   * @param clitics written form → the words it stands for; a form that begins with {@code '} or is
   *     {@code n't} is an ending; {@code a | b} leaves open which, and what is left open is a word
   *     of its own that equals both. Capitals do not matter
   * @param abbreviations words whose full stop ends no sentence
   * @throws IllegalArgumentException if what a whole word leaves open is not its last word alone
   */
  public Language(Map<String, String> clitics, Set<String> abbreviations) {
    forEach(clitics, true, (form, readings) -> addEnding(form, readings));
    forEach(clitics, false, (form, readings) -> wholes.put(form, expansion(readings)));
    this.abbreviations = Set.copyOf(abbreviations);
  }

  /** Goes through the endings or through the whole words, folded, each with its readings. */
  private static void forEach(
      Map<String, String> clitics, boolean endings, BiConsumer<String, List<String>> action) {
    clitics.forEach(
        (written, words) -> {
          String form = written.toLowerCase(Locale.ROOT);
          if (isEnding(form) == endings) {
            action.accept(form, split(words.toLowerCase(Locale.ROOT), '|'));
          }
        });
  }

  private static boolean isEnding(String form) {
    return form.startsWith("'") || form.equals("n't");
  }

  private void addEnding(String form, List<String> readings) {
    if (readings.size() > 1) {
      equivalents.put(form, readings);
    }
    endings.put(form, readings.size() > 1 ? form : readings.get(0));
  }

  /** The words of a whole word; where readings differ, the last is what they leave open. */
  private List<String> expansion(List<String> readings) {
    List<List<String>> all = readings.stream().map(reading -> split(reading, ' ')).toList();
    List<String> words = new ArrayList<>(all.get(0));
    if (all.size() > 1) {
      int last = words.size() - 1;
      boolean alike =
          all.stream()
              .allMatch(
                  r -> r.size() == last + 1 && r.subList(0, last).equals(words.subList(0, last)));
      if (!alike) {
        throw new IllegalArgumentException(
            "only the last word may be left open: " + String.join(" | ", readings));
      }
      words.set(last, open(all.stream().map(reading -> reading.get(last)).toList()));
    }
    return List.copyOf(words);
  }

  /** The word that equals all of these: the ending that does, else one of its own. */
  private String open(List<String> either) {
    for (Map.Entry<String, List<String>> known : equivalents.entrySet()) {
      if (known.getValue().equals(either)) {
        return known.getKey();
      }
    }
    String own = String.join("|", either);
    equivalents.put(own, either);
    return own;
  }

  /** The parts between the marks, without the spaces around them and without empty ones. */
  private static List<String> split(String text, char mark) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == mark) {
        String part = text.substring(start, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return List.copyOf(parts);
  }

  /** Endings that may stand for several words ({@code 's}: is, has). */
  public Map<String, List<String>> equivalents() {
    return equivalents;
  }

  /** Whole words with the words that each stands for. */
  Map<String, List<String>> wholes() {
    return wholes;
  }

  /** Endings with the word that each stands for, in the order in which they are tried. */
  Map<String, String> endings() {
    return endings;
  }

  /** Words whose full stop ends no sentence. */
  Set<String> abbreviations() {
    return abbreviations;
  }
}

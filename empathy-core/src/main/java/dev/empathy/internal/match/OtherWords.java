package dev.empathy.internal.match;

import dev.empathy.rubric.LocalePack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds where the forms of a {@code word~} are other words as well. */
public final class OtherWords {

  /**
   * What ends a word of a phrase; a phrase is read this simply only once it is known to be sound.
   */
  private static final String BETWEEN = " \t\n()|?$^.";

  /**
   * A {@code word~} with a form that is another word.
   *
   * @param offset where it stands in its phrase, from 0
   * @param word the word without {@code ~}
   * @param others its forms that are other words
   * @param meant its other forms, the word first
   */
  public record Found(int offset, String word, Set<String> others, List<String> meant) {}

  private final LocalePack pack;
  private final Forms forms;

  public OtherWords(LocalePack pack) {
    this.pack = pack;
    this.forms = new Forms(pack, Map.of());
  }

  /** All of them in a phrase or an entry of a list that is known to be sound. */
  public List<Found> in(String phrase) {
    List<Found> all = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < phrase.length(); i++) {
      char c = phrase.charAt(i);
      if (c == '\\') {
        i++;
      } else if (BETWEEN.indexOf(c) >= 0) {
        start = i + 1;
      } else if (c == '~') {
        add(start, phrase.substring(start, i).toLowerCase(Locale.ROOT), all);
      }
    }
    return all;
  }

  private void add(int offset, String word, List<Found> all) {
    if (pack.functionWords().contains(word)) {
      return;
    }
    Set<String> others = new TreeSet<>();
    List<String> meant = new ArrayList<>(List.of(word));
    for (String form : forms.inflected(word)) {
      if (!form.equals(word)) {
        (isOther(form) ? others : meant).add(form);
      }
    }
    if (!others.isEmpty()) {
      all.add(new Found(offset, word, others, meant));
    }
  }

  private boolean isOther(String form) {
    return pack.functionWords().contains(form) || pack.inflections().containsKey(form);
  }
}

package dev.empathy.benchmarks.texts;

import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Rubric;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Plain phrases, which every rival can find: words with one space between them. */
public final class Phrases {

  /** What everybody is measured with. */
  public static final int COUNT = 500;

  /** A phrase with more ways to say it is left out. */
  private static final int MOST_WAYS = 24;

  private Phrases() {}

  /**
   * Phrases out of a rubric, their alternatives written out; those with anything else of the
   * language of phrases are left out. They are taken from all over the rubric.
   */
  public static List<String> of(Rubric rubric) {
    Set<String> all = new LinkedHashSet<>();
    for (Cue cue : rubric.cues().values()) {
      for (Phrase phrase : cue.match()) {
        all.addAll(ways(phrase.text()));
      }
    }
    return spread(List.copyOf(all));
  }

  private static List<String> spread(List<String> all) {
    if (all.size() < COUNT) {
      throw new IllegalStateException("the rubric has only " + all.size() + " plain phrases");
    }
    List<String> some = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      some.add(all.get((int) ((long) i * all.size() / COUNT)));
    }
    return List.copyOf(some);
  }

  /** All that a phrase of words and alternatives stands for; nothing where it has more in it. */
  static List<String> ways(String phrase) {
    List<String> ways = List.of("");
    int at = 0;
    while (at < phrase.length()) {
      int end = phrase.charAt(at) == '(' ? phrase.indexOf(')', at) : wordEnd(phrase, at);
      if (end < 0) {
        return List.of();
      }
      boolean group = phrase.charAt(at) == '(';
      List<String> next =
          group
              ? List.of(phrase.substring(at + 1, end).split("\\|"))
              : List.of(phrase.substring(at, end));
      if (!next.stream().allMatch(Phrases::isPlain) || ways.size() * next.size() > MOST_WAYS) {
        return List.of();
      }
      ways = product(ways, next);
      at = group ? end + 1 : end;
      if (at < phrase.length() && phrase.charAt(at++) != ' ') {
        return List.of();
      }
    }
    return ways;
  }

  private static int wordEnd(String phrase, int at) {
    int space = phrase.indexOf(' ', at);
    return space < 0 ? phrase.length() : space;
  }

  private static boolean isPlain(String words) {
    return !words.isEmpty()
        && words.charAt(0) != ' '
        && !words.endsWith(" ")
        && words.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '\'' || c == ' ');
  }

  private static List<String> product(List<String> ways, List<String> next) {
    List<String> all = new ArrayList<>();
    for (String way : ways) {
      for (String one : next) {
        all.add(way.isEmpty() ? one : way + " " + one);
      }
    }
    return all;
  }
}

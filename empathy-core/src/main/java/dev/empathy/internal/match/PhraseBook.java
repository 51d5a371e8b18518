package dev.empathy.internal.match;

import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.WordList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells people what the phrases of a rubric stand for. The rubric is one that compiles: a phrase
 * with a fault has neither forms nor samples. Not thread-safe.
 */
public final class PhraseBook {

  private final MatcherBuilder rubric;
  private final WrittenForms forms;
  private final List<String> fillers;
  private final NavigableSet<String> words;
  private final Map<Spec, List<String>> written = new IdentityHashMap<>();

  /**
   * @param pack what is known of the language
   * @param lists word lists by name
   * @param phrases reusable phrases by name
   * @param limits what phrases may ask for
   * @param fillers words that mean nothing, for gaps; at least one
   * @param words words that people write, for {@code begin*}
   */
  public PhraseBook(
      LocalePack pack,
      Map<String, WordList> lists,
      Map<String, List<Phrase>> phrases,
      MatchLimits limits,
      List<String> fillers,
      Collection<String> words) {
    this.rubric = new MatcherBuilder(pack, lists, phrases, issue -> {}, limits);
    this.fillers = List.copyOf(fillers);
    this.words = new TreeSet<>(words);
    this.words.addAll(rubric.forms().known().keySet());
    Map<String, List<Phrase>> all = new HashMap<>(pack.phrases());
    all.putAll(phrases);
    this.forms = new WrittenForms(rubric, lists, all);
  }

  /** Whether a class of this name needs no definition, such as {@code number}. */
  public static boolean isBuiltIn(String name) {
    return MatcherBuilder.builtIn(name) != null;
  }

  /**
   * What the short forms in a phrase stand for: inflected words, beginnings, names. Of a list all
   * its entries, each with its forms.
   */
  public Map<String, List<String>> forms(String phrase) {
    return forms.of(phrase);
  }

  /** What an entry of a word list stands for. */
  public List<String> entry(String text) {
    return forms.entry(text);
  }

  /** Sentences of a phrase, or null where it has a fault. */
  public @Nullable Samples samples(Phrase phrase) {
    Node node = rubric.tree(phrase);
    return node == null ? null : new Samples(node, fillers, words, rubric.forms(), written);
  }
}

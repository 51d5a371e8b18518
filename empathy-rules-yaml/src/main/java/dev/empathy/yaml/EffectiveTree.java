package dev.empathy.yaml;

import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Entry;
import dev.empathy.yaml.Tree.Items;
import dev.empathy.yaml.Tree.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes one file of the merged tree: nothing is extended any more, and what belongs to the phrases
 * of one file, its skippable words, stands with these phrases.
 */
final class EffectiveTree {

  private static final String SKIPPABLE = "skippable";

  /** A file's skippable words. */
  private record Skips(List<String> words, @Nullable Items written) {}

  private final Map<String, Skips> skipsOf = new HashMap<>();
  private final Map<List<String>, Integer> uses = new LinkedHashMap<>();
  private List<String> common = List.of();

  private EffectiveTree(List<FormFile> files) {
    for (FormFile file : files) {
      Items written = file.map().get(SKIPPABLE) instanceof Items items ? items : null;
      List<String> words = written == null ? List.of() : new Fields(file.map()).strings(SKIPPABLE);
      skipsOf.put(file.source().file(), new Skips(words, written));
    }
  }

  static Entries of(Entries merged, List<FormFile> files) {
    return new EffectiveTree(files).whole(merged);
  }

  private Entries whole(Entries merged) {
    overPhrases(merged, text -> count(text));
    common =
        uses.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(List.of());
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : overPhrases(merged, this::withSkips).entries()) {
      if (!entry.name().equals("extends") && !entry.name().equals(SKIPPABLE)) {
        entries.add(entry);
      }
    }
    Items written =
        skipsOf.values().stream()
            .filter(skips -> skips.words.equals(common))
            .map(Skips::written)
            .filter(items -> items != null)
            .min(Comparator.comparing(Tree::at))
            .orElse(null);
    if (written != null && !common.isEmpty()) {
      entries.add(new Entry(Scalar.derived(SKIPPABLE, written), written));
    }
    List<String> order = RubricSchema.RUBRIC.names();
    entries.sort(Comparator.comparingInt(entry -> order.indexOf(entry.name())));
    return new Entries(entries, merged.at(), merged.length());
  }

  private Skips skips(Tree text) {
    return skipsOf.getOrDefault(text.at().file(), new Skips(List.of(), null));
  }

  private Tree count(Tree text) {
    uses.merge(skips(text).words, 1, Integer::sum);
    return text;
  }

  /** The phrase, or where the file as a whole will skip other words, the phrase with its own. */
  private Tree withSkips(Tree text) {
    return skips(text).words.equals(common) ? text : own(text, "text", text);
  }

  private Entries own(Tree phrase, String key, Tree value) {
    Items written = skips(phrase).written;
    Items words = written != null ? written : new Items(List.of(), phrase.at(), phrase.length());
    return new Entries(
        List.of(
            new Entry(Scalar.derived(key, value), value),
            new Entry(Scalar.derived(SKIPPABLE, words), words)),
        value.at(),
        value.length());
  }

  private Entries overPhrases(Entries merged, UnaryOperator<Tree> change) {
    return changed(
        merged,
        entry ->
            switch (entry.name()) {
              case "phrases" -> changed((Entries) entry.value(), one -> list(one.value(), change));
              case "cues" -> changed((Entries) entry.value(), one -> cue(one.value(), change));
              default -> entry.value();
            });
  }

  private Entries cue(Tree cue, UnaryOperator<Tree> change) {
    return changed(
        (Entries) cue,
        entry ->
            switch (entry.name()) {
              case "match", "unless" -> list(entry.value(), change);
              case "replace" -> changed((Entries) entry.value(), one -> replacement(one, change));
              default -> entry.value();
            });
  }

  private Tree replacement(Entry phrase, UnaryOperator<Tree> change) {
    if (phrase.value() instanceof Entries) {
      return phrase.value();
    }
    boolean same = change.apply(phrase.key()) == phrase.key();
    return same ? phrase.value() : own(phrase.key(), "say", phrase.value());
  }

  private static Tree list(Tree phrases, UnaryOperator<Tree> change) {
    if (phrases instanceof Items items) {
      List<Tree> all = items.items().stream().map(one -> phrase(one, change)).toList();
      return new Items(all, items.at(), items.length());
    }
    Tree one = phrase(phrases, change);
    return one == phrases ? phrases : new Items(List.of(one), phrases.at(), phrases.length());
  }

  /** A phrase that says itself what it skips stays as it is. */
  private static Tree phrase(Tree phrase, UnaryOperator<Tree> change) {
    return phrase instanceof Scalar ? change.apply(phrase) : phrase;
  }

  private interface Change {
    Tree of(Entry entry);
  }

  private static Entries changed(Entries map, Change change) {
    List<Entry> entries =
        map.entries().stream().map(entry -> new Entry(entry.key(), change.of(entry))).toList();
    return new Entries(entries, map.at(), map.length());
  }
}

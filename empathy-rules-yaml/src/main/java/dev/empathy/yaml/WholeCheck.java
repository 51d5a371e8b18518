package dev.empathy.yaml;

import dev.empathy.rubric.Issue;
import dev.empathy.yaml.Tree.Broken;
import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Entry;
import dev.empathy.yaml.Tree.Items;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be said only of all files together: what is still missing, and what does not add up. */
final class WholeCheck {

  private final Problems problems;
  private final Merger merger;
  private final Entries merged;
  private final Set<String> extending;

  private WholeCheck(Problems problems, Merger merger, Entries merged, List<FormFile> files) {
    this.problems = problems;
    this.merger = merger;
    this.merged = merged;
    this.extending =
        files.stream()
            .filter(file -> file.map().has("extends"))
            .map(file -> file.source().file())
            .collect(Collectors.toSet());
  }

  static void check(Entries merged, List<FormFile> files, Merger merger, Problems problems) {
    WholeCheck check = new WholeCheck(problems, merger, merged, files);
    SizeCheck.check(merged, problems);
    RubricSchema.parts().forEach(check::complete);
    check.bands(merged.get("bands"), "bands");
    check.overrides();
  }

  /** Everything of a kind has the keys that it needs, its own or inherited. */
  private void complete(String kind, Shape.Keys keys) {
    for (Entry entry : entries(merged.get(kind))) {
      if (entry.value() instanceof Entries map) {
        List<String> missing =
            keys.needs().stream()
                .filter(group -> group.stream().noneMatch(map::has))
                .map(group -> String.join(" or ", group))
                .toList();
        if (!missing.isEmpty()) {
          incomplete(kind, keys.what() + " needs ", missing, entry);
        }
      }
    }
  }

  private void incomplete(String kind, String needs, List<String> missing, Entry entry) {
    String path = Hints.join(kind, entry.name());
    if (!extending.contains(entry.key().at().file())) {
      missing.forEach(
          key -> problems.error(Code.MISSING_KEY, entry.key(), path, needs + key, null));
      return;
    }
    // Most likely the name is mistyped: one fault, one message.
    List<String> others = new ArrayList<>(((Entries) merged.get(kind)).names());
    others.remove(entry.name());
    problems.error(
        Code.NOT_THERE,
        entry.key(),
        path,
        needs + String.join(", and ", missing) + ", and none is inherited under this name",
        Issue.didYouMean(entry.name(), others, ""));
  }

  private void bands(@Nullable Tree bands, String path) {
    List<Entry> all = entries(bands);
    if (all.isEmpty() || all.stream().anyMatch(entry -> entry.value() instanceof Broken)) {
      return;
    }
    List<Entry> rising = Bands.rising(all);
    if (Bands.from(rising.get(0)) != 0) {
      problems.error(
          Code.BAD_VALUE,
          rising.get(0).value(),
          Hints.join(path, rising.get(0).name()),
          "the lowest band begins at 0",
          null);
    }
    for (int i = 1; i < rising.size(); i++) {
      if (Bands.from(rising.get(i)) == Bands.from(rising.get(i - 1))) {
        String other = rising.get(i - 1).name();
        String at = Hints.join(path, rising.get(i).name());
        String message = other + " begins at the same score";
        problems.error(Code.BAD_VALUE, rising.get(i).value(), at, message, null);
      }
    }
  }

  private void overrides() {
    if (merged.get("overrides") instanceof Items overrides) {
      for (int i = 0; i < overrides.items().size(); i++) {
        if (overrides.items().get(i) instanceof Entries override) {
          override(override, Hints.item("overrides", i));
        }
      }
    }
  }

  private void override(Entries override, String path) {
    named(override, "rules", path);
    named(override, "dimensions", path);
    if (override.get("bands") instanceof Entries bands) {
      Tree all = merger.merge(RubricSchema.BANDS, merged.get("bands"), bands, path);
      bands(all, path + ".bands");
    }
  }

  private void named(Entries override, String kind, String path) {
    if (merged.get(kind) instanceof Broken) {
      return;
    }
    Set<String> known =
        entries(merged.get(kind)).stream()
            .map(Entry::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (Entry entry : entries(override.get(kind))) {
      if (!known.contains(entry.name()) && !(entry.value() instanceof Broken)) {
        problems.error(
            Code.NOT_THERE,
            entry.key(),
            path + "." + Hints.join(kind, entry.name()),
            "there is nothing of this name to change",
            Issue.didYouMean(entry.name(), known, ""));
      }
    }
  }

  private static List<Entry> entries(@Nullable Tree tree) {
    return tree instanceof Entries map ? map.entries() : List.of();
  }
}

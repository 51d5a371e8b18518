package dev.empathy.yaml;

import dev.empathy.rubric.Issue;
import dev.empathy.yaml.Shape.Variant;
import dev.empathy.yaml.Tree.Broken;
import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Entry;
import dev.empathy.yaml.Tree.Items;
import dev.empathy.yaml.Tree.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out which kind of condition a map is, and holds it against that kind. */
final class ConditionCheck {

  private final Problems problems;
  private final FormCheck form;

  ConditionCheck(Problems problems, FormCheck form) {
    this.problems = problems;
    this.form = form;
  }

  Tree check(Shape.Choice choice, Tree tree, String path) {
    if (!(tree instanceof Entries map)) {
      return form.wrongType(choice.what(), tree, path, hint(tree));
    }
    List<Entry> heads =
        map.entries().stream().filter(entry -> choice.heads().contains(entry.name())).toList();
    if (heads.isEmpty()) {
      return noHead(choice, map, path);
    }
    Variant variant = variant(choice, heads.get(0).name());
    Entry other = otherHead(variant, heads);
    return other != null
        ? twoHeads(heads.get(0), other, map, path)
        : extra(form.keys(variant.keys(), map, path), path);
  }

  private static @Nullable String hint(Tree tree) {
    if (tree instanceof Items) {
      return "write all: or any: before the list";
    }
    return tree instanceof Scalar scalar && !scalar.absent()
        ? "write { cue: " + Hints.cut(scalar.text()) + " }"
        : null;
  }

  private static Variant variant(Shape.Choice choice, String head) {
    return choice.variants().stream()
        .filter(variant -> variant.heads().contains(head))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable Entry otherHead(Variant variant, List<Entry> heads) {
    return heads.stream()
        .skip(1)
        .filter(head -> !variant.together() || !variant.heads().contains(head.name()))
        .findFirst()
        .orElse(null);
  }

  private Tree noHead(Shape.Choice choice, Entries map, String path) {
    for (Entry entry : map.entries()) {
      String near = Issue.didYouMean(entry.name(), choice.heads(), "");
      if (near != null) {
        String message = "a condition has no key " + Hints.quote(entry.name());
        String at = Hints.join(path, entry.name());
        problems.error(Code.UNKNOWN_KEY, entry.key(), at, message, near);
        return Broken.of(map);
      }
    }
    String heads = String.join(", ", choice.heads());
    problems.error(
        Code.MISSING_KEY, map, path, "the kind of condition is missing", "write one of " + heads);
    return Broken.of(map);
  }

  private Tree twoHeads(Entry first, Entry second, Entries map, String path) {
    problems.error(
        Code.UNKNOWN_KEY,
        second.key(),
        path,
        first.name() + " and " + second.name() + " are two conditions",
        "write all: or any: and a list of both");
    return Broken.of(map);
  }

  /** What one key alone cannot tell. */
  private Tree extra(Tree checked, String path) {
    if (checked instanceof Entries map) {
      between(map, path);
      atLeastOf(map, path);
    }
    return checked;
  }

  private void between(Entries map, String path) {
    if (!(map.get("between") instanceof Items items)
        || items.items().stream().anyMatch(Broken.class::isInstance)) {
      return;
    }
    List<Double> numbers =
        items.items().stream().map(item -> Numbers.decimal(((Scalar) item).text())).toList();
    if (numbers.size() != 2 || numbers.get(0) > numbers.get(1)) {
      problems.error(
          Code.BAD_VALUE,
          items,
          path + ".between",
          "expected two numbers, the smaller first",
          "write [10, 20]");
    }
  }

  private void atLeastOf(Entries map, String path) {
    if (map.get("at-least-of") instanceof Scalar number
        && map.get("of") instanceof Items items
        && Integer.parseInt(number.text()) > items.items().size()) {
      String many = items.items().size() == 1 ? " condition" : " conditions";
      problems.error(
          Code.BAD_VALUE,
          number,
          path + ".at-least-of",
          "at least " + number.text() + " of " + items.items().size() + many + " can never hold",
          null);
    }
  }
}

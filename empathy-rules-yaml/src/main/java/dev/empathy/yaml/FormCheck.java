package dev.empathy.yaml;

import dev.empathy.rubric.Issue;
import dev.empathy.yaml.Shape.Edit;
import dev.empathy.yaml.Shape.Edits;
import dev.empathy.yaml.Tree.Broken;
import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Entry;
import dev.empathy.yaml.Tree.Items;
import dev.empathy.yaml.Tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a tree against a shape. What it returns has the shape, with a {@link Broken} in the place
 * of each fault: whoever comes later neither trips over a fault nor reports it again.
 */
final class FormCheck {

  private final Problems problems;

  FormCheck(Problems problems) {
    this.problems = problems;
  }

  Tree check(Shape declared, Tree tree, String path) {
    if (tree instanceof Broken) {
      return tree;
    }
    Shape shape = Shape.unwrap(declared);
    if (shape instanceof Shape.Value value) {
      return value(value.kind(), tree, path);
    } else if (shape instanceof Shape.ListOf list) {
      return list(list, tree, path);
    } else if (shape instanceof Shape.MapOf map) {
      return map(map, tree, path);
    } else if (shape instanceof Shape.Keys keys) {
      return keys(keys, tree, path);
    } else if (shape instanceof Shape.Either either) {
      return either(either, tree, path);
    } else if (shape instanceof Shape.Shorthand shorthand) {
      return shorthand(shorthand, tree, path);
    }
    return new ConditionCheck(problems, this).check((Shape.Choice) shape, tree, path);
  }

  private Tree value(Kind kind, Tree tree, String path) {
    if (!(tree instanceof Scalar scalar) || scalar.absent()) {
      boolean bracket = tree instanceof Items && !kind.prose();
      return wrongType(kind.what(), tree, path, bracket ? null : hintForText(tree));
    }
    if (kind.prose() && scalar.suspect() != null) {
      suspect(scalar.suspect(), path);
    }
    return kind.accepts(scalar.text()) ? tree : badValue(kind, scalar, path);
  }

  private void suspect(Tree.Suspect suspect, String path) {
    if (suspect.comment()) {
      problems.warning(
          Code.COMMENT, suspect.at(), path, "a comment begins inside this text", Hints.QUOTES);
    } else {
      problems.error(
          Code.SWALLOWED,
          suspect.at(),
          path,
          "this line belongs to the text above, dash included",
          "indent all dashes of a list alike, or put the text in quotes");
    }
  }

  private Tree badValue(Kind kind, Scalar scalar, String path) {
    String found = scalar.text().isBlank() ? "an empty text" : Hints.quote(scalar.text());
    problems.error(
        Code.BAD_VALUE,
        scalar,
        path,
        "expected " + kind.what() + ", found " + found,
        kind.hint(scalar.text()));
    return Broken.of(scalar);
  }

  /**
   * A text with a colon in it, without quotes, is a map to YAML; one that begins with # nothing.
   */
  private static @Nullable String hintForText(Tree tree) {
    if (tree instanceof Scalar scalar) {
      return scalar.suspect() == null ? null : Hints.QUOTES;
    }
    if (tree instanceof Entries map && map.entries().size() == 1) {
      Entry entry = map.entries().get(0);
      String rest = entry.value() instanceof Scalar scalar ? " " + scalar.text() : "";
      if (Library.PREFIX.equals(entry.name() + ":")) {
        return "write " + Library.PREFIX + rest.strip() + ", without a space";
      }
      return Hints.QUOTES + ": " + Hints.quote((entry.name() + ":" + rest).strip());
    }
    return tree instanceof Broken ? null : Hints.QUOTES;
  }

  Tree wrongType(String expected, Tree tree, String path, @Nullable String hint) {
    String message = "expected " + expected + ", found " + tree.kind();
    problems.error(Code.WRONG_TYPE, tree, path, message, hint);
    return Broken.of(tree);
  }

  private Tree list(Shape.ListOf list, Tree tree, String path) {
    if (!(tree instanceof Items items)) {
      String hint =
          tree instanceof Scalar scalar && !scalar.absent()
              ? scalar.text().startsWith("-")
                  ? "a space must follow the dash"
                  : "begin the line with a dash, or write [" + Hints.cut(scalar.text()) + "]"
              : tree instanceof Entries
                  ? "write each entry on a line of its own after a dash"
                  : null;
      return wrongType("a list", tree, path, hint);
    }
    if (items.items().isEmpty() && list.least() > 0) {
      return emptyList(items, path);
    }
    List<Tree> checked = new ArrayList<>();
    for (int i = 0; i < items.items().size(); i++) {
      checked.add(check(list.item(), items.items().get(i), Hints.item(path, i)));
    }
    return new Items(checked, items.at(), items.length());
  }

  private Tree emptyList(Items items, String path) {
    problems.error(
        Code.BAD_VALUE, items, path, "the list is empty", "write an entry, or leave the key out");
    return Broken.of(items);
  }

  private Tree map(Shape.MapOf map, Tree tree, String path) {
    if (!(tree instanceof Entries entries)) {
      return wrongType("a map", tree, path, "write name: value, one on a line");
    }
    if (entries.entries().isEmpty()) {
      problems.error(Code.BAD_VALUE, entries, path, "the map is empty", "leave the key out");
      return Broken.of(entries);
    }
    List<Entry> checked = new ArrayList<>();
    for (Entry entry : entries.entries()) {
      Tree value = named(map, entry, Hints.join(path, entry.name()));
      checked.add(new Entry(entry.key(), value));
    }
    return new Entries(checked, entries.at(), entries.length());
  }

  private Tree named(Shape.MapOf map, Entry entry, String path) {
    Edit edit = map.edits() == Edits.NONE ? null : Edit.of(entry.name());
    String name = edit == null ? entry.name() : Edit.base(entry.name());
    if (!map.names().accepts(name)) {
      return badName(map, entry, name, path);
    }
    if (edit == null) {
      return check(map.value(), entry.value(), path);
    }
    boolean written = map.value() instanceof Shape.Shorthand && entry.value() instanceof Entries;
    return written
        ? wrongType("a list", entry.value(), path, signWithin(name, edit))
        : check(edit.takes(map.value()), entry.value(), path);
  }

  private static String signWithin(String name, Edit edit) {
    return "write " + name + ": and put the " + edit.sign() + " behind a key within";
  }

  private Tree badName(Shape.MapOf map, Entry entry, String name, String path) {
    String found = name.isBlank() ? "an empty text" : Hints.quote(name);
    problems.error(
        Code.BAD_VALUE,
        entry.key(),
        path,
        "expected " + map.names().what() + ", found " + found,
        map.names().hint(name));
    return Broken.of(entry.key());
  }

  Tree keys(Shape.Keys keys, Tree tree, String path) {
    if (!(tree instanceof Entries entries)) {
      return wrongType("a map", tree, path, keysHint(keys));
    }
    List<Entry> checked = new ArrayList<>();
    Set<String> present = new LinkedHashSet<>();
    boolean unknown = false;
    for (Entry entry : entries.entries()) {
      Tree value = known(keys, entry, Hints.join(path, entry.name()));
      unknown |= value == null;
      if (value != null) {
        checked.add(new Entry(entry.key(), value));
        present.add(Edit.base(entry.name()));
      }
    }
    needs(keys, entries, present, unknown, checked, path);
    return new Entries(checked, entries.at(), entries.length());
  }

  private static String keysHint(Shape.Keys keys) {
    return "write key: value, one on a line; the keys are " + String.join(", ", keys.names());
  }

  /** The checked value, or null where the key is not known. */
  private @Nullable Tree known(Shape.Keys keys, Entry entry, String path) {
    Shape.Key key = keys.key(entry.name());
    if (key != null) {
      return check(key.shape(), entry.value(), path);
    }
    Edit edit = Edit.of(entry.name());
    Shape.Key base = edit == null ? null : keys.key(Edit.base(entry.name()));
    if (base != null && base.edits().allows(edit)) {
      return check(edit.takes(base.shape()), entry.value(), path);
    }
    if (base == null && keys.rest() != null) {
      return check(keys.rest(), entry.value(), path);
    }
    unknownKey(keys, entry, base, path);
    return null;
  }

  private void unknownKey(Shape.Keys keys, Entry entry, Shape.@Nullable Key base, String path) {
    if (base != null) {
      problems.error(
          Code.UNKNOWN_KEY,
          entry.key(),
          path,
          base.name() + " cannot be changed with " + Hints.sign(entry.name()),
          "write " + base.name() + " alone");
      return;
    }
    String near = Issue.didYouMean(entry.name(), keys.names(), "");
    problems.error(
        Code.UNKNOWN_KEY,
        entry.key(),
        path,
        keys.what() + " has no key " + Hints.quote(entry.name()),
        near != null ? near : "the keys are " + String.join(", ", keys.names()));
  }

  private void needs(
      Shape.Keys keys,
      Entries written,
      Set<String> present,
      boolean unknown,
      List<Entry> checked,
      String path) {
    for (List<String> group : keys.needs()) {
      if (group.stream().anyMatch(present::contains)) {
        continue;
      }
      if (unknown) {
        // The unknown key may be the one that is missing, misspelt: one fault, one message.
        checked.add(new Entry(Scalar.derived(group.get(0), written), Broken.of(written)));
      } else if (!keys.merges()) {
        missing(keys, group, written, path);
      }
    }
  }

  void missing(Shape.Keys keys, List<String> group, Tree at, String path) {
    problems.error(
        Code.MISSING_KEY, at, path, keys.what() + " needs " + String.join(" or ", group), null);
  }

  /** The map, whichever way it was written. */
  private Tree shorthand(Shape.Shorthand shorthand, Tree tree, String path) {
    if (tree instanceof Entries) {
      return keys(shorthand.keys(), tree, path);
    }
    Tree held = check(shorthand.held(), tree, path);
    Entry entry = new Entry(Scalar.derived(shorthand.key(), tree), held);
    return held instanceof Broken ? held : new Entries(List.of(entry), tree.at(), tree.length());
  }

  private Tree either(Shape.Either either, Tree tree, String path) {
    for (Shape option : either.options()) {
      if (fits(option, tree)) {
        return check(option, tree, path);
      }
    }
    return wrongType(either.what(), tree, path, hintForText(tree));
  }

  static boolean fits(Shape option, Tree tree) {
    if (tree instanceof Scalar scalar) {
      return option instanceof Shape.Value && !scalar.absent();
    }
    return !(tree instanceof Entries map)
        ? option instanceof Shape.ListOf
        : option instanceof Shape.MapOf
            || option instanceof Shape.Keys keys && keys.names().stream().anyMatch(map::has);
  }
}

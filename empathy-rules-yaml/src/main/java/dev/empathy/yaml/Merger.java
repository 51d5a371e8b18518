package dev.empathy.yaml;

import dev.empathy.Wording;
import dev.empathy.rubric.Issue;
import dev.empathy.yaml.Shape.Edit;
import dev.empathy.yaml.Tree.Broken;
import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Entry;
import dev.empathy.yaml.Tree.Items;
import dev.empathy.yaml.Tree.Scalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lays one file over another: maps merge by key, what is a unit (a text, a condition, a list)
 * replaces, and {@code key+} and {@code key-} change a list.
 */
final class Merger {

  /** What a file says of itself, and its parents do not say for it. */
  private static final Set<String> OWN =
      Set.of("empathy", "rubric", "version", "extends", "skippable");

  private final Problems problems;
  private final Wording wording;

  /**
   * @param wording tells which entries of a list are the same
   */
  Merger(Problems problems, Wording wording) {
    this.problems = problems;
    this.wording = wording;
  }

  /** All files as one, the later over the earlier. */
  Entries merge(List<FormFile> files) {
    Entries merged = new Entries(List.of(), files.get(0).map().at(), 1);
    for (FormFile file : files) {
      List<Entry> inherited =
          merged.entries().stream().filter(entry -> !OWN.contains(entry.name())).toList();
      Entries base = new Entries(inherited, file.map().at(), 1);
      merged = (Entries) merge(RubricSchema.RUBRIC, base, file.map(), "");
    }
    return merged;
  }

  /** One value over another; null where nothing is inherited. */
  Tree merge(Shape declared, @Nullable Tree base, Tree over, String path) {
    if (base instanceof Broken) {
      return base;
    }
    Shape shape = option(declared, over);
    if (over instanceof Entries map && mergesByKey(shape)) {
      return byKey(shape, base instanceof Entries entries ? entries : null, map, path);
    }
    return over;
  }

  private static Shape option(Shape declared, Tree tree) {
    if (declared instanceof Shape.Either either) {
      return either.options().stream()
          .filter(option -> FormCheck.fits(option, tree))
          .findFirst()
          .orElse(declared);
    }
    return declared.written();
  }

  private static boolean mergesByKey(Shape shape) {
    return shape instanceof Shape.MapOf
        || shape instanceof Shape.Keys keys && keys.merges()
        || shape == RubricSchema.RUBRIC;
  }

  private Tree byKey(Shape shape, @Nullable Entries base, Entries over, String path) {
    Map<String, Entry> merged = new LinkedHashMap<>();
    if (base != null) {
      base.entries().forEach(entry -> merged.put(entry.name(), entry));
    }
    // First what replaces, then what takes away, then what adds, however the author ordered them.
    over.entries().stream()
        .filter(entry -> edit(shape, entry) == null)
        .forEach(entry -> replace(shape, merged, entry, path));
    over.entries().stream()
        .filter(entry -> edit(shape, entry) == Edit.REMOVE)
        .forEach(entry -> remove(shape, merged, entry, path));
    over.entries().stream()
        .filter(entry -> edit(shape, entry) == Edit.ADD)
        .forEach(entry -> add(shape, merged, entry, path));
    Tree at = base == null ? over : base;
    return new Entries(List.copyOf(merged.values()), at.at(), at.length());
  }

  private static @Nullable Edit edit(Shape shape, Entry entry) {
    boolean edits =
        shape instanceof Shape.Keys keys
            ? keys.key(entry.name()) == null
            : shape instanceof Shape.MapOf map && map.edits() != Shape.Edits.NONE;
    return edits ? Edit.of(entry.name()) : null;
  }

  private void replace(Shape shape, Map<String, Entry> merged, Entry over, String path) {
    Entry base = merged.get(over.name());
    Tree inherited = base == null ? null : base.value();
    Tree value =
        appends(shape, over) && inherited instanceof Items items && over.value() instanceof Items
            ? concat(items, (Items) over.value())
            : merge(child(shape, over), inherited, over.value(), Hints.join(path, over.name()));
    merged.put(over.name(), new Entry(base == null ? over.key() : base.key(), value));
  }

  private static boolean appends(Shape shape, Entry entry) {
    Shape.Key key = shape instanceof Shape.Keys keys ? keys.key(entry.name()) : null;
    return key != null && key.appends();
  }

  private static Shape child(Shape shape, Entry entry) {
    return shape instanceof Shape.MapOf map
        ? map.value()
        : ((Shape.Keys) shape).key(entry.name()).shape();
  }

  private static Items concat(Items first, Items second) {
    List<Tree> all = new ArrayList<>(first.items());
    all.addAll(second.items());
    return new Items(all, first.at(), first.length());
  }

  private void add(Shape shape, Map<String, Entry> merged, Entry edit, String path) {
    Entry base = inherited(merged, edit, "add to", path);
    if (base == null || base.value() instanceof Broken || edit.value() instanceof Broken) {
      return;
    }
    if (child(shape, base) instanceof Shape.Shorthand shorthand) {
      merged.put(base.name(), edited(shorthand, base, edit, path));
      return;
    }
    Tree value =
        base.value() instanceof Entries || edit.value() instanceof Entries
            ? union(entries(base.value()), entries(edit.value()))
            : concat(items(base.value()), items(edit.value()));
    merged.put(base.name(), new Entry(base.key(), value));
  }

  /** What is inherited in a short form is edited as the list that the form is short for. */
  private Entry edited(Shape.Shorthand shorthand, Entry base, Entry edit, String path) {
    String name = shorthand.key() + Hints.sign(edit.name());
    Entry inner = new Entry(Scalar.derived(name, edit.key()), edit.value());
    Entries over = new Entries(List.of(inner), edit.value().at(), edit.value().length());
    String inside = Hints.join(path, base.name());
    return new Entry(base.key(), byKey(shorthand.keys(), (Entries) base.value(), over, inside));
  }

  private static Entries union(Entries first, Entries second) {
    Map<String, Entry> all = new LinkedHashMap<>();
    first.entries().forEach(entry -> all.put(entry.name(), entry));
    second.entries().forEach(entry -> all.put(entry.name(), entry));
    return new Entries(List.copyOf(all.values()), first.at(), first.length());
  }

  /** A word list as a map; its entries have no strength. */
  private static Entries entries(Tree tree) {
    if (tree instanceof Entries map) {
      return map;
    }
    List<Entry> entries =
        items(tree).items().stream()
            .filter(Scalar.class::isInstance)
            .map(item -> new Entry((Scalar) item, Scalar.derived("none", item)))
            .toList();
    return new Entries(entries, tree.at(), tree.length());
  }

  private static Items items(Tree tree) {
    return tree instanceof Items items ? items : new Items(List.of(tree), tree.at(), tree.length());
  }

  private void remove(Shape shape, Map<String, Entry> merged, Entry edit, String path) {
    Entry base = inherited(merged, edit, "remove from", path);
    if (base == null || !(edit.value() instanceof Items removed)) {
      return;
    }
    if (child(shape, base) instanceof Shape.Shorthand shorthand) {
      if (!(base.value() instanceof Broken)) {
        merged.put(base.name(), edited(shorthand, base, edit, path));
      }
      return;
    }
    Tree left = base.value() instanceof Broken ? base.value() : without(base, removed, edit, path);
    if (!empty(left)) {
      merged.put(base.name(), new Entry(base.key(), left));
    } else if (shape instanceof Shape.Keys keys && !needed(keys, base.name(), merged)) {
      merged.remove(base.name());
    } else {
      merged.put(base.name(), new Entry(base.key(), Broken.of(left)));
      nothingLeft(edit, path);
    }
  }

  /** Whether a map needs this key and nothing in it stands in for it. */
  private static boolean needed(Shape.Keys keys, String name, Map<String, Entry> merged) {
    return keys.needs().stream()
        .filter(group -> group.contains(name))
        .anyMatch(
            group ->
                group.stream().filter(key -> !key.equals(name)).noneMatch(merged::containsKey));
  }

  private static boolean empty(Tree list) {
    return list instanceof Items items && items.items().isEmpty()
        || list instanceof Entries map && map.entries().isEmpty();
  }

  private void nothingLeft(Entry edit, String path) {
    problems.error(
        Code.BAD_VALUE,
        edit.key(),
        Hints.join(path, edit.name()),
        "nothing is left of the list",
        "leave an entry, or give the list anew");
  }

  /** The list without these; each of them must be in it, once for each time it is named. */
  private Tree without(Entry base, Items removed, Entry edit, String path) {
    boolean broken = items(base.value()).items().stream().anyMatch(Broken.class::isInstance);
    Map<String, String> there = new LinkedHashMap<>();
    texts(base.value()).forEach(text -> there.put(worded(text), text));
    Set<String> gone = new HashSet<>();
    for (int i = 0; i < removed.items().size(); i++) {
      if (removed.items().get(i) instanceof Scalar text) {
        String folded = worded(text.text());
        if (there.remove(folded) != null) {
          gone.add(folded);
        } else if (!broken) {
          notInList(text, there.values(), Hints.item(Hints.join(path, edit.name()), i));
        }
      }
    }
    return without(base.value(), gone);
  }

  private Tree without(Tree list, Set<String> gone) {
    if (list instanceof Entries map) {
      List<Entry> left =
          map.entries().stream().filter(e -> !gone.contains(worded(e.name()))).toList();
      return new Entries(left, map.at(), map.length());
    }
    List<Tree> left = items(list).items().stream().filter(item -> !isText(item, gone)).toList();
    return new Items(left, list.at(), list.length());
  }

  private boolean isText(Tree item, Set<String> gone) {
    return text(item) instanceof Scalar scalar && gone.contains(worded(scalar.text()));
  }

  /** An item itself, or of an example that is a map its text. */
  private static @Nullable Tree text(Tree item) {
    return item instanceof Entries map ? map.get("text") : item;
  }

  private static List<String> texts(Tree list) {
    return list instanceof Entries map
        ? map.names()
        : items(list).items().stream()
            .map(Merger::text)
            .filter(Scalar.class::isInstance)
            .map(item -> ((Scalar) item).text())
            .toList();
  }

  /** The braces around what an example hits are marks, and no template that was not filled in. */
  private String worded(String text) {
    return wording.of(text.replace("{{", " ( ").replace("}}", " ) "));
  }

  private void notInList(Scalar removed, Collection<String> there, String path) {
    problems.error(
        Code.NOT_THERE,
        removed,
        path,
        "the inherited list has no entry " + Hints.quote(removed.text()),
        Issue.didYouMean(removed.text(), there, ""));
  }

  private @Nullable Entry inherited(
      Map<String, Entry> merged, Entry edit, String verb, String path) {
    String name = Edit.base(edit.name());
    Entry base = merged.get(name);
    if (base == null) {
      String near = Issue.didYouMean(name, merged.keySet(), "");
      problems.error(
          Code.NOT_THERE,
          edit.key(),
          Hints.join(path, edit.name()),
          "there is no inherited " + Hints.cut(name) + " to " + verb,
          near != null ? near : "write " + Hints.cut(name) + " without " + Hints.sign(edit.name()));
    }
    return base;
  }
}

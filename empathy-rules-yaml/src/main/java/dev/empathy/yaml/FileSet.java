package dev.empathy.yaml;

import dev.empathy.rubric.Location;
import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Items;
import dev.empathy.yaml.Tree.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file and all that it extends, parents first, each once. */
final class FileSet {

  private final Problems problems;
  private final FileFinder finder;
  private final Room room = new Room();
  private final List<FormFile> files = new ArrayList<>();
  private final Set<String> begun = new HashSet<>();
  private final Map<String, String> open = new LinkedHashMap<>();
  private boolean complete = true;

  private final ReadAhead ahead;

  private FileSet(Problems problems, FileFinder finder, ReadAhead ahead) {
    this.ahead = ahead;
    this.problems = problems;
    this.finder = finder;
  }

  static FileSet load(RubricFile first, Library library, Problems problems) {
    FileFinder finder = new FileFinder(library, problems, first);
    FileSet set = new FileSet(problems, finder, new ReadAhead(library));
    set.add(first);
    return set;
  }

  /** In load order, the first file last. */
  List<FormFile> files() {
    return files;
  }

  /** Whether every file could be read; if not, nothing can be said of the whole. */
  boolean complete() {
    return complete;
  }

  private void add(RubricFile file) {
    begun.add(file.identity());
    open.put(file.identity(), file.name());
    ReadAhead.Ready ready = ahead.take(file);
    if (ready != null && room.takes(file.bytes().length, ready.nodes())) {
      problems.register(ready.source());
      parents(ready.raw(), file);
      files.add(new FormFile(ready.source(), file.bytes(), ready.checked()));
    } else {
      read(file);
    }
    open.remove(file.identity());
  }

  private void read(RubricFile file) {
    SourceText source = text(file, room, problems);
    Entries raw = source == null ? null : topLevel(source);
    if (raw == null) {
      complete = false;
    } else {
      ahead.begin(raw);
      parents(raw, file);
      Tree checked = new FormCheck(problems).check(RubricSchema.RUBRIC, raw, "");
      files.add(new FormFile(source, file.bytes(), (Entries) checked));
    }
  }

  /** The text of a file that is small enough and UTF-8, or null. */
  static @Nullable SourceText text(RubricFile file, Room room, Problems problems) {
    if (room.takesBytes(file.bytes().length)) {
      return Utf8.decode(file.name(), file.bytes(), problems);
    }
    boolean alone = file.bytes().length > Limits.BYTES;
    problems.error(
        Code.LIMIT,
        new Location(file.name(), 1, 1),
        "",
        alone
            ? "the file is larger than 2 MiB"
            : "with this file, the files of the rubric are larger than 2 MiB together",
        "take away what is not needed");
    return null;
  }

  private @Nullable Entries topLevel(SourceText source) {
    Tree tree = TreeReader.read(source, room, problems);
    if (tree instanceof Entries map) {
      return knownFormat(map) ? map : null;
    }
    if (tree != null && !(tree instanceof Tree.Broken)) {
      problems.error(
          Code.WRONG_TYPE,
          tree,
          "",
          "a rubric is a map, found " + tree.kind(),
          "begin with empathy: 1, rubric: NAME and version: NUMBER");
    }
    return null;
  }

  /** A file in a later format would only give a heap of messages about keys. */
  private boolean knownFormat(Entries map) {
    if (isKnownFormat(map)) {
      return true;
    }
    Scalar format = (Scalar) new Fields(map).needed("empathy");
    problems.error(
        Code.BAD_VALUE,
        format,
        "empathy",
        "this is format " + Hints.cut(format.text()) + ", which is not known here",
        "known: " + String.join(", ", RubricSchema.FORMAT.values()));
    return false;
  }

  /** Whether a file is in the format of this reader, or says of none that it is in it. */
  static boolean isKnownFormat(Entries map) {
    return !(map.get("empathy") instanceof Scalar format)
        || RubricSchema.FORMAT.accepts(format.text());
  }

  private void parents(Entries map, RubricFile file) {
    Tree named = map.get("extends");
    if (named == null) {
      return;
    }
    if (!(named instanceof Items items)) {
      complete = false;
      return;
    }
    int most = Math.min(items.items().size(), Limits.FILES);
    if (most < items.items().size()) {
      tooMany(items.items().get(most), "extends[" + most + "]");
      complete = false;
    }
    for (int i = 0; i < most; i++) {
      if (!(items.items().get(i) instanceof Scalar name && parent(name, file, i))) {
        complete = false;
      }
    }
  }

  private boolean parent(Scalar name, RubricFile from, int index) {
    String at = Hints.item("extends", index);
    // An empty name is reported by the check of the form.
    FileFinder.Found parent = name.text().isBlank() ? null : finder.find(name, from, at);
    if (parent == null) {
      return false;
    }
    if (open.containsKey(parent.identity())) {
      cycle(name, parent, at);
      return false;
    }
    if (begun.contains(parent.identity())) {
      return true;
    }
    if (begun.size() >= Limits.FILES) {
      tooMany(name, at);
      return false;
    }
    RubricFile file = finder.read(parent, name, at);
    if (file != null) {
      add(file);
    }
    return file != null;
  }

  private void tooMany(Tree at, String path) {
    String message = "a rubric may be made of " + Limits.FILES + " files";
    problems.error(Code.LIMIT, at, path, message, null);
  }

  private void cycle(Scalar name, FileFinder.Found parent, String at) {
    List<String> chain = new ArrayList<>();
    open.forEach(
        (identity, file) -> {
          if (!chain.isEmpty() || identity.equals(parent.identity())) {
            chain.add(file);
          }
        });
    chain.add(chain.get(0));
    problems.error(
        Code.EXTENDS,
        name,
        at,
        "files extend each other in a circle: " + String.join(" → ", chain),
        "leave out one of these steps");
  }
}

package dev.empathy.yaml;

import dev.empathy.yaml.Tree.Entries;
import dev.empathy.yaml.Tree.Items;
import dev.empathy.yaml.Tree.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of the library side by side, each as soon as it is known that it will be asked for.
 * Only what is without any fault or warning is given; all else is read once more, in its turn.
 */
final class ReadAhead {

  /**
   * A file without a fault.
   *
   * @param file its bytes
   * @param source its text
   * @param raw its keys as they were written
   * @param checked its keys, checked
   * @param nodes how many texts, lists and maps it holds
   */
  record Ready(RubricFile file, SourceText source, Entries raw, Entries checked, int nodes) {}

  private final Library library;
  private final Map<String, Aside<Optional<Ready>>> tasks = new ConcurrentHashMap<>();

  ReadAhead(Library library) {
    this.library = library;
  }

  /** Begins to read what a file extends. */
  void begin(Entries map) {
    if (map.get("extends") instanceof Items named) {
      int most = Math.min(named.items().size(), Limits.FILES);
      for (int i = 0; i < most; i++) {
        if (named.items().get(i) instanceof Scalar name && name.text().startsWith(Library.PREFIX)) {
          begin(name.text().substring(Library.PREFIX.length()));
        }
      }
    }
  }

  private void begin(String name) {
    if (library.rubrics().contains(name)) {
      tasks.computeIfAbsent(name, key -> Aside.begin(() -> Optional.ofNullable(read(key))));
    }
  }

  private @Nullable Ready read(String name) {
    byte[] bytes = library.rubric(name);
    if (bytes == null) {
      return null;
    }
    RubricFile file = FileFinder.builtIn(name, bytes);
    Problems problems = new Problems();
    Room room = new Room();
    try {
      SourceText source = FileSet.text(file, room, problems);
      int nodes = room.nodes();
      Tree tree = source == null ? null : TreeReader.read(source, room, problems);
      if (!(tree instanceof Entries raw) || !FileSet.isKnownFormat(raw)) {
        return null;
      }
      begin(raw);
      Tree checked = new FormCheck(problems).check(RubricSchema.RUBRIC, raw, "");
      return checked instanceof Entries map && problems.sorted().isEmpty()
          ? new Ready(file, source, raw, map, nodes - room.nodes())
          : null;
    } catch (Problems.Enough e) {
      return null;
    }
  }

  /** What was read of a file of the library, or null where it was not, or has a fault. */
  @Nullable Ready take(RubricFile file) {
    boolean ours = file.identity().startsWith(Library.PREFIX);
    Aside<Optional<Ready>> task =
        ours ? tasks.get(file.identity().substring(Library.PREFIX.length())) : null;
    return task == null ? null : task.get().orElse(null);
  }
}

package dev.empathy.yaml;

import dev.empathy.yaml.Tree.Entries;
import org.jspecify.annotations.Nullable;

/** Reads a locale pack of the library. */
final class LocaleFile {

  private LocaleFile() {}

  /** The pack, checked, or null where it is no map. */
  static @Nullable FormFile read(String name, byte[] bytes, Problems problems) {
    Room room = new Room();
    SourceText source = FileSet.text(FileFinder.builtIn(name, bytes), room, problems);
    Tree tree = source == null ? null : TreeReader.read(source, room, problems);
    if (tree == null) {
      return null;
    }
    Tree checked = new FormCheck(problems).check(LocaleSchema.PACK, tree, "");
    return checked instanceof Entries map ? new FormFile(source, bytes, map) : null;
  }
}

package dev.empathy.yaml;

import dev.empathy.rubric.Issue;
import dev.empathy.yaml.Tree.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that {@code extends} names: in the library, or in the folder of the first file.
 * Nothing outside that folder is opened or even looked at, and the network never is.
 */
final class FileFinder {

  private static final String UNREADABLE = "the file cannot be read";

  private final Library library;
  private final Problems problems;
  private final @Nullable Path root;
  private final @Nullable String first;

  FileFinder(Library library, Problems problems, @Nullable RubricFile first) {
    this.library = library;
    this.problems = problems;
    Path path = first == null ? null : first.path();
    this.root = path == null ? null : path.getParent();
    this.first = first == null ? null : first.name();
  }

  /**
   * A file that was found and not yet read.
   *
   * @param name its name as the author knows it
   * @param identity what two ways to the same file have in common
   * @param path where it lies, or null for what comes from the jar
   */
  record Found(String name, String identity, @Nullable Path path) {}

  /** The file as it is named in {@code from}, or null with a problem. */
  @Nullable Found find(Scalar named, RubricFile from, String at) {
    String name = named.text().strip();
    if (name.startsWith(Library.PREFIX)) {
      return builtIn(named, name.substring(Library.PREFIX.length()).strip(), at);
    }
    String refused = refused(name);
    if (refused != null) {
      return fault(named, at, refused, "write builtin:NAME or a path such as ./brand.yaml");
    }
    if (root == null || from.path() == null) {
      String message = "only built-in rubrics can be extended here";
      return fault(named, at, message, "write builtin:NAME");
    }
    return inFolder(named, name, from.path(), at);
  }

  /** Its content, or null with a problem. */
  @Nullable RubricFile read(Found found, Scalar named, String at) {
    Path path = found.path();
    if (path == null) {
      String name = found.name().substring(Library.PREFIX.length());
      return builtIn(name, Objects.requireNonNull(library.rubric(name)));
    }
    try {
      return read(found.name(), path);
    } catch (IOException e) {
      fault(named, at, UNREADABLE, null);
      return null;
    }
  }

  private @Nullable Found builtIn(Scalar named, String name, String at) {
    if (library.rubrics().contains(name)) {
      String full = Library.PREFIX + name;
      return new Found(full, full, null);
    }
    String near = Issue.didYouMean(name, library.rubrics(), Library.PREFIX);
    String all = "there are " + String.join(", ", library.rubrics());
    return fault(
        named, at, "no built-in rubric is named " + Hints.cut(name), near != null ? near : all);
  }

  static RubricFile builtIn(String name, byte[] bytes) {
    String full = Library.PREFIX + name;
    return new RubricFile(full, full, null, bytes);
  }

  private static @Nullable String refused(String name) {
    if (name.contains("://")) {
      return "a rubric is never fetched from the network";
    }
    boolean drive = name.length() > 1 && name.charAt(1) == ':';
    return name.startsWith("/") || name.startsWith("\\") || drive
        ? "the path must be relative"
        : null;
  }

  private @Nullable Found inFolder(Scalar named, String name, Path from, String at) {
    try {
      Path path = from.resolveSibling(name).normalize();
      if (!path.startsWith(root) || !path.toRealPath().startsWith(root.toRealPath())) {
        String message = "the path leaves the folder of the first file";
        return fault(named, at, message, "move the file into that folder");
      }
      return new Found(shownName(path), path.toRealPath().toString(), path);
    } catch (NoSuchFileException e) {
      String hint =
          library.rubrics().contains(name) ? "did you mean " + Library.PREFIX + name + "?" : null;
      return fault(named, at, "there is no file " + Hints.cut(name), hint);
    } catch (IOException | InvalidPathException e) {
      return fault(named, at, UNREADABLE, null);
    }
  }

  private String shownName(Path path) {
    String name = root.relativize(path).toString().replace('\\', '/');
    return name.equals(first) && !path.getFileName().equals(path) ? path.toString() : name;
  }

  /**
   * Reads a file, one byte more than the limit at most. A folder, a device or a pipe is none: of a
   * pipe nobody knows when it will say something.
   */
  static RubricFile read(String name, Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException("not a regular file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(Limits.BYTES + 1);
      return new RubricFile(name, path.toRealPath().toString(), path, bytes);
    }
  }

  private @Nullable Found fault(Scalar named, String at, String message, @Nullable String hint) {
    problems.error(Code.EXTENDS, named, at, message, hint);
    return null;
  }
}

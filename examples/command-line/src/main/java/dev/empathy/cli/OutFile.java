package dev.empathy.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there only when it is whole: written beside its place under another name, moved
 * there by {@link #finish}. What is no ordinary file, such as {@code /dev/null}, is written as it
 * is.
 */
final class OutFile implements AutoCloseable {

  private final Path target;
  private final Path written;
  private final OutputStream stream;

  private OutFile(Path target, Path written, OutputStream stream) {
    this.target = target;
    this.written = written;
    this.stream = stream;
  }

  /** Whether a file is one that can be moved to its place. */
  static boolean isOrdinary(Path file) {
    return !Files.exists(file) || Files.isRegularFile(file);
  }

  /** The file itself, behind all links. */
  static Path target(Path file) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Failure("there is no folder " + folder + " for " + file);
    }
    return target;
  }

  static OutFile create(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new Failure(file + " is a folder; --out names a file");
    }
    if (!isOrdinary(file)) {
      return new OutFile(file, file, new BufferedOutputStream(Files.newOutputStream(file)));
    }
    Path target = target(file);
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    Path written = target.resolveSibling(name);
    OutputStream stream =
        Files.newOutputStream(
            written,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    written.toFile().deleteOnExit(); // also when the user interrupts
    return new OutFile(target, written, new BufferedOutputStream(stream));
  }

  OutputStream stream() {
    return stream;
  }

  /** Puts the whole file in its place. */
  void finish() throws IOException {
    stream.close();
    if (written.equals(target)) {
      return;
    }
    try {
      Files.move(
          written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes what was not finished. */
  @Override
  public void close() throws IOException {
    if (!written.equals(target)) {
      stream.close();
      Files.deleteIfExists(written);
    }
  }
}

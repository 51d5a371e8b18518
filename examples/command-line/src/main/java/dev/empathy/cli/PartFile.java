package dev.empathy.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.empathy.rubric.Severity;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that is there only when it is whole, and whose beginning outlives an interrupted run: the
 * lines are written to {@code FILE.part}, and {@code FILE.part.json} says what they depend on. A
 * run that resumes keeps the whole lines and goes on behind them.
 */
final class PartFile implements AutoCloseable {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path target;
  private final Path part;
  private final Path about;
  private final FileChannel channel;
  private final OutputStream stream;
  private long lines;
  private @Nullable Severity gravest;
  private boolean finished;

  private PartFile(Path target, FileChannel channel) {
    this.target = target;
    this.part = part(target);
    this.about = about(target);
    this.channel = channel;
    this.stream = new BufferedOutputStream(Channels.newOutputStream(channel));
  }

  private static Path part(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  private static Path about(Path target) {
    return target.resolveSibling(target.getFileName() + ".part.json");
  }

  /** Whether an interrupted run has left something of a file. */
  static boolean isThere(Path file) throws IOException {
    return Files.exists(part(OutFile.target(file)));
  }

  /**
   * Opens a file's part.
   *
   * @param resume whether to go on with what is there; if nothing is, a run begins at the beginning
   * @throws Failure if what is there is of another run, or being written
   */
  static PartFile open(Path file, Run run, boolean resume) throws IOException {
    Path target = OutFile.target(file);
    boolean goesOn = resume && Files.exists(part(target));
    if (goesOn) {
      refuseOther(target, run);
    }
    FileChannel channel =
        FileChannel.open(
            part(target),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      lock(channel, target);
      PartFile opened = new PartFile(target, channel);
      if (goesOn) {
        opened.keepWholeLines();
      } else {
        channel.truncate(0);
        Files.writeString(opened.about, Json.line(run));
      }
      return opened;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void refuseOther(Path target, Run run) throws IOException {
    Path about = about(target);
    if (!Files.exists(about)) {
      throw new Failure("cannot resume: " + about + " is missing, which says what was done");
    }
    Run earlier;
    try {
      earlier = MAPPER.readValue(Files.readString(about), Run.class);
    } catch (JsonProcessingException e) {
      throw new Failure("cannot resume: " + about + " is not as it was written");
    }
    String other = run.unlike(earlier);
    if (other != null) {
      throw new Failure("cannot resume: " + part(target) + " is of " + Visible.line(other));
    }
  }

  private static void lock(FileChannel channel, Path target) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // As if it were another process.
    }
    throw new Failure("another run is writing " + part(target));
  }

  /** Reads what is there up to the last line feed, and cuts off the rest. */
  private void keepWholeLines() throws IOException {
    InputLines read = new InputLines(Channels.newInputStream(channel), Integer.MAX_VALUE);
    long size = channel.size();
    long kept = 0;
    byte[] line;
    while ((line = read.next()) != null && kept + line.length < size) {
      kept += line.length + 1L;
      lines++;
      gravest = graver(gravest, line);
    }
    channel.truncate(kept);
    channel.position(kept);
  }

  /** Told without parsing: within a text of the line the quotation marks would be escaped. */
  private static @Nullable Severity graver(@Nullable Severity before, byte[] json) {
    String line = new String(json, StandardCharsets.UTF_8);
    Severity gravest = before;
    for (Severity severity : Severity.values()) {
      boolean graver = gravest == null || severity.compareTo(gravest) > 0;
      if (graver && line.contains("\"severity\":\"" + Choices.name(severity) + "\"")) {
        gravest = severity;
      }
    }
    return gravest;
  }

  /** How many lines were there. */
  long lines() {
    return lines;
  }

  /** The gravest severity that they speak of, or null. */
  @Nullable Severity gravest() {
    return gravest;
  }

  OutputStream stream() {
    return stream;
  }

  /** Puts the whole file in its place. */
  void finish() throws IOException {
    stream.close();
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.deleteIfExists(about);
    finished = true;
  }

  /** Keeps what was not finished, unless it is nothing. */
  @Override
  public void close() throws IOException {
    if (finished) {
      return;
    }
    stream.close();
    if (Files.exists(part) && Files.size(part) == 0) {
      Files.delete(part);
      Files.deleteIfExists(about);
    }
  }
}

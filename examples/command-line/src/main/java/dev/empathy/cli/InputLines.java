package dev.empathy.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream as bytes, one at a time, so that neither a file without an end nor a line
 * without one fills the memory. A carriage return stays: it is white space to JSON.
 */
final class InputLines {

  /** A longer line is cut here and will not be JSON: no message is nearly so long. */
  static final int LONGEST = 32 * 1024 * 1024;

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[64 * 1024];
  private int at;
  private int filled;
  private long number;
  private long bytes;
  private boolean cut;

  InputLines(InputStream in) {
    this(in, LONGEST);
  }

  InputLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The number of the line read last, from 1. */
  long number() {
    return number;
  }

  /** How many bytes have been taken from the stream. */
  long bytes() {
    return bytes;
  }

  /** Whether the line read last was too long. */
  boolean wasCut() {
    return cut;
  }

  /** The next line without its line feed, or null at the end. */
  byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream line = null;
    cut = false;
    while (at < filled || fill()) {
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      line = line == null ? new ByteArrayOutputStream(end - at) : line;
      int room = Math.min(end - at, longest - line.size());
      line.write(buffer, at, room);
      cut |= room < end - at;
      at = end + 1;
      if (end < filled) {
        break;
      }
    }
    if (line == null) {
      return null;
    }
    number++;
    return line.toByteArray();
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(0, in.read(buffer));
    bytes += filled;
    return filled > 0;
  }
}

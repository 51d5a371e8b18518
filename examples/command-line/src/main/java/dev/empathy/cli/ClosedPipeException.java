package dev.empathy.cli;

import java.io.IOException;

/** Whoever read our output, such as {@code head}, has gone: a quiet end, no failure. */
final class ClosedPipeException extends IOException {

  ClosedPipeException(IOException cause) {
    super(cause);
  }
}

package dev.empathy.yaml;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Catches what slf4j-simple writes to {@code System.err} until it is closed. */
final class CapturedLog implements AutoCloseable {

  private final PrintStream before = System.err;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  CapturedLog() {
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
  }

  String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The lines of one level, without those that an entry goes on with. */
  List<String> lines(String level) {
    return text().lines().filter(line -> line.contains("] " + level + " ")).toList();
  }

  @Override
  public void close() {
    System.setErr(before);
  }
}

package dev.empathy.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs a command in this process and keeps what it says. */
final class TestConsole {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console;
  private int code = -1;

  TestConsole(byte[] in, String terminals) {
    console =
        new Console(
            new ByteArrayInputStream(in),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminals,
            Map.of());
  }

  static TestConsole run(String... args) {
    return new TestConsole(new byte[0], "").runs(args);
  }

  static TestConsole runWithInput(String in, String... args) {
    return new TestConsole(in.getBytes(StandardCharsets.UTF_8), "").runs(args);
  }

  TestConsole runs(String... args) {
    code = Main.run(console, args);
    return this;
  }

  Console console() {
    return console;
  }

  int code() {
    return code;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}

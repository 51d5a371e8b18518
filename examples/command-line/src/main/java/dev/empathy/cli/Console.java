package dev.empathy.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * The three streams of a command and what is known of the terminal behind them; tests give their
 * own. Everything is UTF-8, whatever the locale.
 *
 * @param in standard input
 * @param out standard output, for results alone
 * @param err standard error, for what is said about them
 * @param terminals which of the streams 0, 1 and 2 are terminals
 * @param env the environment
 */
record Console(
    InputStream in, OutputStream out, PrintStream err, String terminals, Map<String, String> env) {

  private static final int DEFAULT_WIDTH = 80;

  /**
   * The streams of this process, unbuffered. The script {@code empathy} tells which of them are
   * terminals, as Java 17 knows only whether all are.
   */
  static Console ofSystem() {
    return new Console(
        new FileInputStream(FileDescriptor.in),
        new PipeOutputStream(new FileOutputStream(FileDescriptor.out)),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        System.getProperty("empathy.terminals", System.console() == null ? "" : "012"),
        System.getenv());
  }

  boolean inIsTerminal() {
    return terminals.contains("0");
  }

  boolean errIsTerminal() {
    return terminals.contains("2");
  }

  boolean colour(ColorMode mode) {
    return switch (mode) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          terminals.contains("1")
              && env.getOrDefault("NO_COLOR", "").isEmpty()
              && !"dumb".equals(env.get("TERM"));
    };
  }

  /** Columns of the terminal. */
  int width() {
    String columns = env.getOrDefault("COLUMNS", "");
    if (columns.matches("[1-9][0-9]{0,3}")) {
      return Math.max(20, Integer.parseInt(columns));
    }
    return DEFAULT_WIDTH;
  }

  void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** A line about the results, without anything that could steer the terminal. */
  void complain(String line) {
    err.println(Visible.lines(line.stripTrailing()));
  }

  PrintWriter writer() {
    return new PrintWriter(out, false, StandardCharsets.UTF_8);
  }

  /** Tells the end of a pipe from a disk that is full. */
  private static final class PipeOutputStream extends OutputStream {
    private final OutputStream target;

    PipeOutputStream(OutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        target.write(bytes, offset, length);
      } catch (IOException e) {
        throw named(e);
      }
    }

    private static IOException named(IOException e) {
      String message = String.valueOf(e.getMessage());
      // "Broken pipe" on Unix, also within translations; "The pipe is being closed" on Windows.
      return message.toLowerCase(Locale.ROOT).contains("pipe")
          ? new ClosedPipeException(e)
          : new IOException("cannot write standard output: " + message, e);
    }
  }
}

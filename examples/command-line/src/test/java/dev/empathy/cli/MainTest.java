package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every command before an engine is asked. */
class MainTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "assess --help",
        "lint --help",
        "test --help",
        "explain --help",
        "schema --help",
        "evaluate --help"
      })
  void helpIsResultAndFine(String args) {
    TestConsole run = TestConsole.run(args.split(" "));
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Usage: empathy").contains("--help");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void tellsItsVersion() {
    assertThat(TestConsole.run("--version").out()).startsWith("empathy ");
    assertThat(TestConsole.run("assess", "--version").out()).startsWith("empathy ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  | empathy: a command is needed",
        "asess | empathy: Unmatched argument at index 0: 'asess'",
        "assess --rle agent | empathy assess: Unknown option: '--rle'",
        "assess --role robot x | empathy assess: Invalid value for option '--role': expected one of"
            + " customer, agent, bot, supervisor, system, not \"robot\"",
        "assess --role system x | empathy assess: system notes are never assessed",
        "assess --all x | empathy assess: --all, --conversations, --explain, --threads,"
            + " --out, --resume and --quiet go with --jsonl",
        "assess --jsonl - --resume | empathy assess: --resume goes with --out",
        "assess --jsonl - --resume --out x | empathy assess: --resume reads a file, as standard"
            + " input cannot be read again",
        "assess --jsonl - --file x | empathy assess: --file and --jsonl exclude each other",
        "assess x --file y | empathy assess: a TEXT and --file exclude each other",
        "assess --jsonl - --format sarif --all | empathy assess: SARIF holds issues only",
        "assess --detail some x | empathy assess: Invalid value for option '--detail': expected one"
            + " of full, spans, codes, not \"some\"",
        "replay | empathy replay: Missing required parameter: 'FILE'",
        "replay x --fact a=b | empathy replay: --fact goes with --jsonl",
        "assess --jsonl - x | empathy assess: a TEXT and --jsonl exclude each other",
        "assess --jsonl - --role agent | empathy assess: --customer and --role stand in the lines of"
            + " --jsonl",
        "assess --jsonl - --threads 0 | empathy assess: --threads is between 1 and 1024",
      })
  void badUseIsOneClearLine(String args, String message) {
    TestConsole run = args == null ? TestConsole.run() : TestConsole.run(args.strip().split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(message).doesNotContain("Exception", "\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "assess --rubric nosuch x | empathy: no rubric is named nosuch, nor is there a file of that"
            + " name; built in: ",
        "assess --rubric ./nosuch.yaml x | empathy: there is no file ./nosuch.yaml",
        "lint nosuch.yaml | empathy: there is no file nosuch.yaml",
        "test src | empathy: src is a folder; name a rubric's file",
        "assess --jsonl nosuch.jsonl | empathy: there is no file nosuch.jsonl",
        "assess --jsonl src | empathy: src is a folder; --jsonl reads a file"
      })
  void badInputIsOneClearLine(String args, String message) {
    TestConsole run = TestConsole.run(args.strip().split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(message).hasLineCount(1);
  }

  @Test
  void doesNotWaitForATerminal() {
    TestConsole run = new TestConsole(new byte[0], "012").runs("assess");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("a TEXT is needed, or one on standard input");
  }

  @Test
  void whatTheUserTypedNeverActsOnTheTerminal() {
    assertThat(TestConsole.run("assess", "--role", "\u001b[2J", "x").err())
        .doesNotContain("\u001b")
        .contains("\\u001b[2J");
  }

  @Test
  void aClosedPipeEndsQuietly() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new ClosedPipeException(new IOException("Broken pipe"));
          }
        };
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            closed,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "",
            Map.of());
    assertThat(Main.run(console, "--help")).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void colourIsForTerminalsThatWantIt() {
    assertThat(console("1", Map.of()).colour(ColorMode.AUTO)).isTrue();
    assertThat(console("02", Map.of()).colour(ColorMode.AUTO)).isFalse();
    assertThat(console("1", Map.of("NO_COLOR", "1")).colour(ColorMode.AUTO)).isFalse();
    assertThat(console("1", Map.of("NO_COLOR", "1")).colour(ColorMode.ALWAYS)).isTrue();
    assertThat(console("1", Map.of("COLUMNS", "132")).width()).isEqualTo(132);
    assertThat(console("1", Map.of("COLUMNS", "wide")).width()).isEqualTo(80);
    assertThat(console("1", Map.of("COLUMNS", "0")).width()).isEqualTo(80);
  }

  private static Console console(String terminals, Map<String, String> env) {
    return new Console(System.in, OutputStream.nullOutputStream(), System.err, terminals, env);
  }
}

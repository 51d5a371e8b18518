package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with the engine itself. */
class AssessCommandTest {

  private static final String SMALL = "src/test/resources/dev/empathy/cli/small.yaml";

  @TempDir private Path folder;

  @Test
  void showsTheVerdictAndWhy() {
    TestConsole run = small("--customer", "This is ridiculous", "Please restart it.");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("30.0  poor  not passed: 1 error  (small 1.0.0)\n")
        .contains("  This is ridiculous\n          1^^^^^^^^^\n")
        .contains("1 error  apologize-to-the-angry (kindness −50)\n")
        .contains("→ Say sorry.")
        .contains("because   customer: anger “ridiculous”  small.yaml:")
        .contains("kindness  ███░░░░░░░  30.0  0 of 1  start 80 − 50 apologize-to-the-angry")
        .contains("to pass   add apology → 80.0 good\n")
        .doesNotContain("receipt");
    assertThat(small("-v", "--customer", "This is ridiculous", "Please restart it.").out())
        .contains("receipt   engine ");
  }

  @Test
  void aReplyThatIsFineNeedsFewWords() {
    assertThat(small("--customer", "This is ridiculous", "Sorry").out())
        .isEqualTo("80.0  good  passed, no issues  (small 1.0.0)\n");
  }

  @Test
  void detailsGoWithTheText() {
    TestConsole run = small("--verbose", "--format", "json", "Hi");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--verbose goes with --format text");
  }

  @Test
  void failsOnASeverityOnly() {
    String[] bad = {"--customer", "Ridiculous", "Restart it."};
    assertThat(small(with(bad, "--fail-on", "error")).code()).isEqualTo(1);
    assertThat(small(with(bad, "--fail-on", "Suggestion")).code()).isEqualTo(1);
    assertThat(small(with(bad, "--fail-on", "critical")).code()).isZero();
    assertThat(small("--fail-on", "suggestion", "Restart it.").code()).isZero();
  }

  @Test
  void nothingIsKnownOfWhatCameBefore() throws IOException {
    assertThat(outcome(small("--format", "json", "Hi"))).isEqualTo("unknown");
    assertThat(outcome(small("--format", "json", "--customer", "Hello", "Hi"))).isEqualTo("skip");
  }

  @Test
  void aFactOpensTheConversation() throws IOException {
    TestConsole run = small("--format", "json", "--fact", "channel=a=b", "Hi");
    assertThat(outcome(run)).isEqualTo("skip");
    assertThat(json(run).get("receipt").get("facts").get(0).asText()).isEqualTo("channel");
  }

  @Test
  void writesTheSameJsonEachTime() {
    String[] args = {"--format", "json", "--customer", "Ridiculous", "Sorry 😡"};
    assertThat(small(args).out()).startsWith("{\n  \"schema\": 1,\n").endsWith("}\n");
    assertThat(small(args).out()).isEqualTo(small(args).out());
  }

  @Test
  void readsStandardInputWithoutItsLineEnd() throws IOException {
    TestConsole typed =
        TestConsole.runWithInput("\uFEFFSorry\n", "assess", "--rubric", SMALL, "--format", "json");
    assertThat(typed.out()).isEqualTo(small("--format", "json", "Sorry").out());
    byte[] latin = "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    TestConsole broken = new TestConsole(latin, "").runs("assess", "--rubric", SMALL);
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).isEqualTo("empathy: standard input is not UTF-8\n");
  }

  @Test
  void aMessageMayBeginWithAnAtSign() {
    assertThat(small("-v", "@ana sorry").out()).contains("  @ana sorry\n");
  }

  @Test
  void showsWhatACustomerFeels() {
    assertThat(small("--role", "customer", "This is ridiculous").out())
        .startsWith("no score: a customer's message, negative")
        .contains("          1~~~~~~~~~\n")
        .contains("found\n  1 anger “ridiculous”\n")
        .contains("emotions  customer: anger 0.6\n");
  }

  @Test
  void theBuiltInRubricIsTheDefault() {
    TestConsole run = TestConsole.run("assess", "I'm sorry for the delay.");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("(customer-support");
  }

  @Test
  void aBrokenRubricShowsAllItsIssues() throws IOException {
    Path broken = folder.resolve("broken.yaml");
    Files.writeString(
        broken, Files.readString(Path.of(SMALL)).replace("cue: apology", "cue: apolgy"));
    TestConsole run = TestConsole.run("assess", "--rubric", broken.toString(), "x");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("apolgy").contains("1 error.").doesNotContain("\tat ");
  }

  @Test
  void assessesAFile() throws IOException {
    Path in = folder.resolve("in.jsonl");
    Files.writeString(
        in,
        """
        {"id":"1","conversation":"c","role":"customer","text":"Ridiculous"}
        {"id":"2","conversation":"c","role":"agent","text":"Restart it.","at":"2026-11-03T09:30:00Z"}
        {"id":"3","role":"agent","text":"Sorry","customer":"Ridiculous"}
        """);
    Path out = folder.resolve("out.jsonl");
    TestConsole run =
        small(
            "--jsonl", in.toString(), "--conversations", "--out", out.toString(), "--threads", "2");
    assertThat(run.err()).startsWith("2 messages of 2 conversations in ").hasLineCount(1);
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("\"id\":\"2\"", "\"apologize-to-the-angry\":\"fail\"");
    assertThat(lines.get(1)).startsWith("{\"conversation\":\"c\",\"assessment\":{\"schema\":1,");
    assertThat(lines.get(2)).contains("\"id\":\"3\"", "\"apologize-to-the-angry\":\"pass\"");
  }

  @Test
  void aBadLineIsToldByTheExitCodeAfterTheRestWasDone() {
    String in = "{\n{\"role\":\"agent\",\"text\":\"Sorry\"}\n";
    TestConsole run =
        TestConsole.runWithInput(in, "assess", "--rubric", SMALL, "--jsonl", "-", "--quiet");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).hasLineCount(1);
    assertThat(run.err()).startsWith("standard input:1: not JSON: ").hasLineCount(1);
  }

  @Test
  void aBatchFailsOnASeverity() {
    String in = "{\"role\":\"agent\",\"text\":\"Hi\",\"customer\":\"Ridiculous\"}";
    TestConsole run =
        TestConsole.runWithInput(
            in, "assess", "--rubric", SMALL, "--jsonl", "-", "--quiet", "--fail-on", "error");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
  }

  private static TestConsole small(String... args) {
    return TestConsole.run(with(new String[] {"assess", "--rubric", SMALL}, args));
  }

  private static String[] with(String[] first, String... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
  }

  private static JsonNode json(TestConsole run) throws IOException {
    return new JsonMapper().readTree(run.out());
  }

  private static String outcome(TestConsole run) throws IOException {
    return json(run).get("rules").get("apologize-to-the-angry").asText();
  }
}

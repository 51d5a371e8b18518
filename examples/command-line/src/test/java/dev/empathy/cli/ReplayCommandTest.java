package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.empathy.Conversation;
import dev.empathy.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored assessments held against today's. */
class ReplayCommandTest {

  private static final Path SMALL = Path.of("src/test/resources/dev/empathy/cli/small.yaml");

  private static final String IN =
      """
      {"id":"m1","conversation":"a","role":"customer","text":"This is ridiculous"}
      {"id":"m2","conversation":"a","role":"agent","text":"Restart it."}
      {"id":"m3","conversation":"b","role":"agent","text":"Sorry, sorry","customer":"Ridiculous","facts":{"channel":"chat"}}
      {"id":"m4","role":"agent","text":"Hi 😡"}
      """;

  @TempDir private Path folder;
  private Path rubric;
  private Path in;
  private Path stored;

  @BeforeEach
  void files() throws IOException {
    in = Files.writeString(folder.resolve("in.jsonl"), IN);
    stored = folder.resolve("stored.jsonl");
    rubric = Files.copy(SMALL, folder.resolve("small.yaml"));
    edit(rubric, "pass-mark: 60", "pass-mark: 60\n" + OVERRIDES);
  }

  private static final String OVERRIDES =
      """
      overrides:
        - for: { channel: chat }
          bands: { good: 20 }
          pass-mark: 90
      """;

  private static void edit(Path file, String before, String after) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
  }

  private void store(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("assess", "--rubric", rubric + "", "--jsonl", in + "", "--out", stored + ""));
    args.addAll(List.of(more));
    assertThat(TestConsole.run(args.toArray(new String[0])).code()).isZero();
  }

  private TestConsole replay(String... more) {
    List<String> args = new ArrayList<>(List.of("replay", stored + "", "--rubric", rubric + ""));
    args.addAll(List.of(more));
    return TestConsole.run(args.toArray(new String[0]));
  }

  @Test
  void whatIsTheSameIsTheSameInEveryForm() {
    for (String[] form :
        List.of(
            new String[] {},
            new String[] {"--all", "--conversations"},
            new String[] {"--detail", "spans", "--explain"},
            new String[] {"--detail", "codes", "--all", "--explain", "--conversations"})) {
      store(form);
      TestConsole run = replay("--jsonl", in + "", "--threads", "2");
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).matches("([0-9]+) assessments: \\1 the same\n");
      assertThat(run.code()).isZero();
      TestConsole alone = replay();
      assertThat(alone.err()).isEmpty();
      assertThat(alone.out())
          .matches("([0-9]+) assessments: \\1 sound\nnot assessed again, as no messages .*\n");
      assertThat(alone.code()).isZero();
    }
  }

  @Test
  void anotherRubricSaysOtherThings() throws IOException {
    store("--all", "--conversations", "--explain");
    edit(rubric, "score: -50", "score: -10");
    edit(rubric, "severity: error", "severity: warning");
    edit(rubric, "match: [sorry]", "match: [sorry, restart]");
    edit(
        rubric,
        "    examples:\n      - { customer: \"Ridiculous!\", agent: \"Restart it.\", expect: fail }",
        "    examples:");
    TestConsole run = replay("--jsonl", in + "");
    assertThat(run.code()).isEqualTo(1);
    Golden.matches("replay-rubric.txt", run.out().replaceAll("[0-9a-f]{8}…", "…"));
    TestConsole alone = replay();
    assertThat(alone.code()).isEqualTo(1);
    assertThat(alone.out())
        .startsWith("6 assessments: 0 sound, 6 the same but for what they were made with\n")
        .contains("made otherwise: rubric small 1.0.0 en (");
  }

  @Test
  void anotherEngineIsToldApart() throws IOException {
    store();
    edit(stored, "\"engine\":\"0.1.0\"", "\"engine\":\"0.0.9\"");
    TestConsole run = replay("--jsonl", in + "");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            "3 assessments: 0 the same, 3 the same but for what they were made with\n"
                + "made otherwise: engine 0.0.9 → 0.1.0, in 3\n");
  }

  @Test
  void factsThatWereNotGivenAgainAreToldApart() {
    store("--fact", "channel=chat");
    assertThat(replay("--jsonl", in + "", "--fact", "channel=chat").code()).isZero();
    TestConsole run = replay("--jsonl", in + "");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("made otherwise: facts [\"channel\"] → [], in 2\n");
    assertThat(run.out()).contains("made otherwise: overrides [{\"at\":\"");
    assertThat(run.out()).contains("m2\n  band: good → poor\n");
  }

  @Test
  void anyByteCounts() throws IOException {
    store();
    edit(stored, "\"id\":\"m2\",", "\"id\": \"m2\",");
    TestConsole run = replay("--jsonl", in + "");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).startsWith("m2\n  bytes: the same, written otherwise\n3 assessments: 2");
    assertThat(replay("--jsonl", in + "", "--quiet").out()).startsWith("3 assessments: 2 the same");
  }

  @Test
  void whatIsMissingOnEitherSideCounts() throws IOException {
    store();
    List<String> lines = Files.readAllLines(stored);
    Files.write(stored, lines.subList(0, 2));
    TestConsole fewer = replay("--jsonl", in + "");
    assertThat(fewer.code()).isEqualTo(1);
    assertThat(fewer.out()).isEqualTo("2 assessments: 2 the same\n1 of the input not stored\n");
    lines.add(lines.get(2));
    Files.write(stored, lines);
    TestConsole more = replay("--jsonl", in + "");
    assertThat(more.code()).isEqualTo(1);
    assertThat(more.out())
        .isEqualTo("3 assessments: 3 the same\n1 stored that the input has not\n");
  }

  @Test
  void anotherInputIsRefused() throws IOException {
    store();
    edit(in, "\"m3\"", "\"m7\"");
    TestConsole run = replay("--jsonl", in + "");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "empathy: line 2 is about m3, and the input goes on with m7: it is not what was"
                + " assessed\n");
  }

  @Test
  void aBadLineOfTheInputIsBadInput() throws IOException {
    store();
    edit(in, "{\"id\":\"m4\"", "nonsense\n{\"id\":\"m4\"");
    TestConsole run = replay("--jsonl", in + "");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEqualTo("3 assessments: 3 the same\n");
    assertThat(run.err()).startsWith(in + ":4: not JSON");
  }

  @Test
  void theJsonOfOneMessageServesToo() throws IOException {
    TestConsole one =
        TestConsole.run(
            "assess",
            "--rubric",
            rubric + "",
            "--format",
            "json",
            "--customer",
            "Ridiculous",
            "No.");
    Files.writeString(stored, one.out());
    assertThat(replay().code()).isZero();
    Files.writeString(in, "{\"role\":\"agent\",\"text\":\"No.\",\"customer\":\"Ridiculous\"}\n");
    assertThat(replay("--jsonl", in + "").out()).isEqualTo("1 assessment: 1 the same\n");
    Files.writeString(in, "{\"role\":\"agent\",\"text\":\"Yes!\",\"customer\":\"Ridiculous\"}\n");
    TestConsole other = replay("--jsonl", in + "");
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.out()).startsWith("line 1\n  findings: apologize-to-the-angry with other");
  }

  @Test
  void whatDoesNotAddUpIsAtFault() throws IOException {
    store("--all");
    tampered(
        "\"delta\":-50.0",
        "\"delta\":-40.0",
        "the ledger of kindness adds up to 40.0, not to 30.0");
    tampered(
        "\"score\":30.0,\"band\"",
        "\"score\":31.0,\"band\"",
        "the dimensions come to 30.0, not to 31.0");
    tampered("\"band\":\"poor\"", "\"band\":\"good\"", "the band of 30.0 is poor, not good");
    tampered(
        "\"band\":\"poor\",\"passed\":false",
        "\"band\":\"poor\",\"passed\":true",
        "by its findings and its score it is not passed");
    // Overrides count: without them 80 would do.
    tampered(
        "\"band\":\"good\",\"passed\":false",
        "\"band\":\"good\",\"passed\":true",
        "by its findings and its score it is not passed");
    tampered("\"band\":\"good\"", "\"band\":\"poor\"", "the band of 80.0 is good, not poor");
  }

  private void tampered(String before, String after, String fault) throws IOException {
    String sound = Files.readString(stored);
    assertThat(sound).contains(before);
    Files.writeString(stored, sound.replace(before, after));
    TestConsole run = replay();
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("  fault: ").contains(fault).contains(" at fault\n");
    Files.writeString(stored, sound);
  }

  @Test
  void aConversationIsTheMeanOfItsTurns() throws IOException {
    Conversation conversation =
        Conversation.of(
            Message.customer("Ridiculous"),
            Message.agent("No"),
            Message.customer("Ridiculous"),
            Message.agent("Sorry"));
    Object whole = Rubrics.find(rubric.toString()).engine().assess(conversation);
    String json = new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(whole);
    Files.writeString(stored, json);
    assertThat(replay().out()).startsWith("1 assessment: 1 sound\n");
    assertThat(json).contains("\"score\" : 55.0");
    Files.writeString(stored, json.replace("\"score\" : 55.0", "\"score\" : 56.0"));
    assertThat(replay().out()).startsWith("line 1\n  fault: the turns' mean is 55.0, not 56.0");
    Files.writeString(stored, json.replaceFirst("\"delta\" : -50.0", "\"delta\" : -51.0"));
    assertThat(replay().out()).contains("message 1: the ledger of kindness adds up to 29.0");
  }

  @Test
  void whatIsNoAssessmentIsBadInput() throws IOException {
    for (String bad :
        List.of("{\"a\":1}\n", "[]\n", "x\ny\n", "{\"schema\":1,\"role\":\"agent\"}\n")) {
      Files.writeString(stored, bad);
      TestConsole run = replay();
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).isEqualTo("empathy: " + stored + ":1: not an assessment\n");
    }
    Files.writeString(stored, "{\"schema\":2,\"rubric\":{},\"receipt\":{}}\n");
    assertThat(replay().err())
        .isEqualTo("empathy: " + stored + ":1: of schema 2, which this version does not know\n");
    Files.writeString(stored, "{\"schema\":1,\"role\":\"agent\",\"rubric\":{},\"receipt\":{}}\n");
    TestConsole empty = replay();
    assertThat(empty.code()).isEqualTo(1);
    assertThat(empty.out()).startsWith("line 1\n  fault: not an assessment of this schema");
    Files.writeString(stored, "");
    assertThat(replay().out()).startsWith("0 assessments: 0 sound\n");
    Files.delete(stored);
    assertThat(replay().err()).isEqualTo("empathy: there is no file " + stored + "\n");
    assertThat(TestConsole.run("replay", folder + "").err()).contains("is a folder");
  }
}

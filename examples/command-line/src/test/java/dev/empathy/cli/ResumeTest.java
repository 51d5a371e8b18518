package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.empathy.Detail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going on with what an interrupted run has left. */
class ResumeTest {

  private static final String SMALL = "src/test/resources/dev/empathy/cli/small.yaml";

  private static final String IN =
      """
      {"id":"1","conversation":"a","role":"customer","text":"Ridiculous"}
      {"id":"2","conversation":"a","role":"agent","text":"Restart it."}
      {"id":"3","conversation":"a","role":"system","text":"note"}
      {"id":"4","conversation":"a","role":"agent","text":"Sorry \\"severity\\":\\"critical\\""}
      nonsense
      {"id":"5","role":"agent","text":"Hi 😡"}
      {"id":"6","role":"agent","text":"Sorry","customer":"Ridiculous","facts":{"channel":"chat"}}
      {"id":"7","conversation":"b","role":"agent","text":"Sorry"}
      {"id":"8","conversation":"b","role":"customer","text":"Ridiculous"}
      {"id":"9","conversation":"b","role":"bot","text":"No"}
      {"id":"10","role":"system","text":"note"}
      """;

  @TempDir private Path folder;
  private Path in;
  private Path out;
  private Path part;
  private Path about;

  @BeforeEach
  void files() throws IOException {
    in = Files.writeString(folder.resolve("in.jsonl"), IN);
    out = folder.resolve("out.jsonl");
    part = folder.resolve("out.jsonl.part");
    about = folder.resolve("out.jsonl.part.json");
  }

  private TestConsole run(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("assess", "--rubric", SMALL, "--jsonl", in + "", "--out", out + "", "--quiet"));
    args.addAll(List.of(more));
    return TestConsole.run(args.toArray(new String[0]));
  }

  /** What is left where a run with these options is interrupted after so many bytes. */
  private void interrupt(byte[] whole, int after, String... options) throws IOException {
    Files.deleteIfExists(out);
    try (PartFile file = PartFile.open(out, identity(options), false)) {
      // Nothing is kept of a run that wrote nothing.
      file.stream().write('x');
    }
    Files.write(part, Arrays.copyOf(whole, after));
  }

  private Run identity(String... options) throws IOException {
    List<String> given = List.of(options);
    Detail detail = given.contains("codes") ? Detail.CODES : Detail.FULL;
    return new BatchRun(
            new TestConsole(new byte[0], "").console(),
            Rubrics.find(SMALL).engine().at(detail),
            in,
            Map.of(),
            new BatchConversation.Wanted(
                given.contains("--all"), given.contains("--conversations")),
            new BatchRun.Form(detail, given.contains("--explain"), false),
            1,
            out,
            false,
            true)
        .identity(in);
  }

  @Test
  void givesTheSameBytesWhereverItWasInterrupted() throws IOException {
    for (String[] options :
        List.of(
            new String[] {},
            new String[] {"--all", "--conversations"},
            new String[] {"--conversations", "--detail", "codes", "--explain"})) {
      assertThat(run(options).code()).isEqualTo(2);
      byte[] whole = Files.readAllBytes(out);
      assertThat(folder.toFile().list()).containsExactlyInAnyOrder("in.jsonl", "out.jsonl");
      for (int after : cuts(whole)) {
        interrupt(whole, after, options);
        TestConsole resumed = run(with(options, "--resume"));
        assertThat(resumed.err()).startsWith(in + ":5: not JSON: ");
        assertThat(resumed.code()).isEqualTo(2);
        assertThat(Files.readAllBytes(out)).isEqualTo(whole);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("in.jsonl", "out.jsonl");
      }
    }
  }

  /** The beginning, and of each line its middle, before its line feed and behind it. */
  private static List<Integer> cuts(byte[] whole) {
    List<Integer> cuts = new ArrayList<>(List.of(0));
    int start = 0;
    for (int at = 0; at < whole.length; at++) {
      if (whole[at] == '\n') {
        cuts.addAll(List.of((start + at) / 2, at, at + 1));
        start = at + 1;
      }
    }
    return cuts;
  }

  private static String[] with(String[] options, String more) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add(more);
    return all.toArray(new String[0]);
  }

  /** The kept lines are kept as they are, which shows that nobody assessed them again. */
  @Test
  void doesNotAssessAgainWhatIsDone() throws IOException {
    Files.writeString(in, IN.replace("nonsense\n", ""));
    run();
    List<String> lines = Files.readAllLines(out);
    interrupt(new byte[0], 0);
    Files.writeString(part, "{\"kept\":1}\n{\"kept\":2}\n{\"half");
    TestConsole resumed = run("--resume");
    assertThat(resumed.code()).isZero();
    List<String> expected = new ArrayList<>(List.of("{\"kept\":1}", "{\"kept\":2}"));
    expected.addAll(lines.subList(2, lines.size()));
    assertThat(Files.readAllLines(out)).isEqualTo(expected);
  }

  @Test
  void findingsOfTheLinesThatWereDoneCount() throws IOException {
    Files.writeString(in, IN.replace("nonsense\n", ""));
    assertThat(run("--fail-on", "error").code()).isEqualTo(1);
    byte[] whole = Files.readAllBytes(out);
    interrupt(whole, whole.length);
    assertThat(run("--resume", "--fail-on", "error").code()).isEqualTo(1);
    interrupt(whole, whole.length);
    assertThat(run("--resume", "--fail-on", "critical").code()).isZero();
  }

  @Test
  void tellsWhereItGoesOn() throws IOException {
    run();
    byte[] whole = Files.readAllBytes(out);
    interrupt(whole, whole.length);
    TestConsole resumed =
        TestConsole.run(
            "assess", "--rubric", SMALL, "--jsonl", in + "", "--out", out + "", "--resume");
    assertThat(resumed.err()).startsWith("going on after 6 lines of " + out + "\n");
    assertThat(resumed.err()).contains("6 messages of 5 conversations in ");
  }

  @Test
  void refusesWhatIsOfAnotherRun() throws IOException {
    run();
    byte[] whole = Files.readAllBytes(out);
    Files.delete(out);
    interrupt(whole, whole.length);
    refuses("other options: --detail full", "--all");
    refuses("other options: --detail full", "--detail", "spans");
    refuses("other options: --detail full", "--explain");
    refuses("other facts", "--fact", "channel=chat");
    refuses("another rubric, small 1.0.0", "--rubric", "customer-support");
    Files.writeString(in, IN + "\n");
    refuses("another input");
    Files.writeString(in, IN);
    Files.writeString(about, Files.readString(about).replace("0.1.0", "0.0.9"));
    refuses("another engine, 0.0.9");
    Files.writeString(about, "{");
    TestConsole broken = run("--resume");
    assertThat(broken.err()).contains("is not as it was written");
    Files.delete(about);
    TestConsole missing = run("--resume");
    assertThat(missing.err()).contains("is missing, which says what was done");
    assertThat(Files.readAllBytes(part)).isEqualTo(whole);
    assertThat(out).doesNotExist();
  }

  private void refuses(String why, String... options) {
    List<String> args =
        new ArrayList<>(List.of("assess", "--jsonl", in + "", "--out", out + "", "--resume"));
    if (!List.of(options).contains("--rubric")) {
      args.addAll(List.of("--rubric", SMALL));
    }
    args.addAll(List.of(options));
    TestConsole run = TestConsole.run(args.toArray(new String[0]));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("empathy: cannot resume: " + part + " is of " + why + "\n");
  }

  @Test
  void withoutItARunBeginsAnew() throws IOException {
    run();
    byte[] whole = Files.readAllBytes(out);
    interrupt(new byte[0], 0);
    Files.writeString(part, "{\"kept\":1}\n");
    TestConsole run =
        TestConsole.run("assess", "--rubric", SMALL, "--jsonl", in + "", "--out", out + "");
    assertThat(run.err()).startsWith("beginning anew; what an interrupted run left of " + out);
    assertThat(Files.readAllBytes(out)).isEqualTo(whole);
    assertThat(part).doesNotExist();
  }

  @Test
  void nothingToGoOnWithIsABeginning() throws IOException {
    assertThat(run("--resume").code()).isEqualTo(2);
    byte[] whole = Files.readAllBytes(out);
    assertThat(run().code()).isEqualTo(2);
    assertThat(Files.readAllBytes(out)).isEqualTo(whole);
  }

  @Test
  void twoRunsDoNotWriteOneFile() throws IOException {
    try (PartFile file = PartFile.open(out, identity(), false)) {
      file.stream().write('x');
      assertThatThrownBy(() -> PartFile.open(out, identity(), false))
          .isInstanceOf(Failure.class)
          .hasMessage("another run is writing " + part);
    }
  }

  @Test
  void nothingIsLeftOfARunThatWroteNothing() throws IOException {
    try (PartFile file = PartFile.open(out, identity(), false)) {
      assertThat(file.lines()).isZero();
    }
    assertThat(folder.toFile().list()).containsExactly("in.jsonl");
  }

  /** Messages beyond the engine's limit get no line. */
  @Test
  void knowsTheLinesOfAConversationOverTheLimit() throws Exception {
    BatchConversation.Wanted wanted = new BatchConversation.Wanted(true, true);
    byte[] json =
        "{\"conversation\":\"c\",\"role\":\"agent\",\"text\":\"Hi\"}"
            .getBytes(StandardCharsets.UTF_8);
    BatchConversation conversation = new BatchConversation(Line.parse(json), null, Map.of());
    for (int i = 0; i < 10_002; i++) {
      conversation.add(Line.parse(json), null);
    }
    Assessor assessor = Assessor.of(Rubrics.find(SMALL).engine(), false);
    assertThat(conversation.assess(assessor, wanted, Output.JSON_LINES).entries())
        .hasSize(conversation.entries(wanted))
        .hasSize(10_001);
  }
}

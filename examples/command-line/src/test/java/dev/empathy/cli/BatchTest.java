package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.Finding;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.rubric.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchTest {

  private final TestConsole console = new TestConsole(new byte[0], "");
  private Batch.Summary summary;

  /** Its score is the number of facts known; -1 tells a message without a history. */
  private static class FakeAssessor implements Assessor {
    @Override
    public Assessment assess(Message message) {
      return Samples.plain(message, 0, -1, List.of());
    }

    @Override
    public ConversationAssessment assess(Conversation conversation) {
      List<Assessment> turns = new ArrayList<>();
      for (int i = 0; i < conversation.messages().size(); i++) {
        Message message = conversation.messages().get(i);
        if (message.role() != Role.SYSTEM) {
          turns.add(Samples.plain(message, i, conversation.facts().size(), findings(message)));
        }
      }
      return Samples.whole(turns);
    }

    private static List<Finding> findings(Message message) {
      return message.text().equals("bad")
          ? List.of(Samples.issue(Severity.ERROR, Conversation.of(message), null, List.of()))
          : List.of();
    }
  }

  @Test
  void keepsTheOrderWithEightThreads() throws IOException {
    StringBuilder in = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      in.append(
          "{\"id\":" + i + ",\"role\":\"agent\",\"text\":\"x\",\"conversation\":" + i / 3 + "}\n");
      expected.add(String.valueOf(i));
    }
    Assessor slow =
        new FakeAssessor() {
          @Override
          public ConversationAssessment assess(Conversation conversation) {
            if (ThreadLocalRandom.current().nextInt(200) == 0) {
              sleep();
            }
            return super.assess(conversation);
          }
        };
    String out = run(slow, in.toString(), wanted(false, false), 8);
    assertThat(nodes(out)).extracting(node -> node.get("id").asText()).isEqualTo(expected);
    assertThat(summary.messages()).isEqualTo(20_000);
    assertThat(summary.conversations()).isEqualTo(6_667);
  }

  @Test
  void aBadLineCostsOnlyItself() throws IOException {
    String out =
        run(
            """
            {"id":"a","role":"agent","text":"x","conversation":"c"}
            nonsense
            {"id":"b","role":"alien","text":"x","conversation":"c"}
            {"id":"c","role":"agent","text":"x","conversation":"c"}
            """);
    assertThat(nodes(out)).extracting(node -> node.get("id").asText()).containsExactly("a", "c");
    assertThat(nodes(out)).extracting(node -> node.get("message").asInt()).containsExactly(0, 1);
    assertThat(console.err().lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("in.jsonl:2: not JSON: "))
        .anyMatch(line -> line.startsWith("in.jsonl:3: \"role\" must be one of "));
    assertThat(summary.badLines()).isEqualTo(2);
    assertThat(summary.conversations()).isEqualTo(1);
  }

  @Test
  void aLineThatGoesBackInTimeCostsOnlyItself() throws IOException {
    String out =
        run(
            """
            {"id":"a","role":"agent","text":"x","conversation":"c","at":2000,"until":9000}
            {"id":"b","role":"agent","text":"x","conversation":"c","at":1999,"facts":{"f":"1"}}
            {"id":"c","role":"agent","text":"x","conversation":"c","until":1000}
            {"id":"d","role":"agent","text":"x","conversation":"c"}
            {"id":"e","role":"agent","text":"x","conversation":"c","at":3000,"until":2000}
            {"id":"f","role":"agent","text":"x","conversation":"c","at":2000}
            {"id":"g","role":"agent","text":"x","conversation":"d","at":0}
            """);
    assertThat(nodes(out))
        .extracting(node -> node.get("id").asText())
        .containsExactly("a", "d", "f", "g");
    assertThat(scores(out)).as("the facts of a bad line do not hold").containsOnly(0.0);
    assertThat(console.err().lines())
        .containsExactly(
            "in.jsonl:2: \"at\" is 1970-01-01T00:00:01.999Z, before an earlier message of the"
                + " conversation, which begins at 1970-01-01T00:00:02Z",
            "in.jsonl:3: \"until\" is 1970-01-01T00:00:01Z, before an earlier message of the"
                + " conversation, which begins at 1970-01-01T00:00:02Z",
            "in.jsonl:5: \"until\" is 1970-01-01T00:00:02Z, before \"at\", which is"
                + " 1970-01-01T00:00:03Z");
    assertThat(summary.badLines()).isEqualTo(3);
    assertThat(summary.conversations()).isEqualTo(2);
  }

  @Test
  void customerIsHistoryAndHasNoLineOfItsOwn() throws IOException {
    String out =
        run(
            new FakeAssessor(),
            "{\"id\":\"a\",\"role\":\"agent\",\"text\":\"x\",\"customer\":\"Hello?\"}",
            wanted(true, true),
            1);
    assertThat(nodes(out)).hasSize(1);
    assertThat(nodes(out).get(0).get("message").asInt()).isEqualTo(1);
  }

  @Test
  void aLoneMessageHasNoHistory() throws IOException {
    String out = run("{\"role\":\"agent\",\"text\":\"x\"}\n{\"role\":\"system\",\"text\":\"x\"}");
    assertThat(scores(out)).containsExactly(-1.0);
  }

  @Test
  void factsHoldFromTheirLineOn() throws IOException {
    String out =
        run(
            """
            {"role":"agent","text":"1","conversation":"c"}
            {"role":"agent","text":"2","conversation":"c","facts":{"channel":"chat"}}
            {"role":"agent","text":"3","conversation":"c"}
            {"role":"agent","text":"4","conversation":"c","facts":{"team":"a","vip":true}}
            {"role":"agent","text":"5","conversation":"d"}
            """);
    assertThat(scores(out)).containsExactly(0.0, 1.0, 1.0, 3.0, 0.0);
  }

  @Test
  void factsOfTheCommandLineHoldInAllConversations() throws IOException {
    Batch.Plan plan = plan(Map.of("channel", "sms"), wanted(false, false), 1);
    String out = run(new FakeAssessor(), "{\"role\":\"agent\",\"text\":\"x\"}", plan);
    assertThat(scores(out)).containsExactly(1.0);
  }

  @Test
  void writesAgentsMessagesOrAll() throws IOException {
    String in =
        """
        {"role":"customer","text":"1","conversation":"c"}
        {"role":"bot","text":"2","conversation":"c"}
        {"role":"system","text":"3","conversation":"c"}
        {"role":"supervisor","text":"4","conversation":"c"}
        """;
    assertThat(nodes(run(in))).extracting(n -> n.get("message").asInt()).containsExactly(1, 3);
    assertThat(nodes(run(new FakeAssessor(), in, wanted(true, false), 1)))
        .extracting(node -> node.get("message").asInt())
        .containsExactly(0, 1, 3);
  }

  @Test
  void aConversationFollowsItsMessages() throws IOException {
    String in =
        """
        {"role":"agent","text":"1","conversation":"c"}
        {"role":"agent","text":"2"}
        {"role":"agent","text":"3","conversation":"d"}
        """;
    List<JsonNode> lines = nodes(run(new FakeAssessor(), in, wanted(false, true), 2));
    assertThat(lines).hasSize(5);
    assertThat(lines.get(1).get("conversation").asText()).isEqualTo("c");
    assertThat(lines.get(1).get("assessment").get("score").asDouble()).isEqualTo(50);
    assertThat(lines.get(1).get("assessment").has("turns")).isFalse();
    assertThat(lines.get(4).get("conversation").asText()).isEqualTo("d");
    assertThat(summary.messages()).isEqualTo(3);
  }

  @Test
  void emptyInputIsFine() throws IOException {
    assertThat(run("")).isEmpty();
    assertThat(run("\n \n\r\n")).isEmpty();
    assertThat(summary).isEqualTo(new Batch.Summary(0, 0, 0, null));
    assertThat(summary.text(0)).isEqualTo("0 messages of 0 conversations in 0.0 s (0 messages/s)");
  }

  @Test
  void takesByteOrderMarksAndCarriageReturns() throws IOException {
    String line = "{\"id\":\"a\",\"role\":\"agent\",\"text\":\"x\"}";
    assertThat(nodes(run("\uFEFF" + line + "\r\n\r\n" + line))).hasSize(2);
    assertThat(console.err()).isEmpty();
  }

  @Test
  void tellsTheGravestIssue() throws IOException {
    run("{\"role\":\"agent\",\"text\":\"bad\",\"conversation\":\"c\"}");
    assertThat(summary.gravest()).isEqualTo(Severity.ERROR);
  }

  @Test
  void neverRunsFarAheadOfWhatIsWritten() {
    StringBuilder in = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      in.append("{\"role\":\"agent\",\"text\":\"x\"}\n");
    }
    AtomicInteger assessed = new AtomicInteger();
    Assessor counting =
        new FakeAssessor() {
          @Override
          public Assessment assess(Message message) {
            assessed.incrementAndGet();
            return super.assess(message);
          }
        };
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new ClosedPipeException(new IOException("Broken pipe"));
          }
        };
    Batch.Plan plan = plan(Map.of(), wanted(false, false), 2);
    Batch batch = new Batch(counting, plan, console.console(), closed, bytes -> {});
    assertThatThrownBy(() -> batch.run(input(in.toString())))
        .isInstanceOf(ClosedPipeException.class);
    assertThat(assessed.get()).isLessThan(5_000);
  }

  private String run(String in) throws IOException {
    return run(new FakeAssessor(), in, wanted(false, false), 2);
  }

  private String run(Assessor assessor, String in, BatchConversation.Wanted wanted, int threads)
      throws IOException {
    return run(assessor, in, plan(Map.of(), wanted, threads));
  }

  private String run(Assessor assessor, String in, Batch.Plan plan) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    summary = new Batch(assessor, plan, console.console(), out, bytes -> {}).run(input(in));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Batch.Plan plan(
      Map<String, String> facts, BatchConversation.Wanted wanted, int threads) {
    return new Batch.Plan("in.jsonl", "in.jsonl", facts, wanted, Output.JSON_LINES, threads, 0);
  }

  private static ByteArrayInputStream input(String in) {
    return new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
  }

  private static BatchConversation.Wanted wanted(boolean all, boolean conversations) {
    return new BatchConversation.Wanted(all, conversations);
  }

  private static List<JsonNode> nodes(String out) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : out.lines().toList()) {
      nodes.add(new JsonMapper().readTree(line));
    }
    return nodes;
  }

  private static List<Double> scores(String out) throws IOException {
    return nodes(out).stream().map(node -> node.get("score").asDouble()).toList();
  }

  private static void sleep() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

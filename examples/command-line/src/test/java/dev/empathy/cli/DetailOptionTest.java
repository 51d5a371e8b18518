package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much is shown, in which form, and of which files. */
class DetailOptionTest {

  private static final String SMALL = "src/test/resources/dev/empathy/cli/small.yaml";
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String[] ANGRY = {"--customer", "This is ridiculous", "Restart the zorg."};

  @TempDir private Path folder;

  private static TestConsole small(String[] last, String... more) {
    List<String> args = new ArrayList<>(List.of("assess", "--rubric", SMALL));
    args.addAll(List.of(more));
    args.addAll(List.of(last));
    return TestConsole.run(args.toArray(new String[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"spans", "codes"})
  void noWordOfAMessageIsShown(String detail) throws IOException {
    for (String format : List.of("text", "json", "sarif")) {
      TestConsole run = small(ANGRY, "--detail", detail, "--format", format);
      assertThat(run.code()).isZero();
      assertThat(run.out())
          .contains("apologize-to-the-angry")
          .doesNotContainIgnoringCase("ridiculous")
          .doesNotContainIgnoringCase("zorg");
    }
    TestConsole text = small(ANGRY, "--detail", detail);
    Golden.matches("reply-" + detail + ".txt", text.out());
  }

  @Test
  void oneMessageIsExplained() throws IOException {
    JsonNode json = MAPPER.readTree(small(ANGRY, "--format", "json").out());
    assertThat(json.at("/receipt/explained").asBoolean()).isTrue();
    assertThat(json.get("toPass")).isNotEmpty();
    assertThat(small(ANGRY).out()).contains("to pass   add apology → 80.0 good");
  }

  @Test
  void linesAreExplainedWhereThatIsAskedFor() throws IOException {
    String in =
        "{\"role\":\"agent\",\"text\":\"No\",\"customer\":\"Ridiculous\",\"conversation\":\"c\"}";
    JsonNode plain = lines(in);
    assertThat(plain.at("/receipt/explained").asBoolean()).isFalse();
    assertThat(plain.get("toPass")).isEmpty();
    JsonNode explained = lines(in, "--explain", "--detail", "codes");
    assertThat(explained.at("/receipt/explained").asBoolean()).isTrue();
    assertThat(explained.at("/receipt/detail").asText()).isEqualTo("codes");
    assertThat(explained.at("/toPass/0/add/0").asText()).isEqualTo("apology");
    assertThat(explained.get("signals")).isEmpty();
  }

  private static JsonNode lines(String in, String... more) throws IOException {
    List<String> args =
        new ArrayList<>(List.of("assess", "--rubric", SMALL, "--jsonl", "-", "--quiet"));
    args.addAll(List.of(more));
    return MAPPER.readTree(TestConsole.runWithInput(in, args.toArray(new String[0])).out());
  }

  @Test
  void filesAreAMessageEach() throws IOException {
    Path one = Files.writeString(folder.resolve("one.txt"), "Sorry.");
    Path two = Files.writeString(folder.resolve("two.txt"), "No.");
    String[] files = {"--file", one.toString(), two.toString()};
    TestConsole json = small(files, "--format", "json", "--customer", "Ridiculous");
    List<String> lines = json.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(MAPPER.readTree(lines.get(0)).get("id").asText()).isEqualTo(one.toString());
    assertThat(MAPPER.readTree(lines.get(1)).get("passed").asBoolean()).isFalse();
    TestConsole text = small(files, "--customer", "Ridiculous", "--fail-on", "error");
    assertThat(text.code()).isEqualTo(1);
    assertThat(text.out()).startsWith(one + "\n\n").contains("\n\n" + two + "\n\n30.0  poor");
  }

  @Test
  void aFileThatCannotBeReadIsLeftOut() throws IOException {
    Path good = Files.writeString(folder.resolve("good.txt"), "Sorry.");
    Path latin = folder.resolve("latin.txt");
    Files.write(latin, "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    Path none = folder.resolve("none.txt");
    String[] files = {"--file", none.toString(), latin.toString(), good.toString()};
    TestConsole run = small(files, "--format", "json");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.err()).isEqualTo("there is no file " + none + "\n" + latin + ": not UTF-8\n");
  }

  @Test
  void whatIsWrongWithALineIsSaidWithoutItsWords() {
    TestConsole run =
        TestConsole.runWithInput(
            "{\"role\":\"agent\",\"text\":wretched}\n", "assess", "--jsonl", "-", "--quiet");
    assertThat(run.err()).startsWith("standard input:1: not JSON: Unrecognized token (column");
    assertThat(run.err()).doesNotContain("wretched");
  }
}

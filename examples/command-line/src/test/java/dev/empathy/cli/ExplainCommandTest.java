package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command with the engine itself. */
class ExplainCommandTest {

  private static final String ACME = "src/test/resources/dev/empathy/cli/explain.yaml";

  @TempDir private Path folder;

  private static String text(String id, int width, boolean colour, boolean all) {
    Rubrics rubric = Rubrics.find(ACME);
    EmpathyEngine engine = EmpathyEngine.compile(rubric.read(), SelfTest.OFF);
    List<Explained> found = Explained.find(rubric.resolve(), engine, id);
    return ExplainText.of(found, width, new Paint(colour), all);
  }

  @ParameterizedTest
  @CsvSource({
    "naming, 100, explain-cue-wide.txt",
    "naming, 44, explain-cue-narrow.txt",
    "name-it, 100, explain-rule-wide.txt",
    "name-it, 44, explain-rule-narrow.txt",
    "$feeling, 100, explain-list.txt",
    "cues.naming.match[4], 80, explain-phrase.txt"
  })
  void looks_like_this(String id, int width, String golden) throws IOException {
    String text = text(id, width, false, false);
    Golden.matches(golden, text);
    assertThat(text.lines()).allMatch(line -> line.length() <= width || line.contains(".yaml:"));
  }

  @Test
  void colours_only_add() {
    String plain = text("naming", 80, false, true);
    String coloured = text("naming", 80, true, true);
    assertThat(coloured).contains("\u001b[1mcue naming\u001b[0m").isNotEqualTo(plain);
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void all_shows_long_lists_and_examples() {
    assertThat(text("naming", 100, false, false))
        .contains("… (2 more)", "2 examples: see --all")
        .doesNotContain("livid, cross", "frustrating}} part");
    assertThat(text("naming", 100, false, true))
        .contains("furious, livid, cross", "\"{{I see the frustrating}} part\"")
        .doesNotContain("more)", "see --all");
    assertThat(TestConsole.run("explain", "--all", ACME, "naming").out()).contains("livid, cross");
  }

  @Test
  void without_an_id_prints_a_rubric_that_can_be_used_again() throws IOException {
    TestConsole run = TestConsole.run("explain", ACME);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("score: -40")
        .contains("# " + ACME + ":15")
        .contains("# explain-parent.yaml:4", "# :30");
    Path whole = Files.writeString(folder.resolve("whole.yaml"), run.out());
    assertThat(TestConsole.run("test", whole.toString()).code()).isZero();
    String reply = "Nope.";
    for (String rubric : List.of(ACME, whole.toString())) {
      assertThat(TestConsole.run("assess", "--rubric", rubric, "--customer", "so sad", reply).out())
          .startsWith("10.0  poor  not passed");
    }
  }

  @Test
  void the_built_in_rubric_is_explained_too() {
    assertThat(TestConsole.run("explain").out()).contains("rubric: customer-support");
    assertThat(TestConsole.run("explain", "scale").out()).contains("rubric: scale");
    assertThat(TestConsole.run("explain", "--rubric", "scale", "bands").out())
        .isEqualTo(TestConsole.run("explain", "scale", "bands").out())
        .startsWith("bands\n");
    TestConsole run = TestConsole.run("explain", "customer-support", "curtness");
    assertThat(run.out()).as("a cue and a rule").contains("cue curtness", "rule curtness");
  }

  @Test
  void writes_json() throws IOException {
    JsonNode whole = json("explain", "--format", "json", ACME).get("values");
    assertThat(whole)
        .anySatisfy(
            value ->
                assertThat(value.toString())
                    .isEqualTo(
                        "{\"path\":\"rules.name-it.fail.score\",\"value\":\"-40\",\"at\":\""
                            + ACME
                            + ":15:29\"}"));
    JsonNode cue = json("explain", "--format", "json", ACME, "naming").get(0);
    assertThat(cue.get("kind").asText()).isEqualTo("cue");
    assertThat(cue.get("path").asText()).isEqualTo("cues.naming");
    assertThat(cue.get("defaults").toString()).isEqualTo("{\"who\":\"both sides\"}");
    assertThat(cue.get("values"))
        .anySatisfy(
            value -> assertThat(value.get("path").asText()).isEqualTo("cues.naming.negation"));
    JsonNode phrase = cue.get("phrases").get(0);
    assertThat(phrase.get("path").asText()).isEqualTo("cues.naming.match[1]");
    assertThat(phrase.get("at").asText()).isEqualTo("explain-parent.yaml:26:9");
    assertThat(phrase.get("samples")).hasSize(20);
    assertThat(phrase.get("program").get(0).asText()).isEqualTo("1 i|we <start $we-see");
    JsonNode feeling = phrase.get("forms").get(1);
    assertThat(feeling.get("written").asText()).isEqualTo("$feeling");
    assertThat(feeling.get("count").asInt()).isEqualTo(14);
    assertThat(feeling.get("standsFor")).hasSize(12);
    JsonNode all = json("explain", "--all", "--format", "json", ACME, "naming").get(0);
    assertThat(all.at("/phrases/0/forms/1/standsFor")).hasSize(14);
    assertThat(json("explain", "--format", "json", ACME, "bands").get(0).has("phrases")).isFalse();
  }

  private static JsonNode json(String... args) throws IOException {
    TestConsole run = TestConsole.run(args);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return new JsonMapper().readTree(run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nameing | nothing is named nameing; did you mean naming?",
        "cues.nameing | nothing is named cues.nameing; did you mean cues.naming?",
        "$feelings | nothing is named $feelings; did you mean $feeling?",
        "rules.name-it.fial | nothing is named rules.name-it.fial; did you mean rules.name-it?",
        "cues.naming.match[9] | nothing is named cues.naming.match[9]",
        "furius | nothing is named furius; did you mean furious?",
        "qqqqqqqqqq | nothing is named qqqqqqqqqq",
      })
  void an_unknown_id_is_bad_input(String id, String message) {
    TestConsole run = TestConsole.run("explain", ACME, id);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("empathy: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anger",
        "cues.anger",
        "words.feeling",
        "words.feeling[4]",
        "$we-see",
        "$date",
        "$number",
        "phrases.we-see",
        "rules",
        "rules.name-it.fail.score",
        "routes.furious",
        "furious",
        "dimensions.care",
        "care",
        "bands",
        "bands.good",
        "emotions.anger",
        "locale",
        "cues.naming.unless[1]",
        "naming.match[2]",
        "name-it.when"
      })
  void finds_whatever_has_a_name(String id) {
    TestConsole run = TestConsole.run("explain", ACME, id);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isNotBlank();
  }

  @Test
  void bad_use_is_told() {
    TestConsole two = TestConsole.run("explain", "--rubric", "scale", "bands", "words");
    assertThat(two.code()).isEqualTo(2);
    assertThat(two.err()).startsWith("empathy explain: --rubric names the rubric");
    TestConsole page = TestConsole.run("explain", "scale", "bands", "--format", "markdown");
    assertThat(page.code()).isEqualTo(2);
    assertThat(page.err()).startsWith("empathy explain: a page is about the whole rubric");
    assertThat(TestConsole.run("explain", "none.yaml").err())
        .startsWith("empathy: there is no file none.yaml");
  }

  @Test
  void a_broken_rubric_shows_its_faults() throws IOException {
    String text = Files.readString(Path.of(ACME).resolveSibling("explain-parent.yaml"));
    Path form = Files.writeString(folder.resolve("a.yaml"), text.replace("match:", "mach:"));
    TestConsole run = TestConsole.run("explain", form.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("EMP-1002", "did you mean match?");
    Path name = Files.writeString(folder.resolve("b.yaml"), text.replace("...2 $f", "...2 $x"));
    assertThat(TestConsole.run("explain", name.toString()).code()).isZero();
    TestConsole named = TestConsole.run("explain", name.toString(), "naming");
    assertThat(named.code()).isEqualTo(2);
    assertThat(named.err()).contains("EMP-1003");
  }
}

package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings in files, as code hosts read them. */
class SarifTest {

  private static final String SMALL = "src/test/resources/dev/empathy/cli/small.yaml";
  private static final Path SCHEMA =
      Path.of("src/test/resources/dev/empathy/cli/sarif-2.1.0-part.schema.json");
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir private Path folder;

  private Path lines() throws IOException {
    return Files.writeString(
        folder.resolve("in put.jsonl"),
        """
        {"id":"1","conversation":"c","role":"customer","text":"Ridiculous"}
        nonsense
        {"id":"2","conversation":"c","role":"agent","text":"Restart\\nit."}
        {"id":"3","role":"agent","text":"Sorry","customer":"Ridiculous"}
        {"id":"4","role":"agent","text":"No","customer":"Ridiculous"}
        """);
  }

  private static TestConsole sarif(String... more) {
    List<String> args = new ArrayList<>(List.of("assess", "--rubric", SMALL, "--format", "sarif"));
    args.addAll(List.of(more));
    return TestConsole.run(args.toArray(new String[0]));
  }

  private static JsonNode valid(TestConsole run) throws IOException {
    JsonNode log = MAPPER.readTree(run.out());
    Validator validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory(MAPPER))
            .createValidator();
    URI name = URI.create("urn:sarif");
    validator.registerSchema(name, Files.readString(SCHEMA));
    assertThat(validator.validate(name, log).getErrors())
        .extracting(error -> error.getInstanceLocation() + " " + error.getError())
        .isEmpty();
    return log;
  }

  private static JsonNode results(JsonNode log) {
    return log.at("/runs/0/results");
  }

  @Test
  void ofOneMessage() throws IOException {
    TestConsole run = sarif("--customer", "This is ridiculous", "Restart it.\nNow.");
    Golden.matches("one.sarif", run.out().replaceAll("[0-9a-f]{64}", "…"));
    assertThat(run.code()).isZero();
    JsonNode log = valid(run);
    assertThat(results(log)).hasSize(1);
    JsonNode result = results(log).get(0);
    assertThat(result.get("level").asText()).isEqualTo("error");
    assertThat(result.at("/locations/0/physicalLocation/region").toString())
        .isEqualTo(
            "{\"startLine\":1,\"startColumn\":1,\"endLine\":2,\"endColumn\":4,"
                + "\"charOffset\":0,\"charLength\":15}");
  }

  @Test
  void ofLines() throws IOException {
    TestConsole run = sarif("--jsonl", lines().toString(), "--quiet", "--threads", "2");
    assertThat(run.code()).isEqualTo(2);
    JsonNode log = valid(run);
    assertThat(log.at("/runs/0/invocations/0/executionSuccessful").asBoolean()).isFalse();
    assertThat(results(log)).hasSize(2);
    JsonNode place = results(log).get(0).at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText()).endsWith("/in%20put.jsonl");
    assertThat(place.get("region").toString())
        .isEqualTo("{\"startLine\":3,\"startColumn\":53,\"endLine\":3,\"endColumn\":64}");
    assertThat(results(log).get(1).at("/properties/message").asText()).isEqualTo("4");
    assertThat(results(log).get(1).at("/locations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(5);
  }

  @Test
  void whatMovesKeepsItsFingerprint() throws IOException {
    Path moved = folder.resolve("moved.jsonl");
    Files.writeString(moved, "\n\n" + Files.readString(lines()).replace("nonsense", ""));
    JsonNode before = results(valid(sarif("--jsonl", lines().toString(), "--quiet")));
    JsonNode after = results(valid(sarif("--jsonl", moved.toString(), "--quiet")));
    assertThat(after.findValuesAsText("startLine"))
        .isNotEqualTo(before.findValuesAsText("startLine"));
    assertThat(after.findValues("partialFingerprints"))
        .isEqualTo(before.findValues("partialFingerprints"))
        .doesNotHaveDuplicates();
  }

  @Test
  void ofFiles() throws IOException {
    Path good = Files.writeString(folder.resolve("good.txt"), "Sorry about that.\n");
    Path bad = Files.writeString(folder.resolve("bad.txt"), "\uFEFFHello,\n  restart it.\n");
    TestConsole run =
        sarif("--customer", "Ridiculous", "--fail-on", "error", "--file", good + "", bad + "");
    assertThat(run.code()).isEqualTo(1);
    JsonNode log = valid(run);
    assertThat(results(log)).hasSize(1);
    JsonNode place = results(log).get(0).at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText()).endsWith("/bad.txt");
    assertThat(place.at("/region/endLine").asInt()).isEqualTo(2);
    assertThat(place.at("/region/endColumn").asInt()).isEqualTo(13);
    assertThat(log.at("/runs/0/invocations/0/executionSuccessful").asBoolean()).isTrue();
  }

  @Test
  void atCodesThereAreNoSentencesAndNoPlaces() throws IOException {
    JsonNode log = valid(sarif("--detail", "codes", "--customer", "Ridiculous", "Restart it."));
    JsonNode result = results(log).get(0);
    assertThat(result.at("/message/text").asText()).isEqualTo("apologize-to-the-angry");
    assertThat(result.at("/locations/0/physicalLocation/region").toString())
        .isEqualTo("{\"startLine\":1}");
  }

  @Test
  void nothingFoundIsARunWithoutResults() throws IOException {
    JsonNode log = valid(sarif("Hello"));
    assertThat(results(log).isArray()).isTrue();
    assertThat(results(log)).isEmpty();
    assertThat(valid(TestConsole.runWithInput("", "assess", "--jsonl", "-", "--format", "sarif")))
        .isNotNull();
  }

  @Test
  void pathsAreUris() {
    assertThat(Sarif.uri(Path.of("macros/late order.txt"))).isEqualTo("macros/late%20order.txt");
    assertThat(Sarif.uri(Path.of("a:b/ü.txt"))).isEqualTo("./a:b/%C3%BC.txt");
    assertThat(Sarif.uri(Path.of("/tmp/x y"))).isEqualTo("file:///tmp/x%20y");
  }
}

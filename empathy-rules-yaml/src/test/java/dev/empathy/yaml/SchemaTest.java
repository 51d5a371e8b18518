package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The schema for editors. Run with {@code -Dgolden.write=true} to write the jar's file anew, then
 * read the difference.
 */
class SchemaTest {

  private static final Path WRITTEN =
      Path.of("src/main/resources/dev/empathy/yaml/rubric.schema.json");

  private final JsonNode schema;

  SchemaTest() throws IOException {
    schema = new JsonMapper().readTree(RubricYaml.schema());
  }

  @Test
  void the_jar_holds_what_the_model_gives() throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(WRITTEN, RubricYaml.schema());
    }
    assertThat(Files.readString(WRITTEN)).isEqualTo(RubricYaml.schema());
  }

  @Test
  void it_is_a_schema_of_draft_07() {
    assertThat(schema.get("$schema").asText()).isEqualTo("http://json-schema.org/draft-07/schema#");
    // The validator holds a schema against its draft before it takes it.
    assertThat(Validation.valid(Rubrics.HEAD)).isTrue();
  }

  @Test
  void every_key_says_what_it_is_for() {
    List<String> silent = new ArrayList<>();
    properties(
        schema,
        "",
        (path, key) -> {
          if (!key.isBoolean() && !key.path("description").asText().endsWith(".")) {
            silent.add(path);
          }
        });
    assertThat(silent).isEmpty();
  }

  @Test
  void every_map_is_closed() {
    List<String> open = new ArrayList<>();
    maps(
        schema,
        "",
        (path, map) -> {
          if (!map.has("additionalProperties")) {
            open.add(path);
          }
        });
    // The one map that its own kinds close, one of which it must be.
    assertThat(open).containsExactly("/definitions/condition");
  }

  @Test
  void the_line_that_names_the_schema_is_a_comment_to_us() {
    String line = "# yaml-language-server: $schema=./rubric.schema.json\n";
    assertThat(Rubrics.load(line + Rubrics.HEAD).orThrow().id()).isEqualTo("mine");
    assertThat(Rubrics.load(line + Rubrics.HEAD).issues()).isEmpty();
  }

  private interface Visit {
    void at(String path, JsonNode node);
  }

  private static void properties(JsonNode node, String path, Visit visit) {
    each(node, path, (at, child) -> properties(child, at, visit));
    // Below "else" stands what is described above.
    if (node.path("properties").isObject() && !path.endsWith("/else")) {
      node.get("properties")
          .properties()
          .forEach(entry -> visit.at(path + "/" + entry.getKey(), entry.getValue()));
    }
  }

  private static void maps(JsonNode node, String path, Visit visit) {
    each(node, path, (at, child) -> maps(child, at, visit));
    if (node.path("type").asText().equals("object")) {
      visit.at(path, node);
    }
  }

  private static void each(JsonNode node, String path, Visit visit) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        visit.at(path + "/" + i, node.get(i));
      }
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      visit.at(path + "/" + entry.getKey(), entry.getValue());
    }
  }
}

package dev.empathy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
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
 * The schema of the JSON that others read. Run with {@code -Dgolden.write=true} to write the jar's
 * file anew, then read the difference.
 */
class AssessmentSchemaTest {

  private static final Path WRITTEN =
      Path.of("src/main/resources/dev/empathy/assessment.schema.json");

  private static final JsonMapper MAPPER = new JsonMapper();

  private static String generated() throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withSeparators(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return MAPPER.writer(printer).writeValueAsString(AssessmentSchema.schema()) + "\n";
  }

  @Test
  void the_jar_holds_what_the_records_give() throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(WRITTEN.getParent());
      Files.writeString(WRITTEN, generated());
    }
    assertThat(Files.readString(WRITTEN)).isEqualTo(generated());
  }

  @Test
  void it_can_be_had_from_the_record() throws IOException {
    assertThat(Assessment.jsonSchema()).isEqualTo(Files.readString(WRITTEN));
  }

  @Test
  void every_field_says_what_it_is() throws IOException {
    List<String> silent = new ArrayList<>();
    JsonNode definitions = MAPPER.readTree(generated()).get("definitions");
    for (Map.Entry<String, JsonNode> definition : definitions.properties()) {
      for (Map.Entry<String, JsonNode> field :
          definition.getValue().get("properties").properties()) {
        String description = field.getValue().path("description").asText();
        if (!description.endsWith(".") || description.contains("{@") || description.length() < 6) {
          silent.add(definition.getKey() + "." + field.getKey());
        }
      }
    }
    assertThat(silent).isEmpty();
    assertThat(definitions.get("Span").get("properties").get("start").get("description").asText())
        .contains("UTF-16");
    assertThat(definitions.get("Span").get("properties").get("cpStart").get("description").asText())
        .contains("code points");
  }

  @Test
  void nothing_is_closed() throws IOException {
    assertThat(generated()).doesNotContain("\"additionalProperties\": false");
  }
}

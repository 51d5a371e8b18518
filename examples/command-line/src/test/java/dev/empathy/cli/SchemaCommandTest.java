package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.empathy.Assessment;
import dev.empathy.yaml.RubricYaml;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SchemaCommandTest {

  @Test
  void printsTheSchemaAndNothingElse() throws IOException {
    TestConsole run = TestConsole.run("schema");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(RubricYaml.schema());
    assertThat(new JsonMapper().readTree(run.out()).at("/properties/cues").isObject()).isTrue();
  }

  @Test
  void printsTheOneOfAssessments() {
    TestConsole run = TestConsole.run("schema", "--assessment");
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(Assessment.jsonSchema());
  }

  @Test
  void helpShowsTheLineThatNamesIt() {
    assertThat(TestConsole.run("schema", "--help").out())
        .contains("    # yaml-language-server: $schema=./rubric.schema.json\n");
  }
}

package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.yaml.RubricYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page about the built-in rubric says what the rubric says. It is written anew with {@code
 * -DargLine=-Dgolden=write}.
 */
class RubricPageTest {

  private static final Path BEHAVIOURS = Path.of("../../empathy-rules-yaml/BEHAVIOURS.md");

  @Test
  void theBuiltInRubricsPageIsToday() throws IOException {
    String page = RubricPage.of(RubricYaml.builtIn("customer-support"));
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(BEHAVIOURS, page);
    }
    assertThat(page).isEqualTo(Files.readString(BEHAVIOURS));
  }

  @Test
  void aPageOfAnyRubric() throws IOException {
    Golden.matches("feedback.md", RubricPage.of(RubricYaml.builtIn("coaching-feedback")));
  }

  @Test
  void everyNameStandsThere() {
    for (String name : RubricYaml.builtInNames()) {
      var rubric = RubricYaml.builtIn(name);
      String page = RubricPage.of(rubric);
      assertThat(page.lines())
          .containsAll(rubric.cues().keySet().stream().map(id -> "### " + id).toList())
          .containsAll(rubric.rules().keySet().stream().map(id -> "### " + id).toList())
          .containsAll(rubric.routes().keySet().stream().map(id -> "### " + id).toList())
          .containsAll(rubric.responses().keySet().stream().map(id -> "### " + id).toList());
    }
  }
}

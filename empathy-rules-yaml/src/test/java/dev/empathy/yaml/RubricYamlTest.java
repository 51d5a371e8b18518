package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.RubricException;
import dev.empathy.spi.Extensions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RubricYamlTest {

  @ParameterizedTest
  @MethodSource("dev.empathy.yaml.RubricYaml#builtInNames")
  void built_in_rubrics_read(String name) {
    assumeTrue(Library.JAR.rubric(name) != null, "not yet in the jar");
    assertThat(RubricYaml.builtIn(name).id()).isEqualTo(name);
  }

  @Test
  void an_unknown_built_in_name_is_a_bad_argument() {
    assertThatThrownBy(() -> RubricYaml.builtIn("costumer-support"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("customer-support");
  }

  @Test
  void many_threads_read_the_same() {
    Rubric alone = Rubrics.load(Rubrics.HEAD + "extends: [builtin:base]").orThrow();
    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> Rubrics.load(Rubrics.HEAD + "extends: [builtin:base]").orThrow()))
        .allMatch(alone::equals);
  }

  @Test
  void read_throws_what_check_returns() {
    Path nowhere = Path.of("nowhere.yaml");
    assertThat(RubricYaml.check(nowhere)).hasSize(1);
    assertThatThrownBy(() -> RubricYaml.read(nowhere))
        .isInstanceOf(RubricException.class)
        .hasMessageContaining("there is no such file");
  }

  @Test
  void check_knows_extensions_and_limits(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.yaml"),
            Engines.HEAD + "cues: { a: { match: [a b c], detect: [orders] } }");
    Extensions orders = Extensions.NONE.withDetector("orders", (text, writer) -> List.of());
    assertThat(RubricYaml.check(file)).extracting(Issue::code).containsExactly("EMP-1015");
    assertThat(RubricYaml.check(file, orders)).isEmpty();
    assertThat(RubricYaml.check(file, orders, dev.empathy.Limits.DEFAULT.withPhraseLength(2)))
        .extracting(Issue::code)
        .contains("EMP-1033");
    Extensions shouting = Extensions.NONE.withDetector("shouting", (text, writer) -> List.of());
    assertThatThrownBy(() -> RubricYaml.check(file, shouting))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void check_reports_form_without_throwing() {
    assertThat(RubricYaml.check(Rubrics.resource("broken/unknown-key.yaml")))
        .extracting("code")
        .contains("EMP-1002");
  }
}

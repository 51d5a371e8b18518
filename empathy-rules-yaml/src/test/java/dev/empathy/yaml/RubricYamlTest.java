package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.empathy.rubric.RubricException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
    Loaded alone = Rubrics.load(Rubrics.HEAD + "extends: [builtin:base]");
    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> Rubrics.load(Rubrics.HEAD + "extends: [builtin:base]")))
        .allSatisfy(
            loaded -> {
              assertThat(loaded.rubric()).isEqualTo(alone.rubric());
              assertThat(loaded.merged()).isEqualTo(alone.merged());
              assertThat(loaded.issues()).isEqualTo(alone.issues());
            });
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
  void check_reports_form_without_throwing() {
    assertThat(RubricYaml.check(Rubrics.resource("broken/unknown-key.yaml")))
        .extracting("code")
        .contains("EMP-1002");
  }
}

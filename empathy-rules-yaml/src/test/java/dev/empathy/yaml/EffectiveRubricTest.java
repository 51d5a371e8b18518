package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Rubric;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveRubricTest {

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("dev.empathy.yaml.RubricYaml#builtInNames")
  void a_built_in_rubric_printed_is_the_same_rubric(String name) throws IOException {
    String printed = RubricYaml.resolveBuiltIn(name).yaml();
    Rubric read = RubricYaml.read(new StringReader(printed), name);
    SameRubric.check(RubricYaml.builtIn(name), read, printed, true);
    EmpathyEngine.compile(read, SelfTest.STRICT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"schema/everything.yaml", "schema/child.yaml", "library/base.yaml"})
  void every_key_and_edit_survives(String name) {
    Loaded loaded = Rubrics.LOADER.path(Rubrics.resource(name));
    String printed = loaded.effective().yaml();
    Loaded read = Rubrics.load(printed);
    assertThat(read.issues()).isEmpty();
    SameRubric.check(loaded.orThrow(), read.orThrow(), printed, true);
  }
}

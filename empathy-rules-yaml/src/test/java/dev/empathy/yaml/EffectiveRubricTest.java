package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.RubricException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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

  private static final String PARENT =
      """
      empathy: 1
      rubric: parent
      version: 1.0.0
      locale: en
      about: What every reply of ours is held against, whichever channel it goes through.
      skippable: [really, just]
      words:
        feeling: [sad, upset~,
          let down]
      cues:
        seeing:
          who: agent
          match: [see why]
          examples:
            hits: ["I {{see really why}}", "I {{see why}}"]
            misses: [I see how]
        anger:
          who: customer
          emotion: anger
          match: [so $feeling]
          replace: { leverage~: use }
      dimensions:
        care: { weight: 2, start: 50 }
      bands: { poor: 0, good: 60 }
      pass-mark: 60
      rules:
        see-it:
          dimension: care
          severity: error
          when: { cue: anger, turn: previous }
          require: { cue: seeing }
          fail:
            score: -20
            message: The customer was upset and the reply does not take it up.
          examples:
            - { customer: so sad, agent: "No", expect: fail }
      """;

  private static final String CHILD =
      """
      empathy: 1
      rubric: child
      version: 2.0.0
      extends: [./parent.yaml]
      words:
        feeling+: { livid: 0.9 }
      cues:
        seeing:
          match: [see that, see how, hear you, get you, feel you]
          unless: [see that way]
      rules:
        see-it: { fail: { score: -40 } }
      """;

  private Loaded child(String child) throws IOException {
    Files.writeString(folder.resolve("parent.yaml"), PARENT);
    Path file = Files.writeString(folder.resolve("child.yaml"), child);
    return Rubrics.LOADER.path(file);
  }

  /** As it is where the folder is the working directory. */
  private String shown(EffectiveRubric rubric) {
    return rubric.yaml().replace(folder + "/", "").replace(folder + "\\", "");
  }

  @Test
  void shows_what_holds_and_where_it_comes_from() throws IOException {
    Loaded loaded = child(CHILD);
    assertThat(loaded.issues()).isEmpty();
    Golden.check("effective.yaml", shown(loaded.effective()));
  }

  @Test
  void inherited_examples_that_do_not_hold_are_comments() throws IOException {
    Loaded loaded = child(CHILD);
    EffectiveRubric effective = loaded.effective();
    assertThat(shown(effective.part("cues.seeing.examples")))
        .isEqualToIgnoringWhitespace(
            """
            # examples:  # parent.yaml:14
            #   hits: ["I {{see really why}}", "I {{see why}}"]  # :15
            #   misses: [I see how]  # :16
            """);
    assertThat(effective.values()).noneMatch(value -> value.path().contains("cues.seeing.ex"));
    assertThat(effective.values()).anyMatch(value -> value.path().contains("see-it.examples[1]"));
    EmpathyEngine.compile(Rubrics.load(effective.yaml()).orThrow(), SelfTest.STRICT);
  }

  @Test
  void a_part_is_what_stands_below_a_path() throws IOException {
    EffectiveRubric effective = child(CHILD).effective();
    assertThat(shown(effective.part("rules.see-it.fail")))
        .isEqualToIgnoringWhitespace(
            """
            fail:  # parent.yaml:32
              score: -40  # child.yaml:12
              message: The customer was upset and the reply does not take it up.  # parent.yaml:34
            """);
    assertThat(effective.part("rules.see-it.fail.score").values())
        .extracting(EffectiveRubric.Value::value)
        .containsExactly("-40");
    assertThat(effective.part("dimensions.care.start").lines())
        .extracting(EffectiveRubric.Line::yaml)
        .containsExactly("care: { weight: 2, start: 50 }");
    assertThat(effective.part("rules.see").lines()).isEmpty();
  }

  @Test
  void what_is_odd_is_written_so_that_it_can_be_read() {
    String key = "so " + "very ".repeat(400) + "sad";
    Loaded loaded =
        Rubrics.load(
            Rubrics.HEAD
                + "words:\n  odd:\n    ? "
                + key
                + "\n    : 0.5\n    \"a\\u200Bb\": none\n    \"- x: #y\": 0.1\n"
                + "cues:\n  a:\n    detect: [shouting]\n    why: \""
                + "long ".repeat(40)
                + " and two  spaces\"\n"
                + "examples: [ { turns: [\"agent: \\n\\t\"], expect: { findings: [] } } ]\n");
    assertThat(loaded.issues()).isEmpty();
    String printed = loaded.effective().yaml();
    assertThat(printed).contains("    ? so very ").contains("\n    : 0.5");
    Loaded again = Rubrics.load(printed);
    assertThat(again.issues()).isEmpty();
    SameRubric.check(loaded.orThrow(), again.orThrow(), printed, true);
  }

  @Test
  void a_rubric_with_a_fault_of_form_cannot_be_resolved() throws IOException {
    assertThatExceptionOfType(RubricException.class)
        .isThrownBy(() -> child(CHILD.replace("cues:", "cue:")).effective());
    assertThatExceptionOfType(RubricException.class)
        .isThrownBy(() -> RubricYaml.resolve(folder.resolve("none.yaml")));
    assertThatIllegalArgumentException().isThrownBy(() -> RubricYaml.resolveBuiltIn("none"));
  }

  @Test
  void a_rubric_whose_names_are_wrong_can() throws IOException {
    Loaded loaded = child(CHILD.replace("see that,", "see $nobody,"));
    assertThat(loaded.effective().yaml()).contains("see $nobody").contains("hits: [");
  }
}

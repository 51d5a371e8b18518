package dev.empathy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Dimension;
import dev.empathy.rubric.Emotion;
import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Negation;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Side;
import dev.empathy.rubric.Text;
import dev.empathy.spi.Extensions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rubrics that tests put together in code, compiled. */
final class TestPrograms {

  private static final Location AT = Location.CODE;

  private TestPrograms() {}

  /** A cue of one phrase, negated or not. */
  static Cue cue(String id, Side who, String phrase, @Nullable String emotion) {
    return new Cue(
        id,
        AT,
        who,
        List.of(new Phrase(phrase, AT, List.of())),
        List.of(),
        List.of(),
        Negation.KEEP,
        emotion == null ? null : text(emotion),
        null,
        null,
        null,
        false,
        List.of(),
        List.of());
  }

  static Text text(String value) {
    return new Text(value, AT);
  }

  /** Compiles a rubric in which nothing is wrong. */
  static Program of(
      Map<String, Emotion> emotions,
      Map<String, Cue> cues,
      Map<String, Dimension> dimensions,
      Map<String, Rule> rules,
      List<Text> facts) {
    Rubric rubric =
        new Rubric(
            "test",
            AT,
            "1",
            LocalePack.NONE,
            null,
            "",
            List.of(),
            Map.of(),
            Map.of(),
            emotions,
            cues,
            dimensions,
            List.of(),
            0,
            rules,
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            facts,
            List.of());
    Compiler compiler = new Compiler(rubric, Extensions.NONE, Limits.DEFAULT);
    Program program = compiler.compile();
    assertThat(compiler.issues(program, SelfTest.OFF)).noneMatch(issue -> issue.isError());
    return Objects.requireNonNull(program);
  }
}

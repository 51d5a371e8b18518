package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void indentsByTwoAndEndsTheLine() {
    assertThat(Json.pretty(Map.of("a", List.of(1, 2))))
        .isEqualTo("{\n  \"a\": [\n    1,\n    2\n  ]\n}\n");
  }

  @Test
  void halfACharacterSurvivesUtf8() {
    String json = Json.line(Map.of("text", "\uD83D 😡"));
    assertThat(json).isEqualTo("{\"text\":\"\\ud83d 😡\"}\n");
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(json);
  }

  @Test
  void anAssessmentHasItsIdAndNothingDerived() {
    assertThat(Json.line(Samples.everything()))
        .startsWith("{\"schema\":1,\"id\":\"m2\",\"message\":1,\"role\":\"agent\"")
        .doesNotContain("\"issues\"", "\"strengths\"", "\"advice\"");
  }
}

package dev.empathy.research;

import static dev.empathy.research.SmallRubric.data;
import static dev.empathy.research.SmallRubric.evaluation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MistakesTest {

  private static final String EXPERIMENT =
      """
      experiment: mistakes
      data:
        replies: { files: replies/*.jsonl, role: agent, context: before }
      tasks:
        replies sorry: { data: replies, gold: { field: sorry, is: 1 }, reading: { cue: apology }, measure: f1 }
        replies kind: { data: replies, gold: kind, reading: { first: { regret: { cue: apology }, asking: { cue: question } }, else: none }, measure: accuracy }
        replies warmth: { data: replies, gold: warmth, reading: { score: overall, if-none: 50 }, measure: spearman }
        replies alarms: { data: replies, reading: { issue: error }, measure: rate }
        replies both:
          data: replies
          labels:
            sorry: { gold: { field: sorry, is: 1 }, reading: { cue: apology } }
            asks: { gold: { field: kind, is: asking }, reading: { cue: question } }
          measure: macro-f1
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    data(
        folder,
        "replies/a.jsonl",
        "{\"text\":\"Sorry!\",\"before\":\"I'm furious\",\"sorry\":1,\"kind\":\"regret\",\"warmth\":1}",
        "{\"text\":\"Sorry, no.\",\"sorry\":0,\"kind\":\"none\",\"warmth\":2}",
        "{\"text\":\"I am not sorry\",\"sorry\":1,\"kind\":\"regret\",\"warmth\":3}",
        "{\"text\":\"May I\\nhelp?\",\"before\":\"I'm furious\",\"sorry\":0,\"kind\":\"asking\",\"warmth\":4}",
        "{\"text\":\"My fault.\",\"before\":\"Hello\",\"sorry\":1,\"kind\":\"regret\",\"warmth\":5}");
  }

  @Test
  void showsWhatAReadingRestsOn() throws IOException {
    StringBuilder told = new StringBuilder();
    for (String task : List.of("sorry", "kind", "warmth", "alarms")) {
      Evaluation evaluation = evaluation(folder, EXPERIMENT).only(List.of("replies " + task));
      told.append(evaluation.mistakes(10, 2)).append("\n\n");
    }
    Golden.matches("mistakes.txt", told.toString());
  }

  @Test
  void showsSoManyOfEachKindAndTheSameAgain() throws IOException {
    data(
        folder,
        "replies/b.jsonl",
        IntStream.range(0, 50)
            .mapToObj(i -> "{\"text\":\"Sorry " + i + "\",\"sorry\":0}")
            .toArray(String[]::new));
    Evaluation evaluation = evaluation(folder, EXPERIMENT).only(List.of("replies sorry"));
    String three = evaluation.mistakes(3, 1);
    assertThat(three.lines().filter(line -> line.contains("replies/b.jsonl"))).hasSize(3);
    assertThat(three).contains("read yes, people say no: 51 rows");
    assertThat(evaluation.mistakes(3, 4)).isEqualTo(three);
    // Who looks at more sees the same ones first.
    List<String> more = evaluation.mistakes(5, 1).lines().toList();
    assertThat(more).containsAll(three.lines().toList());
  }

  @Test
  void areShownOfOneTask() throws IOException {
    Evaluation evaluation = evaluation(folder, EXPERIMENT);
    assertThatThrownBy(() -> evaluation.mistakes(3, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("replies kind");
    assertThatThrownBy(() -> evaluation.only(List.of("replies both")).mistakes(3, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(evaluation.only(List.of("replies both: asks")).mistakes(3, 1))
        .startsWith("replies both: asks: 5 rows");
  }
}

package dev.empathy.research;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.yaml.RubricYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies beside the code holds: the experiment that we ship, the example of the page. */
class PagesTest {

  private static final EmpathyEngine BUILT_IN =
      EmpathyEngine.compile(RubricYaml.builtIn("customer-support"), SelfTest.OFF);

  @TempDir private Path folder;

  @Test
  void theBuiltInRubricHasWhatAgreementReads() throws IOException {
    Experiment agreement = Experiment.read(Path.of("experiments/agreement.yaml"));
    Results results = Evaluation.of(agreement, BUILT_IN, folder).run(1);
    assertThat(results.issues()).isEmpty();
    assertThat(results.rows()).allSatisfy(row -> assertThat(row.value()).isNull());
    assertThat(results.rows()).extracting(Row::note).containsOnly("no data");
    assertThat(agreement.taskNames())
        .contains(
            "epitome reaction",
            "epitome interpretation",
            "epitome exploration",
            "goemotions emotions",
            "so-emotions anger",
            "airline-sentiment dissatisfaction",
            "complaints complaint",
            "complaints complaint auc",
            "rsics rant",
            "stanford-politeness wiki",
            "stanford-politeness se",
            "email-politeness tone",
            "pair reflection",
            "empathy-experts empathy",
            "esconv question",
            "annomi question",
            "esconv reflection",
            "annomi reflection",
            "vader-gold tweets",
            "support-acts warmth",
            "support-corpus false alarms");
    // The folder comes first, so that --task epitome runs all that is measured there.
    List<Task> tasks = agreement.tasks();
    assertThat(tasks)
        .allSatisfy(
            task ->
                assertThat(task.data().files().id())
                    .isEqualTo(task.name().id().split(" ")[0] + "/*.jsonl"));
  }

  @Test
  void thePagesExampleIsAnExperiment() throws IOException {
    String page = Files.readString(Path.of("EXPERIMENTS.md"));
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    Path file = folder.resolve("shop.yaml");
    Files.writeString(file, page.substring(start, page.indexOf("```\n", start)));
    SmallRubric.data(
        folder,
        "shop/2026.jsonl",
        "{\"text\":\"I'm sorry that it is late.\",\"customer\":\"Where is it?\",\"language\":\"en\","
            + "\"source\":\"chat\",\"shift\":1,\"labels\":{\"apology\":1,\"warmth\":4,\"raters\":3}}");
    SmallRubric.data(
        folder,
        "mails/all.jsonl",
        "{\"body\":\"This is ridiculous\",\"mood\":\"bad\",\"emotions\":[\"anger\"]}");
    Results results = Evaluation.of(Experiment.read(file), BUILT_IN, folder).run(1);
    assertThat(results.issues()).isEmpty();
    assertThat(results.rows())
        .extracting(Row::task)
        .containsExactly(
            "shop apology",
            "shop warmth",
            "mails mood",
            "mails emotions",
            "mails emotions: anger",
            "mails emotions: frustration");
    assertThat(results.rows().get(0).value()).isEqualTo(1);
    assertThat(results.rows().get(2).value()).isEqualTo(1);
  }

  @Test
  void thePageNamesEveryReadingAndMeasure() throws IOException {
    String page = Files.readString(Path.of("EXPERIMENTS.md"));
    assertThat(ReadingDecoder.KINDS.keySet())
        .allSatisfy(kind -> assertThat(page).contains("`" + kind + ":"));
    assertThat(Measure.BY_NAME.keySet())
        .allSatisfy(measure -> assertThat(page).contains("`" + measure + "`"));
  }
}

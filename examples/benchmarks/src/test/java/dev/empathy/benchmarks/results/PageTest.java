package dev.empathy.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.empathy.benchmarks.finders.Rival;
import dev.empathy.benchmarks.results.Verdict.Met;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

  private static final Run RUN =
      new Run(
          "examples/benchmarks/run",
          Map.of("machine", "2 processors"),
          List.of("generated"),
          "generated",
          Map.of(),
          new Figures(),
          Map.of("generatedBRICS", new Comparison(5, 1, 0)),
          Map.of(Rival.HYPERSCAN, "there is none"),
          Map.of(),
          Map.of("a ", 2.0),
          Map.of("lines", 1_000.0, "program", 1_000_000.0));

  @TempDir Path folder;

  @Test
  void stands_between_the_marks() throws IOException {
    Path page = folder.resolve("RESULTS.md");
    String begin = "<!-- results: written by examples/benchmarks/run -->";
    String end = "<!-- end of the results -->";
    Files.writeString(page, "# Before\n" + begin + "\nold\n" + end + "\nafter\n");
    Path reasons = folder.resolve("reasons.properties");
    Files.writeString(reasons, "memory = It keeps words.\n");
    Page.write(RUN, page, reasons);
    assertThat(page)
        .content()
        .startsWith("# Before\n" + begin)
        .endsWith(end + "\nafter\n")
        .doesNotContain("old\n")
        .contains("| 738 B + 256 KiB | no | no | It keeps words. |")
        .contains("| not measured | – | – |  |")
        .contains("left out: Hyperscan over JNI: there is none")
        .contains("5 hits, 1 missed, 0 more");
  }

  @Test
  void a_page_without_marks_is_left_as_it_is() throws IOException {
    Path page = Files.writeString(folder.resolve("RESULTS.md"), "mine");
    assertThatThrownBy(() -> Page.write(RUN, page, page))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has no lines");
    assertThat(page).hasContent("mine");
  }

  @Test
  void a_goal_is_met_where_all_its_figures_meet_it() {
    Bound bound = new Bound().atMost("a %s", 1, 2, 1).atMost("b %s", 2, 2, 1);
    assertThat(bound.verdict("id", "goal", "≤ 2", "≤ 1"))
        .isEqualTo(new Verdict("id", "goal", "≤ 2", "≤ 1", "a 1.00; b 2.00", Met.YES, Met.NO));
    assertThat(new Bound().atLeast("%s", Double.NaN, 1, 1).verdict("", "", "", "").met())
        .isEqualTo(Met.UNKNOWN);
  }
}

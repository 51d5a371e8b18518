package dev.empathy.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  @Test
  void ofAShareIsAboutWhatTheFormulaSays() {
    // 300 of 1,000: .3 ± 1.96 times the root of .3 * .7 / 1000, which is .0284.
    Bootstrap interval = Bootstrap.of(Samples.rate(share(1000, 300), null));
    assertThat(interval.low()).isBetween(0.262, 0.281);
    assertThat(interval.high()).isBetween(0.319, 0.338);
  }

  @Test
  void whatNeverVariesHasNoWidth() {
    assertThat(Bootstrap.of(Samples.rate(share(50, 50), null))).isEqualTo(new Bootstrap(1, 1));
  }

  @Test
  void clustersAreDrawnWhole() {
    // Ten clusters of a hundred, each all yes or all no: as if there were ten items.
    double[] read = IntStream.range(0, 1000).mapToDouble(i -> i / 100 % 2).toArray();
    int[] clusters = IntStream.range(0, 1000).map(i -> i / 100).toArray();
    Bootstrap alone = Bootstrap.of(Samples.rate(read, null));
    Bootstrap together = Bootstrap.of(Samples.rate(read, clusters));
    assertThat(alone.high() - alone.low()).isLessThan(0.1);
    assertThat(together.high() - together.low()).isGreaterThan(0.4);
  }

  @Test
  void aFigureThatIsHardlyEverDefinedHasNone() {
    Column constant = new Column(new double[] {1, 1, 1}, new double[] {1, 2, 3});
    assertThat(Bootstrap.of(Samples.numbers(Measure.PEARSON, constant, null)).low()).isNaN();
    // Of ten items one is yes, and about a third of the resamples miss it: those do not count.
    Column rare = new Column(share(10, 1), share(10, 1));
    assertThat(Bootstrap.of(Samples.yesNo(Measure.F1, List.of(rare), null)))
        .isEqualTo(new Bootstrap(1, 1));
  }

  private static double[] share(int n, int yes) {
    return IntStream.range(0, n).mapToDouble(i -> i < yes ? 1 : 0).toArray();
  }
}

package dev.empathy.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.empathy.research.Statistics.Statistic;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Figures against values that were worked out by hand. */
class StatisticsTest {

  private static final Offset<Double> EXACT = within(1e-12);

  @Test
  void f1IsTheMeanOfPrecisionAndRecall() {
    // Three yes, two of them found, one false: precision 2/3, recall 2/3.
    double[] gold = {1, 1, 1, 0, 0};
    double[] read = {1, 1, 0, 1, 0};
    assertThat(of(Statistics::f1, gold, read)).isCloseTo(2.0 / 3, EXACT);
    // Precision 1/4, recall 1.
    assertThat(of(Statistics::f1, new double[] {1, 0, 0, 0}, new double[] {1, 1, 1, 1}))
        .isCloseTo(0.4, EXACT);
    assertThat(of(Statistics::f1, new double[] {0, 0}, new double[] {0, 0})).isNaN();
    assertThat(of(Statistics::f1, new double[] {1, 0}, new double[] {0, 0})).isZero();
  }

  @Test
  void macroF1IsTheMeanOverLabels() {
    // Label 0: 2 right of 3 said and 2 read, F1 4/5. Label 1: 1 of 2 and 2, 1/2. Label 2: 0 of 0
    // and 1.
    double[] gold = {0, 0, 0, 1, 1};
    double[] read = {0, 0, 1, 1, 2};
    assertThat(of(Statistics::macroF1, gold, read)).isCloseTo((0.8 + 0.5 + 0) / 3, EXACT);
    // A label that nobody gives does not count.
    assertThat(of(Statistics::macroF1, new double[] {0, 2}, new double[] {0, 2})).isEqualTo(1);
  }

  @Test
  void accuracyIsTheShareThatAgrees() {
    assertThat(of(Statistics::accuracy, new double[] {1, 0, 2, 2}, new double[] {1, 0, 2, 1}))
        .isEqualTo(0.75);
  }

  @Test
  void aucCountsPairsAndHalvesTies() {
    // Yes at 3 and 1, no at 1 and 0: above, above, equal, above.
    double[] gold = {1, 1, 0, 0};
    double[] read = {30, 10, 10, -5};
    assertThat(of(Statistics::auc, gold, Statistics.ranks(read))).isEqualTo(3.5 / 4);
    assertThat(of(Statistics::auc, new double[] {1, 1}, new double[] {0, 1})).isNaN();
  }

  @Test
  void ranksOrderAsTheValuesDo() {
    assertThat(Statistics.ranks(new double[] {0.5, -1, 0.5, 7})).containsExactly(1, 0, 1, 2);
  }

  @Test
  void correlations() {
    // Deviations -1, 0, 1 and -2, 1, 1: 3 over the root of 2 times 6.
    double[] x = {1, 2, 3};
    double[] y = {1, 4, 4};
    assertThat(of(Statistics::pearson, x, y)).isCloseTo(3 / Math.sqrt(12), EXACT);
    // Ranks 1, 2, 3 and 1, 2.5, 2.5: 1.5 over the root of 2 times 1.5.
    assertThat(of(Statistics::spearman, x, y)).isCloseTo(1.5 / Math.sqrt(3), EXACT);
    assertThat(of(Statistics::spearman, x, new double[] {1, 10, 100})).isCloseTo(1, EXACT);
    assertThat(of(Statistics::pearson, x, new double[] {0.1, 0.1, 0.1})).isNaN();
    assertThat(of(Statistics::spearman, new double[] {2, 2, 2}, y)).isNaN();
  }

  @Test
  void cohensKappa() {
    // 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: observed .7, by chance .5.
    double[] gold = column(20, 1, 5, 1, 10, 0, 15, 0);
    double[] read = column(20, 1, 5, 0, 10, 1, 15, 0);
    assertThat(of(Statistics::kappa, gold, read)).isCloseTo(0.4, EXACT);
    assertThat(of(Statistics::kappa, new double[] {1, 1}, new double[] {1, 1})).isNaN();
  }

  @Test
  void kappaWithQuadraticWeights() {
    // Squares of differences: 1 in 3 items; 2 + 1 + 6 over all 9 pairs of one's and the other's.
    double[] gold = {1, 2, 3};
    double[] read = {1, 2, 2};
    assertThat(of(Statistics::weightedKappa, gold, read)).isCloseTo(1 - (1.0 / 3) / 1, EXACT);
    assertThat(of(Statistics::weightedKappa, new double[] {1, 1}, new double[] {1, 1})).isNaN();
  }

  @Test
  void krippendorffsAlpha() {
    // 20 values: 10 of each kind once 2 of 10 items disagree evenly. Observed 2/10; expected
    // 2 * 10 * 10 / (20 * 19).
    double[] gold = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
    double[] read = {1, 0, 0, 0, 0, 0, 1, 1, 1, 1};
    assertThat(of(Statistics::alpha, gold, read)).isCloseTo(1 - 0.2 / (200.0 / 380), EXACT);
    // Values 1, 1, 2, 4: differences observed 0 and 4, mean 2; all ordered pairs of the four, (0 +
    // 1
    // + 9 + 1 + 9 + 4) * 2 / 12 = 4.
    assertThat(of(Statistics::intervalAlpha, new double[] {1, 2}, new double[] {1, 4}))
        .isCloseTo(1 - 2 / 4.0, EXACT);
    assertThat(of(Statistics::alpha, new double[] {1, 1}, new double[] {1, 1})).isNaN();
  }

  @Test
  void rankingCountsPairsWithinAGroup() {
    double[] gold = {1, 0, 0, 1, 0, 1};
    double[] read = {5, 3, 5, 1, 2, 9};
    int[] groups = {0, 0, 0, 1, 1, 2};
    // In group 0 above once and equal once, in group 1 below; group 2 has no pair.
    Sample sample = Samples.ranking(new Column(gold, read), groups);
    assertThat(sample.value()).isCloseTo(1.5 / 3, EXACT);
    assertThat(sample.size()).isEqualTo(3);
  }

  @Test
  void whatIsPickedTwiceCountsTwice() {
    Column column = new Column(new double[] {1, 0}, new double[] {1, 1});
    assertThat(Statistics.f1(column, new int[] {0, 0, 1})).isCloseTo(0.8, EXACT);
    assertThat(Statistics.accuracy(column, new int[] {0, 0, 1})).isCloseTo(2.0 / 3, EXACT);
    assertThat(Statistics.mean(column, new int[] {1, 1})).isEqualTo(1);
  }

  @Test
  void baselinesAreWhatOneGetsUnread() {
    double[] gold = {1, 0, 0, 0};
    Column column = new Column(gold, new double[] {0.3, 0, 0, 0.2});
    assertThat(yesNo(Measure.F1, column).baseline()).isCloseTo(0.4, EXACT);
    assertThat(yesNo(Measure.F1, column).value()).isCloseTo(2.0 / 3, EXACT);
    assertThat(yesNo(Measure.ACCURACY, column).baseline()).isEqualTo(0.75);
    assertThat(yesNo(Measure.AUC, column).baseline()).isEqualTo(0.5);
    assertThat(yesNo(Measure.KAPPA, column).baseline()).isZero();
    Sample labels = Samples.labels(Measure.MACRO_F1, new Column(gold, gold), null);
    // Always label 0: F1 6/7 and 0.
    assertThat(labels.baseline()).isCloseTo(3.0 / 7, EXACT);
    assertThat(Samples.labels(Measure.ACCURACY, new Column(gold, gold), null).baseline())
        .isEqualTo(0.75);
    assertThat(Samples.numbers(Measure.PEARSON, column, null).baseline()).isZero();
    assertThat(Samples.rate(gold, null).baseline()).isNaN();
  }

  private static Sample yesNo(Measure measure, Column column) {
    return Samples.yesNo(measure, List.of(column), null);
  }

  private static double of(Statistic statistic, double[] gold, double[] read) {
    return statistic.of(new Column(gold, read), IntStream.range(0, gold.length).toArray());
  }

  /** Counts and values by turns. */
  private static double[] column(int... runs) {
    return IntStream.range(0, runs.length / 2)
        .boxed()
        .flatMapToDouble(
            run -> IntStream.range(0, runs[2 * run]).mapToDouble(i -> runs[2 * run + 1]))
        .toArray();
  }
}

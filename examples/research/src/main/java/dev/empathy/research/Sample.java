package dev.empathy.research;

import dev.empathy.research.Statistics.Statistic;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All that a figure is computed over.
 *
 * @param columns what was said and read; several where the figure is a mean over labels
 * @param clusters for each item, the number of what is drawn together with it; null where each is
 *     drawn alone
 * @param statistic how the figure is computed for a column
 * @param baseline the figure without any reading: the most frequent answer, or chance; NaN for none
 */
record Sample(
    List<Column> columns, int @Nullable [] clusters, Statistic statistic, double baseline) {

  int size() {
    return columns.get(0).size();
  }

  /** The figure over all items. */
  double value() {
    return value(IntStream.range(0, size()).toArray());
  }

  /** The figure over these items; NaN where it is not defined for any column. */
  double value(int[] picks) {
    double sum = 0;
    int defined = 0;
    for (Column column : columns) {
      double value = statistic.of(column, picks);
      if (!Double.isNaN(value)) {
        sum += value;
        defined++;
      }
    }
    return defined == 0 ? Double.NaN : sum / defined;
  }
}

package dev.empathy.research;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How far a figure might lie elsewhere had other items of the same kind been drawn: the middle 95 %
 * of its values over resamples.
 *
 * @param low the lower bound; NaN where the figure is hardly ever defined
 * @param high the upper bound
 */
record Bootstrap(double low, double high) {

  static final int RESAMPLES = 1000;

  /** The same for every task, so that a task gives the same figures whatever runs beside it. */
  private static final long SEED = 20260101L;

  private static final Bootstrap NONE = new Bootstrap(Double.NaN, Double.NaN);

  /** Of fewer defined resamples than this a percentile says little. */
  private static final int LEAST = RESAMPLES / 2;

  static Bootstrap of(Sample sample) {
    SplittableRandom random = new SplittableRandom(SEED);
    int[] clusters = sample.clusters();
    int[][] units =
        clusters == null
            ? null
            : Samples.members(clusters, Arrays.stream(clusters).max().orElse(-1) + 1);
    double[] values = new double[RESAMPLES];
    int defined = 0;
    for (int resample = 0; resample < RESAMPLES; resample++) {
      double value =
          sample.value(units == null ? draw(sample.size(), random) : draw(units, random));
      if (!Double.isNaN(value)) {
        values[defined++] = value;
      }
    }
    return defined < LEAST ? NONE : percentiles(Arrays.copyOf(values, defined));
  }

  private static Bootstrap percentiles(double[] values) {
    return new Bootstrap(StatUtils.percentile(values, 2.5), StatUtils.percentile(values, 97.5));
  }

  private static int[] draw(int size, SplittableRandom random) {
    int[] picks = new int[size];
    for (int i = 0; i < size; i++) {
      picks[i] = random.nextInt(size);
    }
    return picks;
  }

  /** As many clusters as there are, each whole. */
  private static int[] draw(int[][] clusters, SplittableRandom random) {
    int[] drawn = draw(clusters.length, random);
    return Arrays.stream(drawn).flatMap(cluster -> Arrays.stream(clusters[cluster])).toArray();
  }
}

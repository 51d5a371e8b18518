package dev.empathy.research;

import dev.empathy.research.Statistics.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes what a measure is computed over, with what one gets without reading anything. */
final class Samples {

  private static final double CHANCE = 0.5;

  private Samples() {}

  /** Yes and no, said by people, against numbers, which mean yes above 0 but for AUC. */
  static Sample yesNo(Measure measure, List<Column> columns, int @Nullable [] clusters) {
    if (measure == Measure.AUC) {
      List<Column> ranked = columns.stream().map(Samples::ranked).toList();
      return new Sample(ranked, clusters, Statistics::auc, CHANCE);
    }
    List<Column> decided = columns.stream().map(Samples::decided).toList();
    return new Sample(decided, clusters, statistic(measure), baseline(measure, decided));
  }

  private static Statistic statistic(Measure measure) {
    return switch (measure) {
      case ACCURACY -> Statistics::accuracy;
      case KAPPA -> Statistics::kappa;
      case ALPHA -> Statistics::alpha;
      default -> Statistics::f1;
    };
  }

  private static double baseline(Measure measure, List<Column> columns) {
    return switch (measure) {
      case KAPPA, ALPHA -> 0;
      case ACCURACY -> mean(columns, share -> Math.max(share, 1 - share));
      // Who always says yes.
      default -> mean(columns, share -> 2 * share / (1 + share));
    };
  }

  private static double mean(List<Column> columns, DoubleUnaryOperator ofShareOfYes) {
    return columns.stream()
        .mapToDouble(column -> Arrays.stream(column.gold()).average().orElse(0))
        .map(ofShareOfYes)
        .average()
        .orElse(Double.NaN);
  }

  private static Column ranked(Column column) {
    return new Column(column.gold(), Statistics.ranks(column.read()));
  }

  private static Column decided(Column column) {
    double[] decided = Arrays.stream(column.read()).map(value -> value > 0 ? 1 : 0).toArray();
    return new Column(column.gold(), decided);
  }

  /** Numbers of labels against numbers of labels. */
  static Sample labels(Measure measure, Column column, int @Nullable [] clusters) {
    double[] most = new double[column.size()];
    Arrays.fill(most, mostFrequent(column.gold()));
    Sample majority = labels(measure, new Column(column.gold(), most), clusters, Double.NaN);
    boolean chance = measure == Measure.KAPPA || measure == Measure.ALPHA;
    return labels(measure, column, clusters, chance ? 0 : majority.value());
  }

  private static Sample labels(
      Measure measure, Column column, int @Nullable [] clusters, double baseline) {
    Statistic statistic = measure == Measure.MACRO_F1 ? Statistics::macroF1 : statistic(measure);
    return new Sample(List.of(column), clusters, statistic, baseline);
  }

  private static double mostFrequent(double[] labels) {
    int[] counts = new int[(int) Arrays.stream(labels).max().orElse(0) + 1];
    for (double label : labels) {
      counts[(int) label]++;
    }
    return IntStream.range(0, counts.length)
        .reduce((best, label) -> counts[label] > counts[best] ? label : best)
        .orElse(0);
  }

  /** Numbers against numbers. */
  static Sample numbers(Measure measure, Column column, int @Nullable [] clusters) {
    Statistic statistic =
        switch (measure) {
          case PEARSON -> Statistics::pearson;
          case SPEARMAN -> Statistics::spearman;
          case WEIGHTED_KAPPA -> Statistics::weightedKappa;
          default -> Statistics::intervalAlpha;
        };
    return new Sample(List.of(column), clusters, statistic, 0);
  }

  /**
   * Pairs of one group of which people put one above the other: how often the readings do so too,
   * equal readings counting half. Groups are drawn whole.
   *
   * @param groups the number of each item's group
   */
  static Sample ranking(Column column, int[] groups) {
    int count = Arrays.stream(groups).max().orElse(-1) + 1;
    double[] pairs = new double[count];
    double[] right = new double[count];
    int[][] members = members(groups, count);
    for (int group = 0; group < count; group++) {
      for (int better : members[group]) {
        for (int worse : members[group]) {
          if (column.gold()[better] > column.gold()[worse]) {
            pairs[group]++;
            right[group] += 0.5 + Math.signum(column.read()[better] - column.read()[worse]) / 2;
          }
        }
      }
    }
    return new Sample(List.of(new Column(pairs, right)), null, Statistics::ratio, CHANCE);
  }

  /** The items of each group or cluster. */
  static int[][] members(int[] groups, int count) {
    int[] sizes = new int[count];
    for (int group : groups) {
      sizes[group]++;
    }
    int[][] members = new int[count][];
    for (int group = 0; group < count; group++) {
      members[group] = new int[sizes[group]];
    }
    for (int item = groups.length - 1; item >= 0; item--) {
      members[groups[item]][--sizes[groups[item]]] = item;
    }
    return members;
  }

  /** The mean of readings. */
  static Sample rate(double[] read, int @Nullable [] clusters) {
    return new Sample(List.of(new Column(read, read)), clusters, Statistics::mean, Double.NaN);
  }
}

package dev.empathy.research;

import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.dkpro.statistics.agreement.IAgreementMeasure;
import org.dkpro.statistics.agreement.InsufficientDataException;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.coding.WeightedKappaAgreement;
import org.dkpro.statistics.agreement.distance.IDistanceFunction;
import org.dkpro.statistics.agreement.distance.IntervalDistanceFunction;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;

/**
 * Figures of agreement over some of a column's items, each of which may be picked several times.
 * NaN where a figure is not defined.
 */
final class Statistics {

  /** One of them. */
  @FunctionalInterface
  interface Statistic {
    double of(Column column, int[] picks);
  }

  private Statistics() {}

  /** The harmonic mean of precision and recall of yes; not defined where yes never occurs. */
  static double f1(Column column, int[] picks) {
    return f1(column, picks, 1);
  }

  private static double f1(Column column, int[] picks, double label) {
    long both = 0;
    long either = 0;
    for (int pick : picks) {
      boolean gold = column.gold()[pick] == label;
      boolean read = column.read()[pick] == label;
      both += gold && read ? 1 : 0;
      either += (gold ? 1 : 0) + (read ? 1 : 0);
    }
    return either == 0 ? Double.NaN : 2.0 * both / either;
  }

  /** The mean of the labels' F1, over labels that occur on either side. */
  static double macroF1(Column column, int[] picks) {
    int labels = (int) Math.max(greatest(column.gold()), greatest(column.read())) + 1;
    double[] each = new double[labels];
    for (int label = 0; label < labels; label++) {
      each[label] = f1(column, picks, label);
    }
    return Arrays.stream(each).filter(f1 -> !Double.isNaN(f1)).average().orElse(Double.NaN);
  }

  private static double greatest(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  static double accuracy(Column column, int[] picks) {
    long same = 0;
    for (int pick : picks) {
      same += column.gold()[pick] == column.read()[pick] ? 1 : 0;
    }
    return picks.length == 0 ? Double.NaN : (double) same / picks.length;
  }

  /** The mean of what was read. */
  static double mean(Column column, int[] picks) {
    double sum = 0;
    for (int pick : picks) {
      sum += column.read()[pick];
    }
    return picks.length == 0 ? Double.NaN : sum / picks.length;
  }

  /**
   * How often a yes is read higher than a no, equal readings counting half: the statistic of Mann
   * and Whitney over the number of pairs.
   *
   * @param column with readings as {@linkplain #ranks ranks}
   */
  static double auc(Column column, int[] picks) {
    int ranks = (int) greatest(column.read()) + 1;
    long[] yes = new long[ranks];
    long[] no = new long[ranks];
    for (int pick : picks) {
      (column.gold()[pick] == 1 ? yes : no)[(int) column.read()[pick]]++;
    }
    double above = 0;
    long noBelow = 0;
    for (int rank = 0; rank < ranks; rank++) {
      above += yes[rank] * (noBelow + no[rank] / 2.0);
      noBelow += no[rank];
    }
    long pairs = noBelow * Arrays.stream(yes).sum();
    return pairs == 0 ? Double.NaN : above / pairs;
  }

  /** The place of each value among the distinct values, from 0: orders as the values do. */
  static double[] ranks(double[] values) {
    double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
    return Arrays.stream(values).map(value -> Arrays.binarySearch(distinct, value)).toArray();
  }

  /** What was read over what people said: for counts of what came right and of all. */
  static double ratio(Column column, int[] picks) {
    double right = 0;
    double all = 0;
    for (int pick : picks) {
      right += column.read()[pick];
      all += column.gold()[pick];
    }
    return all == 0 ? Double.NaN : right / all;
  }

  static double pearson(Column column, int[] picks) {
    double[] gold = picked(column.gold(), picks);
    double[] read = picked(column.read(), picks);
    return isConstant(gold) || isConstant(read)
        ? Double.NaN
        : new PearsonsCorrelation().correlation(gold, read);
  }

  static double spearman(Column column, int[] picks) {
    double[] gold = picked(column.gold(), picks);
    double[] read = picked(column.read(), picks);
    return isConstant(gold) || isConstant(read)
        ? Double.NaN
        : new SpearmansCorrelation().correlation(gold, read);
  }

  static double kappa(Column column, int[] picks) {
    return agreement(new CohenKappaAgreement(study(column, picks)));
  }

  /** Cohen's kappa with quadratic weights. */
  static double weightedKappa(Column column, int[] picks) {
    double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int pick : picks) {
      ends[0] = Math.min(ends[0], Math.min(column.gold()[pick], column.read()[pick]));
      ends[1] = Math.max(ends[1], Math.max(column.gold()[pick], column.read()[pick]));
    }
    // The library divides what it observes and what it expects by the greatest distance that each
    // of them meets, which need not be the same; where none is above 1 it divides by 1.
    double most = ends[1] - ends[0];
    if (most <= 0) {
      return Double.NaN;
    }
    IDistanceFunction squared =
        (study, one, other) -> Math.pow(((Double) one - (Double) other) / most, 2);
    return agreement(new WeightedKappaAgreement(study(column, picks), squared));
  }

  /** Krippendorff's alpha between people and the rubric, as between two raters. */
  static double alpha(Column column, int[] picks) {
    return alpha(column, picks, new NominalDistanceFunction());
  }

  static double intervalAlpha(Column column, int[] picks) {
    return alpha(column, picks, new IntervalDistanceFunction());
  }

  private static double alpha(Column column, int[] picks, IDistanceFunction distance) {
    return agreement(new KrippendorffAlphaAgreement(study(column, picks), distance));
  }

  private static double agreement(IAgreementMeasure measure) {
    try {
      return measure.calculateAgreement();
    } catch (InsufficientDataException e) {
      return Double.NaN; // one value only: there was nothing to agree on
    }
  }

  private static CodingAnnotationStudy study(Column column, int[] picks) {
    CodingAnnotationStudy study = new CodingAnnotationStudy(2);
    for (int pick : picks) {
      study.addItem(column.gold()[pick], column.read()[pick]);
    }
    return study;
  }

  private static double[] picked(double[] values, int[] picks) {
    double[] picked = new double[picks.length];
    for (int i = 0; i < picks.length; i++) {
      picked[i] = values[picks[i]];
    }
    return picked;
  }

  private static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }
}

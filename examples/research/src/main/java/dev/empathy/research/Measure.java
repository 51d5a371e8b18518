package dev.empathy.research;

import java.util.LinkedHashMap;
import java.util.Map;

/** How what was read is held against what people said. */
enum Measure {
  F1("f1", "F1"),
  MACRO_F1("macro-f1", "macro-F1"),
  ACCURACY("accuracy", "accuracy"),
  AUC("auc", "AUC"),
  PEARSON("pearson", "Pearson r"),
  SPEARMAN("spearman", "Spearman ρ"),
  KAPPA("kappa", "Cohen's κ"),
  WEIGHTED_KAPPA("weighted-kappa", "weighted κ"),
  ALPHA("alpha", "Krippendorff's α"),
  RANKING("ranking", "ranking accuracy"),
  RATE("rate", "rate");

  static final Map<String, Measure> BY_NAME = byName();

  private final String id;
  private final String title;

  Measure(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** What an experiment and the JSON call it. */
  String id() {
    return id;
  }

  /** What people call it. */
  String title() {
    return title;
  }

  private static Map<String, Measure> byName() {
    Map<String, Measure> byName = new LinkedHashMap<>();
    for (Measure measure : values()) {
      byName.put(measure.id, measure);
    }
    return byName;
  }

  /** Whether people have to have said yes or no, and readings count as yes above 0. */
  boolean takesYesNo() {
    return this == F1 || this == ACCURACY || this == AUC || this == KAPPA || this == ALPHA;
  }

  /** Whether labels are held against labels. */
  boolean takesLabels() {
    return this == MACRO_F1 || this == ACCURACY || this == KAPPA || this == ALPHA;
  }

  /** Whether numbers are held against numbers. */
  boolean takesNumbers() {
    return this == PEARSON
        || this == SPEARMAN
        || this == WEIGHTED_KAPPA
        || this == ALPHA
        || this == RANKING;
  }
}

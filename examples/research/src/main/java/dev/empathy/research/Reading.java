package dev.empathy.research;

import dev.empathy.Assessment;
import dev.empathy.DimensionScore;
import dev.empathy.Finding;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is read off an assessment, as a number: 1 or 0 for what is there or not, NaN where the
 * rubric says nothing. Pure; to be bound to a rubric before use.
 */
sealed interface Reading {

  double of(Assessment assessment);

  /** What the number rests on, for people. */
  Stream<String> evidence(Assessment assessment);

  /** This reading with its names looked up in a rubric. */
  Reading bound(Binder binder);

  /** The labels that the number is an index of; empty where it is no label. */
  default List<String> labels() {
    return List.of();
  }

  /**
   * Whether one of these cues was found, or how often they were.
   *
   * @param counted whether hits are counted
   */
  record Cues(List<Named> cues, boolean counted) implements Reading {
    @Override
    public double of(Assessment assessment) {
      long hits = assessment.hits().stream().filter(hit -> isOne(hit.cue())).count();
      return counted ? hits : Math.min(hits, 1);
    }

    private boolean isOne(String cue) {
      return contains(cues, cue);
    }

    @Override
    public Stream<String> evidence(Assessment assessment) {
      return Stream.concat(
          assessment.hits().stream()
              .filter(hit -> isOne(hit.cue()))
              .map(hit -> hit.cue() + " \"" + hit.text() + "\" " + hit.at()),
          assessment.suppressed().stream()
              .filter(hit -> isOne(hit.cue()))
              .map(
                  hit ->
                      "not "
                          + hit.cue()
                          + " \""
                          + hit.text()
                          + "\" ("
                          + Words.of(hit.reason())
                          + ") "
                          + hit.at()));
    }

    @Override
    public Reading bound(Binder binder) {
      return new Cues(binder.known(Binder.Kind.CUE, cues), counted);
    }
  }

  /** Whether one of these rules came out so. */
  record Rules(List<Named> rules, Outcome outcome) implements Reading {
    @Override
    public double of(Assessment assessment) {
      return yes(rules.stream().anyMatch(rule -> assessment.rules().get(rule.id()) == outcome));
    }

    @Override
    public Stream<String> evidence(Assessment assessment) {
      return rules.stream()
          .filter(rule -> assessment.rules().get(rule.id()) == outcome)
          .flatMap(rule -> because(assessment, rule.id()));
    }

    private Stream<String> because(Assessment assessment, String rule) {
      Stream<String> words =
          assessment.findings().stream()
              .filter(finding -> finding.rule().equals(rule))
              .flatMap(Reading::because);
      return Stream.concat(Stream.of("rule " + rule + " is " + Words.of(outcome)), words);
    }

    @Override
    public Reading bound(Binder binder) {
      return new Rules(binder.known(Binder.Kind.RULE, rules), outcome);
    }
  }

  /** The strength of the strongest of these emotions, 0..1. */
  record Emotions(List<Named> emotions) implements Reading {
    @Override
    public double of(Assessment assessment) {
      double strongest = 0;
      for (Named emotion : emotions) {
        strongest = Math.max(strongest, assessment.emotion(emotion.id()));
      }
      return strongest;
    }

    @Override
    public Stream<String> evidence(Assessment assessment) {
      return assessment.hits().stream()
          .filter(hit -> hit.strength() != null)
          .map(hit -> hit.cue() + " \"" + hit.text() + "\" " + hit.strength() + " " + hit.at());
    }

    @Override
    public Reading bound(Binder binder) {
      return new Emotions(binder.known(Binder.Kind.EMOTION, emotions));
    }
  }

  /** The strength of the strongest emotion of a family, 0..1. */
  record Family(Named family) implements Reading {
    @Override
    public double of(Assessment assessment) {
      throw new IllegalStateException("not bound");
    }

    @Override
    public Stream<String> evidence(Assessment assessment) {
      throw new IllegalStateException("not bound");
    }

    @Override
    public Reading bound(Binder binder) {
      return new Emotions(binder.family(family));
    }
  }

  /**
   * The score of a dimension, 0..100.
   *
   * @param ifNone what is read where there is none, or null
   */
  record Dimension(List<Named> dimensions, @Nullable Double ifNone) implements Reading {
    @Override
    public double of(Assessment assessment) {
      for (DimensionScore score : assessment.dimensions()) {
        if (contains(dimensions, score.id())) {
          return score.score();
        }
      }
      return ifNone == null ? Double.NaN : ifNone;
    }

    @Override
    public Stream<String> evidence(Assessment assessment) {
      return assessment.ledger().stream()
          .filter(entry -> entry.dimension() != null && contains(dimensions, entry.dimension()))
          .filter(entry -> entry.rule() != null)
          .map(entry -> entry.rule() + " " + entry.delta());
    }

    @Override
    public Reading bound(Binder binder) {
      return new Dimension(binder.known(Binder.Kind.DIMENSION, dimensions), ifNone);
    }
  }

  /**
   * The overall score, 0..100.
   *
   * @param ifNone what is read where there is none, or null
   */
  record Score(@Nullable Double ifNone) implements Reading {
    @Override
    public double of(Assessment assessment) {
      Double score = assessment.score();
      return score != null ? score : ifNone == null ? Double.NaN : ifNone;
    }

    @Override
    public Stream<String> evidence(Assessment assessment) {
      return assessment.ledger().stream()
          .filter(entry -> entry.rule() != null)
          .map(entry -> entry.dimension() + ": " + entry.rule() + " " + entry.delta());
    }

    @Override
    public Reading bound(Binder binder) {
      return this;
    }
  }

  /** The value of a signal; NaN where it is not known. */
  record Signal(List<Named> signals) implements Reading {
    @Override
    public double of(Assessment assessment) {
      for (Named signal : signals) {
        Number value = assessment.signals().get(signal.id());
        if (value != null) {
          return value.doubleValue();
        }
      }
      return Double.NaN;
    }

    @Override
    public Stream<String> evidence(Assessment assessment) {
      return signals.stream().map(one -> one.id() + " " + assessment.signals().get(one.id()));
    }

    @Override
    public Reading bound(Binder binder) {
      return new Signal(binder.known(Binder.Kind.SIGNAL, signals));
    }
  }

  /** Whether one of these routes fired. */
  record Routes(List<Named> routes) implements Reading {
    @Override
    public double of(Assessment assessment) {
      return yes(assessment.routes().stream().anyMatch(fired -> contains(routes, fired.route())));
    }

    @Override
    public Stream<String> evidence(Assessment assessment) {
      return assessment.routes().stream()
          .filter(fired -> contains(routes, fired.route()))
          .map(fired -> "route " + fired.route() + " " + fired.at());
    }

    @Override
    public Reading bound(Binder binder) {
      return new Routes(binder.known(Binder.Kind.ROUTE, routes));
    }
  }

  /** Whether there is an issue of this severity or a graver one. */
  record Issues(Severity least) implements Reading {
    @Override
    public double of(Assessment assessment) {
      return yes(assessment.issues().stream().anyMatch(this::isGrave));
    }

    private boolean isGrave(Finding finding) {
      return finding.severity() != null && finding.severity().compareTo(least) >= 0;
    }

    @Override
    public Stream<String> evidence(Assessment assessment) {
      return assessment.issues().stream()
          .filter(this::isGrave)
          .flatMap(
              finding ->
                  Stream.concat(
                      Stream.of("rule " + finding.rule() + ": " + finding.explanation()),
                      because(finding)));
    }

    @Override
    public Reading bound(Binder binder) {
      return this;
    }
  }

  /** Readings times their weights, added up. */
  record Sum(List<Weighted> parts) implements Reading {

    /** One of them. */
    record Weighted(double weight, Reading reading) {}

    @Override
    public double of(Assessment assessment) {
      double sum = 0;
      for (Weighted part : parts) {
        sum += part.weight() * part.reading().of(assessment);
      }
      return sum;
    }

    @Override
    public Stream<String> evidence(Assessment assessment) {
      return parts.stream().flatMap(part -> part.reading().evidence(assessment)).distinct();
    }

    @Override
    public Reading bound(Binder binder) {
      return new Sum(
          parts.stream()
              .map(part -> new Weighted(part.weight(), part.reading().bound(binder)))
              .toList());
    }
  }

  /** The greatest of several; NaN where one of them is. */
  record Most(List<Reading> parts) implements Reading {
    @Override
    public double of(Assessment assessment) {
      double most = Double.NEGATIVE_INFINITY;
      for (Reading part : parts) {
        most = Math.max(most, part.of(assessment));
      }
      return most;
    }

    @Override
    public Stream<String> evidence(Assessment assessment) {
      return evidenceOf(parts, assessment);
    }

    @Override
    public Reading bound(Binder binder) {
      return new Most(bind(parts, binder));
    }
  }

  /** Whether one of several is above 0; NaN where none is and one is not known. */
  record Any(List<Reading> parts) implements Reading {
    @Override
    public double of(Assessment assessment) {
      double found = 0;
      for (Reading part : parts) {
        double value = part.of(assessment);
        if (value > 0) {
          return 1;
        }
        found = Double.isNaN(value) ? value : found;
      }
      return found;
    }

    @Override
    public Stream<String> evidence(Assessment assessment) {
      return evidenceOf(parts, assessment);
    }

    @Override
    public Reading bound(Binder binder) {
      return new Any(bind(parts, binder));
    }
  }

  /** Whether a reading lies in a range. */
  record InRange(Reading reading, Range range) implements Reading {
    @Override
    public double of(Assessment assessment) {
      double value = reading.of(assessment);
      return Double.isNaN(value) ? value : yes(range.holds(value));
    }

    @Override
    public Stream<String> evidence(Assessment assessment) {
      return Stream.concat(
          Stream.of("value " + reading.of(assessment)), reading.evidence(assessment));
    }

    @Override
    public Reading bound(Binder binder) {
      return new InRange(reading.bound(binder), range);
    }
  }

  /**
   * A level: how many of the steps a reading reaches.
   *
   * @param steps rising
   * @param first the lowest level
   */
  record Levels(Reading reading, List<Double> steps, double first) implements Reading {
    @Override
    public double of(Assessment assessment) {
      double value = reading.of(assessment);
      return Double.isNaN(value)
          ? value
          : first + steps.stream().filter(step -> value >= step).count();
    }

    @Override
    public Stream<String> evidence(Assessment assessment) {
      return reading.evidence(assessment);
    }

    @Override
    public Reading bound(Binder binder) {
      return new Levels(reading.bound(binder), steps, first);
    }
  }

  /**
   * One label of several: that of the greatest reading above a bound, or that of the first above
   * it; the last label where none is above it.
   *
   * @param labels one more than there are parts
   * @param first whether the first decides, not the greatest; of equals the first is taken
   */
  record Label(List<Reading> parts, List<String> labels, double above, boolean first)
      implements Reading {
    @Override
    public double of(Assessment assessment) {
      int chosen = parts.size();
      double most = above;
      for (int part = 0; part < parts.size(); part++) {
        double value = parts.get(part).of(assessment);
        if (value > most && !(first && chosen < parts.size())) {
          most = value;
          chosen = part;
        }
      }
      return chosen;
    }

    @Override
    public Stream<String> evidence(Assessment assessment) {
      return evidenceOf(parts, assessment);
    }

    @Override
    public Reading bound(Binder binder) {
      return new Label(bind(parts, binder), labels, above, first);
    }
  }

  private static boolean contains(List<Named> names, String name) {
    return names.stream().anyMatch(one -> one.id().equals(name));
  }

  private static double yes(boolean holds) {
    return holds ? 1 : 0;
  }

  private static List<Reading> bind(List<Reading> parts, Binder binder) {
    List<Reading> bound = new ArrayList<>();
    parts.forEach(part -> bound.add(part.bound(binder)));
    return List.copyOf(bound);
  }

  private static Stream<String> evidenceOf(List<Reading> parts, Assessment assessment) {
    return parts.stream().flatMap(part -> part.evidence(assessment)).distinct();
  }

  private static Stream<String> because(Finding finding) {
    return finding.because().stream()
        .filter(evidence -> evidence.text() != null)
        .map(
            evidence ->
                "  "
                    + Words.of(evidence.role())
                    + " "
                    + evidence.cue()
                    + " \""
                    + evidence.text()
                    + "\" in message "
                    + evidence.message()
                    + " "
                    + evidence.at());
  }
}

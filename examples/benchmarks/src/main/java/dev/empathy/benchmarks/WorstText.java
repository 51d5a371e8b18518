package dev.empathy.benchmarks;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.benchmarks.texts.LongTexts;
import dev.empathy.spi.Extensions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which text makes the built-in rubric work hardest? Tried before the rest, in this process. */
final class WorstText {

  private static final int WORDS = 25_000;
  private static final int ROUNDS = 5;

  private final EmpathyEngine engine =
      EmpathyEngine.compile(
          Texts.rubric(), SelfTest.OFF, Extensions.NONE, LengthBenchmark.limits());

  private final Map<String, Double> times = new LinkedHashMap<>();

  /** Tries all shapes, each several times in turns. */
  WorstText(List<String> ordinary, int rounds) {
    String[] messages = ordinary.toArray(String[]::new);
    double best = Double.MAX_VALUE;
    for (int round = 0; round < rounds; round++) {
      best = Math.min(best, time(messages));
      for (String shape : LongTexts.SHAPES) {
        times.merge(shape, time(new String[] {shape}), Math::min);
      }
    }
    double ordinaryTime = best;
    times.replaceAll((shape, time) -> time / ordinaryTime);
  }

  WorstText(List<String> ordinary) {
    this(ordinary, ROUNDS);
  }

  private double time(String[] pieces) {
    String text = LongTexts.of(pieces, WORDS);
    long begun = System.nanoTime();
    if (engine.assess(text).message() < 0) {
      throw new IllegalStateException("a message of its own is the first one");
    }
    return (double) (System.nanoTime() - begun) / LongTexts.words(text);
  }

  /** Per shape, its time a word against that of ordinary text. */
  Map<String, Double> times() {
    return times;
  }

  /** The number of the shape that takes longest. */
  int worst() {
    int worst = 0;
    for (int i = 1; i < LongTexts.SHAPES.size(); i++) {
      if (time(i) > time(worst)) {
        worst = i;
      }
    }
    return worst;
  }

  private double time(int shape) {
    return times.getOrDefault(LongTexts.SHAPES.get(shape), 0.0);
  }
}

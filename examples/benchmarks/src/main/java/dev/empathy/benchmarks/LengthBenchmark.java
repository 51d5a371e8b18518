package dev.empathy.benchmarks;

import dev.empathy.Assessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Limits;
import dev.empathy.SelfTest;
import dev.empathy.benchmarks.texts.LongTexts;
import dev.empathy.spi.Extensions;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Does a word take longer the longer its message is, in ordinary text and in the worst? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LengthBenchmark {

  /** Which of the shapes of text. */
  @Param({"ordinary", "worst"})
  public String text = "ordinary";

  @Param({"25000", "100000", "400000", "1000000"})
  public int words = 25_000;

  private final EmpathyEngine engine =
      EmpathyEngine.compile(Texts.rubric(), SelfTest.OFF, Extensions.NONE, limits());

  private String message = "";

  /** A message of a million words is read to its end. */
  static Limits limits() {
    return Limits.DEFAULT.withMessageCharacters(1 << 24);
  }

  @Setup
  public void make(CorpusState corpus) {
    message =
        text.equals("ordinary")
            ? LongTexts.of(corpus.messages, words)
            : LongTexts.of(new String[] {LongTexts.worst()}, words);
  }

  @Benchmark
  public Assessment assess() {
    return engine.assess(message);
  }
}

package dev.empathy.benchmarks;

import dev.empathy.Assessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.benchmarks.texts.Corpus;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** How long does it take to assess a message by the rubric that comes with the library? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AssessBenchmark {

  private EmpathyEngine engine = EmpathyEngine.compile(Texts.rubric(), SelfTest.OFF);

  @Benchmark
  @OperationsPerInvocation(Corpus.SIZE)
  public void assess(CorpusState corpus, Blackhole results) {
    for (String message : corpus.messages) {
      Assessment assessment = engine.assess(message);
      results.consume(assessment);
    }
  }
}

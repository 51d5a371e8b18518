package dev.empathy.benchmarks;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.benchmarks.floors.Floor;
import dev.empathy.benchmarks.floors.Pass;
import dev.empathy.benchmarks.texts.Corpus;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/** Do two threads get twice as much done, with one engine between them? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ThreadsBenchmark {

  /** What a thread has for itself. */
  @State(Scope.Thread)
  public static class Own {

    private final Pass floor = Floor.TOKENS.pass(Texts.phrases());
  }

  private final EmpathyEngine engine = EmpathyEngine.compile(Texts.rubric(), SelfTest.OFF);

  @Benchmark
  @Threads(1)
  @OperationsPerInvocation(Corpus.SIZE)
  public long floorByOne(CorpusState corpus, Own own) {
    return floor(corpus, own);
  }

  @Benchmark
  @Threads(2)
  @OperationsPerInvocation(Corpus.SIZE)
  public long floorByTwo(CorpusState corpus, Own own) {
    return floor(corpus, own);
  }

  private static long floor(CorpusState corpus, Own own) {
    long sum = 0;
    for (String message : corpus.messages) {
      sum += own.floor.over(message);
    }
    return sum;
  }

  @Benchmark
  @Threads(1)
  @OperationsPerInvocation(Corpus.SIZE)
  public void assessByOne(CorpusState corpus, Blackhole results) {
    assess(corpus, results);
  }

  @Benchmark
  @Threads(2)
  @OperationsPerInvocation(Corpus.SIZE)
  public void assessByTwo(CorpusState corpus, Blackhole results) {
    assess(corpus, results);
  }

  private void assess(CorpusState corpus, Blackhole results) {
    for (String message : corpus.messages) {
      results.consume(engine.assess(message));
    }
  }
}

package dev.empathy.benchmarks;

import dev.empathy.benchmarks.floors.Floor;
import dev.empathy.benchmarks.floors.Pass;
import dev.empathy.benchmarks.texts.Corpus;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long does the least take that a matcher has to do? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FloorBenchmark {

  @Param public Floor floor = Floor.CHARS;

  private Pass pass = text -> 0;

  @Setup
  public void make(CorpusState corpus) {
    pass = floor.pass(corpus.phrases);
  }

  @Benchmark
  @OperationsPerInvocation(Corpus.SIZE)
  public long pass(CorpusState corpus) {
    long sum = 0;
    for (String message : corpus.messages) {
      sum += pass.over(message);
    }
    return sum;
  }
}

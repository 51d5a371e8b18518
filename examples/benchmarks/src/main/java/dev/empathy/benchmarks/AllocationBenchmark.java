package dev.empathy.benchmarks;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.infra.Blackhole;

/** How much does an assessment allocate, without findings and with them? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AllocationBenchmark {

  private static final int MESSAGES = 1_000;

  /** How many findings a message has. */
  @Param({"0", "1", "2", "3", "4"})
  public int findings;

  private final EmpathyEngine engine = EmpathyEngine.compile(Texts.rubric(), SelfTest.OFF);
  private String[] messages = {};

  @Setup
  public void choose(CorpusState corpus) {
    List<String> some = new ArrayList<>();
    for (String message : corpus.messages) {
      if (some.size() < MESSAGES && engine.assess(message).findings().size() == findings) {
        some.add(message);
      }
    }
    if (some.isEmpty()) {
      throw new IllegalStateException("no message has " + findings + " findings");
    }
    while (some.size() < MESSAGES) {
      some.add(some.get(some.size() / 2));
    }
    messages = some.toArray(String[]::new);
  }

  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void assess(Blackhole results) {
    for (String message : messages) {
      results.consume(engine.assess(message));
    }
  }
}

package dev.empathy.benchmarks;

import dev.empathy.EmpathyEngine;
import dev.empathy.yaml.RubricYaml;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How soon is a fresh JVM ready to assess: the rubric read from YAML, compiled, self-tested? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class BuildBenchmark {

  @Benchmark
  public EmpathyEngine build() {
    return EmpathyEngine.compile(RubricYaml.builtIn("customer-support"));
  }
}

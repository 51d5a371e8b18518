package dev.empathy.benchmarks.results;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What was measured: of each benchmark the least of all its iterations in all its forks, as on a
 * machine with other work to do the least is what comes nearest to the truth.
 */
public final class Figures {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final Map<String, Double> times = new TreeMap<>();
  private final Map<String, Double> bytes = new TreeMap<>();

  /** Takes in the results of a run. */
  public void add(Collection<RunResult> results) {
    for (RunResult result : results) {
      String key = key(result.getParams());
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          times.merge(key, iteration.getPrimaryResult().getScore(), Math::min);
          iteration.getSecondaryResults().forEach((name, value) -> allocated(key, name, value));
        }
      }
    }
  }

  private void allocated(String key, String name, Result<?> value) {
    if (name.endsWith(ALLOCATED)) {
      bytes.merge(key, value.getScore(), Math::min);
    }
  }

  private static String key(BenchmarkParams params) {
    Set<String> values = new TreeSet<>();
    params.getParamsKeys().forEach(name -> values.add(params.getParam(name)));
    String name = params.getBenchmark();
    int type = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
    return name.substring(type + 1) + values;
  }

  private static String key(String benchmark, Object... params) {
    Set<String> values = new TreeSet<>();
    for (Object param : params) {
      values.add(param.toString());
    }
    return benchmark + values;
  }

  /**
   * The least time, or NaN where it was not measured.
   *
   * @param benchmark class and method
   * @param params the values of all its parameters, in any order
   */
  public double time(String benchmark, Object... params) {
    return times.getOrDefault(key(benchmark, params), Double.NaN);
  }

  /** The least that was allocated, in bytes, or NaN where it was not measured. */
  public double bytes(String benchmark, Object... params) {
    return bytes.getOrDefault(key(benchmark, params), Double.NaN);
  }
}

package dev.empathy.benchmarks;

import dev.empathy.benchmarks.finders.PhraseFinder;
import dev.empathy.benchmarks.finders.Rival;
import dev.empathy.benchmarks.texts.Spans;
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
import org.openjdk.jmh.annotations.TearDown;

/** How long does it take to find all phrases in a message, for those who are not quick? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SlowMatchBenchmark {

  @Param({
    "REGEX_ALTERNATION",
    "REGEX_EACH",
    "RE2J",
    "LUCENE_MONITOR",
    "TOKENSREGEX",
    "LANGUAGETOOL"
  })
  public Rival rival = Rival.REGEX_EACH;

  private final Spans spans = new Spans();
  private PhraseFinder finder = (text, found) -> {};

  @Setup
  public void make(CorpusState corpus) {
    finder = rival.finder(corpus.phrases);
  }

  @Benchmark
  @OperationsPerInvocation(CorpusState.FEW)
  public int find(CorpusState corpus) {
    return MatchBenchmark.find(finder, corpus.few, spans);
  }

  @TearDown
  public void close() {
    finder.close();
  }
}

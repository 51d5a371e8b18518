package dev.empathy.benchmarks;

import dev.empathy.benchmarks.finders.PhraseFinder;
import dev.empathy.benchmarks.finders.Rival;
import dev.empathy.benchmarks.texts.Spans;
import dev.empathy.benchmarks.texts.Words;
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
import org.openjdk.jmh.annotations.TearDown;

/** Does finding phrases take longer the more of them there are? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PhraseCountBenchmark {

  private static final int MESSAGES = 5_000;

  @Param({"EMPATHY", "HYPERSCAN", "HANKCS"})
  public Rival rival = Rival.EMPATHY;

  @Param({"50", "500", "5000", "50000"})
  public int phrases = 50;

  /** How many different words phrases and messages are made of. */
  @Param({"2000", "20000"})
  public int words = 2000;

  private final Spans spans = new Spans();
  private PhraseFinder finder = (text, found) -> {};
  private String[] messages = {};

  @Setup
  public void make() {
    Words all = Words.of(words);
    List<String> wanted = all.phrases(phrases);
    finder = rival.finder(wanted);
    // The same messages for any number of phrases.
    messages = all.messages(MESSAGES, all.phrases(50)).toArray(String[]::new);
  }

  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public int find() {
    return MatchBenchmark.find(finder, messages, spans);
  }

  @TearDown
  public void close() {
    finder.close();
  }
}

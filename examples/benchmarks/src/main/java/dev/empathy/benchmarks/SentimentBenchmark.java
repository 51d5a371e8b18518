package dev.empathy.benchmarks;

import com.vader.sentiment.analyzer.SentimentAnalyzer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** How long does the Java port of VADER take to tell a message's sentiment, and nothing else? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SentimentBenchmark {

  @Benchmark
  @OperationsPerInvocation(CorpusState.FEW)
  public void vader(CorpusState corpus, Blackhole results) throws IOException {
    for (String message : corpus.few) {
      SentimentAnalyzer analyzer = new SentimentAnalyzer(message);
      analyzer.analyze();
      results.consume(analyzer.getPolarity());
    }
  }
}

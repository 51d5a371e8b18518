package dev.empathy.benchmarks;

import dev.empathy.EmpathyEngine;
import dev.empathy.EmpathySession;
import dev.empathy.Message;
import dev.empathy.SelfTest;
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

/** Does a turn of a conversation cost more the longer the conversation is? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TurnsBenchmark {

  /** Always so many messages, in one conversation or in many. */
  private static final int MESSAGES = 2_000;

  @Param({"20", "200", "2000"})
  public int turns = 20;

  private final EmpathyEngine engine = EmpathyEngine.compile(Texts.rubric(), SelfTest.OFF);
  private final Message[] messages = new Message[MESSAGES];

  @Setup
  public void make(CorpusState corpus) {
    for (int i = 0; i < MESSAGES; i++) {
      String text = corpus.messages[i];
      messages[i] = i % 2 == 0 ? Message.customer(text) : Message.agent(text);
    }
  }

  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void add(Blackhole results) {
    EmpathySession session = engine.session();
    for (int i = 0; i < MESSAGES; i++) {
      if (i % turns == 0) {
        session = engine.session();
      }
      results.consume(session.add(messages[i]));
    }
  }
}

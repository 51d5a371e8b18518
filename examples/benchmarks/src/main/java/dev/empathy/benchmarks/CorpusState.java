package dev.empathy.benchmarks;

import dev.empathy.benchmarks.texts.Corpus;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The messages of a corpus and the phrases to find in them. */
@State(Scope.Benchmark)
public class CorpusState {

  /** How many messages are measured where one takes long. */
  static final int FEW = 100;

  @Param({Texts.REAL, Texts.GENERATED})
  public String corpus = Texts.GENERATED;

  List<String> phrases = List.of();
  String[] messages = {};
  String[] few = {};

  @Setup
  public void read() {
    phrases = Texts.phrases();
    List<String> all = Texts.corpus(corpus);
    messages = all.toArray(String[]::new);
    few = Corpus.sample(all, FEW).toArray(String[]::new);
  }
}

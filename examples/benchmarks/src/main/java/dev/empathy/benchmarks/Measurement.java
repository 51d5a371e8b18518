package dev.empathy.benchmarks;

import dev.empathy.benchmarks.finders.LanguageToolFinder;
import dev.empathy.benchmarks.finders.Rival;
import dev.empathy.benchmarks.results.Figures;
import dev.empathy.benchmarks.texts.LongTexts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks: the whole set, and then the whole set again, so that a busy minute of the
 * machine does not hit both forks of one.
 */
final class Measurement {

  private static final int FORKS = 2;

  private final Arguments arguments;
  private final List<String> corpora;
  private final Collection<Rival> skipped;
  private final int worst;
  private final Figures figures = new Figures();

  /**
   * @param worst the number of the worst shape of text
   */
  Measurement(Arguments arguments, List<String> corpora, Collection<Rival> skipped, int worst) {
    this.arguments = arguments;
    this.corpora = corpora;
    this.skipped = skipped;
    this.worst = worst;
  }

  Figures run() throws RunnerException {
    if (arguments.quick()) {
      // Others who measure on this machine are disturbed anyway.
      System.setProperty("jmh.ignoreLock", "true");
    }
    for (int fork = 1; fork <= (arguments.quick() ? 1 : FORKS); fork++) {
      run(fork, "floors", quickly(), corpora, FloorBenchmark.class);
      run(fork, "matchers", rivals(quickly(), MatchBenchmark.class), corpora, MatchBenchmark.class);
      run(
          fork,
          "slow matchers",
          rivals(seldom(), SlowMatchBenchmark.class),
          corpora,
          SlowMatchBenchmark.class);
      run(fork, "sentiment", quickly(), corpora, SentimentBenchmark.class);
      run(fork, "assessing", steady(), corpora, AssessBenchmark.class);
      ofPhrases(fork);
      List<String> one = corpora.subList(0, 1);
      run(fork, "the length of a message", seldom(), one, LengthBenchmark.class);
      run(fork, "turns", steady(), one, TurnsBenchmark.class);
      run(fork, "threads", steady(), one, ThreadsBenchmark.class);
      run(fork, "allocation", quickly(), one, AllocationBenchmark.class);
      run(fork, "building", fresh(), one, BuildBenchmark.class);
    }
    return figures;
  }

  /** Hyperscan is not asked for 50,000 phrases: to make them ready takes it some five minutes. */
  private void ofPhrases(int fork) throws RunnerException {
    Class<?> type = PhraseCountBenchmark.class;
    List<String> others = there(type);
    boolean hyperscan = others.remove(Rival.HYPERSCAN.name());
    ChainedOptionsBuilder options = quickly().param("rival", others.toArray(String[]::new));
    run(fork, "the number of phrases", options, corpora, type);
    if (hyperscan) {
      ChainedOptionsBuilder few =
          quickly().param("rival", Rival.HYPERSCAN.name()).param("phrases", "50", "500", "5000");
      run(fork, "the number of phrases, Hyperscan", few, corpora, type);
    }
  }

  private void run(
      int fork, String what, ChainedOptionsBuilder options, List<String> corpora, Class<?> type)
      throws RunnerException {
    System.out.println("round " + fork + ": " + what + " …");
    if (arguments.quick()) {
      fewer(options);
    }
    options
        .include("^" + type.getName().replace(".", "\\.") + "\\.")
        .param("corpus", corpora.toArray(String[]::new))
        .output(
            arguments
                .home()
                .resolve("target/jmh-" + fork + "-" + type.getSimpleName() + ".log")
                .toString());
    figures.add(new Runner(options.build()).run());
  }

  /** Of what grows, the small ones. */
  private static void fewer(ChainedOptionsBuilder options) {
    options
        .param("phrases", "50", "500")
        .param("words", "2000")
        .param("turns", "20", "200")
        .param("findings", "0", "1");
  }

  /** For what is warm soon: with two processors, its last method after some three seconds. */
  private ChainedOptionsBuilder quickly() {
    return options(8, 6, 500);
  }

  /** For what has much code to warm. */
  private ChainedOptionsBuilder steady() {
    return options(5, 6, 800);
  }

  /** For what takes so long that it is called a few times only. */
  private ChainedOptionsBuilder seldom() {
    return options(3, 3, 500);
  }

  private ChainedOptionsBuilder options(int warm, int measured, int millis) {
    TimeValue time = TimeValue.milliseconds(arguments.quick() ? 10 : millis);
    return base()
        .forks(arguments.quick() ? 0 : 1)
        .jvmArgsAppend(jvm("-Xms2g", "-Xmx4g"))
        .warmupIterations(arguments.quick() ? 1 : warm)
        .warmupTime(time)
        .measurementIterations(arguments.quick() ? 1 : measured)
        .measurementTime(time);
  }

  /** For what is measured once in each JVM. */
  private ChainedOptionsBuilder fresh() {
    return base().forks(arguments.quick() ? 0 : 4).jvmArgsAppend(jvm());
  }

  /** A run that is to show that everything runs ends where something does not. */
  private ChainedOptionsBuilder base() {
    return new OptionsBuilder().addProfiler(GCProfiler.class).shouldFailOnError(arguments.quick());
  }

  private String[] jvm(String... more) {
    Path data = arguments.data() == null ? Path.of(".") : arguments.data();
    Path languageTool = arguments.home().resolve("languagetool/target");
    List<String> own =
        List.of(
            "-D" + Texts.DATA + "=" + data.toAbsolutePath(),
            "-D" + LanguageToolFinder.HOME + "=" + languageTool.toAbsolutePath(),
            "-D" + LongTexts.WORST + "=" + worst);
    return Stream.concat(Stream.of(more), own.stream()).toArray(String[]::new);
  }

  /** Leaves out who cannot be measured here. */
  private ChainedOptionsBuilder rivals(ChainedOptionsBuilder options, Class<?> type) {
    return options.param("rival", there(type).toArray(String[]::new));
  }

  private List<String> there(Class<?> type) {
    List<String> there = new ArrayList<>(values(type));
    skipped.forEach(rival -> there.remove(rival.name()));
    return there;
  }

  private static List<String> values(Class<?> type) {
    try {
      return List.of(
          type.getField("rival").getAnnotation(org.openjdk.jmh.annotations.Param.class).value());
    } catch (NoSuchFieldException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

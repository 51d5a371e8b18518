package dev.empathy.benchmarks;

import dev.empathy.benchmarks.finders.LanguageToolFinder;
import dev.empathy.benchmarks.finders.PhraseFinder;
import dev.empathy.benchmarks.finders.Rival;
import dev.empathy.benchmarks.results.Comparison;
import dev.empathy.benchmarks.results.Figures;
import dev.empathy.benchmarks.results.Page;
import dev.empathy.benchmarks.results.Run;
import dev.empathy.benchmarks.texts.Corpus;
import dev.empathy.benchmarks.texts.LongTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** Compares the hits first, then asks all questions, and writes the page. */
public final class Main {

  /** In so many messages of a corpus everybody's hits are compared. */
  private static final int COMPARED = 1_000;

  private final Arguments arguments;
  private final List<String> corpora = new ArrayList<>();
  private final Map<Rival, String> skipped = new EnumMap<>(Rival.class);
  private final Map<String, Comparison> comparisons = new LinkedHashMap<>();
  private final Map<String, Double> sampleLength = new LinkedHashMap<>();
  private final Map<String, Integer> words = new LinkedHashMap<>();

  private Main(Arguments arguments) {
    this.arguments = arguments;
    if (arguments.data() != null) {
      System.setProperty(Texts.DATA, arguments.data().toString());
      corpora.add(Texts.REAL);
    }
    corpora.add(Texts.GENERATED);
    Path languageTool = arguments.home().resolve("languagetool/target");
    System.setProperty(LanguageToolFinder.HOME, languageTool.toString());
  }

  public static void main(String[] words) throws IOException, RunnerException {
    Arguments arguments;
    try {
      arguments = Arguments.of(words);
    } catch (IllegalArgumentException fault) {
      System.err.print(fault.getMessage() + "\n" + Arguments.USAGE);
      System.exit(2);
      return;
    }
    new Main(arguments).run();
  }

  private void run() throws IOException, RunnerException {
    skip();
    // Before others fill the heap.
    Map<String, Double> memory = Memory.measure();
    compare();
    WorstText worst = worst();
    System.setProperty(LongTexts.WORST, Integer.toString(worst.worst()));
    Figures figures = new Measurement(arguments, corpora, skipped.keySet(), worst.worst()).run();
    Run run =
        new Run(
            arguments.command(),
            Facts.of(arguments.home()),
            corpora,
            corpora.get(0),
            sampleLength,
            figures,
            comparisons,
            skipped,
            this.words,
            worst.times(),
            memory);
    Path reasons = arguments.home().resolve("reasons.properties");
    if (arguments.quick()) {
      System.out.println(Page.text(run, reasons));
      System.out.println("No figure of a quick run counts.");
    } else {
      System.out.println(Page.goals(run));
      Page.write(run, arguments.home().resolve("RESULTS.md"), reasons);
    }
  }

  private void skip() {
    for (Rival rival : Rival.values()) {
      if (!rival.whyNot().isEmpty()) {
        skipped.put(rival, rival.whyNot());
        System.out.println("left out: " + rival.title() + ": " + rival.whyNot());
      }
    }
  }

  /** Prints how everybody's hits differ from what there is to find. */
  private void compare() {
    List<String> phrases = Texts.phrases();
    Map<String, List<String>> compared = new LinkedHashMap<>();
    for (String corpus : corpora) {
      List<String> messages = Texts.corpus(corpus);
      List<String> sample = Corpus.sample(messages, CorpusState.FEW);
      sampleLength.put(corpus, characters(sample) / characters(messages));
      compared.put(corpus, arguments.quick() ? sample : Corpus.sample(messages, COMPARED));
    }
    for (Rival rival : Rival.values()) {
      if (!skipped.containsKey(rival)) {
        try (PhraseFinder finder = rival.finder(phrases)) {
          compared.forEach((corpus, messages) -> compare(rival, finder, phrases, corpus, messages));
        }
      }
    }
  }

  private void compare(
      Rival rival,
      PhraseFinder finder,
      List<String> phrases,
      String corpus,
      List<String> messages) {
    Comparison comparison = Comparison.of(finder, phrases, messages);
    comparisons.put(corpus + rival, comparison);
    System.out.println(
        rival.title() + ", " + messages.size() + " " + corpus + " messages: " + comparison);
  }

  private static double characters(List<String> messages) {
    return messages.stream().mapToInt(String::length).average().orElse(1);
  }

  private WorstText worst() {
    List<String> ordinary = Texts.corpus(corpora.get(0));
    WorstText tried = arguments.quick() ? new WorstText(ordinary, 1) : new WorstText(ordinary);
    String shape = LongTexts.SHAPES.get(tried.worst());
    System.out.println("the worst text: " + shape.strip());
    String[] messages = ordinary.toArray(String[]::new);
    for (int count : new int[] {25_000, 100_000, 400_000, 1_000_000}) {
      words.put("ordinary" + count, LongTexts.words(LongTexts.of(messages, count)));
      words.put("worst" + count, LongTexts.words(LongTexts.of(new String[] {shape}, count)));
    }
    return tried;
  }
}

package dev.empathy.benchmarks.results;

import dev.empathy.benchmarks.finders.Rival;
import java.util.List;
import java.util.Map;

/**
 * All that a run found out.
 *
 * @param command how it was started
 * @param facts what is to be known of versions and of the machine, in order
 * @param corpora the corpora that were measured on
 * @param corpus the one of them where one is enough
 * @param sampleLength per corpus, the length of its sample's messages against that of all
 * @param figures what was measured
 * @param comparisons per corpus and rival, how its hits differ
 * @param skipped the rivals that could not be measured, and why
 * @param words per kind of long text and words asked for, how many it really has
 * @param shapes per shape of text, its time a word against that of ordinary text
 * @param memory what the compiled rubric takes, in bytes, by name
 */
public record Run(
    String command,
    Map<String, String> facts,
    List<String> corpora,
    String corpus,
    Map<String, Double> sampleLength,
    Figures figures,
    Map<String, Comparison> comparisons,
    Map<Rival, String> skipped,
    Map<String, Integer> words,
    Map<String, Double> shapes,
    Map<String, Double> memory) {

  /** The time of a rival in nanoseconds a message, or NaN. */
  double match(String corpus, Rival rival) {
    double quick = figures.time("MatchBenchmark.find", corpus, rival);
    double slow = figures.time("SlowMatchBenchmark.find", corpus, rival);
    return Double.isNaN(quick) ? slow / sampleLength.getOrDefault(corpus, 1.0) : quick;
  }

  /** What it allocates, in bytes a message, or NaN. */
  double bytes(String corpus, Rival rival) {
    double quick = figures.bytes("MatchBenchmark.find", corpus, rival);
    double slow = figures.bytes("SlowMatchBenchmark.find", corpus, rival);
    return Double.isNaN(quick) ? slow / sampleLength.getOrDefault(corpus, 1.0) : quick;
  }

  /** The time of a word in a long text, in nanoseconds, or NaN. */
  double word(String text, int words) {
    double count = this.words.getOrDefault(text + words, words);
    return figures.time("LengthBenchmark.assess", corpus, text, words) / count;
  }
}

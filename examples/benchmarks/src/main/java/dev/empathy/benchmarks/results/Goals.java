package dev.empathy.benchmarks.results;

import dev.empathy.benchmarks.finders.Rival;
import dev.empathy.benchmarks.floors.Floor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is to be reached, and whether it is. All but a few are ratios within one run. */
final class Goals {

  private static final int[] LENGTHS = {25_000, 100_000, 400_000, 1_000_000};

  private final Figures figures;
  private final Run run;
  private final List<Verdict> verdicts = new ArrayList<>();

  private Goals(Run run) {
    this.figures = run.figures();
    this.run = run;
  }

  static List<Verdict> of(Run run) {
    Goals goals = new Goals(run);
    goals.matching();
    goals.rivals();
    goals.assessing();
    goals.growth();
    goals.conversation();
    goals.allocation();
    goals.building();
    goals.threads();
    return goals.verdicts;
  }

  private void matching() {
    Bound bound = new Bound();
    for (String corpus : run.corpora()) {
      boolean real = corpus.equals("real");
      double ours = match(corpus, Rival.EMPATHY);
      double aim = real ? 1.5 : 2.0;
      bound.atMost(
          corpus + " %s × floor-tok", ours / floor(corpus, Floor.TOKENS), 1.0, Double.MAX_VALUE);
      bound.atMost(
          corpus + " %s × floor2-tok", ours / floor(corpus, Floor.BITMAP), Double.MAX_VALUE, aim);
      double bytes = Math.rint(figures.bytes("MatchBenchmark.find", corpus, Rival.EMPATHY));
      bound.atMost(corpus + " %s B/op", bytes, 0, 0);
    }
    add(
        bound,
        "matching",
        "matching alone, 500 phrases",
        "≤ 1.0 × floor-tok, 0 B/op",
        "≤ 1.5 × floor2-tok (real), 2.0 × (generated)");
  }

  private void rivals() {
    Bound hyperscan = new Bound();
    Bound java = new Bound();
    Bound alternation = new Bound();
    Bound languageTool = new Bound();
    for (String corpus : run.corpora()) {
      double ours = match(corpus, Rival.EMPATHY);
      String times = corpus + " %s ×";
      hyperscan.atLeast(times, match(corpus, Rival.HYPERSCAN) / ours, 1.2, 1.6);
      double best = Math.min(match(corpus, Rival.BRICS), match(corpus, Rival.HANKCS));
      java.atLeast(times, best / ours, 2, 3);
      alternation.atLeast(times, match(corpus, Rival.REGEX_ALTERNATION) / ours, 60, 120);
      languageTool.atLeast(times, match(corpus, Rival.LANGUAGETOOL) / ours, 2_000, 4_000);
    }
    add(hyperscan, "hyperscan", "… against Hyperscan on the same phrases", "1.2 × faster", "1.6 ×");
    add(java, "java", "… against the better of brics and hankcs", "2 × faster", "3 ×");
    add(alternation, "regex", "… against one regex alternation", "60 × faster", "120 ×");
    add(
        languageTool,
        "languagetool",
        "… against LanguageTool's pattern rules",
        "2,000 × faster",
        "4,000 ×");
  }

  private void assessing() {
    Bound floor = new Bound();
    Bound hyperscan = new Bound();
    for (String corpus : run.corpora()) {
      double ours = figures.time("AssessBenchmark.assess", corpus);
      floor.atMost(corpus + " %s ×", ours / floor(corpus, Floor.TOKENS), 4, 2.5);
      hyperscan.atMost(
          corpus + " %s × its time", ours / match(corpus, Rival.HYPERSCAN), Double.MAX_VALUE, 1);
    }
    add(
        floor,
        "assess",
        "whole `assess(text)`, the built-in rubric",
        "≤ 4 × floor-tok",
        "≤ 2.5 × floor-tok");
    add(
        hyperscan,
        "assess-hyperscan",
        "… against Hyperscan merely finding the 500 phrases",
        "–",
        "not slower");
  }

  private void growth() {
    Bound narrow = new Bound().atMost("%s ×", ofPhrases(2_000), 1.3, 1.15);
    Bound wide = new Bound().atMost("%s ×", ofPhrases(20_000), 2.0, 1.4);
    add(narrow, "phrases", "matching, 50 → 50,000 phrases, 2,000 words", "≤ 1.3 ×", "≤ 1.15 ×");
    add(wide, "phrases-wide", "… 20,000 words", "≤ 2.0 ×", "≤ 1.4 ×");
    Bound length = new Bound();
    for (String text : List.of("ordinary", "worst")) {
      length.atMost(text + " %s ×", word(text, 1_000_000) / word(text, 25_000), 1.5, 1.2);
    }
    add(length, "length", "time a word, 25,000 → 1,000,000 words", "≤ 1.5 ×", "≤ 1.2 ×");
    Bound worst = new Bound();
    for (int words : LENGTHS) {
      worst.atMost("%s × at " + words, word("worst", words) / word("ordinary", words), 25, 10);
    }
    add(worst, "worst", "worst text against ordinary text, time a word", "≤ 25 ×", "≤ 10 ×");
  }

  private double ofPhrases(int words) {
    String benchmark = "PhraseCountBenchmark.find";
    return figures.time(benchmark, Rival.EMPATHY, 50_000, words)
        / figures.time(benchmark, Rival.EMPATHY, 50, words);
  }

  private double word(String text, int words) {
    return run.word(text, words);
  }

  private void conversation() {
    Bound bound = new Bound();
    double few = turn(20);
    bound.atMost("%s × at 200 turns", turn(200) / few, 1.2, 1.1);
    bound.atMost("%s × at 2,000", turn(2_000) / few, 1.2, 1.1);
    add(bound, "turns", "`session.add`, against 20 turns", "≤ 1.2 ×", "≤ 1.1 ×");
  }

  private double turn(int turns) {
    return figures.time("TurnsBenchmark.add", run.corpus(), turns);
  }

  private void allocation() {
    Bound bound = new Bound();
    for (int findings = 0; findings <= 4; findings++) {
      double bytes = figures.bytes("AllocationBenchmark.assess", run.corpus(), findings);
      double most = 1_024 + 300.0 * findings;
      bound.atMost("%s B with " + findings, bytes, most, most / 2);
    }
    add(
        bound,
        "allocation",
        "allocation of `assess(text)`, by findings",
        "≤ 1 kB, + 300 B a finding",
        "half of that");
  }

  private void building() {
    Bound time = new Bound();
    time.atMost("%s ms", figures.time("BuildBenchmark.build"), 600, 300);
    add(
        time,
        "build",
        "the built-in rubric from YAML, fresh JVM, self-tests included",
        "≤ 600 ms",
        "≤ 300 ms");
    Bound memory = new Bound();
    Map<String, Double> bytes = run.memory();
    double lines = bytes.getOrDefault("lines", Double.NaN);
    double program = bytes.getOrDefault("program", Double.NaN);
    double fixed = 256 * 1024;
    memory.atMost("%s B + 256 KiB", Math.max(0, program - fixed) / lines, 200, 100);
    add(
        memory,
        "memory",
        "memory of the compiled rubric, a line of phrase",
        "≤ 200 B + 256 KiB",
        "≤ 100 B + 256 KiB");
  }

  private void threads() {
    double ours = gain("assess") / gain("floor");
    Bound bound = new Bound().atLeast("%s ×", ours, 0.95, 1);
    add(bound, "threads", "two threads: gain against the gain of floor-tok", "≥ 0.95 ×", "≥ 1 ×");
  }

  private double gain(String what) {
    return figures.time("ThreadsBenchmark." + what + "ByOne", run.corpus())
        / figures.time("ThreadsBenchmark." + what + "ByTwo", run.corpus());
  }

  private double match(String corpus, Rival rival) {
    return run.match(corpus, rival);
  }

  private double floor(String corpus, Floor floor) {
    return figures.time("FloorBenchmark.pass", corpus, floor);
  }

  private void add(Bound bound, String id, String goal, String must, String aim) {
    verdicts.add(bound.verdict(id, goal, must, aim));
  }
}

package dev.empathy.benchmarks.results;

import dev.empathy.benchmarks.finders.Rival;
import dev.empathy.benchmarks.floors.Floor;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes what a run found out as Markdown: ratios, as the times of a machine are its own. */
public final class Page {

  private static final String BEGIN = "<!-- results: written by examples/benchmarks/run -->";
  private static final String END = "<!-- end of the results -->";

  private final Run run;
  private final Figures figures;
  private final Properties reasons;
  private final StringBuilder out = new StringBuilder();

  private Page(Run run, Properties reasons) {
    this.run = run;
    this.figures = run.figures();
    this.reasons = reasons;
  }

  /**
   * Puts the results into a page, in place of those before.
   *
   * @param reasons a file of properties that says by a goal's id why it is missed
   * @throws IOException if the page lacks the marks between which they stand
   */
  public static void write(Run run, Path page, Path reasons) throws IOException {
    String before = Files.readString(page);
    int begin = before.indexOf(BEGIN);
    int end = before.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(page + " has no lines " + BEGIN + " and " + END);
    }
    String results = text(run, reasons);
    Files.writeString(
        page, before.substring(0, begin) + BEGIN + "\n" + results + before.substring(end));
  }

  /** The results. */
  public static String text(Run run, Path reasons) throws IOException {
    Properties known = new Properties();
    if (Files.exists(reasons)) {
      try (Reader reader = Files.newBufferedReader(reasons)) {
        known.load(reader);
      }
    }
    return new Page(run, known).text();
  }

  /** The goals alone, for the terminal. */
  public static String goals(Run run) {
    Page page = new Page(run, new Properties());
    page.goals();
    return page.out.toString();
  }

  private String text() {
    facts();
    goals();
    matching();
    phrases();
    length();
    shapes();
    rest();
    return out.append('\n').toString();
  }

  private void facts() {
    line("");
    line("`" + run.command() + "`");
    line("");
    run.facts().forEach((name, value) -> line("- " + name + ": " + value));
    run.skipped().forEach((rival, why) -> line("- left out: " + rival.title() + ": " + why));
  }

  private void goals() {
    title("Goals");
    row("goal", "must", "aim", "measured", "met", "aim met", "why it is missed");
    rule(7);
    for (Verdict verdict : Goals.of(run)) {
      boolean missed = verdict.met() == Verdict.Met.NO;
      row(
          verdict.goal(),
          verdict.must(),
          verdict.aim(),
          verdict.measured(),
          verdict.met().toString(),
          verdict.aimMet().toString(),
          missed ? reasons.getProperty(verdict.id(), "") : "");
    }
  }

  private void matching() {
    title("Finding 500 phrases");
    line("Times floor-tok, and bytes allocated a message.");
    line("");
    row(
        Stream.concat(
            Stream.of("what"), run.corpora().stream().flatMap(c -> Stream.of(c, "B/op", "hits"))));
    rule(1 + 3 * run.corpora().size());
    for (Floor floor : Floor.values()) {
      row(
          Stream.concat(
              Stream.of(floor.title()),
              run.corpora().stream()
                  .flatMap(
                      c ->
                          Stream.of(
                              ratio(c, figures.time("FloorBenchmark.pass", c, floor)),
                              bytes(figures.bytes("FloorBenchmark.pass", c, floor)),
                              "–"))));
    }
    for (Rival rival : Rival.values()) {
      row(
          Stream.concat(
              Stream.of(rival.title()),
              run.corpora().stream()
                  .flatMap(
                      c ->
                          Stream.of(
                              ratio(c, run.match(c, rival)),
                              bytes(run.bytes(c, rival)),
                              hits(c, rival)))));
    }
    other("Empathy, `assess(text)`, the built-in rubric", "AssessBenchmark.assess", false);
    other("VADER's Java port, the sentiment alone", "SentimentBenchmark.vader", true);
  }

  private void other(String title, String benchmark, boolean sample) {
    row(
        Stream.concat(
            Stream.of(title),
            run.corpora().stream()
                .flatMap(
                    c -> {
                      double share = sample ? run.sampleLength().getOrDefault(c, 1.0) : 1;
                      return Stream.of(
                          ratio(c, figures.time(benchmark, c) / share),
                          bytes(figures.bytes(benchmark, c) / share),
                          "–");
                    })));
  }

  private String hits(String corpus, Rival rival) {
    Comparison comparison = run.comparisons().get(corpus + rival);
    return comparison == null ? "–" : comparison.toString();
  }

  private String ratio(String corpus, double time) {
    return Bound.number(time / figures.time("FloorBenchmark.pass", corpus, Floor.TOKENS));
  }

  private static String bytes(double bytes) {
    return Double.isNaN(bytes) ? "–" : String.format(Locale.ROOT, "%,.0f", bytes);
  }

  private void phrases() {
    title("The number of phrases");
    line(
        "Times what the same takes for 50 phrases; in brackets, times ours for 50. Hyperscan is not");
    line("asked for 50,000: to make them ready takes it some five minutes.");
    line("");
    List<Integer> counts = List.of(50, 500, 5_000, 50_000);
    row(
        Stream.concat(
            Stream.of("who", "words"), counts.stream().map(c -> String.format("%,d", c))));
    rule(6);
    for (Rival rival : List.of(Rival.EMPATHY, Rival.HYPERSCAN, Rival.HANKCS)) {
      for (int words : List.of(2_000, 20_000)) {
        row(
            Stream.concat(
                Stream.of(rival.title(), String.format(Locale.ROOT, "%,d", words)),
                counts.stream().map(count -> phrases(rival, words, count))));
      }
    }
  }

  private String phrases(Rival rival, int words, int count) {
    String benchmark = "PhraseCountBenchmark.find";
    double time = figures.time(benchmark, rival, words, count);
    return Bound.number(time / figures.time(benchmark, rival, words, 50))
        + " ("
        + Bound.number(time / figures.time(benchmark, Rival.EMPATHY, words, 50))
        + ")";
  }

  private void length() {
    title("The length of a message");
    line("Time a word of `assess(text)` under the built-in rubric, times that of ordinary text");
    line(
        "at 25,000 words. No more than 10,000 hits of a message are told; beyond them a word costs its"
            + " reading");
    line("and matching only, so that long texts cost less a word.");
    line("");
    row("text", "25,000", "100,000", "400,000", "1,000,000");
    rule(5);
    for (String text : List.of("ordinary", "worst")) {
      row(
          Stream.concat(
              Stream.of(text),
              IntStream.of(25_000, 100_000, 400_000, 1_000_000)
                  .mapToObj(
                      words ->
                          Bound.number(run.word(text, words) / run.word("ordinary", 25_000)))));
    }
  }

  private void shapes() {
    title("The worst text");
    line("These were tried at 25,000 words, each repeated; time a word against ordinary text.");
    line("");
    row("text", "×");
    rule(2);
    run.shapes().forEach((shape, times) -> row("`" + printable(shape) + "`", Bound.number(times)));
  }

  private static String printable(String shape) {
    return shape.replace("\n", "\\n").strip();
  }

  private void rest() {
    title("Conversations, threads, memory");
    row("what", "measured");
    rule(2);
    for (int turns : List.of(20, 200, 2_000)) {
      double time = figures.time("TurnsBenchmark.add", run.corpus(), turns);
      double few = figures.time("TurnsBenchmark.add", run.corpus(), 20);
      row("a turn of a conversation of " + turns, Bound.number(time / few) + " × that of 20");
    }
    for (String what : List.of("floor", "assess")) {
      double one = figures.time("ThreadsBenchmark." + what + "ByOne", run.corpus());
      double two = figures.time("ThreadsBenchmark." + what + "ByTwo", run.corpus());
      row(what + ", two threads against one", Bound.number(2 * one / two) + " × as much done");
    }
    run.memory()
        .forEach(
            (name, value) -> row("memory: " + name, String.format(Locale.ROOT, "%,.0f", value)));
  }

  private void title(String title) {
    line("");
    line("### " + title);
    line("");
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  private void row(String... cells) {
    row(Stream.of(cells));
  }

  private void row(Stream<String> cells) {
    line(cells.collect(Collectors.joining(" | ", "| ", " |")));
  }

  private void rule(int columns) {
    line("| " + "--- | ".repeat(columns - 1) + "--- |");
  }
}

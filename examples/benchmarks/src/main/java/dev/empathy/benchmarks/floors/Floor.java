package dev.empathy.benchmarks.floors;

import java.util.List;
import java.util.function.Function;

/** What is measured beside every matcher. */
public enum Floor {
  CHARS("sum of charAt", phrases -> new CharSum()),
  BITMAP("floor2-tok: tokenise, bit map of 8 bytes a step", phrases -> new BitmapTokens()),
  BITMAP_PROBE(
      "floor2-tok, branch-free vocabulary probe",
      phrases -> new BitmapTokens(Probes.of(phrases, BitmapTokens::key))),
  TOKENS("floor-tok: tokenise + hash, loop over chars", phrases -> new CharTokens()),
  TOKENS_PROBE(
      "floor-tok, one hash probe", phrases -> new CharTokens(Probes.of(phrases, CharTokens::key)));

  private final String title;
  private final Function<List<String>, Pass> maker;

  Floor(String title, Function<List<String>, Pass> maker) {
    this.title = title;
    this.maker = maker;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** Makes it ready; the words of the phrases are the vocabulary. */
  public Pass pass(List<String> phrases) {
    return maker.apply(phrases);
  }
}

package dev.empathy.benchmarks.finders;

import dev.empathy.benchmarks.texts.FoldedText;
import dev.empathy.benchmarks.texts.Spans;
import java.util.List;

/** Looks for each phrase at each place: what all the others are held against. */
public final class NaiveFinder implements PhraseFinder {

  private final FoldedText folded = new FoldedText();
  private final List<String> phrases;

  public NaiveFinder(List<String> phrases) {
    this.phrases = phrases;
  }

  @Override
  public void find(String text, Spans found) {
    String all = folded.fold(text).toString();
    for (String phrase : phrases) {
      for (int at = all.indexOf(phrase); at >= 0; at = all.indexOf(phrase, at + 1)) {
        if (folded.isWhole(at, at + phrase.length())) {
          found.add(at, at + phrase.length());
        }
      }
    }
  }
}

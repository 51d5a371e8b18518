package dev.empathy.benchmarks.finders;

import dev.empathy.benchmarks.texts.FoldedText;
import dev.empathy.benchmarks.texts.Spans;
import java.util.List;
import org.ahocorasick.trie.Trie;

/**
 * org.ahocorasick, over characters. Its own test for whole words knows letters only, so that ours
 * takes its place.
 */
public final class AhoCorasickFinder implements PhraseFinder {

  private final FoldedText folded = new FoldedText();
  private final Trie trie;

  public AhoCorasickFinder(List<String> phrases) {
    trie = Trie.builder().addKeywords(phrases).build();
  }

  @Override
  public void find(String text, Spans found) {
    FoldedText all = folded.fold(text);
    trie.parseText(
        all,
        emit -> {
          if (all.isWhole(emit.getStart(), emit.getEnd() + 1)) {
            found.add(emit.getStart(), emit.getEnd() + 1);
          }
          return true;
        });
  }
}

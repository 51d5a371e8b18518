package dev.empathy.benchmarks.finders;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import dev.empathy.benchmarks.texts.FoldedText;
import dev.empathy.benchmarks.texts.Spans;
import java.util.List;
import java.util.TreeMap;

/** AhoCorasickDoubleArrayTrie of hankcs, over characters. */
public final class HankcsFinder implements PhraseFinder {

  private final FoldedText folded = new FoldedText();
  private final AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();

  public HankcsFinder(List<String> phrases) {
    TreeMap<String, Integer> numbered = new TreeMap<>();
    for (String phrase : phrases) {
      numbered.put(phrase, numbered.size());
    }
    trie.build(numbered);
  }

  @Override
  public void find(String text, Spans found) {
    FoldedText all = folded.fold(text);
    trie.parseText(
        all,
        (int start, int end, Integer number) -> {
          if (all.isWhole(start, end)) {
            found.add(start, end);
          }
        });
  }
}

package dev.empathy.benchmarks.finders;

import dev.empathy.benchmarks.texts.FoldedText;
import dev.empathy.benchmarks.texts.Spans;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.RunAutomaton;
import java.util.List;

/** dk.brics.automaton: all phrases as one table, run from the beginning of each word. */
public final class BricsFinder implements PhraseFinder {

  private final FoldedText folded = new FoldedText();
  private final RunAutomaton automaton;

  public BricsFinder(List<String> phrases) {
    automaton =
        new RunAutomaton(BasicAutomata.makeStringUnion(phrases.toArray(CharSequence[]::new)), true);
  }

  @Override
  public void find(String text, Spans found) {
    FoldedText all = folded.fold(text);
    int length = all.length();
    for (int start = 0; start < length; start++) {
      if (!all.beginsWord(start)) {
        continue;
      }
      int state = automaton.getInitialState();
      for (int at = start; at < length; at++) {
        state = automaton.step(state, all.charAt(at));
        if (state < 0) {
          break;
        }
        if (automaton.isAccept(state) && all.isWhole(start, at + 1)) {
          found.add(start, at + 1);
        }
      }
    }
  }
}

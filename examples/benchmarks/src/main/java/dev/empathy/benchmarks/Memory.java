package dev.empathy.benchmarks;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.benchmarks.finders.EmpathyFinder;
import dev.empathy.benchmarks.texts.Words;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.LocalePack;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.WordList;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How much does what is compiled take? Measured by what the heap holds after collecting. */
final class Memory {

  private Memory() {}

  /** Bytes by name, and the number of lines. */
  static Map<String, Double> measure() {
    Map<String, Double> bytes = new LinkedHashMap<>();
    Rubric rubric = Texts.rubric();
    bytes.put("lines", (double) lines(rubric));
    bytes.put("rubric", each(8, Texts::readRubric));
    bytes.put("program", each(4, () -> EmpathyEngine.compile(rubric, SelfTest.OFF)));
    Words words = Words.of(20_000);
    for (int count : new int[] {500, 50_000}) {
      List<String> phrases = words.phrases(count);
      double all = each(count > 10_000 ? 1 : 8, () -> new EmpathyFinder(phrases));
      bytes.put("a phrase of " + count, all / count);
    }
    return bytes;
  }

  /** What one of so many of them takes: at the second time, as the first one fills caches. */
  private static double each(int copies, Supplier<?> maker) {
    double last = 0;
    for (int round = 0; round < 2; round++) {
      List<Object> kept = new ArrayList<>();
      long before = used();
      for (int i = 0; i < copies; i++) {
        kept.add(maker.get());
      }
      last = (double) (used() - before) / copies;
      Reference.reachabilityFence(kept);
    }
    return last;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Phrases and entries of word lists, those of the language included. */
  private static int lines(Rubric rubric) {
    int lines = 0;
    for (Cue cue : rubric.cues().values()) {
      lines += cue.match().size() + cue.unless().size();
    }
    for (WordList list : rubric.words().values()) {
      lines += list.entries().size();
    }
    LocalePack locale = rubric.locale();
    return lines
        + sizes(rubric.phrases())
        + sizes(locale.phrases())
        + locale.negators().size()
        + locale.pseudoNegators().size()
        + locale.intensifiers().size()
        + locale.dampeners().size();
  }

  private static int sizes(Map<String, List<Phrase>> phrases) {
    return phrases.values().stream().mapToInt(List::size).sum();
  }
}

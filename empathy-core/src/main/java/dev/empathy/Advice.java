package dev.empathy;

import java.util.LinkedHashSet;
import java.util.Set;

/** What to change, as plain sentences. */
final class Advice {

  private Advice() {}

  static String of(Assessment assessment) {
    Set<String> sentences = new LinkedHashSet<>();
    for (Finding finding : assessment.issues()) {
      String what = finding.suggestion() != null ? finding.suggestion() : finding.explanation();
      if (what != null) {
        sentences.add(ended(what));
      }
    }
    return String.join(" ", sentences);
  }

  private static String ended(String sentence) {
    int last = sentence.length() - 1;
    boolean ends = last >= 0 && ".!?…”\"".indexOf(sentence.charAt(last)) >= 0;
    return ends ? sentence : sentence + ".";
  }
}

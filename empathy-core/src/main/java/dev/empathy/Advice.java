package dev.empathy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
    change(assessment).ifPresent(sentences::add);
    return String.join(" ", sentences);
  }

  /** The best of the smallest changes that pass, or else reach the next band. */
  private static Optional<String> change(Assessment assessment) {
    boolean passes = !assessment.toPass().isEmpty();
    List<Counterfactual> changes = passes ? assessment.toPass() : assessment.toNextBand();
    return changes.stream().findFirst().map(change -> words(assessment, change, passes));
  }

  private static String words(Assessment assessment, Counterfactual change, boolean passes) {
    List<String> steps = new ArrayList<>();
    change.add().forEach(cue -> steps.add("add " + cue));
    for (Counterfactual.Removal removal : change.remove()) {
      String quote = removal.quote() == null ? "" : " (“" + removal.quote() + "”)";
      steps.add("take out " + removal.cue() + quote);
    }
    return "The smallest change that "
        + (passes ? "passes: " : "reaches " + change.band() + ": ")
        + String.join(", ", steps)
        + ". Score "
        + assessment.score()
        + " → "
        + change.score()
        + ".";
  }

  private static String ended(String sentence) {
    int last = sentence.length() - 1;
    boolean ends = last >= 0 && ".!?…”\"".indexOf(sentence.charAt(last)) >= 0;
    return ends ? sentence : sentence + ".";
  }
}

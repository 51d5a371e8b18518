package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.Counterfactual;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What would change the score, each claim as the engine has tried it. */
final class ChangeText {

  private final Subject subject;
  private final Page page;

  ChangeText(Subject subject, Page page) {
    this.subject = subject;
    this.page = page;
  }

  void print() {
    Assessment assessment = subject.assessment();
    List<Counterfactual> next = new ArrayList<>(assessment.toNextBand());
    next.removeAll(assessment.toPass());
    if (assessment.toPass().isEmpty() && next.isEmpty()) {
      return;
    }
    page.heading("what would change it");
    print("to pass", assessment.toPass());
    print("to rise", next);
  }

  private void print(String label, List<Counterfactual> changes) {
    Set<String> told = new HashSet<>();
    page.labelled(
        Page.INDENT,
        label,
        changes.stream().map(this::line).filter(line -> told.add(line.text())).toList());
  }

  private Painted line(Counterfactual change) {
    List<String> steps = new ArrayList<>();
    if (!change.add().isEmpty()) {
      steps.add("add " + joined(change.add()));
    }
    if (!change.remove().isEmpty()) {
      steps.add("take out " + joined(takenOut(change)));
    }
    String band = change.band() == null ? "" : " " + change.band();
    return Painted.of(String.join(", ", steps) + " → ")
        .as(Paint.BOLD, Figures.points(change.score()) + band)
        .plain(change.passed() ? "" : ", still not passed");
  }

  private static String joined(List<String> several) {
    return String.join(" and ", several);
  }

  /** What to take out; the same words in two places once, with how often. */
  private List<String> takenOut(Counterfactual change) {
    Map<String, Integer> times = new LinkedHashMap<>();
    change.remove().forEach(removal -> times.merge(words(removal), 1, Integer::sum));
    return times.entrySet().stream()
        .map(one -> one.getValue() == 1 ? one.getKey() : one.getValue() + " × " + one.getKey())
        .toList();
  }

  /** The words themselves, as they stand in the message. */
  private String words(Counterfactual.Removal removal) {
    String words = subject.quote(removal.message(), removal.span());
    if (words == null && removal.quote() != null) {
      words = Subject.quoted(removal.quote());
    }
    return words == null ? removal.cue() : words + " (" + removal.cue() + ")";
  }
}

package dev.empathy.cli;

import dev.empathy.Evidence;
import dev.empathy.Nearest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a finding would have needed and did not find, and how near the message came to it. */
final class MissingText {

  /** How much is named, and how much is near, short of all the details. */
  private static final int MOST_NAMED = 8;

  private static final int MOST_NEAR = 3;

  private final Subject subject;
  private final Page page;

  /** Cues whose nearest phrase has been shown: it is the same for every finding. */
  private final Set<String> near = new HashSet<>();

  MissingText(Subject subject, Page page) {
    this.subject = subject;
    this.page = page;
  }

  void print(String indent, List<Evidence> missing) {
    names(indent, missing);
    nearest(indent, missing);
  }

  private void names(String indent, List<Evidence> missing) {
    List<String> names =
        missing.stream().map(one -> EvidenceText.valued(one, subject)).distinct().toList();
    if (names.isEmpty()) {
      return;
    }
    boolean all = subject.verbose() || names.size() <= MOST_NAMED + 1;
    String named = String.join(", ", all ? names : names.subList(0, MOST_NAMED));
    String more = all ? "" : " and " + (names.size() - MOST_NAMED) + " more";
    page.labelled(indent, names.size() == 1 ? "missing" : "none of", Painted.of(named + more));
  }

  /** How far the cues got that nearly were there; each once on the page. */
  private void nearest(String indent, List<Evidence> missing) {
    Map<String, Nearest> best = new LinkedHashMap<>();
    for (Evidence one : missing) {
      if (one.cue() != null && one.nearest() != null && isNear(one.nearest())) {
        best.merge(one.cue(), one.nearest(), (a, b) -> part(b) > part(a) ? b : a);
      }
    }
    best.keySet().removeAll(near);
    near.addAll(best.keySet());
    List<Painted> lines =
        best.entrySet().stream()
            .sorted(Comparator.comparingDouble(one -> -part(one.getValue())))
            .limit(subject.verbose() ? best.size() : MOST_NEAR)
            .map(one -> near(one.getKey(), one.getValue()))
            .toList();
    page.labelled(indent, "nearest", lines);
  }

  /** A single word that also begins a phrase is chance: only with all the details. */
  private boolean isNear(Nearest nearest) {
    return subject.verbose()
        || 2 * nearest.matched() >= nearest.of()
            && nearest.matched() > 1
            && isSeveralWords(nearest);
  }

  /** "I'm" is two words to a phrase, and one to a reader. */
  private boolean isSeveralWords(Nearest nearest) {
    String words = subject.quote(nearest.message(), nearest.span());
    return words == null || words.chars().anyMatch(Character::isWhitespace);
  }

  private static double part(Nearest nearest) {
    return (double) nearest.matched() / Math.max(1, nearest.of());
  }

  private Painted near(String cue, Nearest nearest) {
    String words = subject.quote(nearest.message(), nearest.span());
    String instead =
        nearest.found() == null
            ? ", but the sentence ends"
            : ", not " + Subject.quoted(nearest.found());
    return Painted.of(cue + ": " + (words == null ? "" : words + " "))
        .plain("needs " + Subject.quoted(nearest.expected()) + " next" + instead)
        .plain(" (" + nearest.matched() + " of " + nearest.of() + " words)")
        .plain(Page.INDENT)
        .whole(subject.place(nearest.at()));
  }
}

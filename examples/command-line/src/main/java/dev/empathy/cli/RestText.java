package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.Commitment;
import dev.empathy.EmotionScore;
import dev.empathy.MaskedRegion;
import dev.empathy.SuggestedResponse;
import dev.empathy.SuppressedHit;
import dev.empathy.rubric.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What else is known, a line each. */
final class RestText {

  private static final int MOST_SHOWN = 3;

  /** Regions that take away whole passages; the others only name what everybody sees. */
  private static final Set<String> PASSAGES = Set.of("quote", "signature", "code", "html");

  private final Subject subject;
  private final Assessment assessment;
  private final Page page;
  private boolean begun;

  RestText(Subject subject, Page page) {
    this.subject = subject;
    this.assessment = subject.assessment();
    this.page = page;
  }

  void print() {
    commitments();
    if (!subject.isBrief()) {
      emotions();
      responses();
      suppressed();
      regions();
    }
    notEvaluated();
    if (!subject.isBrief()) {
      skipped();
    }
  }

  /** The first few of these, or all. */
  private void some(String label, List<Painted> texts) {
    if (subject.verbose() || texts.size() <= MOST_SHOWN + 1) {
      lines(label, texts);
      return;
    }
    List<Painted> shown = new ArrayList<>(texts.subList(0, MOST_SHOWN));
    shown.add(Painted.of("and " + (texts.size() - MOST_SHOWN) + " more"));
    lines(label, shown);
  }

  private Painted placed(String text, String at) {
    return subject.verbose() ? Painted.of(text + Page.INDENT).whole(at) : Painted.of(text);
  }

  private void lines(String label, List<Painted> texts) {
    if (!begun && !texts.isEmpty()) {
      page.blank();
      begun = true;
    }
    page.labelled("", label, texts);
  }

  private void emotions() {
    Map<Integer, List<String>> byMessage = new LinkedHashMap<>();
    for (EmotionScore one : assessment.emotions()) {
      byMessage
          .computeIfAbsent(one.message(), message -> new ArrayList<>())
          .add(one.emotion() + " " + Figures.shortest(one.strength()));
    }
    lines(
        "emotions",
        byMessage.entrySet().stream()
            .map(one -> subject.who(one.getKey()) + ": " + String.join(", ", one.getValue()))
            .map(Painted::of)
            .toList());
  }

  private void commitments() {
    some("promised", assessment.commitments().stream().map(this::promise).toList());
  }

  private Painted promise(Commitment one) {
    List<String> parts = new ArrayList<>();
    add(parts, "", subject.quote(one.message(), one.span()));
    if (subject.verbose() || parts.isEmpty()) {
      add(parts, "who: ", one.actor());
      add(parts, "what: ", one.action());
    }
    add(parts, "when: ", one.time() == null ? "not said" : one.time());
    return placed(String.join("; ", parts), one.at());
  }

  private static void add(List<String> parts, String name, @Nullable String value) {
    if (value != null) {
      parts.add(name + value);
    }
  }

  private void responses() {
    some("try", assessment.responses().stream().map(this::response).toList());
  }

  private Painted response(SuggestedResponse one) {
    String text = one.text() == null ? "" : "“" + one.text() + "” ";
    return placed(text + "(" + one.id() + ")", one.at());
  }

  private void suppressed() {
    some("ignored", assessment.suppressed().stream().map(this::suppressed).toList());
  }

  private Painted suppressed(SuppressedHit hit) {
    String words = hit.text() != null ? Subject.quoted(hit.text()) : null;
    String by = subject.quote(hit.message(), hit.by());
    String why =
        switch (hit.reason()) {
          case NEGATED -> "negated" + (by == null ? "" : " by " + by);
          case FLIPPED -> "negated" + (by == null ? "" : " by " + by) + ", counts as another cue";
          case UNLESS -> "excepted by the rubric" + (by == null ? "" : ", as in " + by);
        };
    return placed(hit.cue() + (words == null ? "" : " " + words) + ": " + why, hit.at());
  }

  private void regions() {
    some(
        "not read",
        assessment.regions().stream()
            .filter(region -> subject.verbose() || PASSAGES.contains(region.kind()))
            .map(this::region)
            .toList());
  }

  private Painted region(MaskedRegion region) {
    String words = subject.quote(assessment.message(), region.span());
    return Painted.of(region.kind() + (words == null ? "" : " " + words));
  }

  /** What could not be decided, by reason. */
  private void notEvaluated() {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (Assessment.NotEvaluated one : assessment.notEvaluated()) {
      byReason
          .computeIfAbsent(one.reason(), reason -> new ArrayList<>())
          .add(one.rule() != null ? one.rule() : "cue " + one.cue());
    }
    lines(
        "unknown",
        byReason.entrySet().stream()
            .map(one -> Painted.of(some(one.getValue()) + ": " + one.getKey()))
            .toList());
  }

  private String some(List<String> names) {
    if (subject.verbose() || names.size() <= MOST_SHOWN + 1) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, MOST_SHOWN))
        + " and "
        + (names.size() - MOST_SHOWN)
        + " more";
  }

  private void skipped() {
    List<String> skipped = subject.rules(Outcome.SKIP);
    if (!skipped.isEmpty()) {
      String names = subject.verbose() ? ": " + String.join(", ", skipped) : "";
      lines(
          "skipped",
          List.of(Painted.of(Figures.plural(skipped.size(), "rule") + " did not apply" + names)));
    }
  }
}

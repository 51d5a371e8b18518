package dev.empathy.cli;

import dev.empathy.Evidence;
import dev.empathy.rubric.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why a finding is there: who said what, which line of the rubric takes it so, what is missing. */
final class EvidenceText {

  /** How much of each kind is shown short of all the details. */
  private static final int MOST_SHOWN = 4;

  private final Subject subject;
  private final Page page;
  private final MissingText missing;

  /** What has been said with its places: once is enough short of all the details. */
  private final Set<String> told = new HashSet<>();

  EvidenceText(Subject subject, Page page) {
    this.subject = subject;
    this.page = page;
    this.missing = new MissingText(subject, page);
  }

  void print(String indent, List<Evidence> because) {
    List<Evidence> there = because.stream().filter(one -> !isMissing(one)).toList();
    if (subject.verbose()) {
      for (Evidence.Part part : Evidence.Part.values()) {
        List<Evidence> ofPart = there.stream().filter(one -> one.role() == part).toList();
        page.labelled(indent, Choices.name(part), ofPart.stream().map(this::each).toList());
      }
    } else {
      together(indent, there);
    }
    missing.print(indent, because.stream().filter(EvidenceText::isMissing).toList());
  }

  private static boolean isMissing(Evidence one) {
    return one.role() == Evidence.Part.MISSING;
  }

  private Painted each(Evidence one) {
    String quote = quote(one);
    return said(
        one, quote.isEmpty() ? List.of() : List.of(quote), valued(one, subject), List.of(one.at()));
  }

  /** One cue found several times. */
  private static final class Group {
    private final Evidence first;
    private final Set<String> quotes = new LinkedHashSet<>();
    private final Set<String> places = new LinkedHashSet<>();

    private Group(Evidence first) {
      this.first = first;
    }
  }

  private void together(String indent, List<Evidence> there) {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (Evidence one : there) {
      if (one.emotion() != null && there.stream().anyMatch(cue -> feeds(cue, one))) {
        continue;
      }
      String same = one.message() + " " + thing(one);
      Group group = groups.computeIfAbsent(same, key -> new Group(one));
      group.places.add(one.at());
      if (!quote(one).isEmpty()) {
        group.quotes.add(quote(one));
      }
    }
    List<Painted> lines = new ArrayList<>();
    for (Group group : groups.values()) {
      Evidence first = group.first;
      String what = first.cue() == null ? valued(first, subject) : strength(first, there);
      lines.add(said(first, first(group.quotes), what, first(group.places)));
    }
    if (lines.size() > MOST_SHOWN + 1) {
      Painted more = Painted.of("and " + (lines.size() - MOST_SHOWN) + " more");
      lines.subList(MOST_SHOWN, lines.size()).clear();
      lines.add(more);
    }
    page.labelled(indent, "because", lines);
  }

  private static List<String> first(Set<String> several) {
    List<String> shown = new ArrayList<>(several.stream().limit(MOST_SHOWN).toList());
    if (several.size() > MOST_SHOWN) {
      shown.add("…");
    }
    return shown;
  }

  /** Whether a cue was found that the emotion of the same name rests on. */
  private static boolean feeds(Evidence cue, Evidence emotion) {
    return emotion.emotion() != null
        && emotion.emotion().equals(cue.cue())
        && cue.message() != null
        && cue.message().equals(emotion.message());
  }

  /** A cue, and how strong the emotion is that it makes. */
  private static String strength(Evidence cue, List<Evidence> there) {
    return there.stream()
        .filter(emotion -> feeds(cue, emotion) && emotion.value() != null)
        .findFirst()
        .map(emotion -> cue.cue() + " " + Figures.shortest(emotion.value()))
        .orElse(thing(cue));
  }

  private Painted said(Evidence one, List<String> quotes, String what, List<String> places) {
    Painted said = new Painted();
    if (one.message() != null) {
      said.plain(subject.who(one.message()) + ": ");
    }
    said.plain(what);
    if (!quotes.isEmpty()) {
      said.plain(" " + String.join(", ", quotes));
    }
    boolean isNew = told.add(said.text());
    return isNew || subject.verbose()
        ? said.plain(Page.INDENT).whole(places.stream().map(subject::place).toList())
        : said;
  }

  private String quote(Evidence one) {
    if (one.text() != null) {
      return Subject.quoted(one.text());
    }
    String words = one.message() == null ? null : subject.quote(one.message(), one.span());
    return words == null ? "" : words;
  }

  /** What it is, with its value. */
  static String valued(Evidence one, Subject subject) {
    String outcome = "";
    if (one.rule() != null && !isMissing(one)) {
      Outcome known = subject.assessment().rules().get(one.rule());
      outcome = known == null ? "" : " is " + Choices.name(known);
    }
    return thing(one) + (one.value() == null ? "" : " " + Figures.shortest(one.value())) + outcome;
  }

  private static String thing(Evidence one) {
    if (one.cue() != null) {
      return one.cue();
    }
    if (one.emotion() != null) {
      return "emotion " + one.emotion();
    }
    if (one.signal() != null) {
      return "signal " + one.signal();
    }
    return one.fact() != null ? "fact " + one.fact() : "rule " + one.rule();
  }
}

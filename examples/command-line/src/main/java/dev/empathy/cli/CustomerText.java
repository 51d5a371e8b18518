package dev.empathy.cli;

import dev.empathy.FiredRoute;
import dev.empathy.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A customer's message: where it should go, and what was found in it. */
final class CustomerText {

  /** How many cues, and how many quotes of each, are shown short of all the details. */
  private static final int MOST_SHOWN = 12;

  private final Subject subject;
  private final Page page;
  private final MarkedMessages messages;
  private final Map<String, List<Hit>> found = new LinkedHashMap<>();

  CustomerText(Subject subject, Page page) {
    this.subject = subject;
    this.page = page;
    this.messages = new MarkedMessages(subject);
    for (Hit hit : subject.assessment().hits()) {
      found.computeIfAbsent(hit.cue(), cue -> new ArrayList<>()).add(hit);
    }
  }

  void print() {
    int number = 0;
    for (FiredRoute route : subject.assessment().routes()) {
      messages.mark(route.because(), ++number, Mark.ISSUE);
    }
    for (List<Hit> hits : shown(List.copyOf(found.values()))) {
      number++;
      for (Hit hit : shown(hits)) {
        messages.mark(hit.message(), hit.span(), number, Mark.FOUND);
      }
    }
    routes();
    messages.print(page);
    found();
  }

  private <T> List<T> shown(List<T> all) {
    return subject.verbose() ? all : all.subList(0, Math.min(all.size(), MOST_SHOWN));
  }

  private void routes() {
    EvidenceText evidence = new EvidenceText(subject, page);
    int number = 0;
    for (FiredRoute route : subject.assessment().routes()) {
      page.blank();
      page.hanging(
          "",
          Page.INDENT,
          new Painted()
              .as(Paint.RED, ++number + " ")
              .as(Paint.BOLD, "route to " + route.to() + ", priority " + route.priority())
              .plain(" ")
              .whole("(" + route.route() + ")"));
      page.paragraph(Page.INDENT, Painted.of(route.reason()));
      evidence.print(Page.INDENT, route.because());
      page.labelled(Page.INDENT, "route", new Painted().whole(subject.place(route.at())));
    }
  }

  private void found() {
    if (found.isEmpty()) {
      return;
    }
    page.heading("found");
    int number = subject.assessment().routes().size();
    for (List<Hit> hits : shown(List.copyOf(found.values()))) {
      found(++number, hits);
    }
    int more = found.size() - shown(List.copyOf(found.values())).size();
    if (more > 0) {
      page.paragraph(Page.INDENT, Painted.of("and " + Figures.plural(more, "cue") + " more"));
    }
  }

  private void found(int number, List<Hit> hits) {
    Set<String> quotes = new LinkedHashSet<>();
    Set<String> places = new LinkedHashSet<>();
    for (Hit hit : shown(hits)) {
      String words = subject.quote(hit.message(), hit.span());
      if (words != null) {
        quotes.add(words);
      }
      places.add(hit.at());
    }
    String more = hits.size() > shown(hits).size() ? ", …" : "";
    Painted line =
        new Painted()
            .as(Mark.FOUND.colour(), number + " ")
            .plain(hits.get(0).cue() + " " + String.join(", ", quotes) + more);
    if (subject.verbose()) {
      line.plain(Page.INDENT).whole(List.copyOf(places));
    }
    page.hanging(Page.INDENT, Page.INDENT.repeat(3), line);
  }
}

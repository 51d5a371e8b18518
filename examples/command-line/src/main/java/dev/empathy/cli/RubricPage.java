package dev.empathy.cli;

import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Response;
import dev.empathy.rubric.Route;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Side;
import dev.empathy.rubric.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page in Markdown about all that a rubric recognises, for people who will not read its YAML. */
final class RubricPage {

  /** Enough to see what is meant; the rubric itself has all of them. */
  private static final int EXAMPLES = 4;

  private final StringBuilder out = new StringBuilder();

  private RubricPage() {}

  static String of(Rubric rubric) {
    RubricPage page = new RubricPage();
    page.head(rubric);
    page.cues("What customers' messages show", rubric, cue -> cue.who() == Side.CUSTOMER);
    page.cues("What agents' messages show", rubric, cue -> cue.who() == Side.AGENT);
    page.cues("What either side's messages show", rubric, cue -> cue.who() == null);
    page.section("Rules", on(rubric.rules().values(), rule -> !rule.off()), page::rule);
    page.section("Routes", on(rubric.routes().values(), route -> !route.off()), page::route);
    page.section(
        "Responses", on(rubric.responses().values(), response -> !response.off()), page::response);
    return page.out.toString();
  }

  private static <T> List<T> on(Collection<T> all, Predicate<T> isOn) {
    return all.stream().filter(isOn).toList();
  }

  private void head(Rubric rubric) {
    line("# " + rubric.id() + " " + rubric.version());
    line("");
    if (rubric.about() != null) {
      paragraph(escaped(rubric.about()));
    }
    if (!rubric.dimensions().isEmpty()) {
      line("| dimension | weight | starts at |");
      line("| --- | ---: | ---: |");
      rubric
          .dimensions()
          .values()
          .forEach(
              one ->
                  line(
                      "| "
                          + one.id()
                          + " | "
                          + tenths(one.weight())
                          + " | "
                          + tenths(one.start())
                          + " |"));
      line("");
    }
    if (!rubric.bands().isEmpty()) {
      String bands =
          rubric.bands().stream()
              .map(band -> band.id() + " from " + tenths(band.from()))
              .collect(Collectors.joining(", "));
      paragraph("Bands: " + bands + ". It passes from " + tenths(rubric.passMark()) + ".");
    }
  }

  private static String tenths(int tenths) {
    return Figures.shortest(tenths / 10.0);
  }

  private void cues(String title, Rubric rubric, Predicate<Cue> which) {
    section(title, on(rubric.cues().values(), cue -> !cue.off() && which.test(cue)), this::cue);
  }

  private <T> void section(String title, List<T> all, Consumer<T> each) {
    if (!all.isEmpty()) {
      heading("## " + title);
      all.forEach(each);
    }
  }

  private void cue(Cue cue) {
    String emotion = cue.emotion() == null ? "" : ", an emotion";
    thing(cue.id(), "cue" + emotion, cue.about(), cue.why());
    examples("is", cue.hits().stream().map(one -> marked(one.text())).toList());
    examples("is not", cue.misses().stream().map(one -> quoted(one.text().value())).toList());
  }

  private void rule(Rule rule) {
    String where = rule.dimension() == null ? "" : ", " + rule.dimension().value();
    thing(
        rule.id(), "rule" + where + ", " + Choices.name(rule.severity()), rule.about(), rule.why());
    points(rule);
    said("says", rule.fail().message());
    said("suggests", rule.fail().suggest());
    said("praises", rule.pass().praise());
    for (String outcome : List.of("pass", "fail")) {
      examples(
          outcome,
          rule.examples().stream()
              .filter(one -> Choices.name(one.expect()).equals(outcome))
              .map(RubricPage::exchange)
              .toList());
    }
  }

  private void points(Rule rule) {
    List<String> points = new ArrayList<>();
    if (!rule.pass().scores().isEmpty()) {
      points.add("pass " + signed(rule.pass().scores()));
    }
    if (rule.fail().score() != 0) {
      points.add("fail " + signed(List.of(rule.fail().score())));
    }
    if (rule.fail().limitOverall() != null) {
      points.add("then at most " + tenths(rule.fail().limitOverall()) + " overall");
    }
    if (!points.isEmpty()) {
      line("- points: " + String.join(", ", points));
    }
  }

  private static String signed(List<Integer> tenths) {
    return tenths.stream().map(one -> Figures.signed(one / 10.0)).collect(Collectors.joining(", "));
  }

  private void route(Route route) {
    thing(
        route.id(), "route to " + route.to() + ", priority " + route.priority(), null, route.why());
    said("says", route.reason());
    examples(
        "fires",
        route.examples().stream()
            .filter(Route.Example::expect)
            .map(one -> quoted(one.customer()))
            .toList());
    examples(
        "does not",
        route.examples().stream()
            .filter(one -> !one.expect())
            .map(one -> quoted(one.customer()))
            .toList());
  }

  private void response(Response response) {
    thing(response.id(), "response", response.about(), response.why());
    said("says", response.text());
  }

  private void thing(String id, String kind, @Nullable String about, @Nullable String why) {
    heading("### " + id);
    paragraph("*" + kind + ".*" + (about == null ? "" : " " + escaped(about)));
    if (why != null) {
      paragraph("Why: " + escaped(why));
    }
  }

  private void said(String label, @Nullable Text text) {
    if (text != null) {
      line("- " + label + ": " + escaped(text.value()));
    }
  }

  private void examples(String label, List<String> all) {
    if (!all.isEmpty()) {
      line("- " + label + ": " + all.stream().limit(EXAMPLES).collect(Collectors.joining(" · ")));
    }
  }

  private static String exchange(Rule.Example example) {
    return Stream.concat(
            Stream.of(example.customer(), example.agent()).filter(Objects::nonNull),
            example.turns().stream())
        .map(RubricPage::quoted)
        .collect(Collectors.joining(" – "));
  }

  /** What hits is set in bold type. */
  private static String marked(Text example) {
    return quoted(example.value()).replace("{{", "**").replace("}}", "**");
  }

  private static String quoted(String text) {
    return "“" + escaped(text) + "”";
  }

  /** Characters that Markdown would take for its own. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (String line : text.strip().lines().toList()) {
      escaped.append(escaped.isEmpty() ? "" : " ");
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        escaped.append("\\`*_<>[]#|".indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return Visible.lines(escaped.toString());
  }

  /** A list before it ends without an empty line. */
  private void heading(String text) {
    if (out.charAt(out.length() - 2) != '\n') {
      line("");
    }
    paragraph(text);
  }

  private void paragraph(String text) {
    line(text);
    line("");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}

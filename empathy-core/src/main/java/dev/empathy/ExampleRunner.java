package dev.empathy;

import dev.empathy.Program.CompiledCue;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Route;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Side;
import dev.empathy.rubric.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Runs the examples that a rubric's authors wrote into it. */
final class ExampleRunner {

  private final Program program;
  private final SelfTest selfTest;
  private final List<Issue> issues = new ArrayList<>();

  ExampleRunner(Program program, SelfTest selfTest) {
    this.program = program;
    this.selfTest = selfTest;
  }

  /** What failed. */
  List<Issue> run() {
    program.cues().forEach(this::run);
    for (Rule rule : program.rubric().rules().values()) {
      if (!rule.off()) {
        rule.examples().forEach(example -> run(rule, example));
      }
    }
    for (Route route : program.rubric().routes().values()) {
      if (!route.off()) {
        route.examples().forEach(example -> run(route, example));
      }
    }
    program.rubric().examples().forEach(this::run);
    return issues;
  }

  // Cues

  private void run(CompiledCue compiled) {
    Cue cue = compiled.cue();
    if (cue.off()) {
      return;
    }
    for (Text example : cue.hits()) {
      MarkedText marked = MarkedText.of(example.value());
      if (marked == null || marked.spans().isEmpty()) {
        issue(
            example,
            IssueCodes.BAD_EXAMPLE,
            "cues." + cue.id() + ".examples.hits",
            "what should be hit is not marked",
            "put it in {{ and }}");
      } else {
        run(compiled, example, marked);
      }
    }
    for (Text example : cue.misses()) {
      run(compiled, example, new MarkedText(example.value(), List.of()));
    }
  }

  private void run(CompiledCue compiled, Text example, MarkedText expected) {
    Role role = compiled.cue().who() == Side.CUSTOMER ? Role.CUSTOMER : Role.AGENT;
    Analysis analysis =
        Analyzer.analyze(program, 0, Message.of(role, expected.text()), false, null);
    List<int[]> found = new ArrayList<>();
    analysis.hits(compiled.index()).forEach(hit -> found.add(new int[] {hit.start(), hit.end()}));
    String fault = analysis.faults().get(compiled.index());
    if (fault == null && expected.is(found)) {
      return;
    }
    String id = compiled.cue().id();
    boolean miss = expected.spans().isEmpty();
    String instead = found.isEmpty() ? "nothing" : MarkedText.mark(expected.text(), found);
    String suppressed = fault == null ? suppressed(analysis, id) : " (" + fault + ")";
    issue(
        example,
        IssueCodes.EXAMPLE_FAILED,
        "cues." + id + ".examples",
        (miss
                ? "example failed: " + id + " should hit nothing, but hit "
                : "example failed: " + id + " should hit " + example.value() + ", but hit ")
            + instead
            + suppressed,
        null);
  }

  private static String suppressed(Analysis analysis, String cue) {
    for (SuppressedHit hit : analysis.suppressed()) {
      if (hit.cue().equals(cue)) {
        return " (“"
            + hit.text()
            + "” is suppressed: "
            + hit.reason().name().toLowerCase(Locale.ROOT)
            + ")";
      }
    }
    return "";
  }

  // Rules, routes, rubrics

  private void run(Rule rule, Rule.Example example) {
    List<Message> messages = new ArrayList<>();
    if (example.customer() != null) {
      messages.add(Message.customer(example.customer()));
    }
    messages.add(Message.agent(example.agent()));
    boolean history = example.customer() != null;
    Assessment result = new Assessor(program, example.facts(), history).last(messages);
    Outcome outcome = result.rules().get(rule.id());
    if (outcome != example.expect()) {
      failed(
          example.at(),
          "rules." + rule.id() + ".examples",
          rule.id()
              + " should be "
              + word(example.expect())
              + ", but is "
              + word(outcome)
              + because(result, rule.id()));
    }
  }

  private static String because(Assessment result, String rule) {
    for (Finding finding : result.findings()) {
      if (finding.rule().equals(rule)) {
        TreeSet<String> seen = new TreeSet<>();
        finding.because().stream()
            .filter(evidence -> evidence.cue() != null)
            .forEach(
                evidence ->
                    seen.add(
                        evidence.text() == null
                            ? "no " + evidence.cue()
                            : evidence.cue() + " “" + evidence.text() + "”"));
        return seen.isEmpty() ? "" : ": found " + String.join(", ", seen);
      }
    }
    return "";
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private void run(Route route, Route.Example example) {
    Assessment result =
        new Assessor(program, Map.of(), true).last(List.of(Message.customer(example.customer())));
    boolean fired = result.routes().stream().anyMatch(one -> one.route().equals(route.id()));
    if (fired != example.expect()) {
      failed(
          example.at(),
          "routes." + route.id() + ".examples",
          route.id() + (fired ? " should not fire, but does" : " should fire, but does not"));
    }
  }

  private void run(Rubric.Example example) {
    List<Message> messages = new ArrayList<>();
    for (Text turn : example.turns()) {
      int colon = turn.value().indexOf(':');
      Role role = Role.valueOf(turn.value().substring(0, colon).strip().toUpperCase(Locale.ROOT));
      messages.add(Message.of(role, turn.value().substring(colon + 1).strip()));
    }
    Assessment result = new Assessor(program, example.facts(), true).last(messages);
    if (example.band() != null && !example.band().equals(result.band())) {
      failed(
          example,
          "the band should be "
              + example.band()
              + ", but is "
              + result.band()
              + " ("
              + result.score()
              + ")");
    }
    if (example.score() != null
        && (result.score() == null || Math.round(result.score() * 10) != example.score())) {
      failed(
          example,
          "the score should be " + Numbers.points(example.score()) + ", but is " + result.score());
    }
    if (example.findings() != null) {
      TreeSet<String> expected = new TreeSet<>();
      example.findings().forEach(rule -> expected.add(rule.value()));
      TreeSet<String> found = new TreeSet<>();
      result.issues().forEach(finding -> found.add(finding.rule()));
      if (!expected.equals(found)) {
        failed(example, "the findings should be " + expected + ", but are " + found);
      }
    }
    example
        .dimensions()
        .forEach(
            (id, tenths) -> {
              double score = result.dimension(id).score();
              if (Math.round(score * 10) != tenths) {
                failed(example, id + " should be " + Numbers.points(tenths) + ", but is " + score);
              }
            });
  }

  private void failed(Rubric.Example example, String message) {
    failed(example.at(), "examples", message);
  }

  private void failed(Location at, String path, String message) {
    issue(new Text("", at), IssueCodes.EXAMPLE_FAILED, path, "example failed: " + message, null);
  }

  private void issue(
      Text example,
      String code,
      String path,
      String message,
      @org.jspecify.annotations.Nullable String hint) {
    issues.add(
        new Issue(
            level(example.at()),
            example.at(),
            Math.max(1, example.value().length()),
            code,
            path,
            message,
            hint,
            null));
  }

  /**
   * A parent's example that comes out otherwise in a child is worth knowing, and no fault of the
   * child's. The built-in files belong together.
   */
  private Issue.Level level(Location at) {
    String own = program.rubric().at().file();
    boolean builtIn = own.startsWith("builtin:") && at.file().startsWith("builtin:");
    if (!builtIn && !at.file().equals(own)) {
      return Issue.Level.INFO;
    }
    return selfTest == SelfTest.STRICT ? Issue.Level.ERROR : Issue.Level.WARNING;
  }
}

package dev.empathy;

import dev.empathy.Program.CompiledCue;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Response;
import dev.empathy.rubric.Route;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes tests of the examples that a rubric's authors wrote into it, and runs them. */
final class ExampleRunner {

  /** From so many examples on, several threads are quicker than one. */
  private static final int MANY = 200;

  private final Program program;
  private final ExampleCheck check;
  private final List<RubricExample> examples = new ArrayList<>();

  private ExampleRunner(Program program) {
    this.program = program;
    this.check = new ExampleCheck(program);
  }

  /** All examples of what is not switched off, inherited ones too. */
  static List<RubricExample> examples(Program program) {
    return new ExampleRunner(program).all();
  }

  /** What failed. */
  static List<Issue> run(Program program, SelfTest selfTest) {
    IssueList failures = new IssueList();
    try {
      for (List<Issue> issues : issues(program)) {
        for (Issue issue : issues) {
          failures.accept(issue.withLevel(level(program.rubric(), issue.at(), selfTest)));
        }
      }
    } catch (IssueList.Enough known) {
      // Its last issue says so.
    }
    return failures.issues();
  }

  /** What each example says, in order; side by side where they are many and all code is ours. */
  private static List<List<Issue>> issues(Program program) {
    List<RubricExample> examples = examples(program);
    boolean ours =
        program.extensions().detectors().isEmpty() && program.extensions().signals().isEmpty();
    Stream<RubricExample> each =
        ours && examples.size() >= MANY ? examples.parallelStream() : examples.stream();
    return each.map(RubricExample::issues).toList();
  }

  /**
   * A parent's example that comes out otherwise in a child is worth knowing, and no fault of the
   * child's.
   */
  private static Issue.Level level(Rubric rubric, Location at, SelfTest selfTest) {
    if (!Own.is(rubric, at)) {
      return Issue.Level.INFO;
    }
    return selfTest == SelfTest.STRICT ? Issue.Level.ERROR : Issue.Level.WARNING;
  }

  private List<RubricExample> all() {
    Rubric rubric = program.rubric();
    program.cues().stream().filter(cue -> !cue.cue().off()).forEach(this::add);
    rubric.rules().values().stream().filter(rule -> !rule.off()).forEach(this::add);
    rubric.routes().values().stream().filter(route -> !route.off()).forEach(this::add);
    rubric.responses().values().stream().filter(one -> !one.off()).forEach(this::add);
    int number = 0;
    for (Rubric.Example example : rubric.examples()) {
      add(
          "examples",
          ++number,
          example.turns().stream().map(Text::value).collect(Collectors.joining(" / ")),
          at(example.at()),
          example.knownGap(),
          () -> check.check(example));
    }
    return List.copyOf(examples);
  }

  private void add(CompiledCue compiled) {
    Cue cue = compiled.cue();
    add(compiled, cue.hits(), "hits", false);
    add(compiled, cue.misses(), "misses", true);
  }

  private void add(CompiledCue cue, List<Cue.Example> all, String kind, boolean miss) {
    int number = 0;
    for (Cue.Example example : all) {
      Text text = example.text();
      String path = "cues." + cue.cue().id() + " " + kind;
      add(
          path,
          ++number,
          text.value(),
          text,
          example.knownGap(),
          () -> check.check(cue, text, miss));
    }
  }

  private void add(Rule rule) {
    int number = 0;
    for (Rule.Example example : rule.examples()) {
      String before = example.customer() == null ? "" : example.customer() + " / ";
      String written =
          example.agent() == null ? String.join(" / ", example.turns()) : before + example.agent();
      add(
          "rules." + rule.id() + " examples",
          ++number,
          written,
          at(example.at()),
          example.knownGap(),
          () -> check.check(rule, example));
    }
  }

  private void add(Route route) {
    int number = 0;
    for (Route.Example example : route.examples()) {
      add(
          "routes." + route.id() + " examples",
          ++number,
          example.customer(),
          at(example.at()),
          example.knownGap(),
          () -> check.check(route, example));
    }
  }

  private void add(Response response) {
    int number = 0;
    for (Response.Example example : response.examples()) {
      add(
          "responses." + response.id() + " examples",
          ++number,
          example.customer(),
          at(example.at()),
          example.knownGap(),
          () -> check.check(response, example));
    }
  }

  private static Text at(Location at) {
    return new Text("", at);
  }

  private void add(
      String path,
      int number,
      String quote,
      Text place,
      boolean knownGap,
      Supplier<List<Issue>> check) {
    examples.add(
        new RubricExample(path, number, quote, place, knownGap, program.rubric().sources(), check));
  }
}

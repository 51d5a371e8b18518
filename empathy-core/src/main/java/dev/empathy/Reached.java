package dev.empathy;

import dev.empathy.Program.CompiledCue;
import dev.empathy.Program.Group;
import dev.empathy.Program.Use;
import dev.empathy.internal.match.Alignment;
import dev.empathy.internal.match.Hits;
import dev.empathy.internal.match.ListIndex;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Response;
import dev.empathy.rubric.Route;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs all examples of a rubric once and notes what they reach. */
final class Reached {

  record Entry(String list, int entry) {}

  record RuleOutcome(String rule, Outcome outcome) {}

  private final Program program;
  private final ExampleCheck check;

  /** Numbers of phrases, as the matcher counts them. */
  final Set<Integer> phrases = new HashSet<>();

  final Set<Entry> entries = new HashSet<>();
  final Set<String> negated = new HashSet<>();
  final Set<RuleOutcome> outcomes = new HashSet<>();

  private Reached(Program program) {
    this.program = program;
    this.check = new ExampleCheck(program);
  }

  static Reached by(Program program) {
    Reached reached = new Reached(program);
    program.cues().stream().filter(cue -> !cue.cue().off()).forEach(reached::read);
    Rubric rubric = program.rubric();
    rubric.rules().values().stream().filter(rule -> !rule.off()).forEach(reached::read);
    rubric.routes().values().stream().filter(route -> !route.off()).forEach(reached::read);
    rubric.responses().values().stream().filter(one -> !one.off()).forEach(reached::read);
    rubric.examples().forEach(reached::read);
    return reached;
  }

  private void read(CompiledCue cue) {
    cue.cue().hits().forEach(example -> read(cue, example.text(), false));
    cue.cue().misses().forEach(example -> read(cue, example.text(), true));
  }

  private void read(CompiledCue cue, Text example, boolean miss) {
    MarkedText marked = ExampleCheck.marked(example, miss);
    if (marked != null) {
      read(List.of(ExampleCheck.message(cue, marked)), Map.of());
    }
  }

  private void read(Route route) {
    for (Route.Example example : route.examples()) {
      read(List.of(Message.customer(example.customer())), example.facts());
    }
  }

  private void read(Response response) {
    for (Response.Example example : response.examples()) {
      read(ExampleCheck.messages(example), example.facts());
    }
  }

  private void read(Rule rule) {
    for (Rule.Example example : rule.examples()) {
      read(ExampleCheck.messages(example), example.facts());
      if (check.check(rule, example).isEmpty()) {
        outcomes.add(new RuleOutcome(rule.id(), example.expect()));
      }
    }
  }

  private void read(Rubric.Example example) {
    read(ExampleCheck.messages(example), example.facts());
    check.assess(example).rules().forEach((id, is) -> outcomes.add(new RuleOutcome(id, is)));
  }

  private void read(List<Message> messages, Map<String, String> facts) {
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).role().side() != null) {
        read(Assessor.analyze(program, i, messages.get(i), facts));
      }
    }
  }

  /** Matches once more, as an analysis keeps neither phrases nor what suppressed. */
  private void read(Analysis analysis) {
    analysis.suppressed().stream()
        .filter(hit -> hit.reason() != SuppressedHit.Reason.UNLESS)
        .forEach(hit -> negated.add(hit.cue()));
    Hits raw = program.matcher().match(analysis.tokens());
    for (int hit = 0; hit < raw.size(); hit++) {
      Group group = program.groups().get(raw.group(hit));
      boolean counts =
          group.use() == Use.MATCH
              ? isHit(analysis, raw, hit, group.cue())
              : group.use() == Use.UNLESS && suppresses(analysis, raw, hit, group.cue());
      if (counts) {
        phrases.add(raw.phrase(hit));
        readEntries(analysis, program.matcher().align(analysis.tokens(), raw, hit));
      }
    }
  }

  private static boolean isHit(Analysis analysis, Hits raw, int hit, int cue) {
    return analysis.hits(cue).stream()
        .anyMatch(h -> h.firstToken() == raw.start(hit) && h.endToken() == raw.end(hit));
  }

  private boolean suppresses(Analysis analysis, Hits raw, int hit, int cue) {
    int start = analysis.tokens().start(raw.start(hit));
    int end = analysis.tokens().end(raw.end(hit) - 1);
    String id = program.cues().get(cue).cue().id();
    return analysis.suppressed().stream()
        .anyMatch(
            one ->
                one.cue().equals(id)
                    && one.reason() == SuppressedHit.Reason.UNLESS
                    && one.by() != null
                    && one.by().start() == start
                    && one.by().end() == end);
  }

  private void readEntries(Analysis analysis, Alignment alignment) {
    for (Alignment.Captured captured : alignment.captures()) {
      ListIndex list = program.matcher().list(captured.name());
      if (list != null) {
        int entry = list.entry(analysis.tokens(), captured.start(), captured.end());
        entries.add(new Entry(captured.name(), entry));
      }
    }
  }
}

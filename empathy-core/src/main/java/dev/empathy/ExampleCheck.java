package dev.empathy;

import dev.empathy.Program.CompiledCue;
import dev.empathy.internal.match.NearMiss;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Response;
import dev.empathy.rubric.Route;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Scope;
import dev.empathy.rubric.Side;
import dev.empathy.rubric.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds one example against what the rubric makes of it; gives what failed, as errors. */
final class ExampleCheck {

  /** UTF-16 units of an example that a message shows. */
  private static final int LONGEST_QUOTED = 1000;

  private final Program program;

  ExampleCheck(Program program) {
    this.program = program;
  }

  // What the examples say

  /** An example of a cue as a message of the side that the cue looks at. */
  static Message message(CompiledCue cue, MarkedText example) {
    Role role = cue.cue().who() == Side.CUSTOMER ? Role.CUSTOMER : Role.AGENT;
    return Message.of(role, example.text());
  }

  /** An example of a cue: where a hit is expected its marks are read, or null if they are wrong. */
  static @Nullable MarkedText marked(Text example, boolean miss) {
    if (miss) {
      return new MarkedText(example.value(), List.of());
    }
    MarkedText marked = MarkedText.of(example.value());
    return marked == null || marked.spans().isEmpty() ? null : marked;
  }

  static List<Message> messages(Rule.Example example) {
    if (!example.turns().isEmpty()) {
      return messages(example.turns());
    }
    Message agent = Message.agent(Objects.requireNonNull(example.agent()));
    return example.customer() == null
        ? List.of(agent)
        : List.of(Message.customer(example.customer()), agent);
  }

  static List<Message> messages(Response.Example example) {
    Message customer = Message.customer(example.customer());
    return example.agent() == null
        ? List.of(customer)
        : List.of(customer, Message.agent(example.agent()));
  }

  static List<Message> messages(Rubric.Example example) {
    return messages(example.turns().stream().map(Text::value).toList());
  }

  private static List<Message> messages(List<String> turns) {
    List<Message> messages = new ArrayList<>();
    for (String turn : turns) {
      int colon = turn.indexOf(':');
      Role role = Role.valueOf(turn.substring(0, colon).strip().toUpperCase(Locale.ROOT));
      messages.add(Message.of(role, turn.substring(colon + 1).strip()));
    }
    return messages;
  }

  /**
   * What a rule comes to in an example.
   *
   * @param outcome its outcome; null where the rule has none
   * @param findings what was found with it
   */
  private record Judged(@Nullable Outcome outcome, List<Finding> findings) {}

  /** The outcome alone, since hardly any example fails; null where the rule has none. */
  private @Nullable Outcome outcome(Rule rule, Rule.Example example) {
    if (rule.scope() == Scope.CONVERSATION) {
      return judge(rule, example, Depth.FINDINGS).outcome();
    }
    return assessor(rule, example, Depth.SCORE)
        .outcome(messages(example), program.plan().rule(rule.id()).number());
  }

  private Assessor assessor(Rule rule, Rule.Example example, Depth depth) {
    boolean history =
        example.customer() != null
            || !example.turns().isEmpty()
            || rule.scope() == Scope.CONVERSATION;
    return new Assessor(program, example.facts(), history, depth);
  }

  private Judged judge(Rule rule, Rule.Example example, Depth depth) {
    Assessor assessor = assessor(rule, example, depth);
    if (rule.scope() == Scope.CONVERSATION) {
      ConversationAssessment result = assessor.all(messages(example));
      return new Judged(result.rules().get(rule.id()), result.findings());
    }
    Assessment result = assessor.last(messages(example));
    return new Judged(result.rules().get(rule.id()), result.findings());
  }

  Assessment assess(Rubric.Example example) {
    return new Assessor(program, example.facts(), true, Depth.FINDINGS).last(messages(example));
  }

  // Cues

  List<Issue> check(CompiledCue cue, Text example, boolean miss) {
    MarkedText expected = marked(example, miss);
    String id = cue.cue().id();
    if (expected == null) {
      boolean open = MarkedText.of(example.value()) == null;
      return List.of(
          issue(
              example,
              IssueCodes.BAD_EXAMPLE,
              "cues." + id + ".examples.hits",
              open ? "the mark {{ is not closed" : "what should be hit is not marked",
              open ? "write }} where the hit ends" : "put it in {{ and }}"));
    }
    Analysis analysis = Analyzer.analyze(program, 0, message(cue, expected), false, null, Map.of());
    List<int[]> found = new ArrayList<>();
    analysis.hits(cue.index()).forEach(hit -> found.add(new int[] {hit.start(), hit.end()}));
    String fault = analysis.faults().get(cue.index());
    if (fault == null && expected.is(found)) {
      return List.of();
    }
    String instead = found.isEmpty() ? "nothing" : "“" + beginning(expected.text(), found) + "”";
    String should = miss ? "nothing" : "“" + beginning(expected.text(), expected.spans()) + "”";
    return List.of(
        issue(
            example,
            IssueCodes.EXAMPLE_FAILED,
            "cues." + id + ".examples",
            "example failed: "
                + id
                + " should hit "
                + should
                + ", but hit "
                + instead
                + (fault == null ? suppressed(analysis, id) : ": " + fault),
            fault == null ? nearest(cue, analysis, expected, found) : null));
  }

  /** An example with its hits in marks; of a very long one, as much as anybody reads. */
  private static String beginning(String text, List<int[]> spans) {
    if (text.length() <= LONGEST_QUOTED) {
      return MarkedText.mark(text, spans);
    }
    String cut = text.substring(0, LONGEST_QUOTED);
    List<int[]> whole = spans.stream().filter(span -> span[1] <= LONGEST_QUOTED).toList();
    return MarkedText.mark(cut, whole) + "…";
  }

  /** How far the cue's phrases got in the first place where a hit is expected and is not. */
  private @Nullable String nearest(
      CompiledCue cue, Analysis analysis, MarkedText expected, List<int[]> found) {
    Tokens tokens = analysis.tokens();
    int next = 0;
    for (int[] span : expected.spans()) {
      while (next < found.size() && found.get(next)[1] <= span[0]) {
        next++;
      }
      if (next == found.size() || found.get(next)[0] >= span[1]) {
        int from = tokens.firstEndingAfter(span[0]);
        int to = from;
        while (to < tokens.size() && tokens.start(to) < span[1]) {
          to++;
        }
        NearMiss miss = program.nearest(cue, tokens, from, to);
        return miss == null ? null : words(analysis.toNearest(miss), tokens.text());
      }
    }
    return null;
  }

  private static String words(Nearest nearest, String text) {
    Span span = Objects.requireNonNull(nearest.span());
    return "nearest: phrase "
        + nearest.phrase()
        + " matched “"
        + text.substring(span.start(), span.end())
        + "” ("
        + nearest.matched()
        + " of "
        + nearest.of()
        + " words), then expected "
        + nearest.expected()
        + (nearest.found() == null
            ? ", but the sentence ends"
            : " but found “" + nearest.found() + "”");
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

  // Rules, routes, responses, rubrics

  List<Issue> check(Rule rule, Rule.Example example) {
    Outcome outcome = outcome(rule, example);
    if (outcome == example.expect()) {
      return List.of();
    }
    Judged result = judge(rule, example, Depth.FINDINGS);
    String message =
        "example failed: "
            + rule.id()
            + " should be "
            + word(example.expect())
            + ", but is "
            + (outcome == null ? "not judged" : word(outcome))
            + because(result.findings(), rule.id());
    return List.of(
        issue(
            new Text("", example.at()),
            IssueCodes.EXAMPLE_FAILED,
            "rules." + rule.id() + ".examples",
            message,
            nearest(rule, example)));
  }

  /** How far the first cue got that the rule misses. */
  private @Nullable String nearest(Rule rule, Rule.Example example) {
    List<Message> messages = messages(example);
    for (Finding finding : judge(rule, example, Depth.EXPLAINED).findings()) {
      for (Evidence evidence : finding.because()) {
        if (finding.rule().equals(rule.id()) && evidence.nearest() != null) {
          String text = messages.get(evidence.nearest().message()).text();
          return evidence.cue() + ": " + words(evidence.nearest(), text);
        }
      }
    }
    return null;
  }

  private static String because(List<Finding> findings, String rule) {
    for (Finding finding : findings) {
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

  List<Issue> check(Route route, Route.Example example) {
    Assessment result =
        new Assessor(program, example.facts(), true, Depth.FINDINGS)
            .last(List.of(Message.customer(example.customer())));
    String at = route.at().toString();
    boolean fired = result.routes().stream().anyMatch(one -> at.equals(one.at()));
    if (fired == example.expect()) {
      return List.of();
    }
    return failed(
        example.at(),
        "routes." + route.id() + ".examples",
        route.id() + (fired ? " should not fire, but does" : " should fire, but does not"));
  }

  /** Each response by itself: that others stand before it is no fault of its own. */
  List<Issue> check(Response response, Response.Example example) {
    Responder responder =
        new Assessor(program, example.facts(), true, Depth.FINDINGS).responder(messages(example));
    String text = responder.text(response);
    String expect = example.expect() == null ? null : Template.oneLine(example.expect());
    if (Objects.equals(text, expect)) {
      return List.of();
    }
    String should = expect == null ? "not be offered" : "say “" + expect + "”";
    String does =
        text == null ? "is not offered" + why(response, responder) : "says “" + text + "”";
    return failed(
        example.at(),
        "responses." + response.id() + ".examples",
        response.id() + " should " + should + ", but " + does);
  }

  private static String why(Response response, Responder responder) {
    return responder.fits(response)
        ? ": nothing to say for $" + String.join(", $", responder.unfilled(response))
        : ": its when is not true";
  }

  List<Issue> check(Rubric.Example example) {
    Assessment result = assess(example);
    List<String> faults = new ArrayList<>();
    checkScore(example, result, faults);
    checkFindings(example, result, faults);
    example
        .dimensions()
        .forEach(
            (id, tenths) -> {
              double score = result.dimension(id).score();
              if (Math.round(score * 10) != tenths) {
                faults.add(id + " should be " + Numbers.points(tenths) + ", but is " + score);
              }
            });
    return faults.stream()
        .flatMap(fault -> failed(example.at(), "examples", fault).stream())
        .toList();
  }

  private static void checkScore(Rubric.Example example, Assessment result, List<String> faults) {
    if (example.band() != null && !example.band().equals(result.band())) {
      String band = result.band() == null ? "none" : result.band();
      String is = band + " (" + result.score() + ")";
      faults.add("the band should be " + example.band() + ", but is " + is);
    }
    if (example.score() != null
        && (result.score() == null || Math.round(result.score() * 10) != example.score())) {
      faults.add(
          "the score should be " + Numbers.points(example.score()) + ", but is " + result.score());
    }
  }

  private static void checkFindings(
      Rubric.Example example, Assessment result, List<String> faults) {
    if (example.findings() == null) {
      return;
    }
    TreeSet<String> expected = new TreeSet<>();
    example.findings().forEach(rule -> expected.add(rule.value()));
    TreeSet<String> found = new TreeSet<>();
    result.issues().forEach(finding -> found.add(finding.rule()));
    if (!expected.equals(found)) {
      faults.add("the findings should be " + list(expected) + ", but are " + list(found));
    }
  }

  private static String list(Set<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static List<Issue> failed(Location at, String path, String message) {
    return List.of(
        issue(
            new Text("", at), IssueCodes.EXAMPLE_FAILED, path, "example failed: " + message, null));
  }

  private static Issue issue(
      Text example, String code, String path, String message, @Nullable String hint) {
    return new Issue(
        Issue.Level.ERROR,
        example.at(),
        Math.max(1, example.value().length()),
        code,
        path,
        message,
        hint,
        null);
  }
}

package dev.empathy;

import dev.empathy.Program.CompiledCue;
import dev.empathy.Program.Group;
import dev.empathy.Program.PlacedDetector;
import dev.empathy.Program.Use;
import dev.empathy.internal.match.Matcher;
import dev.empathy.internal.match.MatcherBuilder;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Side;
import dev.empathy.rubric.Text;
import dev.empathy.spi.CueDetector;
import dev.empathy.spi.Extensions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a rubric into a program and collects everything that is wrong on the way. */
final class Compiler {

  /** Marks that may stand among the stops of a locale. */
  private static final Set<String> STOP_MARKS = Set.of(",", ";", ":");

  private final Rubric rubric;
  private final Extensions extensions;
  private final Limits limits;
  private final IssueList issues = new IssueList();
  private final List<Group> groups = new ArrayList<>();

  /** By name, so that each looks at a message once. */
  private final Map<String, SpanFinder> detectors = new HashMap<>();

  /** Per cue, the number of the group that holds its phrases. */
  private final List<Integer> matchGroups = new ArrayList<>();

  private final Map<String, Integer> numbers;

  /**
   * @throws IllegalArgumentException if an extension has the name of what is built in
   */
  Compiler(Rubric rubric, Extensions extensions, Limits limits) {
    this.rubric = rubric;
    this.extensions = extensions;
    this.limits = limits;
    refuseBuiltIn("detector", extensions.detectors().keySet(), Detector.names());
    refuseBuiltIn("signal", extensions.signals().keySet(), Signals.names());
    this.numbers = Program.numbered(rubric.cues().keySet());
  }

  private static void refuseBuiltIn(String what, Set<String> names, Set<String> builtIn) {
    for (String name : names) {
      if (builtIn.contains(name)) {
        throw new IllegalArgumentException(
            "the " + what + " " + name + " is built in: take another name");
      }
    }
  }

  /** The program, or null where an error keeps it from being made. */
  @Nullable Program compile() {
    try {
      return compiled();
    } catch (IssueList.Enough known) {
      return null;
    }
  }

  private @Nullable Program compiled() {
    MatcherBuilder phrases =
        new MatcherBuilder(
            rubric.locale(), rubric.words(), rubric.phrases(), issues, limits.ofPhrases());
    rubric.cues().values().forEach(cue -> addGroups(cue, phrases));
    addGroup(phrases, Use.NEGATOR, "negators", rubric.locale().negators());
    addGroup(phrases, Use.PSEUDO_NEGATOR, "pseudo-negators", rubric.locale().pseudoNegators());
    addGroup(phrases, Use.INTENSIFIER, "intensifiers", rubric.locale().intensifiers());
    addGroup(phrases, Use.DAMPENER, "dampeners", rubric.locale().dampeners());
    reportUnused(phrases.unused());
    Matcher matcher = phrases.build();
    new References(rubric, extensions, this::groupOf, matcher, issues).check();
    List<Rule> order = new RuleOrder(rubric, issues).sorted();
    if (issues.hasErrors()) {
      return null;
    }
    Lints lints = new Lints(rubric, issues);
    new PhraseLints(rubric, groups, matcher, lints).check();
    new JudgementLints(rubric, lints).check();
    return program(matcher, order);
  }

  private void addGroups(Cue cue, MatcherBuilder phrases) {
    int number = numbers.get(cue.id());
    String path = "cues." + cue.id();
    matchGroups.add(groups.size());
    groups.add(new Group(Use.MATCH, number));
    phrases.group(path + ".match", cue.match());
    if (!cue.unless().isEmpty()) {
      groups.add(new Group(Use.UNLESS, number));
      phrases.marks(path + ".unless", cue.unless());
    }
  }

  private void addGroup(MatcherBuilder phrases, Use use, String path, List<Phrase> group) {
    groups.add(new Group(use, -1));
    phrases.marks(path, group);
  }

  /** The number of the group that holds a cue's phrases. */
  private int groupOf(String cue) {
    return matchGroups.get(numbers.get(cue));
  }

  private void reportUnused(List<String> names) {
    for (String name : names) {
      List<Phrase> phrases = rubric.phrases().getOrDefault(name, List.of());
      Location at =
          rubric.words().containsKey(name)
              ? rubric.words().get(name).at()
              : phrases.isEmpty() ? Location.CODE : phrases.get(0).at();
      boolean own = at.file().equals(rubric.at().file());
      if (own) {
        issues.accept(
            new Issue(
                Issue.Level.WARNING,
                at,
                1,
                IssueCodes.UNUSED,
                (rubric.words().containsKey(name) ? "words." : "phrases.") + name,
                "nothing uses $" + name,
                "use it in a phrase, or take it away",
                null));
      }
    }
  }

  private Program program(Matcher matcher, List<Rule> order) {
    Set<String> emotionNames = new LinkedHashSet<>(rubric.emotions().keySet());
    rubric.cues().values().stream()
        .map(Cue::emotion)
        .filter(emotion -> emotion != null)
        .forEach(emotion -> emotionNames.add(emotion.value()));
    List<String> emotions = List.copyOf(emotionNames);
    List<CompiledCue> cues = new ArrayList<>();
    for (Cue cue : rubric.cues().values()) {
      cues.add(
          new CompiledCue(
              cues.size(),
              cue,
              cue.emotion() == null ? -1 : emotions.indexOf(cue.emotion().value()),
              detectors(cue),
              cue.negation().to() == null ? -1 : numbers.get(cue.negation().to().value())));
    }
    List<@Nullable Side> sides = sides(emotions);
    return new Program(
        rubric,
        new RubricRef(rubric.id(), rubric.version(), rubric.sha256(), rubric.locale().locale()),
        extensions,
        limits,
        matcher,
        List.copyOf(cues),
        Map.of(
            Side.AGENT, detecting(cues, Side.AGENT), Side.CUSTOMER, detecting(cues, Side.CUSTOMER)),
        numbers,
        emotions,
        sides,
        plan(order, cues, emotions, sides),
        new Scorings(rubric),
        List.copyOf(groups),
        stops(),
        rubric.locale().stops().stream().anyMatch(STOP_MARKS::contains),
        new HashedWords(rubric.locale().functionWords()),
        new HashedWords(rubric.locale().formalWords()),
        new HashedWords(rubric.locale().informalWords()),
        new Stems(rubric.locale()),
        order,
        Detail.FULL);
  }

  private List<@Nullable Side> sides(List<String> emotions) {
    List<@Nullable Side> sides = new ArrayList<>();
    for (String emotion : emotions) {
      Set<Optional<Side>> all = new HashSet<>();
      for (Cue cue : rubric.cues().values()) {
        if (cue.emotion() != null && cue.emotion().value().equals(emotion)) {
          all.add(Optional.ofNullable(cue.who()));
        }
      }
      sides.add(all.size() == 1 ? all.iterator().next().orElse(null) : null);
    }
    return sides;
  }

  private RulePlan plan(
      List<Rule> order, List<CompiledCue> cues, List<String> emotions, List<@Nullable Side> sides) {
    Map<String, Integer> rules = Program.numbered(order.stream().map(Rule::id).toList());
    Clauses clauses = new Clauses(rubric, numbers, emotions, sides, rules);
    return new RulePlan(rubric, order, clauses, cues, numbers);
  }

  private static List<CompiledCue> detecting(List<CompiledCue> cues, Side side) {
    return cues.stream().filter(cue -> cue.looksAt(side) && !cue.detectors().isEmpty()).toList();
  }

  private List<PlacedDetector> detectors(Cue cue) {
    List<PlacedDetector> detectors = new ArrayList<>();
    for (Text name : cue.detect()) {
      detectors.add(new PlacedDetector(detector(name.value()), name.at().toString()));
    }
    return detectors;
  }

  private SpanFinder detector(String name) {
    CueDetector registered = extensions.detectors().get(name);
    return registered == null
        ? Detector.named(name)
        : detectors.computeIfAbsent(name, key -> new RegisteredDetector(key, registered));
  }

  private HashedWords stops() {
    Set<String> words = new HashSet<>(rubric.locale().stops());
    words.removeAll(STOP_MARKS);
    return new HashedWords(words);
  }

  /**
   * Everything found so far, and what the examples say, sorted and with the lines they speak of.
   */
  List<Issue> issues(@Nullable Program program, SelfTest selfTest) {
    List<Issue> all = new ArrayList<>(rubric.warnings());
    all.addAll(issues.issues());
    if (program != null && selfTest != SelfTest.OFF) {
      all.addAll(ExampleRunner.run(program, selfTest));
    }
    return all.stream()
        .map(issue -> issue.withLineFrom(rubric.sources()))
        .sorted(Issue.ORDER)
        .toList();
  }
}

package dev.empathy;

import dev.empathy.internal.match.Matcher;
import dev.empathy.rubric.Adjustment;
import dev.empathy.rubric.Band;
import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.Amount;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Condition.EmotionCondition;
import dev.empathy.rubric.Condition.FactCondition;
import dev.empathy.rubric.Condition.RuleCondition;
import dev.empathy.rubric.Condition.SignalCondition;
import dev.empathy.rubric.Condition.Within;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Emotion;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Response;
import dev.empathy.rubric.Route;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Scope;
import dev.empathy.rubric.Side;
import dev.empathy.rubric.Text;
import dev.empathy.spi.Extensions;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Checks that every name a rubric uses is there, and that what it asks can ever be. */
final class References {

  /** So many names an author can look through at a glance. */
  private static final int MOST_LISTED = 12;

  private final Rubric rubric;
  private final Extensions extensions;
  private final ToIntFunction<String> groupOf;
  private final Matcher matcher;
  private final Consumer<Issue> issues;
  private final TemplateCheck templates;
  private final Set<String> emotions = new TreeSet<>();
  private final Set<String> families = new TreeSet<>();
  private int errors;

  References(
      Rubric rubric,
      Extensions extensions,
      ToIntFunction<String> groupOf,
      Matcher matcher,
      Consumer<Issue> issues) {
    this.rubric = rubric;
    this.extensions = extensions;
    this.groupOf = groupOf;
    this.matcher = matcher;
    this.issues = issues;
    this.templates = new TemplateCheck(rubric, groupOf, matcher, issues);
    for (Cue cue : rubric.cues().values()) {
      if (cue.emotion() != null) {
        emotions.add(cue.emotion().value());
      }
    }
    rubric.emotions().values().forEach(emotion -> families.addAll(emotion.families()));
  }

  void check() {
    rubric.emotions().forEach(this::check);
    rubric.cues().values().forEach(this::check);
    rubric.rules().values().forEach(this::check);
    rubric.routes().values().forEach(this::check);
    rubric.responses().values().forEach(this::check);
    rubric.adjustments().forEach(this::check);
    rubric.examples().forEach(this::check);
  }

  /** An emotion that no cue shows may stand there for its families, but is never raised. */
  private void check(String name, Emotion emotion) {
    String path = "emotions." + name + ".raise";
    if (!emotion.raises().isEmpty()) {
      emotion(new Text(name, emotion.at()), path);
      emotion.raises().forEach(raise -> check(raise.when(), path));
    }
  }

  private void check(Cue cue) {
    String path = "cues." + cue.id();
    Set<String> detectors = both(Detector.names(), extensions.detectors().keySet());
    for (Text detector : cue.detect()) {
      known(detector, detectors, IssueCodes.UNKNOWN_DETECTOR, path + ".detect", "detector");
    }
    if (cue.negation().to() != null) {
      cue(cue.negation().to(), path + ".negation");
    }
    if (cue.emotion() != null && !rubric.emotions().isEmpty()) {
      known(
          cue.emotion(),
          rubric.emotions().keySet(),
          IssueCodes.UNKNOWN_EMOTION,
          path + ".emotion",
          "emotion");
    }
  }

  private void check(Rule rule) {
    String path = "rules." + rule.id();
    if (rule.dimension() != null) {
      known(
          rule.dimension(),
          rubric.dimensions().keySet(),
          IssueCodes.UNKNOWN_DIMENSION,
          path + ".dimension",
          "dimension");
    }
    boolean scores =
        !rule.pass().scores().isEmpty() || rule.fail().score() != 0 || rule.fail().eachExtra() != 0;
    goesSomewhere(rule, scores, rule.at(), path);
    rule.examples().forEach(one -> given(one.facts().keySet(), one.at(), path + ".examples"));
    rule.examples().forEach(one -> eitherForm(one, path + ".examples"));
    List<Condition> conditions = ConditionTree.of(rule);
    int before = errors;
    boolean whole = rule.scope() == Scope.CONVERSATION;
    conditions.forEach(condition -> check(condition, path, whole ? null : Side.AGENT));
    if (errors > before) {
      return;
    }
    Set<String> names = templates.names(conditions);
    templates.check(rule.pass().praise(), names, path + ".pass.praise");
    templates.check(rule.fail().message(), names, path + ".fail.message");
    templates.check(rule.fail().suggest(), names, path + ".fail.suggest");
  }

  private void eitherForm(Rule.Example example, String path) {
    boolean two = example.agent() != null || example.customer() != null;
    if (two && !example.turns().isEmpty()) {
      error(
          example.at(),
          1,
          IssueCodes.BAD_EXAMPLE,
          path,
          "an example has turns, or a customer and an agent, not both",
          "write all messages under turns");
    }
  }

  private void goesSomewhere(Rule rule, boolean scores, Location at, String path) {
    if (rule.dimension() == null && scores && rule.scope() == Scope.TURN) {
      error(
          at,
          rule.id().length(),
          IssueCodes.SCORE_WITHOUT_DIMENSION,
          path,
          "a score needs a dimension to go to",
          "give the rule a dimension: " + String.join(", ", rubric.dimensions().keySet()));
    }
  }

  private void check(Route route) {
    String path = "routes." + route.id();
    route.examples().forEach(one -> given(one.facts().keySet(), one.at(), path + ".examples"));
    List<Condition> conditions = ConditionTree.of(route.when());
    int before = errors;
    conditions.forEach(condition -> check(condition, path, Side.CUSTOMER));
    if (errors == before) {
      templates.check(route.reason(), templates.names(conditions), path + ".reason");
    }
  }

  private void check(Response response) {
    String path = "responses." + response.id();
    ConditionTree.of(response.when()).forEach(one -> check(one, path, Side.CUSTOMER));
    templates.check(response.text(), path + ".text");
  }

  /**
   * @param judged whose turn is judged, or null where the whole conversation is
   */
  private void check(Condition condition, String path, @Nullable Side judged) {
    if (condition instanceof CueCondition cue) {
      check(cue, path, judged);
    } else if (condition instanceof EmotionCondition emotion) {
      if (emotion.emotion() != null) {
        emotion(emotion.emotion(), path);
      }
      if (emotion.familyOf() != null) {
        known(emotion.familyOf(), families, IssueCodes.UNKNOWN_EMOTION, path, "family");
      }
      neverFelt(emotion, path, judged);
    } else if (condition instanceof SignalCondition signal) {
      Set<String> signals = both(Signals.names(), extensions.signals().keySet());
      known(signal.signal(), signals, IssueCodes.UNKNOWN_SIGNAL, path, "signal");
    } else if (condition instanceof FactCondition fact) {
      check(fact, path);
    } else if (condition instanceof RuleCondition rule) {
      known(rule.rule(), rubric.rules().keySet(), IssueCodes.UNKNOWN_RULE, path, "rule");
      if (judged == Side.CUSTOMER) {
        neverJudged(rule.rule(), path);
      }
      if (judged == Side.AGENT) {
        notYetJudged(rule.rule(), path);
      }
    }
  }

  private void emotion(Text name, String path) {
    String message = "no cue speaks of an emotion named " + name;
    known(name, name.value().length(), emotions, IssueCodes.UNKNOWN_EMOTION, path, message);
  }

  private void check(FactCondition fact, String path) {
    if (!rubric.facts().isEmpty()) {
      String message = "the rubric's list of facts has none named " + fact.fact();
      int length = fact.fact().value().length();
      known(fact.fact(), length, facts(), IssueCodes.UNKNOWN_FACT, path, message);
    }
    if (fact.atLeast() != null && fact.atMost() != null && fact.atLeast() > fact.atMost()) {
      never(
          fact.fact(),
          path,
          "no number is at least the one and at most the other: this never holds",
          "write the smaller number after at-least");
    }
  }

  /** Facts that an example gives, of which only the example's place is known. */
  private void given(Set<String> facts, Location at, String path) {
    if (!rubric.facts().isEmpty()) {
      for (String fact : facts) {
        String message = "the rubric's list of facts has none named " + fact;
        known(new Text(fact, at), 1, facts(), IssueCodes.UNKNOWN_FACT, path, message);
      }
    }
  }

  private Set<String> facts() {
    Set<String> facts = new TreeSet<>();
    rubric.facts().forEach(fact -> facts.add(fact.value()));
    return facts;
  }

  private void check(CueCondition condition, String path, @Nullable Side judged) {
    boolean known = cue(condition.cue(), path);
    countOf(condition.atLeast(), path);
    countOf(condition.atMost(), path);
    countOf(condition.exactly(), path);
    optionalCue(condition.before(), path);
    optionalCue(condition.after(), path);
    if (condition.within() != null) {
      optionalCue(condition.within().of(), path);
    }
    if (condition.same() != null && cue(condition.same().as(), path) && known) {
      captured(condition.same().capture(), condition.cue(), path);
      if (!condition.same().as().value().equals(condition.cue().value())) {
        captured(condition.same().capture(), condition.same().as(), path);
      }
    }
    if (known) {
      neverHolds(condition, path, judged);
      neverMeets(condition, condition.before(), path);
      neverMeets(condition, condition.after(), path);
      neverMeets(condition, near(condition.within()), path);
    }
  }

  private void captured(Text name, Text cue, String path) {
    Set<String> captures = matcher.captureNames(groupOf.applyAsInt(cue.value()));
    if (!captures.contains(name.value())) {
      error(
          name.at(),
          name.value().length(),
          IssueCodes.UNKNOWN_TEMPLATE_NAME,
          path,
          "the phrases of " + cue + " capture no $" + name,
          Issue.didYouMean(name.value(), captures, "$"));
    }
  }

  /** A cue of the other side never stands in the judged turn. */
  private void neverHolds(CueCondition condition, String path, @Nullable Side judged) {
    if (judged == null) {
      return;
    }
    Cue cue = rubric.cues().get(condition.cue().value());
    boolean otherSide =
        cue.who() != null
            && cue.who() != judged
            && condition.turn() == Condition.Turn.THIS
            && condition.per() != Condition.Per.CONVERSATION;
    if (otherSide) {
      never(
          condition.cue(),
          path,
          cue.id()
              + " looks at the "
              + word(judged.other())
              + "'s messages, and the turn that is judged here is the "
              + word(judged)
              + "'s: it is never found",
          "write turn: previous");
    }
  }

  /** The cue that must stand in the same turn, or null: a distance in time goes over turns. */
  private static @Nullable Text near(@Nullable Within within) {
    return within == null || within.isTime() ? null : within.of();
  }

  /** Cues of two sides never stand in one turn. */
  private void neverMeets(CueCondition condition, @Nullable Text other, String path) {
    Cue cue = rubric.cues().get(condition.cue().value());
    Cue second = other == null ? null : rubric.cues().get(other.value());
    boolean apart =
        second != null && cue.who() != null && second.who() != null && cue.who() != second.who();
    if (apart) {
      never(
          other,
          path,
          cue.id() + " and " + second.id() + " look at different sides: no turn has both",
          "compare it with a cue of the same side, or let when: ask for the other");
    }
  }

  /** An emotion that only the other side's cues speak of is never felt in the judged turn. */
  private void neverFelt(EmotionCondition condition, String path, @Nullable Side judged) {
    if (judged == null || condition.turn() != Condition.Turn.THIS || condition.rising()) {
      return;
    }
    List<Cue> speaking =
        rubric.cues().values().stream()
            .filter(
                cue -> cue.emotion() != null && templates.feels(cue.emotion().value(), condition))
            .toList();
    Text named = condition.emotion() == null ? condition.familyOf() : condition.emotion();
    if (named != null
        && !speaking.isEmpty()
        && speaking.stream().allMatch(cue -> cue.who() == judged.other())) {
      never(
          named,
          path,
          named
              + " is only found in the "
              + word(judged.other())
              + "'s messages, and the turn that is judged here is the "
              + word(judged)
              + "'s: it is never found",
          "write turn: previous");
    }
  }

  private static String word(Side side) {
    return side == Side.CUSTOMER ? "customer" : "agent";
  }

  private void never(Text at, String path, String message, String hint) {
    issues.accept(
        new Issue(
            Issue.Level.WARNING,
            at.at(),
            at.value().length(),
            IssueCodes.NEVER_HOLDS,
            path,
            message,
            hint,
            null));
  }

  /** A route is judged on the customer's turn, where no rule has an outcome. */
  private void neverJudged(Text rule, String path) {
    never(
        rule,
        path,
        "rules judge the agent's turns, and this looks at what the customer wrote",
        "look at cues instead");
  }

  /** What is said of the conversation when it ends is not known while it lasts. */
  private void notYetJudged(Text name, String path) {
    Rule rule = rubric.rules().get(name.value());
    if (rule != null && rule.scope() == Scope.CONVERSATION) {
      never(
          name,
          path,
          name + " judges the whole conversation when it ends, and this looks at a turn before",
          "look at cues instead, or write scope: conversation in this rule, too");
    }
  }

  private void countOf(@Nullable Amount amount, String path) {
    if (amount != null) {
      optionalCue(amount.countOf(), path);
    }
  }

  private void optionalCue(@Nullable Text name, String path) {
    if (name != null) {
      cue(name, path);
    }
  }

  private boolean cue(Text name, String path) {
    return known(name, rubric.cues().keySet(), IssueCodes.UNKNOWN_CUE, path, "cue");
  }

  private void check(Adjustment adjustment) {
    adjustment
        .rules()
        .forEach(
            (id, change) ->
                known(
                    new Text(id, change.at()),
                    rubric.rules().keySet(),
                    IssueCodes.UNKNOWN_RULE,
                    "overrides.rules",
                    "rule"));
    for (String id : adjustment.dimensions().keySet()) {
      known(
          new Text(id, adjustment.dimensions().get(id).at()),
          rubric.dimensions().keySet(),
          IssueCodes.UNKNOWN_DIMENSION,
          "overrides.dimensions",
          "dimension");
    }
    adjustment
        .rules()
        .forEach(
            (id, change) -> {
              Rule rule = rubric.rules().get(id);
              if (rule != null) {
                checkTemplates(rule, change);
                String path = "overrides.rules." + id;
                goesSomewhere(rule, scores(change), change.at(), path);
              }
            });
  }

  private static boolean scores(Adjustment.RuleChange change) {
    Adjustment.PassChange pass = change.pass();
    Adjustment.FailChange fail = change.fail();
    return (pass != null && pass.scores() != null)
        || (fail != null && (isOther(fail.score()) || isOther(fail.eachExtra())));
  }

  private static boolean isOther(@Nullable Integer delta) {
    return delta != null && delta != 0;
  }

  private void checkTemplates(Rule rule, Adjustment.RuleChange change) {
    Set<String> names = templates.names(ConditionTree.of(rule));
    String path = "overrides.rules." + rule.id();
    if (change.pass() != null) {
      templates.check(change.pass().praise(), names, path);
    }
    if (change.fail() != null) {
      templates.check(change.fail().message(), names, path);
      templates.check(change.fail().suggest(), names, path);
    }
  }

  private void check(Rubric.Example example) {
    given(example.facts().keySet(), example.at(), "examples");
    if (example.findings() != null) {
      for (Text finding : example.findings()) {
        known(finding, rubric.rules().keySet(), IssueCodes.UNKNOWN_RULE, "examples", "rule");
      }
    }
    Set<String> bands = new HashSet<>();
    rubric.bands().stream().map(Band::id).forEach(bands::add);
    if (example.band() != null) {
      knownIn(example, example.band(), bands, IssueCodes.UNKNOWN_BAND, "band");
    }
    Set<String> dimensions = rubric.dimensions().keySet();
    for (String dimension : example.dimensions().keySet()) {
      knownIn(example, dimension, dimensions, IssueCodes.UNKNOWN_DIMENSION, "dimension");
    }
  }

  private boolean known(
      Text name, Collection<String> names, String code, String path, String what) {
    String message = "there is no " + what + " named " + name;
    return known(name, name.value().length(), names, code, path, message);
  }

  private boolean known(
      Text name, int length, Collection<String> names, String code, String path, String message) {
    if (names.contains(name.value())) {
      return true;
    }
    error(name.at(), length, code, path, message, hint(name.value(), names));
    return false;
  }

  private static Set<String> both(Set<String> builtIn, Set<String> registered) {
    Set<String> names = new TreeSet<>(builtIn);
    names.addAll(registered);
    return names;
  }

  /** A name in an example, of which only the example's place is known. */
  private void knownIn(
      Rubric.Example example, String name, Collection<String> names, String code, String what) {
    String message = "there is no " + what + " named " + name;
    known(new Text(name, example.at()), 1, names, code, "examples", message);
  }

  private static @Nullable String hint(String wrong, Collection<String> names) {
    String near = Issue.didYouMean(wrong, names, "");
    if (near != null || names.isEmpty() || names.size() > MOST_LISTED) {
      return near;
    }
    return (names.size() == 1 ? "there is only " : "there are ")
        + String.join(", ", new TreeSet<>(names));
  }

  private void error(
      Location at, int length, String code, String path, String message, @Nullable String hint) {
    errors++;
    issues.accept(new Issue(Issue.Level.ERROR, at, length, code, path, message, hint, null));
  }
}

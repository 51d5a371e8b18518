package dev.empathy;

import dev.empathy.Coverage.Count;
import dev.empathy.Coverage.Kind;
import dev.empathy.Coverage.Unreached;
import dev.empathy.Program.Group;
import dev.empathy.Program.Use;
import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Negation;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.WordList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Holds what there is against what the examples reached. */
final class CoverageReport {

  private final Rubric rubric;
  private final Program program;
  private final Reached reached;
  private final List<Unreached> unreached = new ArrayList<>();

  private CoverageReport(Program program) {
    this.program = program;
    this.rubric = program.rubric();
    this.reached = Reached.by(program);
  }

  static Coverage of(Program program) {
    return new CoverageReport(program).report();
  }

  private Coverage report() {
    Count unless = phrases(Use.UNLESS);
    Count match = phrases(Use.MATCH);
    Count words = words();
    Count negations = negations();
    Count ofRules = outcomes();
    unreached.sort(Comparator.comparing(Unreached::at).thenComparing(Unreached::kind));
    return new Coverage(match, unless, words, negations, ofRules, unreached);
  }

  /** Phrases are numbered in the order of their groups. */
  private Count phrases(Use use) {
    int number = 0;
    int all = 0;
    int missed = unreached.size();
    for (Group group : program.groups()) {
      if (group.cue() < 0) {
        break;
      }
      Cue cue = program.cues().get(group.cue()).cue();
      List<Phrase> ofGroup = group.use() == Use.MATCH ? cue.match() : cue.unless();
      Kind kind = use == Use.MATCH ? Kind.PHRASE : Kind.UNLESS;
      String path = "cues." + cue.id() + (use == Use.MATCH ? ".match" : ".unless");
      for (int i = 0; i < ofGroup.size(); i++) {
        Phrase phrase = ofGroup.get(i);
        boolean counted = group.use() == use && !cue.off() && Own.is(rubric, phrase.at());
        all += counted ? 1 : 0;
        if (counted && !reached.phrases.contains(number + i)) {
          miss(kind, phrase.at(), path + "[" + (i + 1) + "]", phrase.text());
        }
      }
      number += ofGroup.size();
    }
    return count(all, missed);
  }

  private Count words() {
    int all = 0;
    int missed = unreached.size();
    for (WordList list : rubric.words().values()) {
      for (int i = 0; i < list.entries().size(); i++) {
        WordList.Entry entry = list.entries().get(i);
        boolean counted = Own.is(rubric, entry.at());
        all += counted ? 1 : 0;
        if (counted && !reached.entries.contains(new Reached.Entry(list.id(), i))) {
          miss(Kind.ENTRY, entry.at(), "words." + list.id() + "[" + (i + 1) + "]", entry.text());
        }
      }
    }
    return count(all, missed);
  }

  private Count negations() {
    int all = 0;
    int missed = unreached.size();
    for (Cue cue : rubric.cues().values()) {
      Negation negation = cue.negation();
      boolean counted =
          negation.effect() != Negation.Effect.KEEP
              && !cue.match().isEmpty()
              && !cue.off()
              && Own.is(rubric, cue.at());
      all += counted ? 1 : 0;
      if (counted && !reached.negated.contains(cue.id())) {
        String text = negation.to() == null ? "skip" : "flip " + negation.to();
        miss(Kind.NEGATION, cue.at(), "cues." + cue.id() + ".negation", text);
      }
    }
    return count(all, missed);
  }

  private List<Rule> rules() {
    return rubric.rules().values().stream()
        .filter(rule -> !rule.off() && Own.is(rubric, rule.at()))
        .toList();
  }

  private Count outcomes() {
    int all = 0;
    int missed = unreached.size();
    for (Rule rule : rules()) {
      for (Outcome outcome : possible(rule)) {
        all++;
        if (!reached.outcomes.contains(new Reached.RuleOutcome(rule.id(), outcome))) {
          miss(
              Kind.OUTCOME,
              rule.at(),
              "rules." + rule.id(),
              outcome.name().toLowerCase(Locale.ROOT));
        }
      }
    }
    return count(all, missed);
  }

  /** Without {@code when} nothing is skipped; what must be there when it is there never fails. */
  private static List<Outcome> possible(Rule rule) {
    List<Outcome> all = new ArrayList<>(List.of(Outcome.PASS, Outcome.FAIL, Outcome.SKIP));
    if (rule.when() == null) {
      all.remove(Outcome.SKIP);
    }
    if (rule.forbid() == null && asksFor(rule.when(), rule.require())) {
      all.remove(Outcome.FAIL);
    }
    if (asksFor(rule.when(), rule.forbid())) {
      all.remove(Outcome.PASS);
    }
    return all;
  }

  /** An {@code all} that asks for it among other things asks for it, too. */
  private static boolean asksFor(@Nullable Condition when, @Nullable Condition other) {
    List<Condition> parts =
        when instanceof Condition.All all
            ? all.conditions()
            : when == null ? List.of() : List.of(when);
    return parts.stream().anyMatch(part -> isSame(part, other));
  }

  private static boolean isSame(Condition a, @Nullable Condition b) {
    return a instanceof CueCondition one
        && b instanceof CueCondition other
        && isPlain(one)
        && isPlain(other)
        && one.cue().value().equals(other.cue().value());
  }

  /** It asks only whether the cue is there. */
  private static boolean isPlain(CueCondition condition) {
    CueCondition plain =
        new CueCondition(
            condition.at(),
            condition.cue(),
            false,
            null,
            null,
            null,
            Condition.Per.MESSAGE,
            Condition.Turn.THIS,
            null,
            null,
            null,
            null,
            null);
    return condition.equals(plain);
  }

  private void miss(Kind kind, Location at, String path, String text) {
    unreached.add(new Unreached(kind, at, path, text));
  }

  private Count count(int all, int missedBefore) {
    return new Count(all - (unreached.size() - missedBefore), all);
  }
}

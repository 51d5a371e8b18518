package dev.empathy;

import dev.empathy.Clause.OfCue;
import dev.empathy.Clause.OfRule;
import dev.empathy.RulePlan.Ready;
import dev.empathy.Scene.Selection;
import dev.empathy.rubric.Condition.Amount;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Condition.Per;
import dev.empathy.rubric.Condition.RuleCondition;
import dev.empathy.rubric.Condition.Same;
import dev.empathy.rubric.Condition.Within;
import dev.empathy.rubric.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What could be changed about a turn so that its failed rules come out otherwise: the hits that
 * they name, and the cues that they miss. Whether a change helps is for the rules to say.
 */
final class Candidates {

  /** So many are tried, those of the gravest findings first. */
  static final int MOST = 16;

  /** More of one cue than this is no small change. */
  static final int MOST_ADDED = 3;

  /** One change. */
  sealed interface Change {}

  /**
   * Words taken out.
   *
   * @param hit one of the hits that they are
   */
  record Removal(CueHit hit) implements Change {}

  /**
   * A cue said where the condition wants it.
   *
   * @param wanted the condition that misses it
   * @param times how often
   */
  record Addition(CueCondition wanted, int times) implements Change {

    /** The cue and its place, as a person would say it. */
    String words() {
      StringBuilder words = new StringBuilder(times > 1 ? times + " more " : "");
      words.append(wanted.cue().value());
      if (wanted.position() != null) {
        String place = wanted.position().name().toLowerCase(Locale.ROOT);
        words.append(" in the ").append(place.replace('_', ' '));
      }
      if (wanted.before() != null) {
        words.append(" before ").append(wanted.before().value());
      }
      if (wanted.after() != null) {
        words.append(" after ").append(wanted.after().value());
      }
      if (wanted.within() != null) {
        words.append(near(wanted.within()));
      }
      if (wanted.same() != null) {
        words.append(" with the same $").append(wanted.same().capture().value());
        words.append(" as ").append(wanted.same().as().value());
      }
      return words.toString();
    }
  }

  private static String near(Within within) {
    String of = within.of() == null ? "the start" : within.of().value();
    String unit = within.unit().name().toLowerCase(Locale.ROOT);
    return within.isTime()
        ? " within " + within.number() + " " + unit + " of " + of
        : " near " + of;
  }

  /** A condition and what it should be. */
  private record Wish(Clause condition, Truth truth) {}

  private final Scene scene;
  private final Scoring scoring;
  private final Conditions conditions;
  private final Set<String> seen = new HashSet<>();
  private final Deque<Wish> open = new ArrayDeque<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Change> changes = new ArrayList<>();

  private Candidates(Scene scene, Scoring scoring, Verdict verdict) {
    this.scene = scene;
    this.scoring = scoring;
    this.conditions = new Conditions(scene, verdict.outcomes());
  }

  /** At most {@link #MOST}, in the order of the findings. */
  static List<Change> of(Scene scene, Scoring scoring, Verdict verdict) {
    Candidates candidates = new Candidates(scene, scoring, verdict);
    for (Finding finding : verdict.findings()) {
      if (finding.kind() == Finding.Kind.ISSUE && candidates.changes.size() < MOST) {
        candidates.wishFor(finding.rule());
        candidates.fulfil();
      }
    }
    return candidates.changes;
  }

  /** That a rule passes, or does not apply. */
  private void wishFor(String id) {
    Ready rule = rule(id);
    if (!rule.rule().off() && seen.add(id)) {
      wish(rule.require(), Truth.TRUE);
      wish(rule.forbid(), Truth.FALSE);
      wish(rule.when(), Truth.FALSE);
    }
  }

  private Ready rule(String id) {
    return scoring.effective(scene.program().plan().rule(id));
  }

  private void wish(@Nullable Clause condition, Truth truth) {
    if (condition != null) {
      open.add(new Wish(condition, truth));
    }
  }

  private void fulfil() {
    while (!open.isEmpty() && changes.size() < MOST) {
      Wish wish = open.poll();
      Clause condition = wish.condition;
      if (conditions.test(condition) == wish.truth) {
        continue;
      }
      if (condition instanceof OfCue cue) {
        fulfil(cue, cue.source().missing() ? wish.truth.not() : wish.truth);
      } else if (condition instanceof OfRule rule) {
        fulfil(rule.source(), wish.truth);
      } else {
        Truth truth = condition instanceof Clause.None ? wish.truth.not() : wish.truth;
        for (Clause one : condition.parts()) {
          wish(one, truth);
        }
      }
    }
    open.clear();
  }

  private void fulfil(RuleCondition condition, Truth truth) {
    String id = condition.rule().value();
    boolean pass = condition.is() == Outcome.PASS && truth == Truth.TRUE;
    boolean noFail = condition.is() == Outcome.FAIL && truth == Truth.FALSE;
    if (noFail) {
      wishFor(id);
    } else if (pass && seen.add(id)) {
      Ready rule = rule(id);
      wish(rule.when(), Truth.TRUE);
      wish(rule.require(), Truth.TRUE);
      wish(rule.forbid(), Truth.FALSE);
    }
  }

  /** More hits or fewer, whichever bound is in the way. */
  private void fulfil(OfCue clause, Truth found) {
    Selection selection = conditions.selection(clause);
    if (!selection.turns().contains(scene.judged())) {
      return;
    }
    List<CueHit> counted = conditions.counted(clause, selection);
    CueCondition condition = clause.source();
    boolean hold = found == Truth.TRUE;
    Amount least = condition.exactly() != null ? condition.exactly() : condition.atLeast();
    Amount most = condition.exactly() != null ? condition.exactly() : condition.atMost();
    if ((hold ? least : most) != null) {
      add(condition, hold ? least : most, counted.size());
    }
    if ((hold ? most : least) != null) {
      counted.forEach(this::remove);
    }
  }

  private void add(CueCondition condition, Amount bound, int counted) {
    boolean looks = scene.program().cue(condition.cue().value()).looksAt(scene.judged().side());
    boolean plain = bound.countOf() == null && condition.per() == Per.MESSAGE;
    int times = plain ? Math.max(1, bound.number() - counted) : 1;
    boolean few = times <= (condition.within() == null ? MOST_ADDED : 1);
    if (looks && few && isNamed(condition.same())) {
      Addition addition = new Addition(condition, times);
      offer(addition.words(), addition);
    }
  }

  /** Whether the other cue named anything that could be named again. */
  private boolean isNamed(@Nullable Same same) {
    return same == null
        || !scene.memory().named().before(same, scene.earlier()).isEmpty()
        || !scene.memory().named().in(same, scene.judged()).isEmpty();
  }

  private void remove(CueHit hit) {
    if (hit.message().index() >= scene.judged().messages().get(0).index()) {
      offer(hit.message().index() + ":" + hit.start() + ":" + hit.end(), new Removal(hit));
    }
  }

  private void offer(String key, Change change) {
    if (changes.size() < MOST && known.add(key)) {
      changes.add(change);
    }
  }
}

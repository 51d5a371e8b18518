package dev.empathy;

import dev.empathy.Candidates.Addition;
import dev.empathy.Candidates.Change;
import dev.empathy.Candidates.Removal;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Band;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Condition.Position;
import dev.empathy.rubric.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which small changes of a turn would bring it into a higher band, or let it pass. Each claim is
 * made by judging the changed hits again: adding up the ledger would be wrong, as one phrase can
 * satisfy two rules.
 *
 * <p>All sets of up to {@value #LARGEST} of at most {@value Candidates#MOST} candidates are tried,
 * smallest first; of the smallest size that helps, the best are kept.
 */
final class Counterfactuals {

  private static final int LARGEST = 3;

  /** How many changes are shown. */
  private static final int MOST_SHOWN = 3;

  /** How many rules are judged in all; a rubric of more than some 700 is not tried in full. */
  private static final int MOST_JUDGED = 500_000;

  private final Scene scene;
  private final Scoring scoring;
  private final List<Change> candidates;
  private int judged;

  Counterfactuals(Scene scene, Scoring scoring, Verdict verdict) {
    this.scene = scene;
    this.scoring = scoring;
    this.candidates = Candidates.of(scene, scoring, verdict);
  }

  /** Changes that bring a turn with this score into a higher band. */
  List<Counterfactual> toNextBand(@Nullable Integer score) {
    if (score == null || scoring.bands().isEmpty()) {
      return List.of();
    }
    int next =
        scoring.bands().stream()
            .mapToInt(Band::from)
            .filter(from -> from > score)
            .min()
            .orElse(Integer.MAX_VALUE);
    return next == Integer.MAX_VALUE
        ? List.of()
        : smallest(verdict -> verdict.score() != null && verdict.score() >= next);
  }

  /** Changes that let a turn pass that does not. */
  List<Counterfactual> toPass() {
    return smallest(verdict -> verdict.score() != null && verdict.passes(scoring.passMark()));
  }

  /** A set of candidates and what the turn with these changes comes to. */
  private record Tried(List<Change> changes, Verdict verdict) {}

  private List<Counterfactual> smallest(Predicate<Verdict> goal) {
    judged = 0;
    for (int size = 1; size <= Math.min(LARGEST, candidates.size()); size++) {
      List<Tried> reached = new ArrayList<>();
      for (List<Change> changes : subsets(size)) {
        if (leavesNothing(changes)) {
          continue;
        }
        judged += scene.program().order().size();
        if (judged > MOST_JUDGED) {
          return shown(reached);
        }
        Verdict verdict = judge(changes);
        if (goal.test(verdict)) {
          reached.add(new Tried(changes, verdict));
        }
      }
      if (!reached.isEmpty()) {
        return shown(reached);
      }
    }
    return List.of();
  }

  /** Whether no word of the turn would be left: to say nothing is no answer. */
  private boolean leavesNothing(List<Change> changes) {
    List<CueHit> gone = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Addition) {
        return false;
      }
      gone.add(((Removal) change).hit());
    }
    return scene.judged().messages().stream().allMatch(message -> isGone(message, gone));
  }

  private static boolean isGone(Analysis message, List<CueHit> gone) {
    Tokens tokens = message.tokens();
    for (int token = 0; token < tokens.size(); token++) {
      int start = tokens.start(token);
      int index = message.index();
      if (gone.stream()
          .noneMatch(h -> h.message().index() == index && h.start() <= start && start < h.end())) {
        return false;
      }
    }
    return true;
  }

  private List<List<Change>> subsets(int size) {
    List<List<Change>> sets = new ArrayList<>();
    int[] picked = new int[size];
    for (int i = 0; i < size; i++) {
      picked[i] = i;
    }
    while (true) {
      List<Change> set = new ArrayList<>();
      for (int index : picked) {
        set.add(candidates.get(index));
      }
      sets.add(set);
      int last = size - 1;
      while (last >= 0 && picked[last] == candidates.size() - size + last) {
        last--;
      }
      if (last < 0) {
        return sets;
      }
      picked[last]++;
      for (int i = last + 1; i < size; i++) {
        picked[i] = picked[i - 1] + 1;
      }
    }
  }

  private List<Counterfactual> shown(List<Tried> reached) {
    return reached.stream()
        .sorted(Comparator.comparingInt((Tried one) -> -one.verdict.score()))
        .limit(MOST_SHOWN)
        .map(this::counterfactual)
        .toList();
  }

  private Counterfactual counterfactual(Tried tried) {
    int score = tried.verdict.score();
    List<String> add = new ArrayList<>();
    List<CueHit> remove = new ArrayList<>();
    for (Change change : tried.changes) {
      if (change instanceof Addition addition) {
        boolean codes = scene.program().detail() == Detail.CODES;
        add.add(codes ? addition.wanted().cue().value() : addition.words());
      } else {
        remove.add(((Removal) change).hit());
      }
    }
    return new Counterfactual(
        scoring.band(score),
        Numbers.points(score),
        tried.verdict.passes(scoring.passMark()),
        add,
        CueHit.sorted(remove).stream().map(Counterfactuals::removal).toList());
  }

  private static Counterfactual.Removal removal(CueHit hit) {
    return new Counterfactual.Removal(
        hit.cue().cue().id(), hit.message().index(), hit.span(), hit.quote());
  }

  // The changed turn

  private Verdict judge(List<Change> changes) {
    Turn turn = scene.judged();
    for (Change change : changes) {
      if (change instanceof Removal removal) {
        turn = turn.without(removal.hit());
      }
    }
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i) instanceof Addition addition) {
        turn = with(turn, addition, i);
      }
    }
    return new Judge(scene.with(turn), scoring, Depth.SCORE).judge();
  }

  private Turn with(Turn turn, Addition addition, int order) {
    Turn changed = turn;
    for (int i = 0; i < addition.times(); i++) {
      int place = order * Candidates.MOST_ADDED + i;
      changed = changed.with(supposed(turn, addition.wanted(), place));
    }
    return changed;
  }

  /**
   * The cue as if it were said in the place that the condition wants it in: just before the cue
   * that it is to be near to, at the end, or else at the beginning; there several come one after
   * the other, by their order.
   */
  private CueHit supposed(Turn turn, CueCondition wanted, int order) {
    Program program = scene.program();
    Text near = wanted.within() == null || wanted.within().isTime() ? null : wanted.within().of();
    if (near != null) {
      List<CueHit> others = turn.hits(program.cue(near.value()).index());
      if (!others.isEmpty()) {
        CueHit other = others.get(0);
        return CueHit.supposed(
            wanted,
            program.cue(wanted.cue().value()),
            other.message(),
            other.firstToken(),
            other.start() - 1);
      }
    }
    boolean last =
        wanted.after() != null
            || wanted.position() == Position.CLOSING
            || wanted.position() == Position.LAST_SENTENCE;
    Analysis message = last ? turn.last() : turn.messages().get(0);
    int token = last ? message.tokens().size() : 0;
    int at =
        last ? message.tokens().text().length() + order : order - LARGEST * Candidates.MOST_ADDED;
    return CueHit.supposed(wanted, program.cue(wanted.cue().value()), message, token, at);
  }
}

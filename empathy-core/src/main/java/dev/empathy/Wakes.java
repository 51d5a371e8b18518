package dev.empathy;

import dev.empathy.Clause.OfCue;
import dev.empathy.Clause.OfEmotion;
import dev.empathy.Clause.OfFact;
import dev.empathy.Clause.OfRule;
import dev.empathy.Clause.OfSignal;
import dev.empathy.Program.CompiledCue;
import dev.empathy.RulePlan.Ready;
import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Condition.Amount;
import dev.empathy.rubric.Condition.CueCondition;
import dev.empathy.rubric.Condition.EmotionCondition;
import dev.empathy.rubric.Condition.Per;
import dev.empathy.rubric.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What of a conversation can make a rule come out otherwise than where nobody wrote anything. A
 * rule that nothing wakes need not be judged: its outcome is known. Sets of rules are bits by
 * number. Immutable once made.
 */
final class Wakes {

  /** Per cue, the rules that its hits wake in the judged turn. */
  private final long[][] here;

  /** Per cue, those that its hits wake in one of the two turns before. */
  private final long[][] before;

  /** Per cue, those that its hits wake in any turn. */
  private final long[][] ever;

  /** Those that are always awake: they measure, or compare turns. */
  private final long[] always;

  /** Those that look at facts. */
  private final long[] byFacts;

  private final List<CompiledCue> cues;
  private final Map<String, Integer> numbers;

  /**
   * @param rules the rules in the order in which they are judged
   * @param all how many numbers of rules there are
   * @param numbers the numbers of the cues
   * @param counting whether the points of a rule depend on how many hits there are
   */
  Wakes(
      Ready[] rules,
      int all,
      List<CompiledCue> cues,
      Map<String, Integer> numbers,
      Predicate<Rule> counting) {
    this.cues = cues;
    this.numbers = numbers;
    int words = (all + 63) >>> 6;
    this.here = new long[cues.size()][words];
    this.before = new long[cues.size()][words];
    this.ever = new long[cues.size()][words];
    this.always = new long[words];
    this.byFacts = new long[words];
    for (Ready rule : rules) {
      read(rule.when(), rule, true);
      // Where that is false, nothing else is asked.
      if (rule.when() == null || width(rule.when()) == OPEN) {
        boolean decides = !counting.test(rule.rule());
        read(rule.require(), rule, decides);
        read(rule.forbid(), rule, decides);
      }
    }
  }

  /** Of a clause that may be other than false although nothing was found. */
  private static final int OPEN = Integer.MAX_VALUE;

  /**
   * How many cues can make a clause other than false, all of them in the judged turn; {@link #OPEN}
   * if anything else can.
   */
  private int width(Clause clause) {
    if (clause instanceof OfCue cue) {
      return isClosed(cue.source()) ? 1 : OPEN;
    }
    if (clause instanceof OfEmotion emotion) {
      return isClosed(emotion.source()) ? cuesOf(emotion) : OPEN;
    }
    if (clause instanceof Clause.All) {
      Clause gate = gate(clause.parts());
      return gate == null ? OPEN : width(gate);
    }
    if (clause instanceof Clause.AtLeastOf some && some.source().atLeast() > 0) {
      long sum = 0;
      for (Clause part : clause.parts()) {
        sum += width(part);
      }
      return (int) Math.min(sum, OPEN);
    }
    return OPEN;
  }

  private static boolean isClosed(CueCondition condition) {
    Amount least = condition.atLeast();
    return !condition.missing()
        && least != null
        && least.countOf() == null
        && least.number() > 0
        && condition.turn() == Condition.Turn.THIS
        && condition.per() != Per.CONVERSATION;
  }

  private static boolean isClosed(EmotionCondition condition) {
    return !condition.rising()
        && condition.turn() == Condition.Turn.THIS
        && (condition.atLeast() == null || condition.atLeast() > 0);
  }

  private int cuesOf(OfEmotion clause) {
    int count = 0;
    for (int emotion : clause.emotions()) {
      for (CompiledCue cue : cues) {
        count += cue.emotion() == emotion ? 1 : 0;
      }
    }
    return count;
  }

  /** Of parts that must all hold, the one that the fewest cues can make other than false. */
  private @Nullable Clause gate(Clause[] parts) {
    Clause gate = null;
    int least = OPEN;
    for (Clause part : parts) {
      int width = width(part);
      if (width < least) {
        gate = part;
        least = width;
      }
    }
    return gate;
  }

  /**
   * Notes what wakes a rule.
   *
   * @param decides whether nothing matters but whether the clause holds
   */
  private void read(@Nullable Clause clause, Ready rule, boolean decides) {
    if (clause instanceof OfCue cue) {
      read(cue, rule);
    } else if (clause instanceof OfEmotion emotion) {
      read(emotion, rule);
    } else if (clause instanceof OfSignal) {
      add(rule, always);
    } else if (clause instanceof OfFact) {
      add(rule, byFacts);
    } else if (clause instanceof OfRule other) {
      follow(rule, other.rule());
    } else if (clause != null) {
      Clause gate = decides && clause instanceof Clause.All ? gate(clause.parts()) : null;
      for (Clause part : gate == null ? clause.parts() : new Clause[] {gate}) {
        read(part, rule, decides);
      }
    }
  }

  private void read(OfCue clause, Ready rule) {
    Condition.Turn turn =
        clause.source().per() == Per.CONVERSATION ? Condition.Turn.ANY : clause.source().turn();
    add(rule, of(turn)[clause.cue()]);
    for (Amount amount :
        Arrays.asList(
            clause.source().atLeast(), clause.source().atMost(), clause.source().exactly())) {
      if (amount != null && amount.countOf() != null) {
        add(rule, ever[Objects.requireNonNull(numbers.get(amount.countOf().value()))]);
      }
    }
  }

  private void read(OfEmotion clause, Ready rule) {
    if (clause.source().rising()) {
      add(rule, always);
    }
    for (int emotion : clause.emotions()) {
      for (CompiledCue cue : cues) {
        if (cue.emotion() == emotion) {
          add(rule, of(clause.source().turn())[cue.index()]);
        }
      }
    }
  }

  /** The two sides take turns, so the previous one of either is among the last two. */
  private long[][] of(Condition.Turn turn) {
    return switch (turn) {
      case THIS -> here;
      case PREVIOUS -> before;
      default -> ever;
    };
  }

  /** A rule is awake where one that it refers to is; that one was read before it. */
  private void follow(Ready rule, int other) {
    for (long[][] sets : List.of(here, before, ever, new long[][] {always, byFacts})) {
      for (long[] set : sets) {
        if ((set[other >>> 6] & 1L << other) != 0) {
          add(rule, set);
        }
      }
    }
  }

  private static void add(Ready rule, long[] set) {
    set[rule.number() >>> 6] |= 1L << rule.number();
  }

  /** All rules. */
  long[] all() {
    long[] all = always.clone();
    Arrays.fill(all, -1);
    return all;
  }

  /** The rules that are not awake where nothing was written. */
  long[] asleep() {
    long[] asleep = always.clone();
    for (int word = 0; word < asleep.length; word++) {
      asleep[word] = ~asleep[word];
    }
    return asleep;
  }

  /** The rules that are awake in a scene that {@linkplain #isTold tells} of them. */
  long[] awake(Scene scene) {
    long[] awake = always.clone();
    if (!scene.facts().isEmpty()) {
      or(byFacts, awake);
    }
    wake(scene.judged(), here, awake);
    wake(scene.judged(), ever, awake);
    int earlier = scene.earlier().size();
    for (int turn = Math.max(0, earlier - 2); turn < earlier; turn++) {
      wake(scene.earlier().get(turn), before, awake);
    }
    if (earlier > 0) {
      wake(scene.memory().past(scene.earlier()).present(), ever, awake);
    }
    return awake;
  }

  private static void wake(Turn turn, long[][] sets, long[] awake) {
    List<Analysis> messages = turn.messages();
    for (int i = 0; i < messages.size(); i++) {
      wake(messages.get(i).hits().present(), sets, awake);
    }
  }

  private static void wake(long[] present, long[][] sets, long[] awake) {
    for (int word = 0; word < present.length; word++) {
      for (long left = present[word]; left != 0; left &= left - 1) {
        or(sets[(word << 6) + Long.numberOfTrailingZeros(left)], awake);
      }
    }
  }

  private static void or(long[] set, long[] into) {
    for (int word = 0; word < into.length; word++) {
      into[word] |= set[word];
    }
  }

  /**
   * Whether all that could make a rule come out otherwise are hits and facts: not where a text was
   * not all read or understood, a detector failed, or part of a conversation is missing.
   */
  static boolean isTold(Scene scene) {
    Turn judged = scene.judged();
    if (scene.whole() || judged.absenceIsUnknown() || judged.hasFaults()) {
      return false;
    }
    if (scene.earlier().isEmpty()) {
      return true;
    }
    Past past = scene.memory().past(scene.earlier());
    return scene.historyGiven() && !past.absenceIsUnknown() && !past.hasFaults();
  }
}

package dev.empathy.internal.match;

import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Phrase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds how far the phrases of a group got in a text that none of them matches. It walks the same
 * automaton from each token as a match does, but only through states that lead to the group's
 * phrases, and keeps the way that came nearest to an end. For explanations: it costs a map per
 * token, and still no more than the message is long.
 */
final class NearMisses {

  /** How many words of an alternative are named. */
  private static final int MOST_WORDS = 5;

  private final Automaton automaton;
  private final List<Phrase> phrases;
  private final IntFunction<List<String>> wordsOf;

  /**
   * @param automaton all phrases, compiled
   * @param phrases all phrases by their numbers
   * @param wordsOf the words that a class of tokens accepts, as people read them
   */
  NearMisses(Automaton automaton, List<Phrase> phrases, IntFunction<List<String>> wordsOf) {
    this.automaton = automaton;
    this.phrases = phrases;
    this.wordsOf = wordsOf;
  }

  /**
   * How far it still is from a state.
   *
   * @param words how many words are missing at least
   * @param phrase the first phrase that ends there
   */
  private record Ahead(int words, int phrase) {

    boolean isNearerThan(@Nullable Ahead other) {
      return other == null
          || words < other.words
          || (words == other.words && phrase < other.phrase);
    }
  }

  /**
   * How a live state was entered.
   *
   * @param at its token
   * @param matched how many words of the phrase were found by then
   */
  private record Entered(int at, int matched) {

    boolean isBetterThan(@Nullable Entered other) {
      return other == null || at > other.at || (at == other.at && matched > other.matched);
    }
  }

  /** The place where a walk ended best. */
  private record Best(int state, Ahead ahead, int start, Entered entered) {

    boolean isNearerThan(@Nullable Best other) {
      if (other == null) {
        return true;
      }
      long mine = (long) entered.matched * (other.entered.matched + other.ahead.words);
      long theirs = (long) other.entered.matched * (entered.matched + ahead.words);
      if (mine != theirs) {
        return mine > theirs;
      }
      return entered.matched != other.entered.matched
          ? entered.matched > other.entered.matched
          : ahead.phrase < other.ahead.phrase;
    }
  }

  /**
   * The nearest miss of these phrases among matches that would begin within {@code from..to}, or
   * null where no phrase begins there, or one is there in full.
   *
   * @param group the numbers of the group's phrases, in order
   */
  @Nullable NearMiss find(Tokens tokens, List<Integer> group, int from, int to) {
    Map<Integer, Ahead> ahead = ahead(group);
    Best best = null;
    for (int start = from; start < to; start++) {
      Best one = walk(tokens, start, ahead);
      if (one != null && one.isNearerThan(best)) {
        best = one;
      }
    }
    return best == null || best.ahead.words == 0 ? null : miss(tokens, group, best);
  }

  /** How far it is to the end of one of these phrases, for each state that leads there. */
  private Map<Integer, Ahead> ahead(List<Integer> group) {
    Map<Integer, Ahead> ahead = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int phrase : group) {
      for (int end : automaton.endsOf(phrase)) {
        if (new Ahead(0, phrase).isNearerThan(ahead.get(end))) {
          ahead.put(end, new Ahead(0, phrase));
          open.add(end);
        }
      }
    }
    while (!open.isEmpty()) {
      int state = open.poll();
      Ahead here = ahead.get(state);
      int words = here.words + (automaton.takesWord(state) ? 1 : 0);
      for (int before : automaton.comesFrom(state)) {
        Ahead there = new Ahead(words, here.phrase);
        if (there.isNearerThan(ahead.get(before))) {
          ahead.put(before, there);
          open.add(before);
        }
      }
    }
    return ahead;
  }

  private @Nullable Best walk(Tokens tokens, int start, Map<Integer, Ahead> ahead) {
    Walk walk = new Walk(ahead, start);
    Map<Integer, Entered> live = new LinkedHashMap<>();
    for (int state : automaton.entries(tokens, start)) {
      walk.enter(live, state, new Entered(start, automaton.takesWord(state) ? 1 : 0));
    }
    int sentence = tokens.sentence(start);
    for (int at = start + 1;
        !live.isEmpty() && at < tokens.size() && tokens.sentence(at) == sentence;
        at++) {
      Map<Integer, Entered> next = new LinkedHashMap<>();
      for (Map.Entry<Integer, Entered> one : live.entrySet()) {
        int state = one.getKey();
        Entered entered = one.getValue();
        int passed = at - entered.at - 1;
        for (int target : automaton.follow(state, passed, tokens.symbol(at))) {
          int matched = entered.matched + (automaton.takesWord(target) ? 1 : 0);
          walk.enter(next, target, new Entered(at, matched));
        }
        if (automaton.waits(state, passed)) {
          walk.keep(next, state, entered);
        }
      }
      live = next;
    }
    return walk.best;
  }

  /** One walk from one token. */
  private final class Walk {

    private final Map<Integer, Ahead> ahead;
    private final int start;
    private @Nullable Best best;

    Walk(Map<Integer, Ahead> ahead, int start) {
      this.ahead = ahead;
      this.start = start;
    }

    boolean keep(Map<Integer, Entered> live, int state, Entered entered) {
      boolean better = entered.isBetterThan(live.get(state));
      if (better) {
        live.put(state, entered);
      }
      return better;
    }

    void enter(Map<Integer, Entered> live, int first, Entered entered) {
      Deque<Integer> open = new ArrayDeque<>();
      open.add(first);
      while (!open.isEmpty()) {
        int state = open.poll();
        Ahead left = ahead.get(state);
        if (left == null || !keep(live, state, entered)) {
          continue;
        }
        Best here = new Best(state, left, start, entered);
        if (here.isNearerThan(best)) {
          best = here;
        }
        for (int join : automaton.joins(state)) {
          open.add(join);
        }
      }
    }
  }

  private NearMiss miss(Tokens tokens, List<Integer> group, Best best) {
    int end = best.entered.at + 1;
    boolean more = end < tokens.size() && tokens.sentence(end) == tokens.sentence(best.start);
    int phrase = best.ahead.phrase;
    return new NearMiss(
        phrases.get(phrase),
        group.indexOf(phrase) + 1,
        best.entered.matched,
        best.entered.matched + best.ahead.words,
        expected(best.state, ahead(List.of(phrase))),
        best.start,
        end,
        more ? end : -1);
  }

  /** What leads from a state to the end of the phrase the shortest way, as the rubric writes it. */
  private String expected(int state, Map<Integer, Ahead> ahead) {
    int fewest = Integer.MAX_VALUE;
    TreeSet<String> names = new TreeSet<>();
    for (int next : automaton.nextWords(state)) {
      Ahead there = ahead.get(next);
      if (there != null && there.words <= fewest) {
        if (there.words < fewest) {
          names.clear();
        }
        fewest = there.words;
        names.addAll(labels(state, next));
      }
    }
    List<String> shown = new ArrayList<>(names);
    boolean all = shown.size() <= MOST_WORDS;
    return String.join("|", all ? shown : shown.subList(0, MOST_WORDS)) + (all ? "" : "|…");
  }

  /** The name that begins with a state, or the words that the state takes. */
  private List<String> labels(int from, int state) {
    List<Automaton.Capture> open = automaton.capturesOf(from);
    String name = null;
    for (Automaton.Capture capture : automaton.capturesOf(state)) {
      if (!open.contains(capture)) {
        name = "$" + capture.name();
      }
    }
    return name != null ? List.of(name) : wordsOf.apply(automaton.classOf(state));
  }
}

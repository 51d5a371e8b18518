package dev.empathy.internal.match;

import dev.empathy.internal.text.Language;
import dev.empathy.internal.text.Scanner;
import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import dev.empathy.internal.text.Vocabulary;
import dev.empathy.rubric.LocalePack;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * Matching as the contract defines it, in the most obvious way: a phrase is tried at every token by
 * backtracking over its tree. Slow, and easy to believe.
 */
final class NaiveMatcher {

  /** A hit, by numbers. */
  record Found(int group, int phrase, int start, int end) {}

  /** One way to read a hit: how each token was taken, and what the names stand for. */
  record Reading(List<Character> tokens, List<Alignment.Captured> captures) {}

  /** Thrown where a phrase can be read in too many ways to try them all. */
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final int MOST_STEPS = 3_000_000;

  private static final Map<String, Spec> BUILT_IN =
      Map.of(
          "number", Spec.kinds(TokenKind.NUMBER),
          "emoji", Spec.kinds(TokenKind.EMOJI),
          "word", Spec.anyWord(),
          "question-mark", Spec.kinds(TokenKind.QUESTION_MARK));

  private final Scanner scanner;
  private final Forms forms;
  private final Map<String, List<String>> names;
  private final Set<String> lists;
  private final Spec skippable;
  private final Map<String, Node> resolved = new HashMap<>();

  private Tokens tokens;
  private int limit;
  private int steps;
  private char[] taken = {};
  private final Deque<Alignment.Captured> captured = new ArrayDeque<>();

  /**
   * @param names word lists and phrases alike, each with its alternatives
   * @param lists which of them are word lists: nothing is skipped in their entries
   * @param skippable words that may stand between two elements, or none
   */
  NaiveMatcher(
      LocalePack pack, Map<String, List<String>> names, Set<String> lists, List<String> skippable) {
    this.lists = lists;
    this.skippable = skippable.isEmpty() ? null : Spec.forms(new TreeSet<>(skippable));
    Language language = new Language(pack.clitics(), pack.abbreviations());
    scanner = new Scanner(language, Vocabulary.EMPTY);
    forms = new Forms(pack, language.equivalents());
    this.names = names;
  }

  Node parse(String phrase) throws PhraseFault {
    return parse(phrase, skippable);
  }

  private Node parse(String phrase, Spec skippable) throws PhraseFault {
    return PhraseParser.parse(
        phrase,
        scanner,
        forms,
        this::resolve,
        skippable,
        MatchLimits.DEFAULT,
        new PhraseParser.Known());
  }

  private Node resolve(String name, int offset) throws PhraseFault {
    Node known = resolved.get(name);
    if (known != null) {
      return known;
    }
    List<Node> choices = new ArrayList<>();
    if (names.containsKey(name)) {
      for (String alternative : names.get(name)) {
        choices.add(parse(alternative, lists.contains(name) ? null : skippable));
      }
    } else if (BUILT_IN.containsKey(name)) {
      choices.add(new Node.Tok(BUILT_IN.get(name)));
    } else {
      throw new PhraseFault(Codes.UNKNOWN_NAME, offset, 1, name, null);
    }
    Node node = new Node.Capture(name, new Node.Alt(choices));
    resolved.put(name, node);
    return node;
  }

  /**
   * For each group, at each token from the left: the longest match of any of its phrases, the first
   * written in a tie; then on at its end, or with a group of marks at the next token.
   *
   * @param groups phrases by their number, in the order in which they were written
   * @param marks whether a group is one of marks
   */
  List<Found> match(String text, List<Map<Integer, Node>> groups, IntPredicate marks) {
    tokens = scanner.scanForms(text);
    steps = 0;
    List<Found> all = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      int at = 0;
      while (at < tokens.size()) {
        Found best = null;
        for (Map.Entry<Integer, Node> phrase : groups.get(group).entrySet()) {
          int end = longest(phrase.getValue(), at);
          if (end > at && (best == null || end > best.end)) {
            best = new Found(group, phrase.getKey(), at, end);
          }
        }
        if (best != null) {
          all.add(best);
        }
        at = best == null || marks.test(group) ? at + 1 : best.end;
      }
    }
    return all;
  }

  private int longest(Node phrase, int start) {
    int[] longest = {-1};
    from(phrase, start, end -> longest[0] = Math.max(longest[0], end));
    return longest[0];
  }

  /** Every way to read a phrase from one token to another. */
  List<Reading> readings(String text, Node phrase, int start, int end) {
    tokens = scanner.scanForms(text);
    steps = 0;
    List<Reading> all = new ArrayList<>();
    from(
        phrase,
        start,
        reached -> {
          if (reached == end) {
            List<Character> marks = new ArrayList<>();
            for (int i = start; i < end; i++) {
              marks.add(taken[i]);
            }
            all.add(new Reading(marks, sorted(captured)));
          }
        });
    return all;
  }

  static List<Alignment.Captured> sorted(Iterable<Alignment.Captured> captures) {
    List<Alignment.Captured> all = new ArrayList<>();
    captures.forEach(all::add);
    all.sort(
        (a, b) ->
            a.start() != b.start()
                ? a.start() - b.start()
                : a.end() != b.end() ? a.end() - b.end() : a.name().compareTo(b.name()));
    return all;
  }

  private void from(Node phrase, int start, IntConsumer next) {
    if (taken.length < tokens.size()) {
      taken = new char[tokens.size()];
    }
    limit = start + 1;
    while (limit < tokens.size() && tokens.sentence(limit) == tokens.sentence(start)) {
      limit++;
    }
    if (phrase instanceof Node.Opening opening) {
      if (tokens.opensSentence(start)) {
        walk(opening.item(), start, next);
      }
    } else {
      walk(phrase, start, next);
    }
  }

  private void walk(Node node, int at, IntConsumer next) {
    if (++steps > MOST_STEPS) {
      throw new TooMany();
    }
    if (node instanceof Node.Tok tok) {
      if (at < limit && accepts(tok.spec(), at)) {
        taken[at] = tok.spec().isClosed() ? 'w' : 'c';
        next.accept(at + 1);
      }
    } else if (node instanceof Node.Skip skip) {
      if (at < limit && accepts(skip.spec(), at)) {
        taken[at] = 'g';
        next.accept(at + 1);
      }
    } else if (node instanceof Node.Seq seq) {
      walkAll(seq.items(), 0, at, next);
    } else if (node instanceof Node.Gap gap) {
      for (int passed = 0; passed <= gap.most() && at + passed <= limit; passed++) {
        for (int i = 0; i < passed; i++) {
          taken[at + i] = 'g';
        }
        next.accept(at + passed);
      }
    } else if (node instanceof Node.Alt alt) {
      alt.choices().forEach(choice -> walk(choice, at, next));
    } else if (node instanceof Node.Opt opt) {
      walk(opt.item(), at, next);
      next.accept(at);
    } else if (node instanceof Node.Capture capture) {
      walk(
          capture.item(),
          at,
          end -> {
            captured.push(new Alignment.Captured(capture.name(), at, end));
            next.accept(end);
            captured.pop();
          });
    }
  }

  private void walkAll(List<Node> items, int item, int at, IntConsumer next) {
    if (item == items.size()) {
      next.accept(at);
    } else {
      walk(items.get(item), at, end -> walkAll(items, item + 1, end, next));
    }
  }

  private boolean accepts(Spec spec, int token) {
    TokenKind kind = tokens.kind(token);
    String form = tokens.form(token);
    return spec.forms().contains(form)
        || spec.kinds().contains(kind)
        || (spec.any() && kind != TokenKind.QUESTION_MARK)
        || (kind == TokenKind.WORD && spec.prefixes().stream().anyMatch(form::startsWith));
  }
}

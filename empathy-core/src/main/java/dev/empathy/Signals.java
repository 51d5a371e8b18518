package dev.empathy;

import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Side;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What can be measured of a turn. */
final class Signals {

  /** The customer's words that come back; needs the turn before. */
  private static final String ECHO_RATIO = "echo-ratio";

  /** The share of capitals among letters. */
  private static final String CAPS_RATIO = "caps-ratio";

  private static final Map<String, ToDoubleFunction<Turn>> OF_TURN = new LinkedHashMap<>();

  static {
    sum("words", Tokens::wordCount);
    sum("sentences", Tokens::sentenceCount);
    most("longest-sentence-words", Signals::longestSentence);
    OF_TURN.put(CAPS_RATIO, Signals::capsRatio);
    most("exclamation-run", Tokens::exclamationRun);
    sum("ellipsis", Tokens::ellipses);
    count("questions", TokenKind.QUESTION_MARK);
    sum("list-items", Tokens::listItems);
    count("emoji", TokenKind.EMOJI);
    count("links", TokenKind.URL);
  }

  private Signals() {}

  private static void sum(String name, ToIntFunction<Tokens> measure) {
    OF_TURN.put(
        name, turn -> turn.messages().stream().mapToInt(m -> measure.applyAsInt(m.tokens())).sum());
  }

  private static void most(String name, ToIntFunction<Tokens> measure) {
    OF_TURN.put(
        name,
        turn ->
            turn.messages().stream().mapToInt(m -> measure.applyAsInt(m.tokens())).max().orElse(0));
  }

  private static void count(String name, TokenKind kind) {
    OF_TURN.put(name, turn -> turn.messages().stream().mapToInt(m -> m.count(kind)).sum());
  }

  static Set<String> names() {
    Set<String> names = new HashSet<>(OF_TURN.keySet());
    names.add(ECHO_RATIO);
    return names;
  }

  /** Whether more text can only raise it. */
  static boolean isCounted(String name) {
    return OF_TURN.containsKey(name) && !isRatio(name);
  }

  /** Whether more text could lower it or raise it. */
  static boolean isRatio(String name) {
    return CAPS_RATIO.equals(name) || ECHO_RATIO.equals(name);
  }

  /** The value of a signal for a turn of a scene, or NaN where it cannot be known. */
  static double value(String name, Turn turn, Scene scene) {
    ToDoubleFunction<Turn> measure = OF_TURN.get(name);
    if (measure != null) {
      return measure.applyAsDouble(turn);
    }
    return ECHO_RATIO.equals(name) ? echoRatio(turn, scene) : SignalValue.of(name, turn).value();
  }

  /** Why a signal's value is not known for a turn, where it can be told; else null. */
  static @Nullable String unknown(String name, Turn turn) {
    boolean builtIn = OF_TURN.containsKey(name) || ECHO_RATIO.equals(name);
    return builtIn ? null : SignalValue.of(name, turn).reason();
  }

  /**
   * All signals of a message alone, and, where its turn ends with it, those of the turn that need
   * what came before.
   */
  static Map<String, Number> all(Scene scene, boolean ended) {
    Turn alone = Turn.of(scene.judged().last());
    Map<String, Number> values = new LinkedHashMap<>();
    OF_TURN.forEach((name, measure) -> values.put(name, number(measure.applyAsDouble(alone))));
    if (ended && scene.judged().side() == Side.AGENT) {
      double echo = echoRatio(scene.judged(), scene);
      if (!Double.isNaN(echo)) {
        values.put(ECHO_RATIO, Numbers.three(echo));
      }
    }
    scene
        .judged()
        .last()
        .measured()
        .forEach(
            (name, measured) -> {
              if (measured.reason() == null) {
                values.put(name, number(measured.value()));
              }
            });
    return values;
  }

  private static Number number(double value) {
    if (value == (int) value) {
      return (int) value;
    }
    return Numbers.three(value);
  }

  private static int longestSentence(Tokens tokens) {
    int longest = 0;
    int words = 0;
    for (int token = 0; token < tokens.size(); token++) {
      boolean opens = tokens.opensSentence(token);
      boolean asks = tokens.kind(token) == TokenKind.QUESTION_MARK;
      boolean again = !opens && tokens.word(token) == tokens.word(token - 1);
      words = (opens ? 0 : words) + (asks || again ? 0 : 1);
      longest = Math.max(longest, words);
    }
    return longest;
  }

  private static double capsRatio(Turn turn) {
    int letters = 0;
    int capitals = 0;
    for (Analysis message : turn.messages()) {
      letters += message.tokens().letters();
      capitals += message.tokens().capitals();
    }
    return letters == 0 ? 0 : (double) capitals / letters;
  }

  /**
   * The content words, numbers and amounts that a turn shares with the other side's turn before,
   * over the smaller of the two sets (the overlap coefficient of Szymkiewicz and Simpson). NaN
   * where what came before is not known.
   */
  private static double echoRatio(Turn turn, Scene scene) {
    if (!scene.historyGiven()) {
      return Double.NaN;
    }
    List<Turn> before = scene.select(Condition.Turn.PREVIOUS, turn.side().other()).turns();
    if (before.isEmpty()) {
      return 0;
    }
    Set<Long> theirs = contentWords(before.get(0));
    Set<Long> ours = contentWords(turn);
    int smaller = Math.min(theirs.size(), ours.size());
    ours.retainAll(theirs);
    return smaller == 0 ? 0 : (double) ours.size() / smaller;
  }

  private static Set<Long> contentWords(Turn turn) {
    Set<Long> words = new HashSet<>();
    for (Analysis message : turn.messages()) {
      Tokens tokens = message.tokens();
      for (int token = 0; token < tokens.size(); token++) {
        boolean content =
            switch (tokens.kind(token)) {
              case WORD -> !message.program().isFunctionWord(tokens, token);
              case NUMBER, MONEY -> true;
              default -> false;
            };
        if (content) {
          words.add(tokens.hash(token));
        }
      }
    }
    return words;
  }
}

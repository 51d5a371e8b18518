package dev.empathy;

import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What can be measured of a turn. */
final class Signals {

  /** What is said of anything that needs what came before, where that was not given. */
  static final String NO_HISTORY = "what was written before is not known";

  private static final SignalValue UNTOLD = SignalValue.unknown(NO_HISTORY);

  /** The signal that counts promises. */
  static final String OPEN_COMMITMENTS = "open-commitments";

  /** Those that need nothing but the turn's own messages. */
  private static final Map<String, Function<Turn, SignalValue>> OF_MESSAGES = new LinkedHashMap<>();

  /** Those that need to know what came before. */
  private static final Map<String, Measure> OF_TURNS = new LinkedHashMap<>();

  /** Those of the conversation up to the judged turn, whichever turn they are asked of. */
  private static final Map<String, Function<Scene, SignalValue>> OF_CONVERSATION =
      new LinkedHashMap<>();

  /** Those that more text could lower or raise. */
  private static final Set<String> RATIOS =
      Set.of("readability", "formality", "caps-ratio", "echo-ratio");

  /** Those that more text would leave as they are. */
  private static final Set<String> EXACT = Set.of("reply-delay", "messages-in-a-row");

  static {
    sum("words", Tokens::wordCount);
    sum("sentences", Tokens::sentenceCount);
    most("longest-sentence-words", Signals::longestSentence);
    OF_MESSAGES.put("readability", Readability::of);
    OF_MESSAGES.put("formality", Turn::formality);
    OF_MESSAGES.put("caps-ratio", Signals::capsRatio);
    most("exclamation-run", Tokens::exclamationRun);
    sum("ellipsis", Tokens::ellipses);
    count("questions", TokenKind.QUESTION_MARK);
    sum("list-items", Tokens::listItems);
    count("emoji", TokenKind.EMOJI);
    count("links", TokenKind.URL);
    OF_MESSAGES.put("words-per-minute", Signals::wordsPerMinute);
    OF_TURNS.put("echo-ratio", Signals::echoRatio);
    OF_TURNS.put("repeated-sentence", Signals::repeatedSentence);
    OF_TURNS.put("reply-delay", Signals::replyDelay);
    OF_TURNS.put("messages-in-a-row", Signals::messagesInARow);
    OF_CONVERSATION.put(OPEN_COMMITMENTS, Signals::openCommitments);
    OF_CONVERSATION.put("emotion-change", Signals::emotionChange);
    OF_CONVERSATION.put("de-escalation", Signals::deEscalation);
    OF_CONVERSATION.put("acknowledgment-latency", Signals::acknowledgmentLatency);
  }

  private Signals() {}

  /** What a signal says of a turn in the light of those before it. */
  @FunctionalInterface
  interface Measure {
    SignalValue of(Turn turn, Scene scene);
  }

  private static void sum(String name, ToIntFunction<Tokens> measure) {
    OF_MESSAGES.put(
        name,
        turn -> {
          int sum = 0;
          for (int i = 0; i < turn.messages().size(); i++) {
            sum += measure.applyAsInt(turn.messages().get(i).tokens());
          }
          return SignalValue.known(sum);
        });
  }

  private static void most(String name, ToIntFunction<Tokens> measure) {
    OF_MESSAGES.put(
        name,
        turn -> {
          int most = 0;
          for (int i = 0; i < turn.messages().size(); i++) {
            most = Math.max(most, measure.applyAsInt(turn.messages().get(i).tokens()));
          }
          return SignalValue.known(most);
        });
  }

  private static void count(String name, TokenKind kind) {
    sum(name, tokens -> count(tokens, kind));
  }

  private static int count(Tokens tokens, TokenKind kind) {
    int count = 0;
    for (int token = 0; token < tokens.size(); token++) {
      count += tokens.kind(token) == kind ? 1 : 0;
    }
    return count;
  }

  static Set<String> names() {
    Set<String> names = new HashSet<>(OF_MESSAGES.keySet());
    names.addAll(OF_TURNS.keySet());
    names.addAll(OF_CONVERSATION.keySet());
    return names;
  }

  /** Whether it is of the conversation up to the judged turn, whichever turn it is asked of. */
  static boolean isOfConversation(String name) {
    return OF_CONVERSATION.containsKey(name);
  }

  /** Whether more text can only raise it. */
  static boolean isCounted(String name) {
    boolean builtIn = OF_MESSAGES.containsKey(name) || OF_TURNS.containsKey(name);
    return builtIn && !isRatio(name) && !EXACT.contains(name);
  }

  /** Whether more text could lower it or raise it. */
  static boolean isRatio(String name) {
    return RATIOS.contains(name);
  }

  /** What a signal says of a turn of a scene. */
  static SignalValue value(String name, Turn turn, Scene scene) {
    return measure(name).of(turn, scene);
  }

  /** How a signal is measured. */
  static Measure measure(String name) {
    Function<Turn, SignalValue> ofMessages = OF_MESSAGES.get(name);
    if (ofMessages != null) {
      return (turn, scene) -> ofMessages.apply(turn);
    }
    Function<Scene, SignalValue> ofConversation = OF_CONVERSATION.get(name);
    if (ofConversation != null) {
      return (turn, scene) -> scene.historyGiven() ? ofConversation.apply(scene) : UNTOLD;
    }
    Measure ofTurn = OF_TURNS.get(name);
    return ofTurn == null ? (turn, scene) -> SignalValue.of(name, turn) : ofTurn;
  }

  /**
   * All signals of a message alone, and, where an agent's turn ends with it, those of the turn that
   * need what came before. What is not known or not there is left out.
   */
  static Map<String, Number> all(Scene scene, boolean ended) {
    Turn alone = Turn.of(scene.judged().last());
    Map<String, Number> values = new LinkedHashMap<>();
    OF_MESSAGES.forEach((name, measure) -> put(name, measure.apply(alone), values));
    if (ended && scene.judged().side() == Side.AGENT) {
      OF_TURNS.forEach((name, measure) -> put(name, measure.of(scene.judged(), scene), values));
    }
    scene.judged().last().measured().forEach((name, measured) -> put(name, measured, values));
    return values;
  }

  private static void put(String name, SignalValue signal, Map<String, Number> values) {
    if (signal.isThere()) {
      values.put(name, signal.shown());
    }
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

  private static SignalValue capsRatio(Turn turn) {
    int letters = 0;
    int capitals = 0;
    for (Analysis message : turn.messages()) {
      letters += message.tokens().letters();
      capitals += message.tokens().capitals();
    }
    return SignalValue.known(letters == 0 ? 0 : (double) capitals / letters);
  }

  /** The turn's words over the time that its messages took, the pauses between them left out. */
  private static SignalValue wordsPerMinute(Turn turn) {
    double seconds = 0;
    for (Analysis message : turn.messages()) {
      Instant at = message.message().at();
      Instant until = message.message().until();
      if (at == null) {
        return SignalValue.unknown(Near.untimed(message));
      }
      if (until == null) {
        return SignalValue.unknown("the end of message " + message.index() + " is not known");
      }
      seconds += seconds(at, until);
    }
    return seconds > 0
        ? SignalValue.known(turn.words() * 60 / seconds)
        : SignalValue.unknown("message " + turn.last().index() + " takes no time");
  }

  /**
   * The content words, numbers and amounts that a turn shares with the other side's turn before,
   * over the smaller of the two sets (the overlap coefficient of Szymkiewicz and Simpson).
   */
  private static SignalValue echoRatio(Turn turn, Scene scene) {
    if (!scene.historyGiven()) {
      return UNTOLD;
    }
    Turn before = scene.before(turn);
    if (before == null) {
      return SignalValue.known(0);
    }
    Set<Long> theirs = contentWords(before);
    Set<Long> ours = contentWords(turn);
    int smaller = Math.min(theirs.size(), ours.size());
    ours.retainAll(theirs);
    return SignalValue.known(smaller == 0 ? 0 : (double) ours.size() / smaller);
  }

  private static SignalValue repeatedSentence(Turn turn, Scene scene) {
    return scene.historyGiven()
        ? SignalValue.known(scene.memory().repeats().count(turn, scene.earlier()))
        : UNTOLD;
  }

  /**
   * The seconds from the end of the turn before to the turn's beginning; 0 where they overlap. The
   * first turn has none.
   */
  private static SignalValue replyDelay(Turn turn, Scene scene) {
    Turn before = scene.before(turn);
    if (before == null) {
      return scene.historyGiven() ? SignalValue.NONE : UNTOLD;
    }
    return replyDelay(before, turn);
  }

  /** The seconds from the end of what was asked to the answer's beginning; 0 where they overlap. */
  static SignalValue replyDelay(Turn before, Turn turn) {
    Message asked = before.last().message();
    Instant from = asked.until() != null ? asked.until() : asked.at();
    Instant to = turn.messages().get(0).message().at();
    if (from == null || to == null) {
      return SignalValue.unknown(
          Near.untimed(from == null ? before.last() : turn.messages().get(0)));
    }
    return SignalValue.known(Math.max(0, seconds(from, to)));
  }

  private static SignalValue openCommitments(Scene scene) {
    return SignalValue.known(scene.memory().promises().count(scene.judged(), scene.earlier()));
  }

  private static SignalValue emotionChange(Scene scene) {
    Course course = scene.course();
    return course.felt() == 0
        ? SignalValue.NONE
        : SignalValue.known(course.last() - course.first());
  }

  private static SignalValue deEscalation(Scene scene) {
    Course course = scene.course();
    return course.felt() == 0 ? SignalValue.NONE : SignalValue.known(course.peak() - course.last());
  }

  private static SignalValue acknowledgmentLatency(Scene scene) {
    Course course = scene.course();
    return course.shown() ? SignalValue.known(course.waited()) : SignalValue.NONE;
  }

  static double seconds(Instant from, Instant to) {
    Duration duration = Duration.between(from, to);
    return duration.getSeconds() + duration.getNano() / 1e9;
  }

  private static SignalValue messagesInARow(Turn turn, Scene scene) {
    return turn.position() > 0 || scene.historyGiven()
        ? SignalValue.known(turn.messages().size())
        : UNTOLD;
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

package dev.empathy;

import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import java.util.Locale;

/**
 * How formal the words of a turn are, from −1 (familiar) to 1 (formal); 0 is neither. (formal −
 * familiar) ÷ (formal + familiar + 2), where the two keep one marker from deciding: a single one
 * moves it by a third, and the ends are never reached.
 *
 * <p>A marker is a written word. Formal are those that the language's pack lists. Familiar are
 * those that it lists, short forms ({@code don't}; not {@code customer's}), words drawn out ({@code
 * sooo}), emoji and faces, and runs of {@code !} and {@code ?}. It sees words, not tone: a polite
 * sentence without any marker is 0.
 */
final class Formality {

  private static final int SMOOTHING = 2;

  private static final long POSSESSIVE = Tokens.hashOf("'s");

  private int formal;
  private int familiar;

  private Formality() {}

  static SignalValue of(Turn turn) {
    Program program = turn.last().program();
    if (program.formalWords().isEmpty() && program.informalWords().isEmpty()) {
      String locale = program.rubric().locale().locale();
      return SignalValue.unknown("formality is not known for the language " + locale);
    }
    Formality formality = new Formality();
    for (Analysis message : turn.messages()) {
      if (message.otherLanguage()) {
        return SignalValue.unknown("a message is hardly in the rubric's language");
      }
      formality.count(message);
    }
    return turn.words() == 0
        ? SignalValue.unknown("the turn has no words")
        : SignalValue.known(formality.value());
  }

  private double value() {
    return (double) (formal - familiar) / (formal + familiar + SMOOTHING);
  }

  private void count(Analysis message) {
    Tokens tokens = message.tokens();
    int end;
    for (int token = 0; token < tokens.size(); token = end) {
      end = token + 1;
      while (end < tokens.size() && tokens.word(end) == tokens.word(token)) {
        end++;
      }
      if (tokens.kind(token) == TokenKind.EMOJI) {
        familiar++;
      } else if (tokens.kind(token) == TokenKind.WORD) {
        countWord(message, token, end);
      }
    }
    familiar += tokens.punctuationRuns().size();
    familiar += Detector.ELONGATION.find(tokens, message.program().matcher()).size();
  }

  /** A written word and the tokens that it is, up to {@code end}. */
  private void countWord(Analysis message, int token, int end) {
    Program program = message.program();
    Tokens tokens = message.tokens();
    if (end == token + 1) {
      formal += program.formalWords().contains(tokens.hash(token)) ? 1 : 0;
      familiar += program.informalWords().contains(tokens.hash(token)) ? 1 : 0;
    } else if (isFormal(program.formalWords(), tokens, token)) {
      formal++;
    } else if (tokens.hash(end - 1) != POSSESSIVE || program.isFunctionWord(tokens, token)) {
      familiar++;
    }
  }

  /** Several words written as one, such as {@code cannot}, are looked up as they are written. */
  private static boolean isFormal(HashedWords formalWords, Tokens tokens, int token) {
    String written = tokens.text().substring(tokens.start(token), tokens.end(token));
    return formalWords.contains(Tokens.hashOf(written.toLowerCase(Locale.ROOT)));
  }
}

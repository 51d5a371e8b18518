package dev.empathy;

import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the customer's name in a message: the name that the caller gave, however it is written
 * (where it is a common word too, as Will is, only with a capital), else a vocative, a capitalised
 * word that is set off by a comma ("Sorry, Ana") or follows the first word of its sentence and ends
 * there ("Hi Ana!").
 */
final class CustomerName {

  private CustomerName() {}

  static void mark(Tokens tokens, @Nullable String name, Program program) {
    Set<Long> given = name == null ? Set.of() : words(name, program);
    for (int token = 0; token < tokens.size(); token++) {
      boolean named =
          name == null
              ? isVocative(tokens, token, program)
              : given.contains(tokens.hash(token)) && isMeant(tokens, token, program);
      if (named && tokens.kind(token) == TokenKind.WORD) {
        tokens.markName(token);
      }
    }
  }

  private static Set<Long> words(String name, Program program) {
    Tokens tokens = program.matcher().scanner().scan(name, false);
    Set<Long> words = new HashSet<>();
    for (int token = 0; token < tokens.size(); token++) {
      if (tokens.kind(token) == TokenKind.WORD) {
        words.add(tokens.hash(token));
      }
    }
    return words;
  }

  private static boolean isMeant(Tokens tokens, int token, Program program) {
    boolean common =
        program.isFunctionWord(tokens, token) || program.matcher().isKnownWord(tokens, token);
    return !common || isCapitalised(tokens, token);
  }

  private static boolean isCapitalised(Tokens tokens, int token) {
    return Character.isUpperCase(tokens.text().codePointAt(tokens.start(token)));
  }

  private static boolean isVocative(Tokens tokens, int token, Program program) {
    if (!isCapitalised(tokens, token)
        || tokens.opensSentence(token)
        || tokens.isCapitals(token)
        || tokens.end(token) - tokens.start(token) < 2
        || program.matcher().isKnownWord(tokens, token)
        || program.isFunctionWord(tokens, token)) {
      return false;
    }
    boolean last = token + 1 == tokens.size() || tokens.opensSentence(token + 1);
    boolean setOff = last || tokens.stopBefore(token + 1);
    boolean second = tokens.opensSentence(token - 1) && !program.isFunctionWord(tokens, token - 1);
    return setOff && (second || tokens.stopBefore(token));
  }
}

package dev.empathy;

import dev.empathy.internal.match.Matcher;
import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Words in capitals that are meant loud. Acronyms, order codes and names of plans are in capitals
 * as well, so a run counts only where it is long, or holds a word that the rubric knows as a word.
 */
final class Shouting {

  /** From so many words in a row on, capitals are no acronym. */
  private static final int LONG_RUN = 3;

  private static final int SHORTEST_WORD = 4;

  private Shouting() {}

  static List<int[]> find(Tokens tokens, Matcher matcher) {
    List<int[]> spans = new ArrayList<>();
    int token = 0;
    while (token < tokens.size()) {
      int end = token;
      int words = 0;
      boolean known = false;
      boolean longWord = false;
      int last = token;
      while (end < tokens.size() && tokens.sentence(end) == tokens.sentence(token)) {
        boolean loud = isLoud(tokens, end);
        if (!loud && !(words > 0 && isNeutral(tokens, end))) {
          break;
        }
        if (loud) {
          boolean firstOfWord = end == 0 || tokens.word(end) != tokens.word(end - 1);
          words += firstOfWord ? 1 : 0;
          int length = tokens.end(end) - tokens.start(end);
          longWord |= length >= SHORTEST_WORD;
          known |= length >= SHORTEST_WORD && matcher.isKnownWord(tokens, end);
          last = end;
        }
        end++;
      }
      if ((words >= LONG_RUN && longWord) || (words > 0 && known)) {
        spans.add(new int[] {tokens.start(token), tokens.end(last)});
      }
      token = Math.max(end, token + 1);
    }
    return spans;
  }

  private static boolean isLoud(Tokens tokens, int token) {
    return tokens.kind(token) == TokenKind.WORD && tokens.isCapitals(token);
  }

  /** What may stand inside a run without being loud: {@code I}, {@code A}, a number, an emoji. */
  private static boolean isNeutral(Tokens tokens, int token) {
    boolean single = tokens.end(token) - tokens.start(token) == 1;
    return tokens.kind(token) != TokenKind.WORD
        || (single && Character.isUpperCase(tokens.text().charAt(tokens.start(token))));
  }
}

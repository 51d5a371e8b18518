package dev.empathy;

import dev.empathy.internal.text.Tokens;
import dev.empathy.rubric.LocalePack;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the forms of a word have in common, so that “sent” takes up “send”. Good enough to compare
 * words with each other; a stem is not a word, and is never shown. Immutable.
 */
final class Stems {

  /** What is left of a word when an ending is taken off has at least so many letters. */
  private static final int LEAST = 3;

  private final Map<String, String> irregular = new HashMap<>();
  private final boolean english;

  Stems(LocalePack pack) {
    pack.inflections()
        .forEach((word, forms) -> forms.forEach(form -> irregular.putIfAbsent(form, word)));
    english = pack.locale().equals("en") || pack.locale().startsWith("en-");
  }

  /** A hash of the stem of a token: of its own part, where a written word is several. */
  long of(Tokens tokens, int token) {
    String word = tokens.text().substring(tokens.start(token), tokens.ownEnd(token));
    return Tokens.hashOf(stem(word.toLowerCase(Locale.ROOT)));
  }

  private String stem(String form) {
    String word = irregular.getOrDefault(form, form);
    return english ? withoutE(withoutEnding(word)) : word;
  }

  private static String withoutEnding(String word) {
    if (ends(word, "ies") || ends(word, "ied")) {
      return cut(word, 3) + "y";
    }
    if (ends(word, "ing")) {
      return single(cut(word, 3));
    }
    if (ends(word, "ed")) {
      return single(cut(word, 2));
    }
    boolean plural = ends(word, "s") && !word.endsWith("ss") && !word.endsWith("us");
    return plural ? withoutE(cut(word, 1)) : word;
  }

  private static boolean ends(String word, String ending) {
    return word.endsWith(ending) && word.length() - ending.length() >= LEAST;
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  /** “shipp” of “shipped” is “ship”; “call” stays what it is in both. */
  private static String single(String word) {
    int last = word.length() - 1;
    boolean doubled =
        last >= LEAST
            && word.charAt(last) == word.charAt(last - 1)
            && "lsz".indexOf(word.charAt(last)) < 0;
    return doubled ? cut(word, 1) : word;
  }

  private static String withoutE(String word) {
    return ends(word, "e") ? cut(word, 1) : word;
  }
}

package dev.empathy;

import dev.empathy.internal.text.Language;
import dev.empathy.internal.text.Scanner;
import dev.empathy.internal.text.Tokens;
import dev.empathy.internal.text.Vocabulary;
import dev.empathy.rubric.LocalePack;

/**
 * Phrases as they are once their words are scanned: {@code I’M so\u00A0sorry} and {@code i am so,
 * sorry} have one wording. For those who compare what authors wrote. Immutable and thread-safe.
 */
public final class Wording {

  /** What ends a word of a phrase, beside white space. */
  private static final String MARKS = "()|?^~*";

  private static final String GAP = "...";

  private final Scanner scanner;

  /**
   * @param locale how the language joins and shortens words
   */
  public Wording(LocalePack locale) {
    scanner = new Scanner(new Language(locale.clitics(), locale.abbreviations()), Vocabulary.EMPTY);
  }

  /**
   * The wording of a phrase, a list's entry or any other text, right or wrong: its words as they
   * are compared, its marks as they stand, one space between each two.
   */
  public String of(String phrase) {
    StringBuilder out = new StringBuilder();
    StringBuilder word = new StringBuilder();
    int i = 0;
    while (i < phrase.length()) {
      char c = phrase.charAt(i);
      int end = c == '$' ? nameEnd(phrase, i) : gapEnd(phrase, i);
      if (end > i + 1 || MARKS.indexOf(c) >= 0 || Character.isWhitespace(c)) {
        words(word, out);
        mark(end > i + 1 ? phrase.substring(i, end) : Character.toString(c).strip(), out);
        i = Math.max(end, i + 1);
      } else {
        boolean quotes = c == '\\' && i + 1 < phrase.length();
        word.append(quotes ? phrase.charAt(i + 1) : c);
        i += quotes ? 2 : 1;
      }
    }
    words(word, out);
    return out.toString();
  }

  private void words(StringBuilder word, StringBuilder out) {
    Tokens tokens = scanner.scanForms(word.toString());
    for (int token = 0; token < tokens.size(); token++) {
      mark(tokens.form(token), out);
    }
    word.setLength(0);
  }

  private static void mark(String mark, StringBuilder out) {
    if (!mark.isEmpty()) {
      out.append(out.length() > 0 ? " " : "").append(mark);
    }
  }

  private static int nameEnd(String phrase, int dollar) {
    int end = dollar + 1;
    while (end < phrase.length() && isNamePart(phrase.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  /** Where a gap that begins here ends, or its beginning where none does. */
  private static int gapEnd(String phrase, int i) {
    if (!phrase.startsWith(GAP, i)) {
      return i;
    }
    int end = i + GAP.length();
    while (end < phrase.length() && phrase.charAt(end) >= '0' && phrase.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}

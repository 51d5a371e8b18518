package dev.empathy;

import dev.empathy.internal.text.TokenKind;
import dev.empathy.internal.text.Tokens;

/**
 * How easy a turn is to read: 206.835 − 1.015 × words per sentence − 84.6 × syllables per word.
 * About 100 is very easy, 60 plain, 30 hard; it is not cut off at either end. Rudolf Flesch, A new
 * readability yardstick, Journal of Applied Psychology 32 (1948), 221–233.
 *
 * <p>Words are those of letters: no links, numbers or emoji. Sentences are the scanner's, so an
 * item of a list is one.
 */
final class Readability {

  /** With fewer, a single long word would move the value by ten points. */
  private static final int LEAST_WORDS = 30;

  private static final String TOO_SHORT = "the turn has fewer than " + LEAST_WORDS + " words";

  private static final String VOWELS = "aeiouyàáâäåæèéêëìíîïòóôöøùúûüÿœ";

  private Readability() {}

  static SignalValue of(Turn turn) {
    if (!isEnglish(turn.last().program().rubric().locale().locale())) {
      return SignalValue.unknown("readability is known for English only");
    }
    if (turn.words() < LEAST_WORDS) {
      return SignalValue.unknown(TOO_SHORT);
    }
    int words = 0;
    int sentences = 0;
    int syllables = 0;
    for (Analysis message : turn.messages()) {
      if (message.otherLanguage()) {
        return SignalValue.unknown("a message is hardly in the rubric's language");
      }
      Tokens tokens = message.tokens();
      int sentence = -1;
      for (int token = 0; token < tokens.size(); token++) {
        boolean again = token > 0 && tokens.word(token) == tokens.word(token - 1);
        if (again || tokens.kind(token) != TokenKind.WORD) {
          continue;
        }
        words++;
        syllables += syllables(tokens.text(), tokens.start(token), tokens.end(token));
        sentences += tokens.sentence(token) == sentence ? 0 : 1;
        sentence = tokens.sentence(token);
      }
    }
    return words < LEAST_WORDS
        ? SignalValue.unknown(TOO_SHORT)
        : SignalValue.known(ease(words, sentences, syllables));
  }

  private static boolean isEnglish(String locale) {
    return locale.equals("en") || locale.startsWith("en-");
  }

  static double ease(int words, int sentences, int syllables) {
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words;
  }

  /**
   * The syllables of an English word, at least one, as its letters tell them:
   *
   * <ul>
   *   <li>each run of vowels is one; {@code y} is a vowel but before another;
   *   <li>within a run a new one begins in {@code ia io iu} (not after {@code c g s t x}: {@code
   *       nation}), in {@code ua uo} (not after {@code g q}) and with the ending {@code ing};
   *   <li>the {@code e} of a final {@code e es ed ely} is silent after a consonant: not in {@code
   *       table}, {@code pages} and {@code wanted};
   *   <li>{@code n't} after a consonant is one ({@code isn't}).
   * </ul>
   *
   * Of the words of support messages it counts about 97 in 100 as a dictionary of pronunciation
   * does, of the words of that dictionary 91.
   */
  static int syllables(String text, int start, int end) {
    char[] word = new char[end - start];
    int length = 0;
    boolean shortened = false;
    for (int i = start; i < end; i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if (Character.isLetter(c)) {
        word[length++] = c;
      } else {
        shortened |= c == '\'' || c == '’';
      }
    }
    return Math.max(1, runs(word, length) + endings(word, length, shortened));
  }

  private static int runs(char[] word, int length) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      if (isVowel(word, length, i)) {
        count += !isVowel(word, length, i - 1) || isHiatus(word, length, i) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean isVowel(char[] word, int length, int i) {
    boolean vowel = i >= 0 && i < length && VOWELS.indexOf(word[i]) >= 0;
    boolean glides = vowel && word[i] == 'y' && i + 1 < length && VOWELS.indexOf(word[i + 1]) >= 0;
    return vowel && !glides;
  }

  /** Whether this vowel, which follows another, begins a syllable of its own. */
  private static boolean isHiatus(char[] word, int length, int i) {
    char before = i > 1 ? word[i - 2] : ' ';
    return switch (word[i - 1]) {
          case 'i' -> "aou".indexOf(word[i]) >= 0 && "cgstx".indexOf(before) < 0;
          case 'u' -> "ao".indexOf(word[i]) >= 0 && "gq".indexOf(before) < 0;
          default -> false;
        }
        || ends(word, length, "ing") && i == length - 3;
  }

  /** What a silent ending takes away or a short form adds. */
  private static int endings(char[] word, int length, boolean shortened) {
    if (ends(word, length, "e")) {
      return isSilent(word, length, length - 1) ? -1 : 0;
    }
    if (ends(word, length, "es")) {
      boolean hisses =
          length > 2 && "szxcg".indexOf(word[length - 3]) >= 0
              || ends(word, length, "ches")
              || ends(word, length, "shes");
      return !hisses && isSilent(word, length, length - 2) ? -1 : 0;
    }
    if (ends(word, length, "ed")) {
      boolean sounds = length > 2 && "td".indexOf(word[length - 3]) >= 0;
      return !sounds && isSilent(word, length, length - 2) ? -1 : 0;
    }
    if (ends(word, length, "ely")) {
      return isSilent(word, length, length - 3) ? -1 : 0;
    }
    boolean sounds = length > 3 && !isVowel(word, length, length - 3);
    return shortened && sounds && ends(word, length, "nt") ? 1 : 0;
  }

  /** Whether the {@code e} there stands after a consonant that needs no vowel to be spoken. */
  private static boolean isSilent(char[] word, int length, int e) {
    boolean afterVowel = isVowel(word, length, e - 1);
    boolean needed = e > 1 && word[e - 1] == 'l' && !isVowel(word, length, e - 2);
    return e > 1 && !afterVowel && !needed;
  }

  private static boolean ends(char[] word, int length, String ending) {
    int from = length - ending.length();
    for (int i = 0; i < ending.length(); i++) {
      if (from < 0 || word[from + i] != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

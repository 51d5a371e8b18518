package dev.empathy.internal.match;

import java.util.List;

/**
 * The regular inflections of English: the -s form, the past and the -ing form. A word is a noun or
 * a verb; which one does not matter here, since the -s forms are alike.
 */
final class EnglishInflection {

  private static final String VOWELS = "aeiou";

  private EnglishInflection() {}

  /** The word and its regular forms. */
  static List<String> of(String word) {
    if (word.length() < 2) {
      return List.of(word);
    }
    return List.of(word, withS(word), past(word), ing(word));
  }

  private static String withS(String word) {
    if (endsIn(word, "s", "x", "z", "ch", "sh")) {
      return word + "es";
    }
    return consonantY(word) ? cut(word, 1) + "ies" : word + "s";
  }

  private static String past(String word) {
    if (word.endsWith("e")) {
      return word + "d";
    }
    if (consonantY(word)) {
      return cut(word, 1) + "ied";
    }
    return stem(word) + "ed";
  }

  private static String ing(String word) {
    if (word.endsWith("ie")) {
      return cut(word, 2) + "ying";
    }
    if (word.endsWith("e") && !endsIn(word, "ee", "oe", "ye")) {
      return cut(word, 1) + "ing";
    }
    return stem(word) + "ing";
  }

  /**
   * The word, its last consonant doubled where it has one vowel and ends consonant-vowel-consonant.
   */
  private static String stem(String word) {
    int n = word.length();
    boolean doubles =
        n >= 3
            && !isVowel(word.charAt(n - 1))
            && "wxy".indexOf(word.charAt(n - 1)) < 0
            && isVowel(word.charAt(n - 2))
            && !isVowel(word.charAt(n - 3))
            && vowelGroups(word) == 1;
    return doubles ? word + word.charAt(n - 1) : word;
  }

  private static int vowelGroups(String word) {
    int groups = 0;
    boolean inside = false;
    for (int i = 0; i < word.length(); i++) {
      boolean vowel = isVowel(word.charAt(i)) || (word.charAt(i) == 'y' && i > 0);
      groups += vowel && !inside ? 1 : 0;
      inside = vowel;
    }
    return groups;
  }

  private static boolean consonantY(String word) {
    return word.endsWith("y") && !isVowel(word.charAt(word.length() - 2));
  }

  private static boolean isVowel(char c) {
    return VOWELS.indexOf(c) >= 0;
  }

  private static boolean endsIn(String word, String... endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}

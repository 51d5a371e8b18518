package dev.empathy.internal.text;

import java.util.Arrays;

/** Faces made of punctuation; a closed list. */
final class Emoticons {

  /** Longest first, so that the first that fits is the right one. */
  private static final String[] ALL = {
    ":'-(", ":'-)", ">:-(", ":'(", ":')", ":-)", ":-(", ":-D", ":-P", ":-p", ":-/", ":-|", ":-o",
    ":-O", ":-*", ";-)", ">:(", "</3", "=((", ":((", ":))", "-_-", "^_^", "T_T", ">_<", "._.", ":)",
    ":(", ":D", ":P", ":p", ":/", ":|", ":o", ":O", ":*", ";)", ";(", "=)", "=(", "=D", "<3", "^^",
    ":c", ":C", ":3", "xD", "XD"
  };

  /** Those that begin with each character, in the same order. */
  private static final String[][] BY_FIRST = byFirst();

  private static final String[] NONE = {};

  private Emoticons() {}

  private static String[][] byFirst() {
    String[][] all = new String[0x80][];
    for (int first = 0; first < all.length; first++) {
      int c = first;
      all[first] = Arrays.stream(ALL).filter(face -> face.charAt(0) == c).toArray(String[]::new);
    }
    return all;
  }

  /** Whether a face may begin with this letter; {@code D:} is more often a grade than a face. */
  static boolean beginsLikeAWord(int cp) {
    return cp == 'x' || cp == 'X' || cp == 'T';
  }

  /** The face that stands at {@code i} by itself, or an empty text. */
  static String at(String s, int i) {
    char first = s.charAt(i);
    String[] faces = first < BY_FIRST.length ? BY_FIRST[first] : NONE;
    if (faces.length == 0 || (i > 0 && Chars.isWordPart(s.codePointBefore(i)))) {
      return "";
    }
    for (String face : faces) {
      if (s.startsWith(face, i) && endsThere(s, i + face.length())) {
        return face;
      }
    }
    return "";
  }

  private static boolean endsThere(String s, int end) {
    return end == s.length() || (!Chars.isWordPart(s.codePointAt(end)) && s.charAt(end) != '/');
  }
}

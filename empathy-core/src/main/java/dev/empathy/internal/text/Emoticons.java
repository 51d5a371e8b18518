package dev.empathy.internal.text;

/** Faces made of punctuation; a closed list. */
final class Emoticons {

  /** Longest first, so that the first that fits is the right one. */
  private static final String[] ALL = {
    ":'-(", ":'-)", ">:-(", ":'(", ":')", ":-)", ":-(", ":-D", ":-P", ":-p", ":-/", ":-|", ":-o",
    ":-O", ":-*", ";-)", ">:(", "</3", "=((", ":((", ":))", "-_-", "^_^", "T_T", ">_<", "._.", ":)",
    ":(", ":D", ":P", ":p", ":/", ":|", ":o", ":O", ":*", ";)", ";(", "=)", "=(", "=D", "<3", "^^",
    ":c", ":C", ":3", "xD", "XD"
  };

  private static final String FIRST = firstCharacters();

  private Emoticons() {}

  private static String firstCharacters() {
    StringBuilder first = new StringBuilder();
    for (String face : ALL) {
      if (first.indexOf(face.substring(0, 1)) < 0) {
        first.append(face.charAt(0));
      }
    }
    return first.toString();
  }

  /** Whether a face may begin with this letter; {@code D:} is more often a grade than a face. */
  static boolean beginsLikeAWord(int cp) {
    return cp == 'x' || cp == 'X' || cp == 'T';
  }

  /** The face that stands at {@code i} by itself, or an empty text. */
  static String at(String s, int i) {
    if (FIRST.indexOf(s.charAt(i)) < 0 || (i > 0 && Chars.isWordPart(s.codePointBefore(i)))) {
      return "";
    }
    for (String face : ALL) {
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

package dev.empathy.internal.text;

/** What the scanner asks of single code points. Nothing here depends on a locale. */
final class Chars {

  private Chars() {}

  /** Letters and digits, but for the two apostrophes that Unicode counts among the letters. */
  static boolean isWordPart(int cp) {
    if (cp < 0x80) {
      return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || isDigit(cp);
    }
    return Character.isLetterOrDigit(cp) && cp != 0x2BC && cp != 0x2B9;
  }

  static boolean isDigit(int cp) {
    return cp >= '0' && cp <= '9';
  }

  static boolean isMark(int cp) {
    if (cp < 0x300) {
      return false;
    }
    int type = Character.getType(cp);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** Characters that are not seen: they are passed over, inside words too. */
  static boolean isInvisible(int cp) {
    if (cp < 0x20) {
      return cp != '\t' && cp != '\n' && cp != '\r' && cp != 0x0B && cp != '\f';
    }
    return cp == 0x7F
        || cp == 0xAD
        || cp == 0x34F
        || cp == 0x61C
        || cp == 0x180E
        || (cp >= 0x200B && cp <= 0x200F)
        || (cp >= 0x202A && cp <= 0x202E)
        || (cp >= 0x2060 && cp <= 0x206F)
        || (cp >= 0xFE00 && cp <= 0xFE0F)
        || cp == 0xFEFF
        || (cp >= 0xE0000 && cp <= 0xE01EF);
  }

  static boolean isSpace(int cp) {
    return cp == ' '
        || (cp >= 0x09 && cp <= 0x0D)
        || cp == 0x85
        || cp == 0xA0
        || cp == 0x1680
        || (cp >= 0x2000 && cp <= 0x200A)
        || cp == 0x2028
        || cp == 0x2029
        || cp == 0x202F
        || cp == 0x205F
        || cp == 0x3000;
  }

  static boolean isNewline(int cp) {
    return cp == '\n' || cp == '\r' || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
  }

  static boolean isApostrophe(int cp) {
    return cp == '\''
        || cp == 0x2019
        || cp == 0x2018
        || cp == 0x201B
        || cp == 0x2BC
        || cp == 0x2B9
        || cp == 0x2032
        || cp == 0xB4
        || cp == '`'
        || cp == 0xFF07;
  }

  static boolean isHyphen(int cp) {
    return cp == '-' || cp == 0x2010 || cp == 0x2011;
  }

  static boolean isCurrency(int cp) {
    return cp == '$' || (cp >= 0xA2 && cp <= 0xA5) || (cp >= 0x20A0 && cp <= 0x20CF);
  }

  static boolean isFullStop(int cp) {
    return cp == '.' || cp == 0x3002 || cp == 0xFF0E;
  }

  static boolean isQuestion(int cp) {
    return cp == '?'
        || cp == 0xFF1F
        || cp == 0x2047
        || cp == 0x2048
        || cp == 0x2049
        || cp == 0x203D;
  }

  static boolean isExclamation(int cp) {
    return cp == '!' || cp == 0xFF01 || cp == 0x203C;
  }

  static boolean isStop(int cp) {
    return cp == ',' || cp == ';' || cp == ':' || cp == 0xFF0C || cp == 0x3001;
  }

  /** A code point that is a picture by itself; skin tones and selectors join it. */
  static boolean isEmoji(int cp) {
    return (cp >= 0x1F000 && cp <= 0x1FAFF && !isSkinTone(cp))
        || (cp >= 0x2600 && cp <= 0x27BF)
        || (cp >= 0x2B05 && cp <= 0x2B55)
        || (cp >= 0x2194 && cp <= 0x21AA)
        || (cp >= 0x231A && cp <= 0x23FF)
        || cp == 0x2934
        || cp == 0x2935
        || cp == 0x3030
        || cp == 0x303D;
  }

  static boolean isSkinTone(int cp) {
    return cp >= 0x1F3FB && cp <= 0x1F3FF;
  }

  static boolean isRegional(int cp) {
    return cp >= 0x1F1E6 && cp <= 0x1F1FF;
  }

  static boolean isUpper(int cp) {
    return cp < 0x80 ? cp >= 'A' && cp <= 'Z' : Character.isUpperCase(cp);
  }
}

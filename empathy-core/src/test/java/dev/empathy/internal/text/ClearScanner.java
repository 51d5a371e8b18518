package dev.empathy.internal.text;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The scanner written as plainly as it can be: from character to character, a copy for every word.
 * {@link TokenReader} must find the same tokens.
 */
final class ClearScanner {

  private static final int LONGEST_WORD = 256;

  private final Vocabulary vocabulary;
  private final Map<String, List<String>> wholes;
  private final Map<String, String> endings;
  private final Set<String> abbreviations;

  ClearScanner(Language language, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    wholes = language.wholes();
    endings = language.endings();
    abbreviations = language.abbreviations();
  }

  Tokens scan(String text, boolean newlineEndsSentence, List<Region> given) {
    Tokens tokens = new Tokens();
    tokens.begin(text, true);
    return new Run(tokens, newlineEndsSentence).all(given);
  }

  /** The symbol of a whole word, else of its longest known beginning, else of its kind. */
  private int symbol(String form, TokenKind kind) {
    int symbol = vocabulary.word(form);
    for (int to = form.length(); symbol < 0 && kind == TokenKind.WORD && to > 0; to--) {
      symbol = vocabulary.prefixes().getOrDefault(form.substring(0, to), -1);
    }
    return symbol < 0 ? kind.ordinal() : symbol;
  }

  /** One pass over one text. */
  private final class Run {

    private final Tokens out;
    private final boolean newlineEndsSentence;

    /** The piece that is being scanned, and where it begins in the text. */
    private String s;

    private int length;
    private int base;
    private char[] word = new char[64];
    private int folded;
    private int i;
    private int sentence = -1;
    private boolean barrier = true;
    private boolean stop;
    private int nextAt = -1;

    /** Where the last plain word ends, whose folded form is still at hand. */
    private int wordEnd = -1;

    Run(Tokens out, boolean newlineEndsSentence) {
      this.out = out;
      this.s = out.text();
      this.newlineEndsSentence = newlineEndsSentence;
    }

    Tokens all(List<Region> given) {
      int from = 0;
      if (!given.isEmpty()) {
        for (Region region : Region.disjoint(given, out.text().length())) {
          piece(from, region.start());
          given(region);
          from = region.end();
        }
      }
      piece(from, out.text().length());
      return out;
    }

    private void piece(int from, int to) {
      s = out.text().substring(from, to);
      length = s.length();
      base = from;
      i = 0;
      wordEnd = -1;
      nextAt = s.indexOf('@');
      if (from == 0 || Chars.isNewline(out.text().charAt(from - 1))) {
        lineStart();
      }
      scan();
    }

    /** A part that the caller knows not to be the writer's words. */
    private void given(Region region) {
      s = out.text();
      base = 0;
      i = region.start();
      switch (region.kind()) {
        case QUOTE, SIGNATURE, CODE, OTHER -> mask(region.kind(), region.end());
        case HTML -> out.mask(region.kind(), i, region.end());
        case MENTION -> mention(region.end());
        case URL -> region(TokenKind.URL, region.kind(), region.end());
        case EMAIL_ADDRESS -> region(TokenKind.EMAIL, region.kind(), region.end());
        case PLACEHOLDER -> region(TokenKind.PLACEHOLDER, region.kind(), region.end());
        case REDACTED -> region(TokenKind.REDACTED, region.kind(), region.end());
      }
    }

    private void scan() {
      while (i < length) {
        int cp = s.codePointAt(i);
        if (cp == ' ') {
          i++;
        } else if (isKeycap(cp)) {
          emoji(cp);
        } else if (Chars.isWordPart(cp)) {
          if (!Emoticons.beginsLikeAWord(cp) || !face()) {
            word(i);
          }
        } else if (Chars.isSpace(cp)) {
          space(cp);
        } else if (Chars.isInvisible(cp)) {
          int width = Character.charCount(cp);
          wordEnd += i == wordEnd ? width : 0;
          i += width;
        } else {
          mark(cp);
        }
      }
    }

    private void space(int cp) {
      i++;
      if (!Chars.isNewline(cp)) {
        return;
      }
      if (cp == '\r' && i < length && s.charAt(i) == '\n') {
        i++;
      }
      barrier |= newlineEndsSentence;
      lineStart();
    }

    /** At the start of a line: a blank line, a bullet, or words that are not the writer's. */
    private void lineStart() {
      while (i < length && Chars.isSpace(s.charAt(i)) && !Chars.isNewline(s.charAt(i))) {
        i++;
      }
      if (i == length) {
        return;
      }
      if (Chars.isNewline(s.charAt(i))) {
        barrier = true;
        return;
      }
      int end = Masks.line(s, i);
      if (end > i) {
        mask(Region.Kind.QUOTE, end);
      } else if (base + i > 0 && Masks.beginsSignature(s, i)) {
        mask(Region.Kind.SIGNATURE, length);
      } else {
        bullet();
      }
    }

    private void bullet() {
      int cp = s.codePointAt(i);
      int end = i;
      if ("-*\u2022\u2023\u25E6\u2013\u2014\u00B7".indexOf(cp) >= 0) {
        end = i + 1;
      } else {
        while (end < length && end - i < 3 && Chars.isDigit(s.charAt(end))) {
          end++;
        }
        boolean numbered = end > i && end < length && ".)".indexOf(s.charAt(end)) >= 0;
        end = numbered ? end + 1 : i;
      }
      if (end > i && end < length && Chars.isSpace(s.charAt(end)) && i > 0 | end - i > 0) {
        boolean signsOff = Masks.signOff(s, i) >= 0;
        if (!signsOff) {
          out.listItems++;
          barrier = true;
          i = end;
        }
      }
    }

    private void mask(Region.Kind kind, int end) {
      out.mask(kind, base + i, base + end);
      barrier = true;
      i = end;
    }

    /** Anything that is neither a word nor white space. */
    private void mark(int cp) {
      if (Chars.isExclamation(cp) || Chars.isQuestion(cp)) {
        sentenceMarks();
        return;
      }
      if (Chars.isFullStop(cp) || cp == 0x2026) {
        fullStop(cp);
        return;
      }
      if (cp < 0x80 && face()) {
        return;
      }
      if (Chars.isStop(cp)) {
        stop = true;
        i++;
      } else if (Chars.isEmoji(cp)) {
        emoji(cp);
      } else if (cp < 0x80 || Chars.isCurrency(cp) || cp == 0x2013 || cp == 0x2014) {
        asciiMark((char) cp);
      } else {
        i += Character.charCount(cp);
      }
    }

    /** Whether a face made of punctuation stands here; it is taken. */
    private boolean face() {
      String face = Emoticons.at(s, i);
      if (!face.isEmpty()) {
        token(TokenKind.EMOJI, i, i + face.length(), face);
        i += face.length();
      }
      return !face.isEmpty();
    }

    private void asciiMark(char c) {
      int end = -1;
      switch (c) {
        case '@' -> end = mention();
        case '[', '{' -> end = bracket(c);
        case '<' -> end = angle();
        case '_' -> end = region(TokenKind.REDACTED, Region.Kind.REDACTED, Masks.underscored(s, i));
        case '&' -> end = Masks.entity(s, i);
        case '`' -> {
          int code = Masks.code(s, i);
          if (code > 0) {
            mask(Region.Kind.CODE, code);
            end = code;
          }
        }
        case '^', '/', '-', '*', '~', '\u2013', '\u2014' -> {
          int signature = Masks.signOff(s, i);
          if (signature > 0) {
            mask(Region.Kind.SIGNATURE, signature);
            end = signature;
          }
        }
        default -> {
          if (Chars.isCurrency(c) && i + 1 < length && Chars.isDigit(s.charAt(i + 1))) {
            word(i);
            end = i;
          }
        }
      }
      i = end < 0 ? i + 1 : end;
    }

    /** A name after {@code @}; at the start of a message it only says who is spoken to. */
    private int mention() {
      int end = i + 1;
      while (end < length && (Chars.isWordPart(s.charAt(end)) || s.charAt(end) == '_')) {
        end++;
      }
      return end == i + 1 ? -1 : mention(end);
    }

    private int mention(int end) {
      out.mask(Region.Kind.MENTION, base + i, base + end);
      if (out.size() > 0) {
        token(TokenKind.MENTION, i, end, "@");
      }
      return end;
    }

    private int bracket(char c) {
      int end = c == '[' ? Masks.redaction(s, i) : -1;
      return end > 0
          ? region(TokenKind.REDACTED, Region.Kind.REDACTED, end)
          : region(TokenKind.PLACEHOLDER, Region.Kind.PLACEHOLDER, Masks.placeholder(s, i));
    }

    private int angle() {
      int end = Masks.tag(s, i);
      if (end > 0) {
        out.mask(Region.Kind.HTML, base + i, base + end);
        return end;
      }
      return region(TokenKind.PLACEHOLDER, Region.Kind.PLACEHOLDER, Masks.placeholder(s, i));
    }

    /** A part that counts as one word of its kind. */
    private int region(TokenKind kind, Region.Kind region, int end) {
      if (end > 0) {
        out.mask(region, base + i, base + end);
        token(kind, i, end, "<" + kind.name().toLowerCase(Locale.ROOT) + ">");
      }
      return end;
    }

    /** A digit or mark with a key drawn around it. */
    private boolean isKeycap(int cp) {
      if (!Chars.isDigit(cp) && cp != '#' && cp != '*') {
        return false;
      }
      int key = i + 1 < length && s.charAt(i + 1) == 0xFE0F ? i + 2 : i + 1;
      return key < length && s.charAt(key) == 0x20E3;
    }

    private void emoji(int first) {
      int start = i;
      i += Character.charCount(first);
      if (Chars.isRegional(first) && i < length && Chars.isRegional(s.codePointAt(i))) {
        i += 2;
      }
      int visible = i;
      StringBuilder form = new StringBuilder().append(s, start, i);
      while (i < length) {
        int cp = s.codePointAt(i);
        if (cp == 0x200D && i + 1 < length && Chars.isEmoji(s.codePointAt(i + 1))) {
          int next = s.codePointAt(i + 1);
          form.append('\u200D').appendCodePoint(next);
          i += 1 + Character.charCount(next);
        } else if (cp == 0x20E3) {
          form.append((char) cp);
          i++;
        } else if (Chars.isInvisible(cp) || Chars.isSkinTone(cp)) {
          i += Character.charCount(cp);
        } else {
          break;
        }
        visible = i;
      }
      token(TokenKind.EMOJI, start, visible, form.toString());
    }

    /** A run of {@code !} and {@code ?}: the end of a sentence, and a token if it asks. */
    private void sentenceMarks() {
      int start = i;
      int exclamations = 0;
      boolean asks = false;
      while (i < length) {
        int cp = s.codePointAt(i);
        if (Chars.isExclamation(cp)) {
          exclamations++;
        } else if (Chars.isQuestion(cp)) {
          asks = true;
        } else {
          break;
        }
        i += Character.charCount(cp);
      }
      out.exclamationRun = Math.max(out.exclamationRun, exclamations);
      if (i - start > 2 || (i - start == 2 && asks && exclamations > 0)) {
        out.punctuationRun(base + start, base + i);
      }
      if (asks) {
        token(TokenKind.QUESTION_MARK, start, i, "?");
      }
      barrier = true;
    }

    private void fullStop(int cp) {
      int start = i;
      while (i < length && (Chars.isFullStop(s.charAt(i)) || s.charAt(i) == 0x2026)) {
        i++;
      }
      if (i - start > 1 || cp == 0x2026) {
        out.ellipses++;
        barrier |= endsAfterEllipsis();
      } else {
        barrier |= endsSentence(start);
      }
    }

    private boolean endsAfterEllipsis() {
      int next = i;
      while (next < length && Chars.isSpace(s.charAt(next))) {
        next++;
      }
      if (next == length) {
        return false;
      }
      boolean alone = next + 1 >= length || !Chars.isWordPart(s.codePointAt(next + 1));
      return Chars.isUpper(s.codePointAt(next)) && !alone && next > i;
    }

    /**
     * Whether the full stop at {@code at} ends a sentence: {@code Dr. Lee} and {@code e.g.} not.
     */
    private boolean endsSentence(int at) {
      boolean joined = i < length && Chars.isWordPart(s.codePointAt(i));
      if (at != wordEnd || Chars.isDigit(word[folded - 1])) {
        return !joined;
      }
      if (folded == 1) {
        return !joined && word[0] == 'i';
      }
      return !abbreviations.contains(new String(word, 0, folded));
    }

    /** A written word that begins at {@code start}, with a currency sign if it has one. */
    private void word(int start) {
      int end = Masks.url(s, start);
      if (end < 0) {
        end = email(start);
      } else {
        i = start;
        i = region(TokenKind.URL, Region.Kind.URL, end);
        return;
      }
      if (end > 0) {
        i = start;
        i = region(TokenKind.EMAIL, Region.Kind.EMAIL_ADDRESS, end);
        return;
      }
      plainWord(start);
    }

    private int email(int start) {
      while (nextAt >= 0 && nextAt < start) {
        nextAt = s.indexOf('@', start);
      }
      return nextAt > start && nextAt - start <= 64 ? Masks.email(s, start, nextAt) : -1;
    }

    private void plainWord(int start) {
      folded = 0;
      boolean currency = Chars.isCurrency(s.codePointAt(start));
      boolean ascii = true;
      boolean digitsOnly = true;
      int letters = 0;
      int capitals = 0;
      int crosses = 0;
      i = start;
      if (currency) {
        append(s.charAt(i++));
      }
      int end = i;
      while (i < length) {
        int cp = s.codePointAt(i);
        if (Chars.isWordPart(cp)) {
          if (cp < 0x80) {
            append((char) (cp >= 'A' && cp <= 'Z' ? cp | 0x20 : cp));
          } else {
            ascii = false;
            append(cp);
          }
          if (!Chars.isDigit(cp)) {
            digitsOnly = false;
            letters++;
            capitals += Chars.isUpper(cp) ? 1 : 0;
          }
          crosses += cp == 'X' ? 1 : 0;
          i += Character.charCount(cp);
          end = i;
        } else if (Chars.isInvisible(cp)) {
          i += Character.charCount(cp);
        } else if (Chars.isMark(cp)) {
          ascii = false;
          append(cp);
          i += Character.charCount(cp);
          end = i;
        } else {
          int joined = joiner(cp, start, end, letters, digitsOnly);
          if (joined == 0) {
            break;
          }
          i += joined;
          end = cp == '*' ? i : end;
        }
      }
      i = end;
      int bare = !ascii || i >= length || s.charAt(i) != '.' ? -1 : Masks.bareUrl(s, start, i);
      if (bare > 0) {
        i = start;
        i = region(TokenKind.URL, Region.Kind.URL, bare);
        return;
      }
      if (digitsOnly) {
        number(start, currency);
        return;
      }
      if (!ascii) {
        fold();
      }
      out.letters += letters;
      out.capitals += capitals;
      if (crosses >= 4 && crosses == letters) {
        out.mask(Region.Kind.REDACTED, base + start, base + i);
        token(TokenKind.REDACTED, start, i, "<redacted>");
        return;
      }
      wordEnd = i;
      emit(start, i, letters > 1 && capitals == letters);
    }

    /**
     * How many characters of what stands between two parts of a word belong to the word: an
     * apostrophe, a hyphen, a point in a number, the stars of masked profanity. 0 ends the word.
     */
    private int joiner(int cp, int start, int end, int letters, boolean digitsOnly) {
      int next = i + 1;
      while (next < length && Chars.isInvisible(s.codePointAt(next))) {
        next += Character.charCount(s.codePointAt(next));
      }
      boolean wordFollows = next < length && Chars.isWordPart(s.codePointAt(next));
      if (Chars.isApostrophe(cp) || Chars.isHyphen(cp)) {
        if (wordFollows) {
          append(Chars.isHyphen(cp) ? '-' : '\'');
          return next - i;
        }
        return 0;
      }
      boolean digitFollows = wordFollows && Chars.isDigit(s.charAt(next));
      boolean inNumber =
          digitFollows
              && Chars.isDigit(s.charAt(end - 1))
              && (cp == '.' || cp == ',' || cp == ':' || cp == '/');
      if (inNumber && (digitsOnly || cp == '.')) {
        append((char) cp);
        return next - i;
      }
      if (cp == '!' && wordFollows && letters <= 4 && hidesVowel(end, next)) {
        return maskedBy('!', start, next);
      }
      return cp == '*' && letters > 0 && letters <= 4 ? stars(start) : 0;
    }

    /** Whether consonants stand on both sides: {@code sh!t}, and not {@code yes!ok}. */
    private boolean hidesVowel(int end, int next) {
      return end > 0 && isConsonant(s.charAt(end - 1)) && isConsonant(s.charAt(next));
    }

    private static boolean isConsonant(char c) {
      return c >= 'a' && c <= 'z' && "aeiou".indexOf(c) < 0;
    }

    /** {@code sh!t}: a mark inside a short word. */
    private int maskedBy(char mark, int start, int next) {
      int tail = next;
      while (tail < length && tail - next <= 4 && Chars.isWordPart(s.charAt(tail))) {
        tail++;
      }
      if (tail - start > 6) {
        return 0;
      }
      append(mark);
      return next - i;
    }

    /** {@code f***}, {@code s**t}: not the end of {@code **emphasis**}. */
    private int stars(int start) {
      if (start > 0 && s.charAt(start - 1) == '*') {
        return 0;
      }
      int after = i;
      while (after < length && s.charAt(after) == '*') {
        after++;
      }
      int count = after - i;
      boolean wordFollows = after < length && Chars.isWordPart(s.charAt(after));
      if ((count < 2 && !wordFollows) || count > 8) {
        return 0;
      }
      for (int star = 0; star < count; star++) {
        append('*');
      }
      return count;
    }

    private void number(int start, boolean currency) {
      TokenKind kind = currency ? TokenKind.MONEY : TokenKind.NUMBER;
      if (i < length) {
        int cp = s.codePointAt(i);
        if (cp == '%') {
          append('%');
          i++;
        } else if (!currency && Chars.isCurrency(cp)) {
          kind = TokenKind.MONEY;
          append((char) cp);
          i++;
        }
      }
      token(kind, start, i, new String(word, 0, folded));
    }

    private void append(char c) {
      if (folded == word.length) {
        word = Arrays.copyOf(word, folded * 2);
      }
      word[folded++] = c;
    }

    private void append(int cp) {
      if (cp < 0x10000) {
        append((char) cp);
      } else {
        append(Character.highSurrogate(cp));
        append(Character.lowSurrogate(cp));
      }
    }

    /** Brings a word with other than ASCII letters into its one form. */
    private void fold() {
      if (folded > LONGEST_WORD) {
        for (int at = 0; at < folded; at++) {
          word[at] = Character.toLowerCase(word[at]);
        }
        return;
      }
      String composed = Normalizer.normalize(new String(word, 0, folded), Normalizer.Form.NFKC);
      // By way of the capitals, which are where letters such as ß and ss meet.
      String capitals = composed.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
      String lower = Normalizer.normalize(capitals.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
      folded = 0;
      for (int at = 0; at < lower.length(); at++) {
        append(lower.charAt(at));
      }
    }

    /** Splits a folded word into the words that it joins, and adds them. */
    private void emit(int start, int end, boolean capitals) {
      int number = out.wordCount++;
      String written = new String(word, 0, folded);
      String form = written;
      if (wholes.containsKey(written)) {
        wholes
            .get(written)
            .forEach(part -> add(TokenKind.WORD, start, end, number, capitals, part));
        return;
      }
      Deque<String> tail = new ArrayDeque<>();
      for (String ending; tail.size() < 4 && (ending = ending(form)) != null; ) {
        tail.push(endings.get(ending));
        form = form.substring(0, form.length() - ending.length());
      }
      add(TokenKind.WORD, start, end, number, capitals, form);
      tail.forEach(part -> add(TokenKind.WORD, start, end, number, capitals, part));
    }

    /** The first ending that a word has, if an apostrophe is among its last four letters. */
    private String ending(String form) {
      if (form.lastIndexOf('\'') < Math.max(1, form.length() - 4)) {
        return null;
      }
      return endings.keySet().stream()
          .filter(ending -> ending.length() < form.length() && form.endsWith(ending))
          .findFirst()
          .orElse(null);
    }

    private void token(TokenKind kind, int start, int end, String form) {
      int number = kind == TokenKind.QUESTION_MARK ? out.wordCount : out.wordCount++;
      add(kind, start, end, number, false, form);
    }

    private void add(
        TokenKind kind, int start, int end, int number, boolean capitals, String form) {
      if (barrier) {
        sentence++;
        barrier = false;
        stop = false;
      }
      int row = out.newRow();
      long hash = Tokens.hashOf(form);
      out.rows[row + Tokens.SYMBOL] = symbol(form, kind);
      out.rows[row + Tokens.START] = base + start;
      out.rows[row + Tokens.END] = base + end;
      out.rows[row + Tokens.WORD] = number;
      out.rows[row + Tokens.SENTENCE] = sentence;
      out.rows[row + Tokens.KIND] =
          kind.ordinal() | (stop ? Tokens.STOP_BEFORE : 0) | (capitals ? Tokens.CAPITALS : 0);
      out.rows[row + Tokens.HASH] = (int) hash;
      out.rows[row + Tokens.HASH + 1] = (int) (hash >>> 32);
      out.forms.add(form);
      stop = false;
    }
  }
}

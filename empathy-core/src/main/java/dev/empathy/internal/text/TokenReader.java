package dev.empathy.internal.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One pass over one text, and what it needs: used again for the next. Not thread-safe.
 *
 * <p>It is equivalent to going from character to character, which {@link #step} does. Most of most
 * messages are words of ASCII letters with plain marks between them, and these take a shorter way:
 * the text is brought into bytes, one for each character, the letters among them are found eight at
 * a time, and a word is looked up by its bytes as they stand. Whatever may mean something else
 * leaves that way before anything has been decided.
 */
public final class TokenReader {

  /** Words longer than this are folded letter by letter and known by their beginning only. */
  static final int LONGEST_WORD = 256;

  /** How long the name of a mail address may be. */
  private static final int LONGEST_NAME = 64;

  /** A thread keeps room for texts of this length; what more takes is given back. */
  static final int KEPT = 1 << 16;

  private static final long EACH = 0x0101010101010101L;
  private static final long CASE = 0x20 * EACH;
  private static final long HIGH = 0x80 * EACH;

  /** Brings the highest bit of eight bytes together in the highest byte, in their order. */
  private static final long GATHER = 0x0102040810204080L;

  private static final long WWW = 0x777777L;

  /** By the length of a word up to 16, which bits of its first and its second eight bytes count. */
  private static final long[] FIRST = new long[17];

  private static final long[] SECOND = new long[17];

  /** What a byte is where something begins. */
  private static final byte[] BEGINS = new byte[256];

  private static final byte STEP = 0;
  private static final byte LETTER = 1;
  private static final byte SPACE = 2;
  private static final byte COMMA = 3;
  private static final byte COLON = 4;
  private static final byte STOP = 5;
  private static final byte MENTION = 6;
  private static final byte MARK = 7;
  private static final byte DIGIT = 8;

  /** It means nothing wherever it stands. */
  private static final byte NOTHING = 9;

  /** Whether a byte may stand in the name of a mention. */
  private static final boolean[] IS_NAME = new boolean[256];

  /** What a byte is behind the letters of a word. */
  private static final byte[] FOLLOWS = new byte[256];

  /** It may belong to the word, or make it something else. */
  private static final byte PERHAPS = 0;

  private static final byte ENDS = 1;
  private static final byte JOINS = 2;
  private static final byte ENDS_BEFORE_MARK = 3;
  private static final byte ENDS_UNLESS_DOUBLED = 4;

  static {
    for (int c = 'a'; c <= 'z'; c++) {
      BEGINS[c] = LETTER;
      BEGINS[c - 0x20] = LETTER;
    }
    BEGINS[' '] = SPACE;
    BEGINS[','] = COMMA;
    BEGINS[':'] = COLON;
    BEGINS[';'] = COLON;
    BEGINS['.'] = STOP;
    BEGINS['@'] = MENTION;
    BEGINS['!'] = MARK;
    BEGINS['?'] = MARK;
    for (char c = '0'; c <= '9'; c++) {
      BEGINS[c] = DIGIT;
    }
    for (char c : "\"()+%]}\\|".toCharArray()) {
      BEGINS[c] = NOTHING;
    }
    for (char c : " \t\n\r\f,;?()\"<>=#&|\\~$[]{}^/".toCharArray()) {
      FOLLOWS[c] = ENDS;
    }
    for (int c = 0; c < 0x80; c++) {
      IS_NAME[c] = Chars.isWordPart(c) || c == '_';
    }
    for (int size = 1; size <= 16; size++) {
      FIRST[size] = WordKeys.mask(Math.min(8, size));
      SECOND[size] = size > 8 ? WordKeys.mask(size - 8) : 0;
    }
    FOLLOWS['.'] = ENDS_BEFORE_MARK;
    FOLLOWS['!'] = ENDS_BEFORE_MARK;
    FOLLOWS['\''] = JOINS;
    FOLLOWS['-'] = JOINS;
    FOLLOWS[':'] = ENDS_UNLESS_DOUBLED;
  }

  private Dictionary dictionary = new Dictionary(Language.NONE, Vocabulary.EMPTY);
  private final Tokens out = new Tokens();
  private boolean newlineEndsSentence;
  private boolean keepForms;

  /** The piece that is being scanned, and where it begins in the text. */
  private String s = "";

  private int length;
  private int base;

  /** The piece as bytes, one for each character: 0x80 for what is neither ASCII nor known. */
  private byte[] bytes = new byte[256 + WordKeys.PADDING];

  private char[] chars = new char[256];
  private ByteBuffer byteBuffer = ByteBuffer.wrap(bytes);
  private CharBuffer charBuffer = CharBuffer.wrap(chars);
  private final CharsetEncoder latin1 = StandardCharsets.ISO_8859_1.newEncoder();

  /** A bit for each byte that is an ASCII letter. */
  private long[] letterBits = new long[6];

  private char[] word = new char[64];
  private int folded;
  private char[] picture = new char[32];
  private byte[] form = new byte[256];
  private int i;
  private int sentence;
  private boolean barrier;
  private boolean stop;

  /** Where the next {@code @} stands, as far as it was looked for. */
  private int nextAt;

  /** Where the last plain word ends. */
  private int wordEnd;

  /** Where its folded form is still at hand in {@link #word}; else what is known of it. */
  private boolean wordIsFolded;

  private boolean wordIsI;
  private boolean wordIsLetter;
  private int wordValue;
  private final Dictionary.Ending[] endings = new Dictionary.Ending[4];

  /** A reader with room for a short message; it grows. */
  public TokenReader() {}

  /**
   * Reads a text. What it returns is overwritten by the next call.
   *
   * @param given the parts known not to be the writer's words
   * @param keepForms whether folded forms are kept
   */
  Tokens read(Dictionary words, String text, boolean chat, List<Region> given, boolean keepForms) {
    dictionary = words;
    newlineEndsSentence = chat;
    this.keepForms = keepForms;
    out.begin(text, keepForms);
    sentence = -1;
    barrier = true;
    stop = false;
    all(given);
    return out;
  }

  private void all(List<Region> given) {
    int from = 0;
    if (!given.isEmpty()) {
      for (Region region : Region.disjoint(given, out.text.length())) {
        piece(from, region.start());
        given(region);
        from = region.end();
      }
    }
    piece(from, out.text.length());
  }

  private void piece(int from, int to) {
    s = out.text.substring(from, to);
    length = s.length();
    base = from;
    i = 0;
    wordEnd = -1;
    nextAt = -1;
    makeBytes();
    findLetters();
    if (from == 0 || Chars.isNewline(out.text.charAt(from - 1))) {
      lineStart();
    }
    scan();
  }

  /** Brings the piece into bytes, one for each character. */
  private void makeBytes() {
    if (length > chars.length) {
      int room = Math.max(length, 2 * chars.length);
      chars = new char[room];
      bytes = new byte[(room | 63) + 1 + WordKeys.PADDING];
      charBuffer = CharBuffer.wrap(chars);
      byteBuffer = ByteBuffer.wrap(bytes);
      letterBits = new long[room / 64 + 2];
    }
    s.getChars(0, length, chars, 0);
    charBuffer.clear().limit(length);
    byteBuffer.clear();
    // The encoder takes many characters at once, and stops where one is beyond Latin-1.
    for (int stops = 0; stops < 8; stops++) {
      latin1.reset().encode(charBuffer, byteBuffer, true);
      int at = charBuffer.position();
      if (at == length) {
        break;
      }
      at = foldRest(at, stops == 7 ? length : at);
      charBuffer.position(at);
      byteBuffer.position(at);
    }
    Arrays.fill(bytes, length, length + WordKeys.PADDING, (byte) 0);
  }

  /** Folds characters by hand, to here at least and then as far as they are beyond Latin-1. */
  private int foldRest(int from, int to) {
    int at = from;
    while (at < length && (at < to || chars[at] > 0xFF)) {
      char c = chars[at];
      bytes[at++] = (byte) (Chars.isApostrophe(c) && c > 0xFF ? '\'' : c > 0xFF ? 0x80 : c);
    }
    return at;
  }

  private void findLetters() {
    int last = length >>> 6;
    for (int block = 0; block <= last; block++) {
      long found = 0;
      int from = block << 6;
      int eights = Math.min(8, length - from + 7 >>> 3);
      for (int eight = 0; eight < eights; eight++) {
        found |= letters(WordKeys.eight(bytes, from + 8 * eight)) << 8 * eight;
      }
      letterBits[block] = found;
    }
    letterBits[last] &= (1L << length) - 1;
    letterBits[last + 1] = 0;
  }

  /** A bit for each of eight bytes, whether it is an ASCII letter. */
  private static long letters(long eight) {
    long low = (eight | CASE) & ~HIGH;
    long fromA = low + (0x80 - 'a') * EACH;
    long beyondZ = low + (0x80 - 'z' - 1) * EACH;
    long found = fromA & ~beyondZ & ~eight & HIGH;
    return (found >>> 7) * GATHER >>> 56;
  }

  /** Where the letters end that begin here. */
  private int lettersEnd(int from) {
    int block = from >>> 6;
    long others = ~(letterBits[block] >>> from | letterBits[block + 1] << 1 << ~from);
    if (others != 0) {
      return from + Long.numberOfTrailingZeros(others);
    }
    do {
      others = ~letterBits[++block];
    } while (others == 0);
    return (block << 6) + Long.numberOfTrailingZeros(others);
  }

  /** A part that the caller knows not to be the writer's words. */
  private void given(Region region) {
    s = out.text;
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
      switch (BEGINS[bytes[i] & 0xFF]) {
        case SPACE -> i++;
        case LETTER -> {
          if (!plainWords() && !letterWord(i)) {
            step();
          }
        }
        case COMMA -> {
          stop = true;
          i++;
        }
        case COLON -> {
          if (isOpen(i + 1)) {
            stop = true;
            i++;
          } else {
            step();
          }
        }
        case STOP -> {
          if (isOpen(i + 1)) {
            barrier |= endsSentence(i++);
          } else {
            step();
          }
        }
        case MENTION -> {
          if (!plainMention()) {
            step();
          }
        }
        case MARK -> {
          if (isOpen(i + 1)) {
            oneMark();
          } else {
            step();
          }
        }
        case DIGIT -> {
          if (!plainNumber(i)) {
            step();
          }
        }
        case NOTHING -> i++;
        default -> step();
      }
    }
  }

  /** A name of ASCII characters after {@code @}; false, and nothing done, where it is not. */
  private boolean plainMention() {
    int end = i + 1;
    while (IS_NAME[bytes[end] & 0xFF]) {
      end++;
    }
    if (end == i + 1 || bytes[end] < 0) {
      return false;
    }
    i = mention(end);
    return true;
  }

  /** One {@code !} or {@code ?} that stands alone. */
  private void oneMark() {
    int start = i++;
    if (bytes[start] == '?') {
      add(dictionary.question(), start, i, out.wordCount, TokenKind.QUESTION_MARK.ordinal());
    } else {
      out.exclamationRun = Math.max(out.exclamationRun, 1);
    }
    barrier = true;
  }

  /** Up to eight digits that are nothing else; false, and nothing done, where they may be. */
  private boolean plainNumber(int start) {
    int end = start + 1;
    while (BEGINS[bytes[end] & 0xFF] == DIGIT) {
      end++;
    }
    int size = end - start;
    byte next = bytes[end];
    boolean ends = isOpen(end) || ((next == '.' || next == ',' || next == '?') && isOpen(end + 1));
    if (size > 8 || !ends) {
      return false;
    }
    long first = WordKeys.eight(bytes, start) & FIRST[size];
    long hash = WordKeys.mix(0, first);
    int symbol = dictionary.value(first, 0, hash) & Dictionary.SYMBOL;
    i = end;
    int number = TokenKind.NUMBER.ordinal();
    row(start, end, out.wordCount++, number, symbol == 0 ? number : symbol, hash);
    if (keepForms) {
      out.forms.add(s.substring(start, end));
    }
    return true;
  }

  /** Whether the text ends here or a plain space stands. */
  private boolean isOpen(int at) {
    byte c = bytes[at];
    return c == ' ' || c == '\n' || at == length;
  }

  /**
   * Words of ASCII letters that are nothing else, from here on, with a space between each two, or a
   * comma or a full stop and a space. False where not even the first is one; nothing has been done
   * then.
   */
  private boolean plainWords() {
    if (keepForms) {
      return false;
    }
    byte[] bytes = this.bytes;
    int[] rows = out.rows;
    int size = out.size;
    int number = out.wordCount;
    int letters = 0;
    int capitals = 0;
    int from = i;
    int in = sentence;
    int begins = barrier ? 1 : 0;
    int mark = stop ? Tokens.STOP_BEFORE : 0;
    while (BEGINS[bytes[from] & 0xFF] == LETTER) {
      int end = lettersEnd(from);
      int length = end - from;
      int known = Math.min(16, length);
      long eight = WordKeys.eight(bytes, from);
      long next = WordKeys.eight(bytes, from + 8);
      long first = (eight | CASE) & FIRST[known];
      long second = (next | CASE) & SECOND[known];
      // A face (xD), a redaction (XXXX) or an address may begin with x or w.
      byte follows = bytes[end];
      boolean pause = (follows == ',' || follows == '.') && bytes[end + 1] == ' ' && first != WWW;
      boolean plain = follows == ' ' || pause || endsPlainly(from, end);
      if (length > 16 || (first & 0xFF) == 'x' || !plain) {
        break;
      }
      long shortHash = WordKeys.mix(0, first);
      long hash = length > 8 ? WordKeys.mix(shortHash, second) : shortHash;
      int value = dictionary.value(first, second, hash);
      if ((value & Dictionary.EXPANDS) != 0) {
        break;
      }
      int symbol = value & Dictionary.SYMBOL;
      // One question, as no branch foresees whether a word is known.
      if ((dictionary.beginsLike(first) & symbol - 1) < 0) {
        foldIntoForm(from, length);
        symbol = dictionary.beginning(form, length);
      }
      int upper =
          Long.bitCount(~eight & CASE & FIRST[known] | (~next & CASE & SECOND[known]) >>> 1);
      int row = size++ * Tokens.FIELDS;
      if (row == rows.length) {
        rows = out.moreRows();
      }
      rows[row + Tokens.SYMBOL] = symbol;
      rows[row + Tokens.START] = base + from;
      rows[row + Tokens.END] = base + end;
      rows[row + Tokens.WORD] = number++;
      in += begins;
      rows[row + Tokens.SENTENCE] = in;
      // What begins a sentence has no mark before it.
      rows[row + Tokens.KIND] =
          mark & begins - 1 | (upper == length && upper > 1 ? Tokens.CAPITALS : 0);
      rows[row + Tokens.HASH] = (int) hash;
      rows[row + Tokens.HASH + 1] = (int) (hash >>> 32);
      begins = 0;
      mark = 0;
      letters += length;
      capitals += upper;
      from = end + 1;
      if (pause) {
        from++;
        mark = follows == ',' ? Tokens.STOP_BEFORE : 0;
        boolean shortened = length == 1 ? first != 'i' : (value & Dictionary.ABBREVIATION) != 0;
        begins = follows == ',' || shortened ? 0 : 1;
      } else if (follows != ' ') {
        wordValue = value;
        wordEnds(end, length, (int) first & 0xFF);
        from = end;
        break;
      }
    }
    boolean some = size > out.size;
    if (some) {
      out.size = size;
      out.wordCount = number;
      out.letters += letters;
      out.capitals += capitals;
      i = from;
      sentence = in;
      barrier = begins > 0;
      stop = mark > 0;
    }
    return some;
  }

  /** Whether letters end a word where no space follows them. */
  private boolean endsPlainly(int start, int end) {
    byte follows = FOLLOWS[bytes[end] & 0xFF];
    boolean www = end - start == 3 && follows == ENDS_BEFORE_MARK && (bytes[start] | 0x20) == 'w';
    return !www && (follows == ENDS || end >= length || endsAt(start, end, follows));
  }

  /**
   * A word of ASCII letters, hyphens and apostrophes that is nothing else. False where it may be
   * something else; nothing has been done then.
   */
  private boolean letterWord(int start) {
    int end = lettersEnd(start);
    int joins = 0;
    boolean split = false;
    byte follows = FOLLOWS[bytes[end] & 0xFF];
    while (follows == JOINS && BEGINS[bytes[end + 1] & 0xFF] == LETTER) {
      joins++;
      split |= bytes[end] == '\'';
      if (bytes[end] == '-' && isBeforeAt(start, end)) {
        return false;
      }
      end = lettersEnd(end + 1);
      follows = FOLLOWS[bytes[end] & 0xFF];
    }
    if (follows != ENDS && end < length && !endsAt(start, end, follows)) {
      return false;
    }
    int size = end - start;
    foldIntoForm(start, size);
    // A face (xD), a redaction (XXXX) or an address.
    if (form[0] == 'x' || (follows == ENDS_BEFORE_MARK && isWww(size))) {
      return false;
    }
    int upper = 0;
    for (int at = start; at < end; at += 8) {
      long mask = WordKeys.mask(Math.min(8, end - at));
      upper += Long.bitCount(~WordKeys.eight(bytes, at) & CASE & mask);
    }
    out.letters += size - joins;
    out.capitals += upper;
    long hash = WordKeys.hash(form, 0, size);
    wordValue = dictionary.value(form, size, hash);
    wordEnds(end, size, form[0]);
    int flags = upper == size - joins && upper > 1 ? Tokens.CAPITALS : 0;
    addAll(start, end, flags, size, hash, wordValue);
    return true;
  }

  private boolean isWww(int size) {
    return size == 3 && (WordKeys.eight(form, 0) & FIRST[3]) == WWW;
  }

  /** Notes what the word was that ends here. */
  private void wordEnds(int end, int size, int first) {
    i = end;
    wordEnd = end;
    wordIsFolded = false;
    wordIsLetter = size == 1;
    wordIsI = wordIsLetter && first == 'i';
  }

  /** Whether letters end a word where something follows them that may go on with it. */
  private boolean endsAt(int start, int end, byte follows) {
    byte next = bytes[end + 1];
    boolean open = isOpen(end + 1) || next == '"' || next == ')';
    return switch (follows) {
      case ENDS_BEFORE_MARK ->
          open
              || (bytes[end] == '!'
                  ? next == '!' || next == '?' || next == '.'
                  : next == '.' && !isBeforeAt(start, end));
      case ENDS_UNLESS_DOUBLED -> next > ' ' && next != '/' && next != 0x7F || open;
      case JOINS -> open;
      default -> false;
    };
  }

  /** Whether a mail address may begin here and go on after {@code end}. */
  private boolean isBeforeAt(int start, int end) {
    findAt(end);
    return nextAt - start <= LONGEST_NAME;
  }

  /** Looks for the next {@code @} from here; far beyond the text where there is none. */
  private void findAt(int from) {
    if (nextAt < from) {
      int found = s.indexOf('@', from);
      nextAt = found < 0 ? Integer.MAX_VALUE : found;
    }
  }

  private void foldIntoForm(int start, int size) {
    roomInForm(size);
    for (int done = 0; done < size; done += 8) {
      WordKeys.putEight(form, done, WordKeys.eight(bytes, start + done) | CASE);
    }
  }

  private void roomInForm(int size) {
    if (form.length < size + WordKeys.PADDING) {
      form = new byte[2 * size + WordKeys.PADDING];
    }
  }

  /**
   * Adds a word, of which {@link #form} holds the folded bytes, or the words that it stands for.
   */
  private void addAll(int start, int end, int flags, int size, long hash, int value) {
    int number = out.wordCount++;
    if ((value & Dictionary.EXPANDS) != 0) {
      for (Dictionary.Part part : dictionary.expansion(form, size, hash)) {
        add(part, start, end, number, flags);
      }
      return;
    }
    int left = size;
    Dictionary.Ending first = dictionary.ending(form, left);
    if (first == null) {
      addForm(TokenKind.WORD, start, end, number, flags, size, hash, value);
      return;
    }
    int count = 0;
    for (Dictionary.Ending one = first;
        one != null && count < endings.length;
        one = dictionary.ending(form, left)) {
      endings[count++] = one;
      left -= one.length();
    }
    long stem = WordKeys.hash(form, 0, left);
    int known = dictionary.value(form, left, stem);
    addForm(TokenKind.WORD, start, end, number, flags, left, stem, known);
    while (count > 0) {
      add(endings[--count].part(), start, end, number, flags);
    }
  }

  /** Adds one token, of which {@link #form} holds the folded bytes. */
  private void addForm(
      TokenKind kind, int start, int end, int number, int flags, int size, long hash, int value) {
    int symbol = value & Dictionary.SYMBOL;
    if (symbol == 0 && kind == TokenKind.WORD && dictionary.mayBegin(WordKeys.eight(form, 0))) {
      symbol = dictionary.beginning(form, size);
    }
    int called = symbol == 0 ? kind.ordinal() : symbol;
    row(start, end, number, kind.ordinal() | flags, called, hash);
    if (keepForms) {
      out.forms.add(WordKeys.word(form, 0, size));
    }
  }

  private void add(Dictionary.Part part, int start, int end, int number, int kindAndFlags) {
    row(start, end, number, kindAndFlags, part.symbol(), part.hash());
    if (keepForms) {
      out.forms.add(part.form());
    }
  }

  /** Writes down a token: where it stands, what stands before it, and what it is. */
  private void row(int start, int end, int number, int kindAndFlags, int symbol, long hash) {
    int row = out.newRow();
    int[] rows = out.rows;
    if (barrier) {
      sentence++;
      barrier = false;
      stop = false;
    }
    rows[row + Tokens.SYMBOL] = symbol;
    rows[row + Tokens.START] = base + start;
    rows[row + Tokens.END] = base + end;
    rows[row + Tokens.WORD] = number;
    rows[row + Tokens.SENTENCE] = sentence;
    rows[row + Tokens.KIND] = kindAndFlags | (stop ? Tokens.STOP_BEFORE : 0);
    rows[row + Tokens.HASH] = (int) hash;
    rows[row + Tokens.HASH + 1] = (int) (hash >>> 32);
    stop = false;
  }

  /** Goes on by one character, or by what begins there. */
  private void step() {
    int cp = s.codePointAt(i);
    if (isKeycap(cp)) {
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
    char first = s.charAt(i);
    if (!Masks.mayBegin(first)) {
      if (!mayBeginWord(first)) {
        bullet();
      }
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

  private static boolean mayBeginWord(char c) {
    return c < 0x80 && (BEGINS[c] == LETTER || BEGINS[c] == MENTION);
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
      int room = face.length();
      face.getChars(0, room, pictureOf(room), 0);
      token(TokenKind.EMOJI, i, i + room, picture, room);
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
    if (out.size > 0) {
      add(dictionary.mention(), i, end, out.wordCount++, TokenKind.MENTION.ordinal());
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
      add(dictionary.of(kind), i, end, out.wordCount++, kind.ordinal());
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
    int size = 0;
    for (int at = start; at < i; at++) {
      pictureOf(size + 1)[size++] = s.charAt(at);
    }
    while (i < length) {
      int cp = s.codePointAt(i);
      if (cp == 0x200D && i + 1 < length && Chars.isEmoji(s.codePointAt(i + 1))) {
        int width = Character.charCount(s.codePointAt(i + 1));
        pictureOf(size + 3)[size++] = '\u200D';
        s.getChars(i + 1, i + 1 + width, picture, size);
        size += width;
        i += 1 + width;
      } else if (cp == 0x20E3) {
        pictureOf(size + 1)[size++] = (char) cp;
        i++;
      } else if (Chars.isInvisible(cp) || Chars.isSkinTone(cp)) {
        i += Character.charCount(cp);
      } else {
        break;
      }
      visible = i;
    }
    token(TokenKind.EMOJI, start, visible, picture, size);
  }

  /** Room for the form of an emoji of this length; what is there stays. */
  private char[] pictureOf(int size) {
    if (size > picture.length) {
      picture = Arrays.copyOf(picture, 2 * size);
    }
    return picture;
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
      add(dictionary.question(), start, i, out.wordCount, TokenKind.QUESTION_MARK.ordinal());
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

  /** Whether the full stop at {@code at} ends a sentence: {@code Dr. Lee} and {@code e.g.} not. */
  private boolean endsSentence(int at) {
    boolean joined = i < length && Chars.isWordPart(s.codePointAt(i));
    if (at != wordEnd || (wordIsFolded && Chars.isDigit(word[folded - 1]))) {
      return !joined;
    }
    return wordIsLetter ? !joined && wordIsI : (wordValue & Dictionary.ABBREVIATION) == 0;
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
    findAt(start);
    return nextAt > start && nextAt - start <= LONGEST_NAME ? Masks.email(s, start, nextAt) : -1;
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
      add(
          dictionary.of(TokenKind.REDACTED),
          start,
          i,
          out.wordCount++,
          TokenKind.REDACTED.ordinal());
      return;
    }
    wordEnd = i;
    wordIsFolded = true;
    wordIsLetter = folded == 1;
    wordIsI = word[0] == 'i';
    int size = formOf(word, folded);
    long hash = WordKeys.hash(form, 0, size);
    wordValue = dictionary.value(form, size, hash);
    int flags = letters > 1 && capitals == letters ? Tokens.CAPITALS : 0;
    addAll(start, i, flags, size, hash, wordValue);
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
    token(kind, start, i, word, folded);
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

  private void token(TokenKind kind, int start, int end, char[] folded, int to) {
    int size = formOf(folded, to);
    long hash = WordKeys.hash(form, 0, size);
    int value = dictionary.value(form, size, hash);
    addForm(kind, start, end, out.wordCount++, 0, size, hash, value);
  }

  /** Brings a folded word into {@link #form}, and returns how many bytes it has. */
  private int formOf(char[] folded, int to) {
    roomInForm(3 * to);
    int size = 0;
    for (int at = 0; at < to; at++) {
      size = WordKeys.put(form, size, folded[at]);
    }
    return size;
  }
}

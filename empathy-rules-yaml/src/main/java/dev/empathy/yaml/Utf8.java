package dev.empathy.yaml;

import dev.empathy.rubric.Location;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes to text, where a wrong byte is an error with its place and never a question mark. */
final class Utf8 {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /** The file's text, registered for the lines of messages; null where the bytes are not UTF-8. */
  static @Nullable SourceText decode(String file, byte[] bytes, Problems problems) {
    String other = otherEncoding(bytes);
    if (other != null) {
      Location start = new Location(file, 1, 1);
      problems.error(Code.UNREADABLE, start, "", "the file is in " + other, "save it as UTF-8");
      return null;
    }
    String read = unmarked(new String(bytes, StandardCharsets.UTF_8));
    if (read.indexOf(REPLACEMENT) < 0) {
      SourceText source = new SourceText(file, read);
      problems.register(source);
      return source;
    }
    // Something was replaced, or the character stands there.
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, true);
    String text = unmarked(out.flip().toString());
    if (!result.isError()) {
      SourceText source = new SourceText(file, text);
      problems.register(source);
      return source;
    }
    SourceText shown = new SourceText(file, unmarked(new String(bytes, StandardCharsets.UTF_8)));
    problems.register(shown);
    problems.error(
        Code.UNREADABLE,
        shown.location(Math.min(text.length(), shown.text().length())),
        "",
        "the file is not in UTF-8 from here on",
        "save it as UTF-8");
    return null;
  }

  /**
   * An encoding that an editor may have chosen, told by its mark or else by its first letters: a
   * rubric begins with one that takes a byte of its own in UTF-8 and leaves others zero elsewhere.
   */
  private static @Nullable String otherEncoding(byte[] bytes) {
    int first = 0;
    for (int i = 0; i < 4; i++) {
      first = first << 8 | (i < bytes.length ? bytes[i] & 0xFF : 1);
    }
    boolean wide =
        first == 0xFFFE0000
            || first == 0x0000FEFF
            || bytes.length > 3 && ((first & 0x00FFFFFF) == 0 || (first & 0xFFFFFF00) == 0);
    if (wide) {
      return "UTF-32";
    }
    int mark = first >>> 16;
    boolean half = mark == 0xFFFE || mark == 0xFEFF;
    boolean zeros =
        first != 0 && ((first & 0x00FF00FF) == 0 || (first & 0xFF00FF00) == 0) && bytes.length > 3;
    return half || zeros ? "UTF-16" : null;
  }

  private static String unmarked(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }
}

package dev.empathy.yaml;

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

  private Utf8() {}

  /** The file's text, registered for the lines of messages; null where the bytes are not UTF-8. */
  static @Nullable SourceText decode(String file, byte[] bytes, Problems problems) {
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
    SourceText shown = new SourceText(file, shown(bytes));
    problems.register(shown);
    problems.error(
        Code.UNREADABLE,
        shown.location(Math.min(text.length(), shown.text().length())),
        "",
        "the file is not in UTF-8 from here on",
        "save it as UTF-8");
    return null;
  }

  /** What a message shows of it: nothing of UTF-16, which looks like nothing at all. */
  private static String shown(byte[] bytes) {
    boolean wide = bytes.length > 1 && (bytes[0] & bytes[1]) == (byte) 0xFE && bytes[0] != bytes[1];
    return wide ? "" : unmarked(new String(bytes, StandardCharsets.UTF_8));
  }

  private static String unmarked(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }
}

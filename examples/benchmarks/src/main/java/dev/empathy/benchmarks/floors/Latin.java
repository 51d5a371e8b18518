package dev.empathy.benchmarks.floors;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text as bytes, one for each of its characters. The memory is used again for each text; after
 * the last byte stand at least 64 spaces.
 */
public final class Latin {

  private static final int BEYOND = 64;

  private final CharsetEncoder encoder = StandardCharsets.ISO_8859_1.newEncoder();
  private char[] chars = new char[0];
  private byte[] bytes = new byte[BEYOND];
  private CharBuffer in = CharBuffer.wrap(chars);
  private ByteBuffer out = ByteBuffer.wrap(bytes);

  /** Takes a text and says how long it is. */
  public int encode(String text) {
    int length = text.length();
    if (chars.length < length) {
      grow(2 * length);
    }
    text.getChars(0, length, chars, 0);
    in.clear().limit(length);
    out.clear().limit(length);
    encoder.reset();
    CoderResult result = encoder.encode(in, out, true);
    while (!result.isUnderflow()) {
      out.put(other(in.get()));
      result = encoder.encode(in, out, true);
    }
    Arrays.fill(bytes, length, length + BEYOND, (byte) ' ');
    return length;
  }

  private void grow(int length) {
    chars = new char[length];
    bytes = new byte[length + BEYOND];
    in = CharBuffer.wrap(chars);
    out = ByteBuffer.wrap(bytes);
  }

  /** What stands for a character that has no byte: a letter, an apostrophe, a space. */
  private static byte other(char c) {
    if (c == '\u2019' || c == '\u2018') {
      return '\'';
    }
    return (byte) (Character.isLetterOrDigit(c) ? 0xFF : ' ');
  }

  /** The bytes of the last text. */
  public byte[] bytes() {
    return bytes;
  }
}

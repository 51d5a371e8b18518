package dev.empathy.internal.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A word as numbers: its bytes eight at a time, and one hash of them. Bytes are those of UTF-8, but
 * that a lone surrogate keeps its three bytes; so two words have the same bytes only if they are
 * the same. The same on every machine.
 */
final class WordKeys {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** So many bytes must be readable behind the last of a word. */
  static final int PADDING = 16;

  /** Stands at the end of the second key of a word that has more bytes than two keys. */
  private static final long BEYOND = 0xFFL << 56;

  private static final long ODD = 0x9E3779B97F4A7C15L;

  private WordKeys() {}

  /** Eight bytes from here, the first one lowest. */
  static long eight(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  static void putEight(byte[] bytes, int at, long eight) {
    LONG.set(bytes, at, eight);
  }

  /** The lowest 1 to 8 bytes. */
  static long mask(int bytes) {
    return -1L >>> (64 - 8 * bytes);
  }

  /** The first eight bytes of a word; those that it has not are 0. */
  static long first(byte[] bytes, int from, int length) {
    return eight(bytes, from) & mask(Math.min(8, length));
  }

  /** What follows them: all of it up to eight bytes more, else its hash. */
  static long second(byte[] bytes, int from, int length, long hash) {
    if (length <= 8) {
      return 0;
    }
    return length <= 16 ? eight(bytes, from + 8) & mask(length - 8) : BEYOND | hash;
  }

  static long hash(byte[] bytes, int from, int length) {
    long hash = mix(0, first(bytes, from, length));
    for (int done = 8; done < length; done += 8) {
      hash = mix(hash, eight(bytes, from + done) & mask(Math.min(8, length - done)));
    }
    return hash;
  }

  /** The hash of more bytes; of different ones, after the same, it is different. */
  static long mix(long hash, long eight) {
    long mixed = (hash ^ eight) * ODD;
    return mixed ^ mixed >>> 32;
  }

  /** The hash of a word that may be written in any letters. */
  static long hash(String word) {
    byte[] bytes = bytes(word);
    return hash(bytes, 0, bytes.length - PADDING);
  }

  /** Its bytes, and what must be readable behind them. */
  static byte[] bytes(String word) {
    byte[] bytes = new byte[3 * word.length() + PADDING];
    int size = 0;
    for (int i = 0; i < word.length(); i++) {
      size = put(bytes, size, word.charAt(i));
    }
    byte[] exact = new byte[size + PADDING];
    System.arraycopy(bytes, 0, exact, 0, size);
    return exact;
  }

  /** Writes one character, up to three bytes, and returns where the next one goes. */
  static int put(byte[] bytes, int at, char c) {
    if (c < 0x80) {
      bytes[at] = (byte) c;
      return at + 1;
    }
    if (c < 0x800) {
      bytes[at] = (byte) (0xC0 | c >> 6);
      bytes[at + 1] = (byte) (0x80 | c & 0x3F);
      return at + 2;
    }
    bytes[at] = (byte) (0xE0 | c >> 12);
    bytes[at + 1] = (byte) (0x80 | c >> 6 & 0x3F);
    bytes[at + 2] = (byte) (0x80 | c & 0x3F);
    return at + 3;
  }

  /** The word that has these bytes. */
  static String word(byte[] bytes, int from, int length) {
    StringBuilder word = new StringBuilder(length);
    int at = from;
    while (at < from + length) {
      int lead = bytes[at] & 0xFF;
      int width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
      int c = width == 1 ? lead : lead & (width == 2 ? 0x1F : 0x0F);
      for (int i = 1; i < width; i++) {
        c = c << 6 | bytes[at + i] & 0x3F;
      }
      word.append((char) c);
      at += width;
    }
    return word.toString();
  }
}

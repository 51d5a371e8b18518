package dev.empathy.benchmarks.floors;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Splits a text into words eight bytes at a time: a bit for each byte that belongs to a word, and
 * the words' borders where the bits change. Looks each word up if asked to.
 */
final class BitmapTokens implements Pass {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x80 * ONES;
  private static final long LOW = 0x7F * ONES;

  private final Latin latin = new Latin();
  private final Probes probes;
  private final boolean looksUp;

  /** Where words begin and end, in turns. */
  private int[] borders = new int[256];

  BitmapTokens() {
    this.probes = Probes.NONE;
    this.looksUp = false;
  }

  BitmapTokens(Probes probes) {
    this.probes = probes;
    this.looksUp = true;
  }

  @Override
  public long over(String text) {
    int length = latin.encode(text);
    byte[] bytes = latin.bytes();
    if (borders.length <= length + 64) {
      borders = new int[2 * length + 64];
    }
    int count = split(bytes, length);
    long sum = 0;
    for (int i = 0; i + 1 < count; i += 2) {
      int start = borders[i];
      int end = borders[i + 1];
      sum += looksUp ? probes.branchFree(key(bytes, start, end)) : start + end;
    }
    return sum;
  }

  private int split(byte[] bytes, int length) {
    int[] borders = this.borders;
    int count = 0;
    long before = 0;
    // One more than the text, so that its last word ends.
    for (int block = 0; block <= length; block += 64) {
      long parts = parts(bytes, block, length);
      long changes = parts ^ (parts << 1 | before);
      before = parts >>> 63;
      while (changes != 0) {
        borders[count++] = block + Long.numberOfTrailingZeros(changes);
        changes &= changes - 1;
      }
    }
    return count;
  }

  /** A bit for each of 64 bytes; beyond the text there are none. */
  private static long parts(byte[] bytes, int block, int length) {
    long parts = 0;
    for (int i = 0; i < 64 && block + i < length; i += 8) {
      parts |= bits((long) LONGS.get(bytes, block + i)) << i;
    }
    return parts;
  }

  /** A bit for each of eight bytes that are letters, digits or apostrophes. */
  private static long bits(long bytes) {
    long low = bytes & LOW;
    long small = low | 0x20 * ONES;
    long letters = small + (0x80 - 'a') * ONES & ~(small + (0x7F - 'z') * ONES);
    long digits = low + (0x80 - '0') * ONES & ~(low + (0x7F - '9') * ONES);
    long apostrophes = ~((low ^ '\'' * ONES) + LOW);
    long ascii = (letters | digits | apostrophes) & ~bytes;
    long accented = bytes & bytes << 1;
    long marks = (ascii | accented) & HIGH;
    return (marks >>> 7) * 0x0102040810204080L >>> 56;
  }

  /** A word of up to 16 bytes as one number; of a longer one its beginning. */
  private static long key(byte[] bytes, int start, int end) {
    int length = end - start;
    long first = (long) LONGS.get(bytes, start) & mask(length);
    long second = (long) LONGS.get(bytes, start + 8) & mask(length - 8);
    return (first | 0x20 * ONES) * 31 + second;
  }

  /** The number of a word of a phrase. */
  static long key(String word) {
    Latin latin = new Latin();
    int length = latin.encode(word);
    return key(latin.bytes(), 0, length);
  }

  private static long mask(int length) {
    int bits = Math.max(0, Math.min(8, length)) * 8;
    return bits == 64 ? -1 : (1L << bits) - 1;
  }
}

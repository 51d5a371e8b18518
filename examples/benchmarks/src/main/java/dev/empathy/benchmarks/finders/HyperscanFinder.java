package dev.empathy.benchmarks.finders;

import com.gliwka.hyperscan.jni.hs_compile_error_t;
import com.gliwka.hyperscan.jni.hs_database_t;
import com.gliwka.hyperscan.jni.hs_scratch_t;
import com.gliwka.hyperscan.jni.hyperscan;
import com.gliwka.hyperscan.jni.match_event_handler;
import dev.empathy.benchmarks.floors.Latin;
import dev.empathy.benchmarks.texts.Spans;
import java.nio.ByteBuffer;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Hyperscan at its best over JNI: one byte for each character, all memory used again, no start of a
 * match asked for (the phrases are literal, so that the end tells it).
 */
public final class HyperscanFinder implements PhraseFinder {

  private final Latin latin = new Latin();
  private final hs_database_t database;
  private final hs_scratch_t scratch = new hs_scratch_t();
  private final Ends ends;
  private BytePointer bytes = new BytePointer(1 << 16);
  private ByteBuffer buffer = bytes.asByteBuffer();

  public HyperscanFinder(List<String> phrases) {
    database = compile(phrases);
    check(hyperscan.hs_alloc_scratch(database, scratch), "scratch");
    ends = new Ends(phrases.stream().mapToInt(String::length).toArray());
  }

  /** Whether this machine has it; says why where it has not. */
  public static String whyNot() {
    try {
      int valid = hyperscan.hs_valid_platform();
      return valid == 0 ? "" : "this processor lacks what Hyperscan needs (" + valid + ")";
    } catch (LinkageError none) {
      return "there is no native Hyperscan for this platform";
    }
  }

  /** Its version. */
  public static String version() {
    return hyperscan.hs_version().getString();
  }

  private static hs_database_t compile(List<String> phrases) {
    String[] expressions = phrases.stream().map(one -> "\\b" + one + "\\b").toArray(String[]::new);
    int[] flags = new int[expressions.length];
    int[] ids = new int[expressions.length];
    for (int i = 0; i < ids.length; i++) {
      flags[i] = hyperscan.HS_FLAG_CASELESS;
      ids[i] = i;
    }
    try (PointerPointer<BytePointer> texts = new PointerPointer<>(expressions);
        PointerPointer<hs_database_t> made = new PointerPointer<>(1);
        PointerPointer<hs_compile_error_t> fault = new PointerPointer<>(1);
        IntPointer allFlags = new IntPointer(flags);
        IntPointer allIds = new IntPointer(ids)) {
      check(
          hyperscan.hs_compile_multi(
              texts, allFlags, allIds, ids.length, hyperscan.HS_MODE_BLOCK, null, made, fault),
          "compile");
      return made.get(hs_database_t.class, 0);
    }
  }

  private static void check(int result, String what) {
    if (result != 0) {
      throw new IllegalStateException("Hyperscan: " + what + " gave " + result);
    }
  }

  @Override
  public void find(String text, Spans found) {
    int length = latin.encode(text);
    if (length > bytes.capacity()) {
      bytes = new BytePointer(2L * length);
      buffer = bytes.asByteBuffer();
    }
    buffer.clear();
    buffer.put(latin.bytes(), 0, length);
    ends.found = found;
    check(hyperscan.hs_scan(database, bytes, length, 0, scratch, ends, null), "scan");
  }

  /** Called back for each match. */
  private static final class Ends extends match_event_handler {

    private final int[] lengths;
    private Spans found = new Spans();

    Ends(int[] lengths) {
      this.lengths = lengths;
    }

    @Override
    public int call(int id, long from, long to, int flags, Pointer context) {
      found.add((int) to - lengths[id], (int) to);
      return 0;
    }
  }
}

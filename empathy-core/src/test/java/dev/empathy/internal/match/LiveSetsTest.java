package dev.empathy.internal.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LiveSetsTest {

  private static final long MIB = 1 << 20;

  @Test
  void a_large_heap_has_room_for_the_built_in_rubric() {
    assertEquals(1 << 18, LiveSets.mostSets(2048 * MIB, 2));
  }

  @Test
  void a_memory_for_each_processor_takes_a_quarter_of_a_small_heap_at_most() {
    for (long heap : new long[] {64 * MIB, 512 * MIB, 4096 * MIB}) {
      for (int processors : new int[] {1, 4, 64}) {
        long bytes = 220L * processors * LiveSets.mostSets(heap, processors);
        assertTrue(bytes <= heap / 4, heap + " bytes, " + processors + " processors: " + bytes);
      }
    }
  }
}

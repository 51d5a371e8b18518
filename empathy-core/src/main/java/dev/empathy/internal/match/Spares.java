package dev.empathy.internal.match;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Things that cost much to make and that one thread at a time may use. As many are kept as can be
 * used at once, however many threads there are and however short they live. Thread-safe.
 */
final class Spares<T> {

  private static final int MOST =
      2 * Integer.highestOneBit(2 * Runtime.getRuntime().availableProcessors() - 1);

  private final AtomicReferenceArray<@Nullable T> spare = new AtomicReferenceArray<>(MOST);
  private final Supplier<T> maker;

  Spares(Supplier<T> maker) {
    this.maker = maker;
  }

  /** One that is spare, the one that this thread gave back if it can be, or a new one. */
  T take() {
    int home = home();
    for (int i = 0; i < MOST; i++) {
      int at = home + i & MOST - 1;
      T one = spare.get(at) == null ? null : spare.getAndSet(at, null);
      if (one != null) {
        return one;
      }
    }
    return maker.get();
  }

  /** Gives one back; where enough are spare, it is dropped. */
  void give(T one) {
    int home = home();
    for (int i = 0; i < MOST; i++) {
      if (spare.compareAndSet(home + i & MOST - 1, null, one)) {
        return;
      }
    }
  }

  private static int home() {
    return (int) Thread.currentThread().getId() & MOST - 1;
  }
}

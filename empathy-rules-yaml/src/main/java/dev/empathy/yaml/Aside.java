package dev.empathy.yaml;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that another thread may do meanwhile. Whoever needs it does it, if nobody has begun: so it
 * is done where there is no other thread, too.
 */
final class Aside<T> {

  private final Supplier<T> work;
  private final AtomicBoolean begun = new AtomicBoolean();
  private @Nullable T result;
  private @Nullable Throwable failure;
  private boolean done;

  private Aside(Supplier<T> work) {
    this.work = work;
  }

  static <T> Aside<T> begin(Supplier<T> work) {
    Aside<T> aside = new Aside<>(work);
    ForkJoinPool.commonPool().execute(aside::run);
    return aside;
  }

  private void run() {
    if (!begun.compareAndSet(false, true)) {
      return;
    }
    T made = null;
    Throwable failed = null;
    try {
      made = work.get();
    } catch (RuntimeException | Error e) {
      failed = e;
    }
    end(made, failed);
  }

  private synchronized void end(@Nullable T made, @Nullable Throwable failed) {
    result = made;
    failure = failed;
    done = true;
    notifyAll();
  }

  /** What came of it. That a thread is interrupted does not end it: it is short. */
  T get() {
    run();
    return ended();
  }

  private synchronized T ended() {
    boolean interrupted = false;
    while (!done) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    return result;
  }
}

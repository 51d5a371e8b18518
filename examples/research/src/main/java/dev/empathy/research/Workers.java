package dev.empathy.research;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Threads that work through a list; what comes of it stands in the list's order. */
final class Workers implements AutoCloseable {

  private final ExecutorService pool;

  Workers(int threads) {
    pool = Executors.newFixedThreadPool(threads, Workers::daemon);
  }

  <T, R> List<R> map(List<T> work, Function<T, R> function) {
    List<Callable<R>> calls = new ArrayList<>();
    work.forEach(one -> calls.add(() -> function.apply(one)));
    try {
      List<R> results = new ArrayList<>();
      for (Future<R> future : pool.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "evaluate");
    thread.setDaemon(true);
    return thread;
  }
}

package dev.empathy.chatbot.web;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does what may take long on one thread of its own, piece by piece, and lets nobody wait for long.
 * What is given up while it waits is never begun; what has begun is done to its end.
 */
final class OneAtATime implements AutoCloseable {

  private final ThreadPoolExecutor thread;
  private final long millis;

  /**
   * @param name what the thread is called
   * @param waiting pieces that wait at once, at least 1
   * @param millis how long one waits for a piece, its turn included
   */
  OneAtATime(String name, int waiting, long millis) {
    this.millis = millis;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            work -> {
              Thread made = new Thread(work, name);
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * What the work gives.
   *
   * @throws RefusedException if it throws one, if too many wait already, or if it is not done in
   *     time
   */
  <T> T result(Callable<T> work) {
    Future<T> result;
    try {
      result = thread.submit(work);
    } catch (RejectedExecutionException e) {
      throw new RefusedException(503, "other rubrics are being compiled; try again in a moment");
    }
    try {
      return result.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new RefusedException(503, "this takes too long; make the rubric smaller or try again");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(503, "the server stops");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RefusedException refused) {
        throw refused;
      }
      throw new IllegalStateException("the work failed", e.getCause());
    } finally {
      result.cancel(false);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}

package dev.empathy.chatbot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OneAtATimeTest {

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  private String slow() throws InterruptedException {
    begun.countDown();
    goOn.await();
    return "slow";
  }

  private static void isRefused(OneAtATime turns) {
    assertThatThrownBy(() -> turns.result(() -> "never"))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.status()).isEqualTo(503));
  }

  @Test
  void nobody_waits_for_long_and_what_has_begun_is_done() throws Exception {
    try (OneAtATime turns = new OneAtATime("test", 1, 1)) {
      // On a busy machine it is given up before it has begun, and then never begins.
      while (begun.getCount() > 0) {
        assertThatThrownBy(() -> turns.result(this::slow)).isInstanceOf(RefusedException.class);
      }
      isRefused(turns);
      goOn.countDown();
      String result = null;
      while (result == null) {
        try {
          result = turns.result(() -> "done");
        } catch (RefusedException e) {
          Thread.onSpinWait();
        }
      }
      assertThat(result).isEqualTo("done");
    }
  }

  @Test
  void no_more_wait_than_may() throws Exception {
    var threads = Executors.newCachedThreadPool();
    try (OneAtATime turns = new OneAtATime("test", 1, 60_000)) {
      CompletableFuture<String> first =
          CompletableFuture.supplyAsync(() -> turns.result(this::slow), threads);
      begun.await();
      CompletableFuture<String> second =
          CompletableFuture.supplyAsync(() -> turns.result(() -> "second"), threads);
      CompletableFuture<String> third =
          CompletableFuture.supplyAsync(() -> turns.result(() -> "third"), threads);
      // One of the two finds the other waiting, and is refused while the first goes on.
      assertThatThrownBy(() -> CompletableFuture.anyOf(second, third).get())
          .hasCauseInstanceOf(RefusedException.class);
      goOn.countDown();
      assertThat(first.get()).isEqualTo("slow");
      assertThat((second.isCompletedExceptionally() ? third : second).get())
          .isIn("second", "third");
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void what_the_work_throws_comes_through() {
    try (OneAtATime turns = new OneAtATime("test", 1, 60_000)) {
      RefusedException refused = new RefusedException(422, "no");
      assertThatThrownBy(
              () ->
                  turns.result(
                      () -> {
                        throw refused;
                      }))
          .isSameAs(refused);
      assertThatThrownBy(
              () ->
                  turns.result(
                      () -> {
                        throw new IllegalArgumentException();
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasCauseInstanceOf(IllegalArgumentException.class);
    }
  }
}

package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ThreadsTest {

  private static Assessment assess(int i) {
    return Engines.BUILT_IN.assessReply(
        Conversation.of(
                Message.customer(
                    i % 3 == 0
                        ? "RIDICULOUS, time " + i + " I write!!"
                        : "where is order " + i + "?"),
                Message.agent(
                    i % 2 == 0
                        ? "I'm sorry for the delay, I can see why you’re upset. Order " + i
                        : "Calm down. Please restart the app " + "again ".repeat(i % 7)))
            .with("channel", i % 5 == 0 ? "sms" : "email"));
  }

  @Test
  void eight_threads_over_one_engine_give_what_one_gives() throws Exception {
    List<Assessment> alone = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      alone.add(assess(i));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<List<Assessment>> all =
          () -> {
            List<Assessment> found = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
              found.add(assess(i));
            }
            return found;
          };
      List<Future<List<Assessment>>> results =
          threads.invokeAll(java.util.Collections.nCopies(8, all));
      for (Future<List<Assessment>> result : results) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}

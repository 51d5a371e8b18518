package dev.empathy.yaml;

import static dev.empathy.yaml.ReloadableEngine.Reload.Kind.REFUSED;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight threads assess without pause while the file is rewritten a thousand times, every second
 * time broken. Version N of the rubric says N wherever it can, so that a result of two rubrics
 * would contradict itself.
 */
class ReloadUnderLoadTest {

  private static final int TIMES = 1_000;
  private static final int THREADS = 8;

  @TempDir Path folder;

  private final AtomicBoolean done = new AtomicBoolean();

  /** In braces, so that no part of it is a rubric too: here files are read while they are torn. */
  private static String rubric(int n) {
    return """
        { empathy: 1, rubric: load, version: v%1$d, locale: en,
          cues: { greeting: { who: agent, match: [hello],
            examples: { hits: ["{{Hello}}, Ana."], misses: ["Ana."] } } },
          dimensions: { tone: { weight: 1, start: 50 } },
          bands: { band-%1$d: 0 },
          rules: { greets: { dimension: tone, severity: warning, forbid: { cue: greeting },
            fail: { score: -%2$s, message: "This is version v%1$d." } } } }
        """
        .formatted(n, points(n));
  }

  /** 0.1 to 40.0 points, by the version. */
  private static String points(int n) {
    int tenths = n % 400 + 1;
    return tenths / 10 + "." + tenths % 10;
  }

  private static String broken(int n) {
    String whole = rubric(n);
    return switch (n / 2 % 5) {
      case 0 -> whole.substring(0, whole.length() / 2);
      case 1 -> "";
      case 2 -> whole.replace("match:", "mtach:");
      case 3 -> whole.replace("[hello]", "[$hello]");
      default -> whole.replace("[hello]", "[goodbye]");
    };
  }

  @Test
  void no_failure_and_no_mixture() throws Exception {
    Path file = folder.resolve("load.yaml");
    Files.writeString(file, rubric(0));
    // With a tiny locale pack: a thousand reloads of the real one take long beside eight threads.
    ReloadableEngine rubric = new ReloadableEngine(Rubrics.LOADER, file);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
    try (CapturedLog log = new CapturedLog()) {
      List<Future<Set<String>>> assessors = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        assessors.add(threads.submit(() -> assess(rubric)));
      }
      Future<?> watcher = threads.submit(() -> watch(rubric));
      rewrite(file, rubric);
      done.set(true);
      watcher.get();
      Set<String> seen = new HashSet<>();
      for (Future<Set<String>> assessor : assessors) {
        seen.addAll(assessor.get());
      }
      assertThat(seen).hasSizeGreaterThan(1);
      assertThat(log.text()).contains("stays in use").doesNotContain("Quill");
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
    assertThat(rubric.engine().rubric().version()).isEqualTo("v" + TIMES);
  }

  /**
   * Even versions are sound. The file is written in one move and in pieces, two of each in turn.
   */
  private static void rewrite(Path file, ReloadableEngine rubric) throws IOException {
    for (int n = 1; n <= TIMES; n++) {
      boolean sound = n % 2 == 0;
      byte[] bytes = (sound ? rubric(n) : broken(n)).getBytes(StandardCharsets.UTF_8);
      if (n / 2 % 2 == 0) {
        replace(file, bytes);
      } else {
        pieces(file, bytes, rubric);
      }
      assertThat(rubric.reload().kind() == REFUSED)
          .as("version %d is refused", n)
          .isEqualTo(!sound);
      if (sound) {
        assertThat(rubric.engine().rubric().version()).isEqualTo("v" + n);
      }
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path next = file.resolveSibling("next");
    Files.write(next, bytes);
    Files.move(next, file, ATOMIC_MOVE);
  }

  /** In two pieces, with a reload between them. */
  private static void pieces(Path file, byte[] bytes, ReloadableEngine rubric) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      int half = bytes.length / 2;
      out.write(bytes, 0, half);
      assertThat(rubric.reload().kind()).as("half a file").isEqualTo(REFUSED);
      out.write(bytes, half, bytes.length - half);
    }
  }

  private Void watch(ReloadableEngine rubric) throws InterruptedException {
    while (!done.get()) {
      rubric.reloadIfChanged();
      Thread.sleep(10); // or it would hardly ever let the other one in
    }
    return null;
  }

  /** Returns the versions that it met. */
  private Set<String> assess(ReloadableEngine rubric) {
    Set<String> seen = new HashSet<>();
    Conversation conversation =
        Conversation.of(Message.customer("Hi, Ana Quill here."), Message.agent("Hello, Ms Quill."));
    while (!done.get()) {
      ConversationAssessment result = rubric.engine().assess(conversation);
      check(result.rubric().version(), result.band(), result.score());
      for (Assessment turn : result.turns()) {
        assertThat(turn.rubric()).isEqualTo(result.rubric());
      }
      Assessment reply = result.turns().get(1);
      check(reply.rubric().version(), reply.band(), reply.score());
      assertThat(reply.findings())
          .singleElement()
          .extracting("explanation")
          .isEqualTo("This is version " + reply.rubric().version() + ".");
      seen.add(result.rubric().version());
      Thread.yield(); // no pause, but else the one who writes waits a time slice of each
    }
    return seen;
  }

  private static void check(String version, String band, Double score) {
    int n = Integer.parseInt(version.substring(1));
    assertThat(n % 2).as("only sound ones are in use").isZero();
    assertThat(band).isEqualTo("band-" + n);
    assertThat(score).isEqualTo((500 - n % 400 - 1) / 10.0);
  }
}

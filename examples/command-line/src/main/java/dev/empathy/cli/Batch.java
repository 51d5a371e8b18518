package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.Finding;
import dev.empathy.rubric.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * JSONL in, JSONL out, in the order of the input whatever the number of threads. One thread reads
 * and writes, the others assess; the queue between them is bounded, so that a file of any length
 * takes the same memory.
 */
final class Batch {

  /** Enough work at a time that handing it over costs little beside it. */
  private static final int CONVERSATIONS_AT_A_TIME = 64;

  private static final int CHARACTERS_AT_A_TIME = 128 * 1024;

  /** Enough for a thread to find work while the one before it is written. */
  private static final int TASKS_A_THREAD = 4;

  /**
   * How a batch is done.
   *
   * @param source the input's name, for messages
   * @param uri the input, for those who point into it
   * @param facts facts that hold in every conversation
   * @param wanted what is written
   * @param output how it is written
   * @param threads how many threads assess
   * @param done how many lines of JSON have been written before
   */
  record Plan(
      String source,
      String uri,
      Map<String, String> facts,
      BatchConversation.Wanted wanted,
      Output output,
      int threads,
      long done) {}

  /**
   * What came of a batch.
   *
   * @param messages lines written about messages
   * @param conversations conversations read
   * @param badLines lines skipped
   * @param gravest the gravest issue of all that was written, or null
   */
  record Summary(long messages, long conversations, long badLines, @Nullable Severity gravest) {

    /** The same where a part of it was done before. */
    Summary with(@Nullable Severity before) {
      return new Summary(messages, conversations, badLines, graver(gravest, before));
    }

    String text(long nanos) {
      double seconds = nanos / 1e9;
      String text =
          String.format(
              Locale.ROOT,
              "%s of %s in %.1f s (%.0f messages/s)",
              Figures.plural(messages, "message"),
              Figures.plural(conversations, "conversation"),
              seconds,
              messages / Math.max(seconds, 1e-9));
      return badLines == 0 ? text : text + ", " + Figures.plural(badLines, "bad line") + " skipped";
    }
  }

  private final Assessor assessor;
  private final Plan plan;
  private final Console console;
  private final OutputStream out;
  private final LongConsumer progress;
  private final Deque<Future<List<BatchConversation.Result>>> tasks = new ArrayDeque<>();

  private List<BatchConversation> gathered = new ArrayList<>();
  private long characters;

  /** Lines of JSON that have been written before and are still to be passed over. */
  private long toSkip;

  private boolean begun;
  private long messages;
  private long conversations;
  private long badLines;
  private @Nullable Severity gravest;

  /**
   * @param progress is told how many bytes have been read
   */
  Batch(Assessor assessor, Plan plan, Console console, OutputStream out, LongConsumer progress) {
    this.assessor = assessor;
    this.plan = plan;
    this.console = console;
    this.out = out;
    this.progress = progress;
    this.toSkip = plan.done();
  }

  Summary run(InputStream in) throws IOException {
    write(plan.output().start());
    ExecutorService pool = Executors.newFixedThreadPool(plan.threads(), Batch::daemon);
    try {
      read(new InputLines(in), pool);
      while (!tasks.isEmpty()) {
        writeNext();
      }
      write(plan.output().end(badLines == 0));
      out.flush();
    } finally {
      pool.shutdownNow();
    }
    return new Summary(messages, conversations, badLines, gravest);
  }

  private void read(InputLines lines, ExecutorService pool) throws IOException {
    BatchConversation open = null;
    byte[] json;
    while ((json = lines.next()) != null) {
      Line line = parse(json, lines);
      if (line == null) {
        continue;
      }
      BatchConversation.LineOrigin origin = origin(json, lines);
      if (open != null && open.takes(line)) {
        String fault = open.fault(line);
        if (fault == null) {
          open.add(line, origin);
        } else {
          refuse(fault, lines);
        }
      } else {
        if (open != null) {
          gather(open, pool);
        }
        open = new BatchConversation(line, origin, plan.facts());
      }
      progress.accept(lines.bytes());
    }
    if (open != null) {
      gather(open, pool);
    }
    submit(pool);
  }

  private BatchConversation.@Nullable LineOrigin origin(byte[] json, InputLines lines) {
    return plan.output().needsOrigins()
        ? new BatchConversation.LineOrigin(plan.uri(), lines.number(), json)
        : null;
  }

  private @Nullable Line parse(byte[] json, InputLines lines) {
    if (isBlank(json)) {
      return null;
    }
    try {
      if (lines.wasCut()) {
        throw new BadLineException("longer than " + InputLines.LONGEST + " bytes");
      }
      return Line.parse(json);
    } catch (BadLineException e) {
      refuse(e.getMessage(), lines);
      return null;
    }
  }

  private void refuse(String why, InputLines lines) {
    badLines++;
    console.complain(plan.source() + ":" + lines.number() + ": " + Visible.line(why));
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private void gather(BatchConversation conversation, ExecutorService pool) throws IOException {
    conversations++;
    if (toSkip > 0 && skips(conversation)) {
      return;
    }
    gathered.add(conversation);
    characters += conversation.characters();
    if (gathered.size() >= CONVERSATIONS_AT_A_TIME || characters >= CHARACTERS_AT_A_TIME) {
      submit(pool);
    }
  }

  /** Whether all of a conversation has been written before; else all the rest is still to come. */
  private boolean skips(BatchConversation conversation) {
    int entries = conversation.entries(plan.wanted());
    if (entries <= toSkip) {
      toSkip -= entries;
      messages += conversation.messageEntries(plan.wanted());
      return true;
    }
    conversation.setDone((int) toSkip);
    toSkip = 0;
    return false;
  }

  private void submit(ExecutorService pool) throws IOException {
    List<BatchConversation> work = gathered;
    gathered = new ArrayList<>();
    characters = 0;
    if (tasks.size() >= plan.threads() * TASKS_A_THREAD) {
      writeNext();
    }
    tasks.add(pool.submit(() -> assess(work)));
  }

  private List<BatchConversation.Result> assess(List<BatchConversation> work) {
    return work.stream().map(one -> one.assess(assessor, plan.wanted(), plan.output())).toList();
  }

  private void writeNext() throws IOException {
    for (BatchConversation.Result result : get(tasks.remove())) {
      for (String entry : result.entries()) {
        write(begun ? plan.output().between() : "");
        write(entry);
        begun = true;
      }
      messages += result.messages();
      gravest = graver(gravest, result.gravest());
    }
  }

  /** The gravest issue of an assessment, or what was graver before; null where there is none. */
  static @Nullable Severity gravest(@Nullable Severity before, Assessment assessment) {
    Severity gravest = before;
    for (Finding issue : assessment.issues()) {
      gravest = graver(gravest, issue.severity());
    }
    return gravest;
  }

  private static @Nullable Severity graver(@Nullable Severity one, @Nullable Severity other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) >= 0 ? one : other;
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static <T> T get(Future<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "assess");
    thread.setDaemon(true);
    return thread;
  }
}

package dev.empathy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar for those who would otherwise wonder: on a terminal, after the first second. */
final class Progress implements LongConsumer, AutoCloseable {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
  private static final long MEGABYTE = 1_000_000;

  private final Console console;
  private final long size;
  private final long start = System.nanoTime();
  private @Nullable ProgressBar bar;

  private Progress(Console console, long size) {
    this.console = console;
    this.size = size;
  }

  /** Shows nothing where the input's length is not known or nobody watches. */
  static Progress of(Console console, @Nullable Path file, boolean quiet) throws IOException {
    boolean shown = file != null && Files.isRegularFile(file) && console.errIsTerminal() && !quiet;
    return new Progress(console, shown ? Files.size(file) : 0);
  }

  @Override
  public void accept(long bytes) {
    if (bar != null) {
      bar.stepTo(bytes);
    } else if (size > 0 && System.nanoTime() - start > PATIENCE) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("assess")
              .setInitialMax(size)
              .setUnit(" MB", MEGABYTE)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .setConsumer(new ConsoleProgressBarConsumer(console.err(), console.width() - 1))
              .build();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}

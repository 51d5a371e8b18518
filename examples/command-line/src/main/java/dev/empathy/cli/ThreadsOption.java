package dev.empathy.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --threads} of every command that works through many messages. */
final class ThreadsOption {

  private static final int MOST = 1024;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private @Nullable Integer threads;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads work at it. Default: one a processor.")
  void set(int number) {
    BadUse.refuse(command, number < 1 || number > MOST, "--threads is between 1 and " + MOST);
    threads = number;
  }

  boolean isGiven() {
    return threads != null;
  }

  int number() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }
}

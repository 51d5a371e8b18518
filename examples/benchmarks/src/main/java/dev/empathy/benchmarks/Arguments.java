package dev.empathy.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param data the folder of the real corpus, or null for the generated one alone
 * @param home the folder that the page stands in
 * @param quick whether to see only that everything runs
 */
record Arguments(@Nullable Path data, Path home, boolean quick) {

  static final String USAGE =
      """
      usage: examples/benchmarks/run [--data DIR] [--quick]
        --data DIR  a folder with messages.jsonl, each line with a "text"; else texts are generated
        --quick     only see that everything runs: no figure counts, no page is written
      """;

  /**
   * @throws IllegalArgumentException if something else was asked for
   */
  static Arguments of(String[] words) {
    Path data = null;
    Path home = Path.of(".");
    boolean quick = false;
    for (int i = 0; i < words.length; i++) {
      switch (words[i]) {
        case "--quick" -> quick = true;
        case "--data" -> data = corpus(path(words, ++i));
        case "--home" -> home = path(words, ++i);
        default -> throw new IllegalArgumentException("unknown: " + words[i]);
      }
    }
    return new Arguments(data, home, quick);
  }

  private static Path path(String[] words, int at) {
    if (at == words.length) {
      throw new IllegalArgumentException(words[at - 1] + " needs a folder");
    }
    return Path.of(words[at]);
  }

  private static Path corpus(Path folder) {
    if (!Files.isRegularFile(folder.resolve("messages.jsonl"))) {
      throw new IllegalArgumentException(
          folder + " holds no messages.jsonl: name the folder that it stands in");
    }
    return folder;
  }

  /** How it may be told to others: whose folder it was is nobody's business. */
  String command() {
    return "examples/benchmarks/run"
        + (data == null ? "" : " --data DIR")
        + (quick ? " --quick" : "");
  }
}

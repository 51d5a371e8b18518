package dev.empathy.benchmarks;

import dev.empathy.benchmarks.finders.HyperscanFinder;
import dev.empathy.rubric.Rubric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one has to know of a run. Nothing that tells whose machine it was. */
final class Facts {

  private Facts() {}

  static Map<String, String> of(Path home) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    Rubric rubric = Texts.rubric();
    facts.put("day", LocalDate.now(ZoneOffset.UTC).toString());
    facts.put(
        "machine",
        Runtime.getRuntime().availableProcessors()
            + " processors, "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"));
    facts.put(
        "Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    facts.put(
        "rubric", rubric.id() + " " + rubric.version() + " " + rubric.sha256().substring(0, 12));
    facts.put("rivals", versions(home));
    if (HyperscanFinder.whyNot().isEmpty()) {
      facts.put("Hyperscan", HyperscanFinder.version());
    }
    return facts;
  }

  /** The names of the rivals' jars, which bear their versions. */
  private static String versions(Path home) throws IOException {
    try (Stream<Path> ours = Files.list(home.resolve("target/lib"));
        Stream<Path> apart = Files.list(home.resolve("languagetool/target/lib"))) {
      return Stream.concat(ours.filter(Facts::isRival), apart.filter(Facts::isLanguageTool))
          .map(jar -> jar.getFileName().toString().replace(".jar", ""))
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }

  private static boolean isRival(Path jar) {
    String name = jar.getFileName().toString();
    return Stream.of(
                "ahocorasick-",
                "aho-corasick-",
                "automaton-",
                "jmh-core-",
                "lucene-monitor-",
                "native-",
                "re2j-",
                "stanford-corenlp-",
                "vader-")
            .anyMatch(name::startsWith)
        && !name.contains("x86_64");
  }

  private static boolean isLanguageTool(Path jar) {
    return jar.getFileName().toString().startsWith("languagetool-core-");
  }
}

package dev.empathy.yaml;

import dev.empathy.Assessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.RubricException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rubrics made to hurt the process that reads them, one after the other, in a small heap and on a
 * small stack. Prints a table and ends with 1 where one came out otherwise than expected. {@link
 * HostileRubricsTest} runs it; by hand, after {@code mvn test-compile}, with the class path of the
 * tests: {@code java -Xmx64m -cp … dev.empathy.yaml.HostileRubrics}, and parts of names of cases if
 * not all are wanted. The milliseconds are those that passed and those of the thread; the memory is
 * the most that was in use, with what could have been thrown away.
 */
final class HostileRubrics {

  /** What a case must come to where the rubric can be used. */
  private static final String LOADS = "loads";

  private static final int TWO_MIB = 2 << 20;

  /** As small as the stacks of a frugal server's threads. */
  private static final int STACK = 512 << 10;

  /** Far more than any case takes. */
  private static final int LIMIT_SECONDS = Integer.getInteger("hostile.seconds", 120);

  /** What a person could still look through. */
  private static final int MOST_TOLD = 1 << 20;

  /** Makes what is to be read. */
  @FunctionalInterface
  private interface Rubrics {
    Rubric read(Path folder) throws IOException;
  }

  private record Case(String name, String expected, Rubrics rubrics, String message) {}

  private final List<Case> cases = new ArrayList<>();

  private HostileRubrics() {
    yaml();
    encodings();
    files();
    sizes();
    phrases();
    judgement();
  }

  public static void main(String[] arguments) throws Exception {
    List<String> wanted = List.of(arguments);
    int wrong = 0;
    System.out.printf(
        Locale.ROOT, "%-52s %-26s %8s %8s %8s%n", "case", "outcome", "ms", "CPU ms", "peak MiB");
    for (Case one : new HostileRubrics().cases) {
      if (wanted.isEmpty() || wanted.stream().anyMatch(one.name::contains)) {
        wrong += run(one) ? 0 : 1;
      }
    }
    System.out.println(wrong == 0 ? "all as expected" : wrong + " not as expected");
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static boolean run(Case one) throws Exception {
    Path folder = Files.createTempDirectory("hostile");
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    long begun = System.nanoTime();
    AtomicLong cpu = new AtomicLong();
    FutureTask<String> task =
        new FutureTask<>(
            () -> {
              String outcome = outcome(one, folder);
              cpu.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000);
              return outcome;
            });
    Thread thread = new Thread(null, task, one.name, STACK);
    thread.start();
    String outcome = ended(task, thread);
    long millis = (System.nanoTime() - begun) / 1_000_000;
    long peak = heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    boolean right = outcome.equals(one.expected);
    System.out.printf(
        Locale.ROOT,
        "%-52s %-26s %8d %8d %8d%s%n",
        one.name,
        outcome,
        millis,
        cpu.get(),
        peak,
        right ? "" : "   expected " + one.expected);
    delete(folder);
    return right;
  }

  /** What never ends shall at least say where it is. */
  private static String ended(FutureTask<String> task, Thread thread) throws Exception {
    try {
      return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      System.out.println(thread.getName() + " has not ended:");
      for (StackTraceElement element : thread.getStackTrace()) {
        System.out.println("  " + element);
      }
      System.exit(2);
      throw e;
    }
  }

  private static Stream<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The codes of the errors, or that it loads; else what went wrong with us. */
  private static String outcome(Case one, Path folder) {
    try {
      Rubric rubric = one.rubrics.read(folder);
      EmpathyEngine engine = EmpathyEngine.compile(rubric, SelfTest.STRICT);
      told(engine.issues());
      assess(engine, one.message);
      return LOADS;
    } catch (RubricException e) {
      String told = told(e.issues());
      return e.getMessage().length() > MOST_TOLD ? "a message without end" : told;
    } catch (IOException | RuntimeException | Error e) {
      return String.valueOf(e);
    }
  }

  private static String told(List<Issue> issues) {
    TreeSet<String> codes = new TreeSet<>();
    for (Issue issue : issues) {
      if (issue.isError()) {
        codes.add(issue.code());
      }
      if (issue.text().length() > 10_000 || issue.at().line() < 1) {
        return "an issue without end";
      }
    }
    return issues.size() > 10_000 ? "issues without end" : String.join(" ", codes);
  }

  private static void assess(EmpathyEngine engine, String message) {
    Assessment reply = engine.assess(message);
    Assessment asked = engine.assess(Message.customer(message));
    if (reply.findings().size() + asked.routes().size() > 100_000) {
      throw new IllegalStateException("an assessment without end");
    }
  }

  // How cases are written

  private static final String HEAD = "empathy: 1\nrubric: test\nversion: 1.0.0\nlocale: en\n";

  private void text(String name, String expected, String text) {
    add(name, expected, folder -> RubricYaml.read(new StringReader(text), "test.yaml"), "hello");
  }

  /** Made only when its turn comes: all together would not find room. */
  private void body(String name, String expected, Supplier<String> body) {
    body(name, expected, "hello", body);
  }

  private void body(String name, String expected, String message, Supplier<String> body) {
    add(
        name,
        expected,
        folder -> RubricYaml.read(new StringReader(HEAD + body.get()), "test.yaml"),
        message);
  }

  private void file(String name, String expected, Rubrics rubrics) {
    add(name, expected, rubrics, "hello");
  }

  private void bytes(String name, String expected, Supplier<byte[]> bytes) {
    file(name, expected, folder -> read(folder, "test.yaml", bytes.get()));
  }

  private void add(String name, String expected, Rubrics rubrics, String message) {
    cases.add(new Case(name, expected, rubrics, message));
  }

  private static Rubric read(Path folder, String name, byte[] bytes) throws IOException {
    return RubricYaml.read(Files.write(folder.resolve(name), bytes));
  }

  private static String times(int count, String before, IntFunction<String> each, String after) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining("", before, after));
  }

  /** As many as make almost two MiB with the head. */
  private static String full(String before, IntFunction<String> each, String after) {
    StringBuilder out = new StringBuilder(before);
    int most = TWO_MIB - HEAD.length() - after.length() - 100;
    for (int i = 0; out.length() < most; i++) {
      out.append(each.apply(i));
    }
    return out.append(after).toString();
  }

  /** A word for a number, so that no two are alike and none is inflected to another. */
  private static String word(int number) {
    return "z" + Integer.toString(number, 36) + "q";
  }

  private static final String SMALL = "cues: { a: { match: [sorry] } }\n";

  // The cases

  private void yaml() {
    text(
        "alias bomb",
        "EMP-1002 EMP-1102",
        HEAD
            + "a0: &a0 [lol, lol]\n"
            + times(30, "", i -> "a%2$d: &a%2$d [*a%1$d, *a%1$d]\n".formatted(i, i + 1), ""));
    text("alias of itself", "EMP-1102", "&a [*a]");
    text("merge key", "EMP-1102", HEAD + "<<: *x\n" + SMALL);
    body(
        "anchors in every entry",
        "EMP-1009 EMP-1102",
        () -> full("words: { w: [", i -> "&a a,\n", "] }"));
    for (String open : List.of("[", "{a: ", "- ", "? ", "[{")) {
      text("10,000 deep: " + open.strip(), "EMP-1009", "a:\n  " + open.repeat(10_000));
    }
    text("2,000 deep, in lines", "EMP-1009", times(1_900, "", i -> " ".repeat(i) + "a:\n", ""));
    text(
        "2,000 deep, in dashes on lines",
        "EMP-1009",
        times(1_900, "", i -> " ".repeat(i) + "-\n", ""));
    for (String tag :
        List.of(
            "!!java.net.URLClassLoader [x]",
            "!!javax.script.ScriptEngineManager [!!java.net.URL [x]]",
            "!!python/object/apply:os.system [x]",
            "!foo x",
            "!<tag:yaml.org,2002:binary> x",
            "! x")) {
      text("tag " + tag, "EMP-1102", HEAD + "about: " + tag + "\n" + SMALL);
    }
    text(
        "tag directive",
        "EMP-1102",
        "%TAG ! tag:x,2000:\n---\n" + HEAD + "about: !foo x\n" + SMALL);
    text("many documents", "EMP-1102", HEAD + SMALL + "---\n".repeat(10_000));
    text("control character", "EMP-1001", HEAD + "about: a\u0007b\n" + SMALL);
    text("NUL", "EMP-1001", HEAD + "about: a\0b\n" + SMALL);
    text("NUL written as an escape", "EMP-1001", HEAD + "about: \"a\\0b\"\n" + SMALL);
    text(
        "NUL and controls as escapes in a phrase",
        "EMP-1001",
        HEAD + "cues: { a: { match: [\"so\\0rry\\a\\e\\x9f\"] } }");
    text("half a surrogate pair from a reader", "EMP-1001", HEAD + "about: a\uD83Db\n" + SMALL);
    text(
        "half a surrogate pair as an escape",
        "EMP-1001",
        HEAD + "cues: { a: { match: [\"a\\uD83Db\"] } }");
    text("a reader with a byte order mark", LOADS, "\uFEFF" + HEAD + SMALL);
  }

  private void encodings() {
    String text = HEAD + SMALL;
    bytes(
        "UTF-8 with a byte order mark",
        LOADS,
        () -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    for (String name : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      Charset charset = Charset.forName(name);
      bytes(name, "EMP-1000", () -> text.getBytes(charset));
      bytes(
          name + " with a byte order mark", "EMP-1000", () -> ("\uFEFF" + text).getBytes(charset));
    }
    bytes(
        "half a surrogate pair in bytes",
        "EMP-1000",
        () ->
            (HEAD + "about: a@@@b\n" + SMALL)
                .replace("@@@", "\u00ED\u00A0\u00BD")
                .getBytes(StandardCharsets.ISO_8859_1));
    bytes(
        "Latin-1",
        "EMP-1000",
        () -> (HEAD + "about: caf\u00E9\n" + SMALL).getBytes(StandardCharsets.ISO_8859_1));
    bytes(
        "NUL in bytes",
        "EMP-1001",
        () -> (HEAD + "about: a\0b\n" + SMALL).getBytes(StandardCharsets.UTF_8));
  }

  private void files() {
    file("a folder", "EMP-1000", folder -> RubricYaml.read(folder));
    file("no file", "EMP-1000", folder -> RubricYaml.read(folder.resolve("none.yaml")));
    file("a device without end", "EMP-1000", folder -> RubricYaml.read(Path.of("/dev/zero")));
    file("a pipe that nobody writes to", "EMP-1000", folder -> RubricYaml.read(pipe(folder)));
    file(
        "a pipe to extend",
        "EMP-1007",
        folder -> {
          pipe(folder);
          return read(
              folder, "a.yaml", (HEAD + "extends: [./pipe]\n").getBytes(StandardCharsets.UTF_8));
        });
    file(
        "a folder to extend",
        "EMP-1007",
        folder -> {
          Files.createDirectory(folder.resolve("b"));
          return read(
              folder, "a.yaml", (HEAD + "extends: [./b]\n").getBytes(StandardCharsets.UTF_8));
        });
    file(
        "a link out of the folder",
        "EMP-1007",
        folder -> {
          Path inner = Files.createDirectory(folder.resolve("inner"));
          Files.writeString(folder.resolve("secret.yaml"), HEAD + SMALL);
          Files.createSymbolicLink(inner.resolve("b.yaml"), folder.resolve("secret.yaml"));
          return read(
              inner, "a.yaml", (HEAD + "extends: [./b.yaml]\n").getBytes(StandardCharsets.UTF_8));
        });
    file(
        "a linked folder out of the folder",
        "EMP-1007",
        folder -> {
          Path inner = Files.createDirectory(folder.resolve("inner"));
          Files.writeString(folder.resolve("secret.yaml"), HEAD + SMALL);
          Files.createSymbolicLink(inner.resolve("up"), folder);
          return read(
              inner,
              "a.yaml",
              (HEAD + "extends: [./up/secret.yaml]\n").getBytes(StandardCharsets.UTF_8));
        });
    file(
        "links in a circle",
        "EMP-1007",
        folder -> {
          Files.createSymbolicLink(folder.resolve("b.yaml"), folder.resolve("c.yaml"));
          Files.createSymbolicLink(folder.resolve("c.yaml"), folder.resolve("b.yaml"));
          return read(
              folder, "a.yaml", (HEAD + "extends: [./b.yaml]\n").getBytes(StandardCharsets.UTF_8));
        });
    for (String path :
        List.of(
            "../x.yaml",
            "/etc/passwd",
            "http://a.b/c",
            "a/../../x",
            "x\\ty",
            "C:\\\\x",
            "\\\\\\\\host\\\\x")) {
      text("extends " + path, "EMP-1007", HEAD + "extends: [\"" + path + "\"]\n" + SMALL);
    }
    file("a chain of 1,000 files", "EMP-1009", folder -> chain(folder, 1_000, i -> List.of(i + 1)));
    file(
        "a circle of 50 files",
        "EMP-1007",
        folder -> chain(folder, 50, i -> List.of((i + 1) % 50)));
    file("a file that extends itself", "EMP-1007", folder -> chain(folder, 1, i -> List.of(0)));
    file(
        "2^40 ways through 80 files",
        LOADS,
        folder ->
            chain(folder, 80, i -> i >= 78 ? List.of() : List.of(i / 2 * 2 + 2, i / 2 * 2 + 3)));
    file(
        "one file extended 100,000 times",
        "EMP-1009",
        folder -> {
          Files.writeString(
              folder.resolve("b.yaml"), HEAD + "# " + "x".repeat(1 << 20) + "\n" + SMALL);
          return read(
              folder,
              "a.yaml",
              times(100_000, HEAD + "extends:\n", i -> "- ./b.yaml\n", "")
                  .getBytes(StandardCharsets.UTF_8));
        });
    file(
        "100,000 files that are not there",
        "EMP-1007 EMP-1009",
        folder ->
            read(
                folder,
                "a.yaml",
                times(100_000, HEAD + "extends:\n", i -> "- ./n" + i + "\n", "")
                    .getBytes(StandardCharsets.UTF_8)));
    file(
        "50 files of a MiB each",
        "EMP-1009",
        folder -> {
          for (int i = 0; i < 50; i++) {
            int file = i;
            Files.writeString(
                folder.resolve("f" + i),
                times(
                    60_000,
                    HEAD.replace("test", "t" + i) + "words:\n  w" + i + ":\n",
                    n -> "  - " + word(file * 60_000 + n) + "\n",
                    ""));
          }
          return read(
              folder,
              "a.yaml",
              times(50, HEAD + "extends:\n", i -> "- ./f" + i + "\n", "")
                  .getBytes(StandardCharsets.UTF_8));
        });
  }

  private static Path pipe(Path folder) throws IOException {
    Path pipe = folder.resolve("pipe");
    try {
      int made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
      if (made != 0) {
        throw new IOException("mkfifo: " + made);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return pipe;
  }

  private static Rubric chain(Path folder, int files, IntFunction<List<Integer>> next)
      throws IOException {
    for (int i = 0; i < files; i++) {
      String parents =
          next.apply(i).stream().map(n -> "./f" + n + ".yaml").collect(Collectors.joining(", "));
      Files.writeString(
          folder.resolve("f" + i + ".yaml"),
          HEAD + (parents.isEmpty() ? "" : "extends: [" + parents + "]\n") + SMALL);
    }
    return RubricYaml.read(folder.resolve("f0.yaml"));
  }

  private void sizes() {
    file(
        "100 MB of nothing",
        "EMP-1009",
        folder -> {
          Path file = folder.resolve("a.yaml");
          try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100_000_000);
          }
          return RubricYaml.read(file);
        });
    file("100 MB on one line", "EMP-1009", folder -> large(folder, "x".repeat(1_000_000)));
    file("100 MB in lines", "EMP-1009", folder -> large(folder, "- x\n".repeat(250_000)));
    file(
        "100 MB from a reader", "EMP-1009", folder -> RubricYaml.read(endless("x\n"), "test.yaml"));
    file(
        "100 MB from a slow reader",
        "EMP-1009",
        folder -> RubricYaml.read(endless("\uD83D\uDE21"), "test.yaml"));
    file(
        "a reader that gives nothing",
        "EMP-1000",
        folder -> RubricYaml.read(new StringReader(""), "test.yaml"));
    body(
        "2 MiB on one line", "EMP-1009", () -> "about: " + "x ".repeat((TWO_MIB - 200) / 2) + "\n");
    body(
        "2 MiB of a remark on one line",
        "EMP-1009",
        () -> "# " + "x ".repeat((TWO_MIB - 200) / 2) + "\n");
    body(
        "2 MiB in lines of 250,000",
        LOADS,
        () -> SMALL + times(8, "", i -> "# " + "x".repeat(249_000) + "\n", ""));
    body(
        "a word of 2 MiB in quotes",
        LOADS,
        () ->
            SMALL + "about: \"" + times(10_000, "", i -> "x".repeat(190) + "\\\n  ", "") + "\"\n");
    body("a key of 200,000", "EMP-1001", () -> "x".repeat(200_000) + ": 1\n");
    body("a key of 200,000 in quotes", "EMP-1001", () -> "\"" + "x".repeat(200_000) + "\": 1\n");
    body(
        "a key of 200,000 after a question mark",
        "EMP-1002",
        () -> "? " + "x".repeat(200_000) + "\n: 1\n");
    body("a value of 200,000", "EMP-1005", () -> "pass-mark: " + "9".repeat(200_000) + "\n");
    body(
        "a name of 200,000",
        "EMP-1033",
        () -> "cues: { a: { match: [$" + "x".repeat(200_000) + "] } }\n");
    body(
        "an id of 200,000",
        "EMP-1005",
        () -> "cues:\n  ? " + "x".repeat(200_000) + "\n  : { match: [a] }\n");
    body(
        "a number of 200,000",
        "EMP-1005",
        () -> "dimensions: { a: { weight: " + "1".repeat(200_000) + ", start: 1 } }\n");
    body(
        "a number with a great exponent",
        "EMP-1005",
        () ->
            "cues: { a: { match: [a], strength: 1e999999999 } }\ndimensions: { a: { weight: 1e-999999999, start: 1E+99999 } }\n");
    body("a million keys", "EMP-1009", () -> full("", i -> Integer.toString(i, 36) + ":\n", ""));
    body("a million keys twice", "EMP-1006 EMP-1009", () -> full("", i -> "a:\n", ""));
    body(
        "a million duplicates in braces",
        "EMP-1006 EMP-1009",
        () -> full("about: {", i -> "a,\n", "}"));
    body(
        "140,000 unknown keys",
        "EMP-1002 EMP-1009",
        () -> times(70_000, "", i -> Integer.toString(i, 36) + ": x\n", ""));
    body(
        "140,000 wrong values",
        "EMP-1005 EMP-1009",
        () -> times(70_000, "bands: {", i -> word(i) + ": x,\n", "}"));
    body("a million aliases", "EMP-1009 EMP-1102", () -> full("about: [", i -> "*a,\n", "]"));
    body(
        "10,000 errors on one line",
        "EMP-1009 EMP-1030",
        () -> times(10_000, "cues: { a: { match: [", i -> "(,", "] } }"));
    body(
        "100,000 broken phrases",
        "EMP-1009 EMP-1030",
        () -> times(100_000, "cues: { a: { match: [", i -> "\"( " + word(i) + "\",\n", "] } }"));
    body(
        "100,000 unknown names",
        "EMP-1003 EMP-1009",
        () -> times(100_000, "cues: { a: { match: [", i -> "$" + word(i) + ",\n", "] } }"));
    body(
        "4,000 lists and as many names mistyped",
        "EMP-1003 EMP-1009",
        () ->
            times(4_000, "words: {", i -> word(i) + ": [" + word(i) + "],\n", "}\n")
                + times(4_000, "cues: { a: { match: [x", i -> ",\n$y" + word(i), "] } }"));
    body(
        "4,000 cues and as many mistyped",
        "EMP-1009 EMP-1010",
        () ->
            times(4_000, "cues: {", i -> "c" + i + ": {match: [a]},\n", "}\n")
                + times(
                    4_000,
                    "rules: { r: { severity: error, require: { any: [{cue: c0}",
                    i -> ",\n{cue: d" + i + "}",
                    "] } } }"));
    body(
        "19,000 warnings",
        LOADS,
        () -> times(19_000, "words: { w: [a", i -> ",\na", "] }\ncues: { a: { match: [$w] } }"));
    body(
        "140,000 remarks inside texts",
        "EMP-1033",
        () -> times(140_000, "cues:\n  a:\n    match:\n", i -> "    - a #b\n", ""));
    file(
        "50,000 entries taken away",
        "EMP-1008 EMP-1009",
        folder -> {
          Files.writeString(
              folder.resolve("b.yaml"),
              times(50_000, HEAD + "words:\n  w:\n", i -> "  - " + word(i) + "\n", ""));
          return read(
              folder,
              "a.yaml",
              times(
                      50_000,
                      HEAD + "extends: [./b.yaml]\nwords:\n  w-:\n",
                      i -> "  - " + word(i + 25_000) + "\n",
                      "")
                  .getBytes(StandardCharsets.UTF_8));
        });
  }

  private static Rubric large(Path folder, String part) throws IOException {
    Path file = folder.resolve("a.yaml");
    try (var out = Files.newBufferedWriter(file)) {
      out.write(HEAD);
      for (int i = 0; i < 100_000_000 / part.length(); i++) {
        out.write(part);
      }
    }
    return RubricYaml.read(file);
  }

  private static Reader endless(String part) {
    return new Reader() {
      private long given;

      @Override
      public int read(char[] buffer, int offset, int length) {
        if (given > 100_000_000) {
          return -1;
        }
        int count = Math.min(length, 1_000);
        for (int i = 0; i < count; i++) {
          buffer[offset + i] = part.charAt((int) (given++ % part.length()));
        }
        return count;
      }

      @Override
      public void close() {}
    };
  }

  private void phrases() {
    body(
        "a phrase of 2 MiB",
        "EMP-1033",
        () -> "cues: { a: { match: [" + "a a a a\n".repeat(200_000) + "] } }");
    body(
        "a choice of 15,000 words",
        LOADS,
        () -> times(15_000, "cues: { a: { match: [\"(a", i -> "\n|" + word(i), ") b\"] } }"));
    body(
        "a word of 200,000",
        "EMP-1033",
        () -> "cues: { a: { match: [" + "x".repeat(200_000) + "] } }");
    body(
        "10 words~ of 100,000",
        LOADS,
        "x".repeat(200_000),
        () -> times(10, "cues: { a: { match: [", i -> i + "x".repeat(100_000) + "~,\n", "] } }"));
    body(
        "brackets 100,000 deep",
        "EMP-1033",
        () -> "cues: { a: { match: [" + "(".repeat(100_000) + "a" + ")".repeat(100_000) + "] } }");
    body(
        "a list of 2 MiB",
        "EMP-1009",
        () -> full("words: { w: [a", i -> ",\n" + word(i), "] }\ncues: { a: { match: [$w] } }"));
    body(
        "a list of 140,000 words",
        "EMP-1033",
        () ->
            times(
                140_000,
                "words: { w: [a",
                i -> ",\n" + word(i),
                "] }\ncues: { a: { match: [$w] } }"));
    body(
        "19,000 words",
        LOADS,
        word(5) + " " + word(18_000),
        () ->
            times(
                19_000,
                "words: { w: [a",
                i -> ",\n" + word(i),
                "] }\ncues: { a: { match: [$w] } }"));
    body(
        "19,000 strengths over 10,000 hits",
        LOADS,
        (word(18_000) + " ").repeat(10_000),
        () ->
            times(
                19_000,
                "words: { w: { a: 1",
                i -> ",\n" + word(i) + ": 1",
                "} }\ncues: { a: { emotion: anger, match: [$w], strength: 0.5 } }"));
    body(
        "1,300 entries alike, over 10,000 hits",
        LOADS,
        ("so " + word(1_299) + " b ").repeat(10_000),
        () ->
            times(
                1_300,
                "words: { w: { a: 1",
                i -> ",\nso " + word(i) + " b: 1",
                "} }\ncues: { a: { emotion: anger, match: [$w] } }"));
    body(
        "19,000 entries that begin alike, over 10,000 hits",
        LOADS,
        ("abc" + word(1) + " ").repeat(10_000),
        () ->
            times(
                19_000,
                "words: { w: { a: 1",
                i -> ",\nabc" + word(i) + "*: 1",
                "} }\ncues: { a: { emotion: anger, match: [$w] } }"));
    body(
        "19,000 phrases",
        LOADS,
        "zq " + word(7) + " b " + word(8),
        () -> times(19_000, "cues: { a: { match: [a", i -> ",\n" + word(i) + " b", "] } }"));
    body(
        "19,000 phrases that begin alike",
        LOADS,
        ("so " + word(3) + " ").repeat(10_000),
        () -> times(19_000, "cues: { a: { match: [a", i -> ",\nso " + word(i), "] } }"));
    body(
        "19,000 phrases that begin alike, with gaps",
        LOADS,
        ("so a a a a a a a a " + word(3) + " ").repeat(5_000),
        () -> times(19_000, "cues: { a: { match: [a", i -> ",\nso ...10 " + word(i), "] } }"));
    body(
        "19,000 times the same phrase",
        LOADS,
        "a b ".repeat(10_000),
        () -> times(19_000, "cues: { a: { match: [a b", i -> ",\na b", "] } }"));
    body(
        "9,000 cues of the same phrase",
        LOADS,
        "a b ".repeat(10_000),
        () -> times(9_000, "cues:\n", i -> "  c" + i + ": { match: [a b], unless: [b c] }\n", ""));
    body(
        "9,000 cues of the same unless",
        LOADS,
        "a b ".repeat(50_000),
        () ->
            times(
                9_000, "cues:\n", i -> "  c" + i + ": { match: [so sorry], unless: [a b] }\n", ""));
    body(
        "19,000 words with ~",
        LOADS,
        () ->
            times(
                19_000,
                "words: { w: [a",
                i -> ",\n" + word(i) + "~",
                "] }\ncues: { a: { match: [$w] } }"));
    body(
        "19,000 phrases of words with ~",
        LOADS,
        (word(3) + "s b ").repeat(10_000),
        () -> times(19_000, "cues: { a: { match: [a", i -> ",\n" + word(i) + "~ b", "] } }"));
    body(
        "19,000 beginnings",
        LOADS,
        word(3) + "x",
        () ->
            times(
                19_000,
                "words: { w: [abc*",
                i -> ",\nz" + word(i) + "*",
                "] }\ncues: { a: { match: [$w] } }"));
    body(
        "19,000 beginnings in as many phrases",
        LOADS,
        () -> times(19_000, "cues: { a: { match: [abc*", i -> ",\nz" + word(i) + "* b", "] } }"));
    body(
        "9,000 times the same beginning, and all it begins",
        "EMP-1033",
        () ->
            times(
                9_000,
                "cues: { a: { match: [a",
                i -> ",\n(abc*|" + word(i) + ") b, abc" + word(i),
                "] } }"));
    body(
        "beginnings of 1,900 lengths",
        LOADS,
        ("x".repeat(4_000) + " ").repeat(50),
        () ->
            times(
                1_900,
                "words: { w: [abc*",
                i -> ",\n" + "x".repeat(i + 3) + "*",
                "] }\ncues: { a: { match: [$w] } }"));
    body(
        "19,000 times any word",
        LOADS,
        () ->
            times(
                19_000,
                "cues: { a: { match: [a",
                i -> ",\n\"($word|zz" + i + ") " + word(i) + "\"",
                "] } }"));
    body(
        "9,000 numbers or words",
        LOADS,
        () ->
            times(
                9_000,
                "cues: { a: { match: [a",
                i -> ",\n" + i + ",\n\"($number|" + word(i) + ") b\"",
                "] } }"));
    body(
        "5,000 names of one list",
        LOADS,
        (word(1) + " ").repeat(10_000),
        () ->
            times(9_000, "words: { w: [a", i -> ",\n" + word(i), "] }\n")
                + times(5_000, "phrases:\n", i -> "  p" + i + ": $w x\n", "")
                + times(5_000, "cues: { a: { match: [a", i -> ",\n$p" + i, "] } }\n"));
    body(
        "14,000 words of one hash",
        LOADS,
        flood(1),
        () ->
            times(
                14,
                "words: { w: [a",
                n -> times(1_000, "", i -> ",\n" + flood(n * 1_000 + i), ""),
                "] }\ncues: { a: { match: [$w] } }"));
    for (String join : List.of("$p%d $p%d", "($p%d|$p%d)", "x $p%d? x $p%d", "($p%d|$p%d x)")) {
      body(
          "names that double: " + join,
          "EMP-1033",
          () ->
              times(
                  40,
                  "phrases:\n  p0: a\n",
                  i -> "  p" + (i + 1) + ": '" + join.replace("%d", "" + i) + "'\n",
                  "cues: { a: { match: [$p19, $p40] } }"));
    }
    body(
        "names in a circle",
        "EMP-1034",
        () ->
            times(
                15,
                "phrases:\n",
                i -> "  p" + i + ": a $p" + (i + 1) % 15 + "\n",
                "cues: { a: { match: [$p0] } }"));
    body(
        "a circle of 10,000 names",
        "EMP-1033",
        () ->
            times(
                10_000,
                "phrases:\n",
                i -> "  p" + i + ": a $p" + (i + 1) % 10_000 + "\n",
                "cues: { a: { match: [$p0] } }"));
    body(
        "names 10,000 deep",
        "EMP-1033",
        () ->
            times(
                10_000,
                "phrases:\n  p10000: a\n",
                i -> "  p" + i + ": a $p" + (i + 1) + "\n",
                "cues: { a: { match: [$p0] } }"));
    body(
        "a product of choices",
        "EMP-1031 EMP-1033",
        () ->
            "cues: { a: { match: [\""
                + "(a|b)? ".repeat(1_000)
                + "c\", \"c "
                + "(a|b)? ".repeat(1_000)
                + "c\"] } }");
    body(
        "a product of lists",
        "EMP-1033",
        () ->
            times(
                200,
                "words: { l: [x",
                i -> "," + word(i) + " " + word(i + 1),
                "] }\ncues: { a: { match: [\"" + "$l ...10 ".repeat(20) + "x\"] } }"));
    body(
        "phrases of many places",
        LOADS,
        () ->
            times(1_900, "words: { l: [x", i -> ",\n" + word(i) + " a", "] }\ncues:\n")
                + times(90, "", i -> "  c" + i + ": { match: [$l " + word(i) + "] }\n", ""));
    body(
        "18,000 phrases of 3,800 places",
        "EMP-1033",
        () ->
            times(
                    1_900,
                    "words: { l: [x",
                    i -> ",\n" + word(i) + " a",
                    "] }\ncues:\n  c:\n    match:\n")
                + times(18_000, "", i -> "    - $l " + word(i) + "\n", ""));
    body(
        "5,000 phrases of 4,000 places",
        "EMP-1033",
        () ->
            times(1_000, "words: { l: [x", i -> ",\n" + word(i) + " a", "] }\ncues:\n")
                + times(5_000, "", i -> "  c" + i + ": { match: [" + word(i) + " $l $l] }\n", ""));
    body(
        "many ways between places",
        "EMP-1033",
        () ->
            times(
                900,
                "cues: { a: { match: [",
                n ->
                    "\""
                        + word(n)
                        + times(40, " (a", i -> "|" + word(i) + " ...1", ")")
                        + times(40, " (a", i -> "|" + word(i) + " c", ")")
                        + "\",\n",
                "] } }"));
    body(
        "2,000 phrases that are all in play",
        LOADS,
        "a ".repeat(20_000),
        () ->
            times(
                2_000,
                "cues:\n",
                i ->
                    "  c"
                        + i
                        + ": { match: [a ...10 (a|b"
                        + i
                        + ") ...10 (a|c"
                        + i
                        + ") ...10 (a|d"
                        + i
                        + ") z] }\n",
                ""));
    body(
        "hits that are hard to explain",
        LOADS,
        ("a ".repeat(40) + "z ").repeat(1_000),
        () ->
            times(
                200,
                "cues:\n",
                i ->
                    "  c"
                        + i
                        + ": { match: [a ...9 (a|b"
                        + i
                        + ") ...9 (a|c"
                        + i
                        + ") ...9 (a|d"
                        + i
                        + ") ...9 z] }\n",
                ""));
  }

  /** Words, no two alike, whose {@code hashCode} is one. */
  private static String flood(int number) {
    StringBuilder out = new StringBuilder();
    for (int bit = 0; bit < 14; bit++) {
      out.append((number >> bit & 1) == 0 ? "b\u00E0" : "a\u00FF");
    }
    return out.toString();
  }

  private void judgement() {
    body(
        "a chain of 10,000 rules",
        "EMP-1009",
        () ->
            times(
                10_000,
                SMALL + "rules:\n",
                i ->
                    "  r"
                        + i
                        + ": { severity: error, require: { "
                        + (i == 9_999 ? "cue: a" : "rule: r" + (i + 1) + ", is: pass")
                        + " } }\n",
                ""));
    body(
        "a chain of 2,000 rules",
        LOADS,
        () ->
            times(
                2_000,
                SMALL + "rules:\n",
                i ->
                    "  r"
                        + i
                        + ": { severity: error, require: { "
                        + (i == 1_999 ? "cue: a" : "rule: r" + (i + 1) + ", is: pass")
                        + " } }\n",
                ""));
    body(
        "a circle of 4,000 rules",
        "EMP-1018",
        () ->
            times(
                4_000,
                SMALL + "rules:\n",
                i ->
                    "  r"
                        + i
                        + ": { severity: error, require: { rule: r"
                        + (i + 1) % 4_000
                        + ", is: pass } }\n",
                ""));
    body(
        "a circle of 10,000 rules",
        "EMP-1009",
        () ->
            times(
                10_000,
                SMALL + "rules:\n",
                i ->
                    "  r"
                        + i
                        + ": { severity: error, require: { rule: r"
                        + (i + 1) % 10_000
                        + ", is: pass } }\n",
                ""));
    body(
        "4,000 rules that wait for a circle",
        "EMP-1018",
        () ->
            times(
                4_000,
                SMALL + "rules:\n",
                i ->
                    "  r"
                        + i
                        + ": { severity: error, require: { rule: r"
                        + Math.max(0, i - 1)
                        + ", is: pass } }\n",
                ""));
    body(
        "conditions 7 deep and wide",
        "EMP-1009",
        () -> "rules: { r: { severity: error, require: " + nested(6, 7) + " } }\n" + SMALL);
    body(
        "conditions deeper than may be",
        "EMP-1009",
        () -> "rules: { r: { severity: error, require: " + nested(20, 1) + " } }\n" + SMALL);
    body(
        "30,000 conditions over 10,000 hits",
        "EMP-1009",
        "sorry ".repeat(20_000),
        () ->
            times(
                30_000,
                SMALL + "rules:\n",
                i -> "  r" + i + ": { severity: error, require: { cue: a, position: closing } }\n",
                ""));
    body(
        "2,000 conditions over 10,000 hits",
        LOADS,
        "sorry ".repeat(20_000),
        () ->
            times(
                2_000,
                SMALL + "rules:\n",
                i -> "  r" + i + ": { severity: error, require: { cue: a, position: closing } }\n",
                ""));
    body(
        "20,000 overrides",
        "EMP-1009",
        () ->
            full(
                SMALL + "rules: { r: { severity: error, require: { cue: a } } }\noverrides:\n",
                i -> "- { for: { f" + i + ": x }, pass-mark: 1 }\n",
                ""));
    body(
        "overrides of every rule",
        LOADS,
        () ->
            times(
                    2_000,
                    SMALL + "rules:\n",
                    i -> "  r" + i + ": { severity: error, require: { cue: a } }\n",
                    "")
                + full(
                        "overrides:\n- for: { f: x }\n  rules:\n",
                        i -> "    r" + i % 2_000 + (i < 2_000 ? ": { off: true }\n" : ""),
                        "")
                    .lines()
                    .limit(2_003)
                    .collect(Collectors.joining("\n")));
    body(
        "40,000 examples of a rule",
        "EMP-1009",
        () ->
            full(
                SMALL
                    + "rules:\n  r:\n    severity: error\n    require: { cue: a }\n    examples:\n",
                i -> "    - { agent: a, expect: fail }\n",
                ""));
    body(
        "2,000 rules and 2,000 examples",
        "EMP-1009",
        () ->
            times(
                2_000,
                SMALL + "rules:\n",
                i ->
                    "  r"
                        + i
                        + ": { severity: error, require: { cue: a } , examples: [ { agent: a, expect: fail } ] }\n",
                ""));
    body(
        "1,000 rules and 1,000 examples",
        LOADS,
        () ->
            times(
                1_000,
                SMALL + "rules:\n",
                i ->
                    "  r"
                        + i
                        + ": { severity: error, require: { cue: a } , examples: [ { agent: a, expect: fail } ] }\n",
                ""));
    body(
        "an example of 2 MiB",
        LOADS,
        () ->
            "cues: { a: { match: [sorry], examples: { misses: [\""
                + "hello there you\n".repeat(125_000)
                + "\"] } } }");
    body(
        "an example of 2 MiB that hits everywhere",
        "EMP-1020",
        () ->
            "cues: { a: { match: [sorry], examples: { hits: [\""
                + "{{sorry}}\n".repeat(200_000)
                + "\"] } } }");
    body(
        "an example of 2 MiB that fails",
        "EMP-1020",
        () ->
            "cues: { a: { match: [sorry], examples: { misses: [\""
                + "so sorry\n".repeat(200_000)
                + "\"] } } }");
    body(
        "an example of a conversation of 100,000 turns",
        LOADS,
        () ->
            full(
                SMALL
                    + "rules: { r: { severity: error, require: { cue: a, turn: any } } }\nexamples:\n- expect: { findings: [] }\n  turns:\n",
                i -> "  - \"agent: sorry\"\n",
                ""));
    body(
        "500,000 names in a message",
        "EMP-1033",
        () ->
            SMALL
                + "rules: { r: { severity: error, forbid: { cue: a }, fail: { message: \""
                + "$a\n".repeat(500_000)
                + "\" } } }\n");
    body(
        "19,000 names in a message",
        "EMP-1033",
        () ->
            SMALL
                + "rules: { r: { severity: error, forbid: { cue: a }, fail: { message: \""
                + "$a\n".repeat(19_000)
                + "\" } } }\n");
    body(
        "2,000 messages of 300 names",
        LOADS,
        "sorry ".repeat(10_000),
        () ->
            times(
                2_000,
                SMALL + "rules:\n",
                i ->
                    "  r"
                        + i
                        + ": { severity: error, forbid: { cue: a, at-least: 2 }, fail: { message: \""
                        + "$a ".repeat(300)
                        + "\" } }\n",
                ""));
    body(
        "each-extra over 10,000 hits",
        LOADS,
        "sorry ".repeat(10_000),
        () ->
            SMALL
                + "dimensions: { d: { weight: 1, start: 50 } }\nrules: { r: { dimension: d, severity: error, forbid: { cue: a }, fail: { score: -100, each-extra: -100 } } }\n");
    body(
        "100,000 cues, each with a detector",
        "EMP-1009",
        () -> full("cues:\n", i -> "  " + word(i) + ": {detect: [shouting]}\n", ""));
    body(
        "4,000 cues, each with three detectors",
        LOADS,
        "SOOOOO!!! ".repeat(10_000),
        () ->
            times(
                4_000,
                "cues:\n",
                i -> "  c" + i + ": {detect: [shouting, elongation, excessive-punctuation]}\n",
                ""));
    body(
        "10,000 routes",
        "EMP-1009",
        () ->
            times(
                10_000,
                SMALL + "routes:\n",
                i -> "  r" + i + ": { when: { cue: a }, to: x, priority: 1, reason: $a }\n",
                ""));
    body(
        "2,000 routes",
        LOADS,
        "sorry ".repeat(10_000),
        () ->
            times(
                2_000,
                SMALL + "routes:\n",
                i -> "  r" + i + ": { when: { cue: a }, to: x, priority: 1, reason: $a }\n",
                ""));
    body(
        "10,000 responses",
        "EMP-1009",
        () -> times(10_000, SMALL + "responses:\n", i -> "  r" + i + ": { text: Yes }\n", ""));
    body(
        "500 responses",
        LOADS,
        "sorry ".repeat(10_000),
        () ->
            times(
                500,
                SMALL + "responses:\n",
                i -> "  r" + i + ": { when: { cue: a, turn: any }, text: Yes }\n",
                ""));
    body(
        "6,000 facts that raise an emotion",
        "EMP-1009",
        () ->
            times(
                6_000,
                SMALL + "emotions: { e: { families: [negative], raise: [",
                i -> "{ when: { fact: f, is: v" + i + " }, by: 0.1 },\n",
                "] } }"));
    body(
        "10,000 dimensions",
        "EMP-1009",
        () ->
            times(
                10_000,
                SMALL + "dimensions:\n",
                i -> "  d" + i + ": { weight: 1, start: 50 }\n",
                "rules: { r: { severity: error, require: { cue: a } } }\n"));
    body(
        "1,000 bands",
        "EMP-1009",
        () ->
            times(
                1_000,
                SMALL + "bands:\n",
                i -> "  b" + i + ": " + i / 10 + "." + i % 10 + "\n",
                ""));
    body(
        "8,000 emotions, each of 3 families",
        "EMP-1009",
        "sorry sorry",
        () ->
            times(
                8_000,
                SMALL + "emotions:\n",
                i -> "  e" + i + ": [f1, f2, f" + i + "]\n",
                "rules: { r: { severity: error, require: { family-of: f1 } } }\n"));
  }

  private static String nested(int depth, int wide) {
    if (depth == 0) {
      return "{cue: a}";
    }
    String inner = nested(depth - 1, wide);
    return "{any: [" + String.join(",", Collections.nCopies(wide, inner)) + "]}";
  }
}

package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README shows is what happens: its commands, its Java and its rubric are run. What its
 * first command prints is written anew with {@code -DargLine=-Dgolden=write}.
 */
class ReadmeTest {

  private static final Path README = Path.of("../../README.md");

  @TempDir Path folder;

  @Test
  void first_command_prints_what_the_readme_shows() throws IOException {
    String block = blocks("console").get(0);
    int end = block.indexOf('\n');
    TestConsole console = TestConsole.run(arguments(block.substring(0, end)));
    assertThat(console.code()).isZero();
    String shown = block.substring(end + 1);
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(README, Files.readString(README).replace(shown, console.out()));
      shown = console.out();
    }
    assertThat(console.out()).isEqualTo(shown);
  }

  @Test
  void java_compiles_and_runs() throws Exception {
    compile("First", imports(0), body(0));
    assertThat(output("First")).startsWith("41.2 fair: Begin with their situation");
  }

  @Test
  void a_session_compiles_and_runs() throws Exception {
    compile("Session", imports(0) + "\n" + imports(2), body(0) + "\n" + body(2));
    assertThat(output("Session"))
        .contains("hand over to supervisor: ")
        .contains(" I can see why you're upset");
  }

  @Test
  void reload_compiles_and_runs() throws Exception {
    Path rubric = folder.resolve("acme.yaml");
    Files.writeString(rubric, blocks("yaml").get(0));
    String body = body(1).replace("acme.yaml", rubric.toString().replace('\\', '/'));
    // It goes on where the first block left off.
    compile(
        "Reload",
        imports(0) + "\n" + imports(1),
        body + "\ntimer.shutdownNow(); System.out.println(engine);");
    assertThat(output("Reload")).startsWith("EmpathyEngine[Rubric[acme-support 1.0.0 ");
  }

  @Test
  void rubric_loads_passes_its_examples_and_works() throws IOException {
    Path rubric = folder.resolve("acme.yaml");
    Files.writeString(rubric, blocks("yaml").get(0));
    List<String> commands = blocks("console").get(1).lines().toList();
    assertThat(commands).hasSize(2);
    for (String command : commands) {
      TestConsole console =
          TestConsole.run(arguments(command.replace("acme.yaml", rubric.toString())));
      assertThat(console.code()).as(command + console.err()).isZero();
    }
    TestConsole assessed =
        TestConsole.run(arguments(commands.get(1).replace("acme.yaml", rubric.toString())));
    assertThat(assessed.out()).contains("cute-excuse", "gobsmacked");
  }

  private static String imports(int block) throws IOException {
    return javaLines(block).filter(line -> line.startsWith("import")).collect(joined());
  }

  private static String body(int block) throws IOException {
    return javaLines(block).filter(line -> !line.startsWith("import")).collect(joined());
  }

  private static Stream<String> javaLines(int block) throws IOException {
    return blocks("java").get(block).lines();
  }

  private void compile(String name, String imports, String body) throws IOException {
    Path source = folder.resolve(name + ".java");
    Files.writeString(
        source,
        imports
            + "\npublic class "
            + name
            + " { public static void main(String[] args) {\n"
            + body
            + "}}");
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-Xlint:-classfile",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(result).isZero();
  }

  private String output(String main) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      loader.loadClass(main).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining("\n");
  }

  /** The README's code in one language, in order. */
  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = null;
    for (String line : Files.readString(README).lines().toList()) {
      if (block == null && line.equals("```" + language)) {
        block = new StringBuilder();
      } else if (block != null && line.equals("```")) {
        blocks.add(block.toString());
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    return blocks;
  }

  /** The arguments of a command line that quotes with double quotes only. */
  private static String[] arguments(String command) {
    List<String> arguments = new ArrayList<>();
    StringBuilder argument = new StringBuilder();
    boolean quoted = false;
    for (char c : (command.strip() + " ").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ' ' && !quoted) {
        arguments.add(argument.toString());
        argument.setLength(0);
      } else {
        argument.append(c);
      }
    }
    assertThat(arguments.get(1)).isEqualTo("./examples/empathy");
    return arguments.subList(2, arguments.size()).toArray(new String[0]);
  }
}

package dev.empathy.chatbot;

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
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens: its Java is compiled and run. */
class ReadmeTest {

  /** What a block takes for granted. */
  private static final String GIVEN =
      """
      dev.empathy.chatbot.ColdModel model = dev.empathy.chatbot.ColdModel.LANG_CHAIN_4J;
      dev.empathy.chatbot.ColdModel streamingModel = model;
      org.springframework.ai.chat.model.ChatModel chatModel =
          dev.empathy.chatbot.ColdModel.SPRING_AI;
      """;

  private static final String ENGINE =
      "dev.empathy.EmpathyEngine engine = dev.empathy.chatbot.Samples.ENGINE;\n";

  @TempDir Path folder;

  @Test
  void lang_chain_4j() throws Exception {
    assertThat(output(0, "")).contains("the delay", "talk to a person");
  }

  @Test
  void lang_chain_4j_streaming() throws Exception {
    assertThat(output(1, ENGINE)).startsWith("Hi Ana.").contains("talk to a person");
  }

  @Test
  void spring_ai() throws Exception {
    assertThat(output(2, ENGINE)).startsWith("TEMPLATE ").contains("Hi Ana.");
  }

  @Test
  void without_a_model() throws Exception {
    assertThat(output(3, ENGINE)).startsWith("Hi Ana.").contains("being charged like that");
  }

  @Test
  void plain_java() throws Exception {
    assertThat(output(4, ENGINE)).startsWith("Your reply was not sent to the customer.");
  }

  @Test
  void measuring() throws Exception {
    assertThat(output(5, ENGINE)).startsWith("1");
    assertThat(blocks()).hasSize(6);
  }

  private String output(int block, String given) throws Exception {
    String name = "Block" + block;
    compile(name, blocks().get(block), given + GIVEN);
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private void compile(String name, String block, String given) throws IOException {
    List<String> lines = block.lines().toList();
    String imports = lines.stream().filter(ReadmeTest::isImport).collect(Collectors.joining("\n"));
    String body = lines.stream().filter(line -> !isImport(line)).collect(Collectors.joining("\n"));
    Path source = folder.resolve(name + ".java");
    Files.writeString(
        source,
        imports
            + "\npublic class "
            + name
            + " { public static void main(String[] args) {\n"
            + given
            + body
            + "}}");
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-Xlint:-classfile",
                "-parameters",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(result).as(block).isZero();
  }

  private static boolean isImport(String line) {
    return line.startsWith("import ");
  }

  private static List<String> blocks() throws IOException {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = null;
    for (String line : Files.readString(Path.of("README.md")).lines().toList()) {
      if (block == null && line.equals("```java")) {
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
}

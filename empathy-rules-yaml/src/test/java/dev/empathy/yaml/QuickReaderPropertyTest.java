package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Where {@link QuickReader} answers, a parser of all YAML says the same and finds no fault. */
class QuickReaderPropertyTest {

  private static final List<String> FILES = files();

  private static final List<String> PIECES =
      List.of(
          "\n", "\n\n", "\n \n", "\n  ", "\n    ", " ", "  ", "- ", "\n- ", ": ", ":\n", ":", " #",
          "# ", "\"", "'", "''", "\\\"", "\\n", "\\", "[", "]", "{", "}", ", ", ",", ">-\n", ">\n",
          "|\n", "|-\n   ", "---", "...", "\n...", "%", "a: b", "<<: x", "&a ", "*a", "!t ", "? ",
          "?", "@", "`", "~", "\t", "\r", "\r\n", "\u0085", "\u2028", "\uFEFF", "\u00a0", "🙂",
          "’");

  private static int answers;

  private static List<String> files() {
    List<String> files = new ArrayList<>();
    for (String name : Library.JAR.rubrics()) {
      files.add(resource(name));
    }
    files.add(resource("locale-en"));
    return files;
  }

  private static String resource(String name) {
    try (InputStream in = Library.class.getResourceAsStream(name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Example
  void all_that_comes_with_the_library_is_read_quickly() {
    assertThat(FILES).hasSize(14).allMatch(QuickReaderPropertyTest::isSame);
  }

  @Property(tries = 3000)
  void what_it_is_sure_of_is_the_same(@ForAll Random random) {
    for (int i = 0; i < 10; i++) {
      answers += isSame(mutant(random)) ? 1 : 0;
    }
  }

  @AfterContainer
  static void it_answers_often() {
    assertThat(answers).isGreaterThan(1000);
  }

  /** False where nothing was answered. */
  private static boolean isSame(String text) {
    SourceText source = new SourceText("f", text);
    Room room = new Room();
    Tree quick = QuickReader.read(source, room);
    if (quick == null) {
      return false;
    }
    Problems problems = new Problems();
    problems.register(source);
    Room other = new Room();
    assertThat(TreeReader.readAny(source, other, problems)).as(text).isEqualTo(quick);
    assertThat(problems.sorted()).as(text).isEmpty();
    assertThat(room.nodes()).as(text).isEqualTo(other.nodes());
    return true;
  }

  /** Some lines of a file, moved to the left, with a few changes. */
  private static String mutant(Random random) {
    String[] lines = FILES.get(random.nextInt(FILES.size())).split("\n", -1);
    int count = 1 + random.nextInt(14);
    int from = random.nextInt(Math.max(1, lines.length - count));
    int indent = lines[from].length() - lines[from].stripLeading().length();
    boolean below = random.nextBoolean();
    StringBuilder text = new StringBuilder(below ? "k:\n" : "");
    String margin = below && random.nextBoolean() ? " " : "";
    for (int i = from; i < Math.min(lines.length, from + count); i++) {
      int own = lines[i].length() - lines[i].stripLeading().length();
      text.append(margin).append(lines[i].substring(Math.min(own, indent))).append('\n');
    }
    for (int change = random.nextInt(4); change > 0; change--) {
      int at = random.nextInt(text.length() + 1);
      if (random.nextInt(3) > 0) {
        text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      } else {
        text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
      }
    }
    if (random.nextInt(5) == 0) {
      text.setLength(random.nextInt(text.length() + 1));
    }
    return text.toString();
  }
}

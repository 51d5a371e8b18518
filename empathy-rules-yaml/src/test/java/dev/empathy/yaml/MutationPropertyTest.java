package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.rubric.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happens to a file, its author gets a rubric or issues with places. */
class MutationPropertyTest {

  private static final String SIGNS = "\t\n :-#{}[],&*!|>'\"%@`?+$~^()\\😡é\u0000\uFEFF\r01az";

  private final List<String> lines;

  MutationPropertyTest() throws IOException {
    lines = Files.readAllLines(Rubrics.resource("library/base.yaml"));
  }

  @Property(tries = 1500)
  void a_changed_file_gives_a_rubric_or_issues(@ForAll Random random) {
    List<String> changed = new ArrayList<>(lines);
    for (int i = random.nextInt(4); i >= 0; i--) {
      mutate(changed, random);
    }
    String text = String.join("\n", changed) + "\n";
    Loaded loaded = Rubrics.load(text);
    assertThat(loaded.rubric() == null)
        .isEqualTo(loaded.issues().stream().anyMatch(Issue::isError));
    loaded.issues().forEach(issue -> assertPlaced(issue, text.split("\n", -1)));
  }

  private static void mutate(List<String> lines, Random random) {
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    int column = random.nextInt(line.length() + 1);
    int[] signs = SIGNS.codePoints().toArray();
    String sign = Character.toString(signs[random.nextInt(signs.length)]);
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, line);
      case 2 -> lines.add(lines.get(random.nextInt(lines.size())));
      case 3 -> lines.set(at, " ".repeat(random.nextInt(3)) + line);
      case 4 -> lines.set(at, line.substring(0, column) + sign + line.substring(column));
      default -> lines.set(at, line.substring(0, column));
    }
  }

  private static void assertPlaced(Issue issue, String[] lines) {
    assertThat(issue.at().file()).isEqualTo("mine.yaml");
    assertThat(issue.at().line()).as(issue.text()).isBetween(1, lines.length);
    int columns = lines[issue.at().line() - 1].length();
    assertThat(issue.at().column()).as(issue.text()).isBetween(1, columns + 1);
  }
}

package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputLinesTest {

  @Test
  void splitsAtLineFeeds() throws IOException {
    assertThat(all("a\r\n\nb")).containsExactly("a\r", "", "b");
    assertThat(all("a\n")).containsExactly("a");
    assertThat(all("")).isEmpty();
  }

  @Test
  void linesMayCrossTheBuffer() throws IOException {
    String longer = "x".repeat(65_535);
    assertThat(all(longer + "\n" + longer + "yz\nend"))
        .containsExactly(longer, longer + "yz", "end");
  }

  @Test
  void cutsALineThatIsTooLong() throws IOException {
    InputLines lines = lines("abcdef\nab", 3);
    assertThat(new String(lines.next(), StandardCharsets.UTF_8)).isEqualTo("abc");
    assertThat(lines.wasCut()).isTrue();
    assertThat(new String(lines.next(), StandardCharsets.UTF_8)).isEqualTo("ab");
    assertThat(lines.wasCut()).isFalse();
    assertThat(lines.number()).isEqualTo(2);
  }

  private static InputLines lines(String text, int longest) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new InputLines(new ByteArrayInputStream(bytes), longest);
  }

  private static List<String> all(String text) throws IOException {
    InputLines lines = lines(text, InputLines.LONGEST);
    List<String> all = new ArrayList<>();
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      all.add(new String(line, StandardCharsets.UTF_8));
    }
    return all;
  }
}

package dev.empathy.research;

import static dev.empathy.research.SmallRubric.data;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {

  @TempDir private Path folder;
  private final List<String> complaints = new ArrayList<>();

  @Test
  void aPatternFindsFilesWhateverTheirNames() throws IOException {
    for (String file :
        List.of("a/x.jsonl", "a/b.jsonl", "a/README.md", "a/deep/y.jsonl", "c.csv")) {
      data(folder, file, "{}");
    }
    assertThat(files().find("a/*.jsonl")).containsExactly("a/b.jsonl", "a/x.jsonl");
    assertThat(files().find("a/**.jsonl"))
        .containsExactly("a/b.jsonl", "a/deep/y.jsonl", "a/x.jsonl");
    assertThat(files().find("*.csv")).containsExactly("c.csv");
    assertThat(files().find("none/*.jsonl")).isEmpty();
  }

  @Test
  void aLinkToAFolderIsAFolder() throws IOException {
    data(folder, "real/x.jsonl", "{}");
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.createSymbolicLink(data.resolve("set"), folder.resolve("real"));
    assertThat(new DataFiles(data, complaints).find("set/*.jsonl")).containsExactly("set/x.jsonl");
  }

  @Test
  void linesOfJson() throws IOException {
    data(
        folder,
        "x.jsonl",
        "\uFEFF{\"a\":{\"b\":1},\"c.d\":\"e\",\"n\":null}",
        "",
        "[1]",
        "{\"a\":2} {}",
        "{\"a\":\"three\"}");
    List<Item> items = files().read(List.of("x.jsonl"));
    assertThat(items).extracting(Item::line).containsExactly(1L, 5L);
    assertThat(items.get(0).text(field("a.b"))).isEqualTo("1");
    assertThat(items.get(0).text(field("c.d"))).isEqualTo("e");
    assertThat(items.get(0).get(field("n"))).isNull();
    assertThat(items.get(0).get(field("a.b.c"))).isNull();
    assertThat(items.get(0).get(field("a..b"))).isNull();
    assertThat(items.get(0).number(field("a.b"))).isEqualTo(1);
    assertThat(items.get(1).toString()).doesNotContain("three");
    assertThat(complaints)
        .containsExactly(
            "x.jsonl:3: no JSON object; the line is skipped",
            "x.jsonl:4: not JSON; the line is skipped");
  }

  @Test
  void tablesWithAHeader() throws IOException {
    data(folder, "x.csv", "id,text", "1,\"two", "lines\"", "2,", "3", "4,\"a \"\"b\"\"\"");
    List<Item> items = files().read(List.of("x.csv"));
    assertThat(items).extracting(Item::line).containsExactly(2L, 4L, 6L);
    assertThat(items.get(0).text(field("text"))).isEqualTo("two\nlines");
    assertThat(items.get(1).get(field("text"))).isNull();
    assertThat(items.get(2).text(field("text"))).isEqualTo("a \"b\"");
    assertThat(complaints)
        .containsExactly("x.csv:5: not as many cells as the header; the row is skipped");

    data(folder, "y.tsv", "id\ttext", "1\ta, b");
    assertThat(files().read(List.of("y.tsv")).get(0).text(field("text"))).isEqualTo("a, b");
  }

  @Test
  void whatIsNoTextOrNoTableIsToldOf() throws IOException {
    Files.write(folder.resolve("x.jsonl"), "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    data(folder, "y.csv", "id,id", "1,2");
    data(folder, "z.csv", "id,text", "1,\"open");
    assertThat(files().read(List.of("x.jsonl", "y.csv", "z.csv"))).isEmpty();
    String table =
        ": a column without a name, two of one name, or a quote that is not closed; what follows is"
            + " not read";
    assertThat(complaints)
        .containsExactly(
            "x.jsonl: not UTF-8; what follows is not read", "y.csv" + table, "z.csv" + table);
  }

  private DataFiles files() {
    return new DataFiles(folder, complaints);
  }

  private static Named field(String name) {
    return new Named(name, new Place(dev.empathy.rubric.Location.CODE, 1));
  }
}

package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.empathy.Span;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** Where a message's words stand in a file. */
class OriginPropertyTest {

  private static Span span(String text, int start, int end) {
    return Samples.span(text, start, end);
  }

  @Example
  void inAFileThatIsTheMessage() {
    String text = "Hi,\r\n😡 please restart.\nBye";
    Origin file = Origin.File.of("a.txt", text);
    int please = text.indexOf("please");
    assertThat(file.region(span(text, please, please + 6)))
        .isEqualTo(new Region(2, 4, 2L, 10, please, 6));
    assertThat(file.region(span(text, 0, text.length())))
        .isEqualTo(new Region(1, 1, 3L, 4, 0, text.length()));
    assertThat(file.region(span(text, 0, 5))).isEqualTo(new Region(1, 1, 1L, 6, 0, 5));
    assertThat(file.region(null)).isEqualTo(Region.line(1));
    assertThat(Origin.File.of("b", "").region(span("", 0, 0)))
        .isEqualTo(new Region(1, 1, 1L, 1, 0, 0));
  }

  @Example
  void inALineOfJson() {
    String json =
        "{\"facts\":{\"text\":\"no\"}, \"role\":\"agent\",\"text\" : \"a\\n\\u00e9 \\\\ sorry😡 x\"}";
    Origin line = new Origin.JsonLine("in.jsonl", 7, json.getBytes(StandardCharsets.UTF_8), "text");
    String text = "a\n\u00e9 \\ sorry😡 x";
    int sorry = text.indexOf("sorry");
    int there = json.indexOf("sorry");
    assertThat(line.region(span(text, sorry, sorry + 7)))
        .isEqualTo(new Region(7, there + 1, 7L, there + 8, null, null));
    assertThat(line.region(span(text, 1, 3)).startColumn()).isEqualTo(json.indexOf("\\n") + 1);
    assertThat(line.region(span(text, 1, 3)).endColumn()).isEqualTo(json.indexOf(" \\\\") + 1);
    assertThat(line.region(null)).isEqualTo(Region.line(7));
  }

  /** Whatever a mapper escapes, what stands at the place reads back as the words. */
  @Property(tries = 500)
  void whateverTheText(@ForAll @StringLength(min = 1, max = 30) String any, @ForAll int cut)
      throws JsonProcessingException {
    String text =
        any.codePoints()
            .filter(c -> !Character.isSurrogate((char) c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    int middle =
        text.offsetByCodePoints(0, Math.floorMod(cut, text.codePointCount(0, text.length()) + 1));
    JsonMapper mapper = new JsonMapper();
    String json = mapper.writeValueAsString(Map.of("text", text));
    Origin line = new Origin.JsonLine("f", 1, json.getBytes(StandardCharsets.UTF_8), "text");
    Region region = line.region(span(text, middle, text.length()));
    String there = json.substring(region.startColumn() - 1, region.endColumn() - 1);
    assertThat(mapper.readValue("\"" + there + "\"", String.class))
        .isEqualTo(text.substring(middle));
    Region whole = Origin.File.of("f", text).region(span(text, middle, text.length()));
    assertThat(text.substring(whole.charOffset(), whole.charOffset() + whole.charLength()))
        .isEqualTo(text.substring(middle));
  }
}

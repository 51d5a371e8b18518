package dev.empathy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.empathy.rubric.Rubric;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds stored assessments against new ones, or against themselves, and counts. */
final class Replay {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String INDENT = "  ";

  private final Console console;
  private final boolean quiet;

  /** How many differ in each kind of thing, in the order in which these came up. */
  private final Map<String, Long> said = new LinkedHashMap<>();

  /** How many were made otherwise, by what is other. */
  private final Map<String, Long> made = new TreeMap<>();

  private long all;
  private long same;
  private long onlyMade;
  private long missing;
  private long extra;

  Replay(Console console, boolean quiet) {
    this.console = console;
    this.quiet = quiet;
  }

  boolean isSame() {
    return same == all && missing == 0 && extra == 0;
  }

  /** Takes new lines and holds each against the next stored one. */
  OutputStream against(StoredFile file) {
    return new OutputStream() {
      private final ByteArrayOutputStream line = new ByteArrayOutputStream();

      @Override
      public void write(int b) throws IOException {
        if (b == '\n') {
          compare(file.next(), line.toString(StandardCharsets.UTF_8));
          line.reset();
        } else {
          line.write(b);
        }
      }
    };
  }

  private void compare(@Nullable Stored before, String json) throws IOException {
    if (before == null) {
      missing++;
      return;
    }
    Stored now = new Stored(before.number(), json, MAPPER.readTree(json));
    if (!before.isAbout(now)) {
      throw new Failure(
          "line "
              + before.number()
              + " is about "
              + Visible.line(before.name())
              + ", and the input goes on with "
              + Visible.line(now.name())
              + ": it is not what was assessed");
    }
    Difference difference = Difference.of(before, now);
    tell(before.name(), difference.said());
    count(difference.made(), difference.said());
  }

  private void count(List<String> otherMade, Map<String, String> otherSaid) {
    all++;
    otherMade.forEach(one -> made.merge(one, 1L, Long::sum));
    otherSaid.keySet().forEach(kind -> said.merge(kind, 1L, Long::sum));
    if (otherSaid.isEmpty()) {
      same += otherMade.isEmpty() ? 1 : 0;
      onlyMade += otherMade.isEmpty() ? 0 : 1;
    }
  }

  private void tell(String name, Map<String, String> differences) throws IOException {
    if (quiet || differences.isEmpty()) {
      return;
    }
    StringBuilder out = new StringBuilder(Visible.line(name)).append('\n');
    differences.forEach(
        (kind, what) ->
            out.append(INDENT).append(kind).append(": ").append(Visible.line(what)).append('\n'));
    console.print(out.toString());
  }

  /** Counts what is stored beyond the input. */
  void rest(StoredFile file) throws IOException {
    while (file.next() != null) {
      extra++;
    }
  }

  /** Checks what stored assessments say of themselves. */
  void alone(StoredFile file, Rubric rubric, String engine) throws IOException {
    String today =
        Difference.rubric(
            MAPPER
                .createObjectNode()
                .put("id", rubric.id())
                .put("version", rubric.version())
                .put("locale", rubric.locale().locale())
                .put("sha256", rubric.sha256()));
    for (Stored one = file.next(); one != null; one = file.next()) {
      List<String> faults = StoredCheck.faults(one, rubric);
      Map<String, String> told =
          faults.isEmpty() ? Map.of() : Map.of("fault", String.join("; ", faults));
      tell(one.name(), told);
      count(madeOtherwise(one.body(), rubric, today, engine), told);
    }
  }

  private static List<String> madeOtherwise(
      JsonNode body, Rubric rubric, String today, String engine) {
    List<String> made = new ArrayList<>();
    if (!body.path("rubric").path("sha256").asText().equals(rubric.sha256())) {
      made.add("rubric " + Difference.rubric(body.path("rubric")) + " → " + today);
    }
    String version = body.path("receipt").path("engine").asText();
    if (!version.equals(engine)) {
      made.add("engine " + version + " → " + engine);
    }
    return made;
  }

  /**
   * What came of it, in a few lines.
   *
   * @param again whether the messages were assessed again
   */
  String summary(boolean again) {
    StringBuilder out = new StringBuilder();
    out.append(Figures.plural(all, "assessment")).append(": ");
    out.append(same).append(again ? " the same" : " sound");
    out.append(onlyMade == 0 ? "" : ", " + onlyMade + " the same but for what they were made with");
    long different = all - same - onlyMade;
    out.append(different == 0 ? "" : ", " + different + (again ? " different" : " at fault"));
    out.append('\n');
    made.forEach((what, times) -> line(out, "made otherwise: " + what, times));
    if (again && !said.isEmpty()) {
      String kinds =
          said.entrySet().stream()
              .map(kind -> kind.getKey() + " in " + kind.getValue())
              .collect(Collectors.joining(", "));
      out.append("differ: ").append(kinds).append('\n');
    }
    out.append(missing == 0 ? "" : missing + " of the input not stored\n");
    out.append(extra == 0 ? "" : extra + " stored that the input has not\n");
    if (!again) {
      out.append("not assessed again, as no messages were given (--jsonl)\n");
    }
    return out.toString();
  }

  private static void line(StringBuilder out, String what, long times) {
    out.append(Visible.line(what)).append(", in ").append(times).append('\n');
  }
}

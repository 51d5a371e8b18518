package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.RubricException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/** Bytes as a rubric's file: a rubric comes out, or issues whose places can be found. */
class LoaderFuzzTest {

  private static final String NAME = "mine.yaml";

  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  @DictionaryFile(resourcePath = "fuzz/rubric.dict")
  @FuzzTest
  void reads(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      // A reader never shows the loader a wrong byte; a file does.
      Problems problems = new Problems();
      FileSet.load(new RubricFile(NAME, NAME, null, bytes), Library.JAR, problems);
      assertPlaced(problems.sorted(), text);
    }
    Rubric rubric;
    try (InputStreamReader reader =
        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      rubric = RubricYaml.read(reader, NAME);
    } catch (RubricException e) {
      assertThat(e.issues()).anyMatch(Issue::isError);
      assertPlaced(e.issues(), text);
      return;
    }
    assertPlaced(rubric.warnings(), text);
    List<Issue> issues = EmpathyEngine.check(rubric, SelfTest.WARN);
    assertPlaced(issues, text);
    if (issues.stream().noneMatch(Issue::isError)) {
      Invariants.check(EmpathyEngine.compile(rubric, SelfTest.OFF), Invariants.EVERYDAY);
    }
  }

  private static void assertPlaced(List<Issue> issues, String text) {
    String[] lines = text.substring(text.startsWith("\uFEFF") ? 1 : 0).split("\n", -1);
    for (Issue issue : issues) {
      assertThat(issue.message()).isNotBlank();
      assertThat(issue.text()).isNotBlank();
      if (issue.at().file().equals(NAME)) {
        assertThat(issue.at().line()).as(issue.text()).isBetween(1, lines.length);
        int columns = lines[issue.at().line() - 1].length();
        assertThat(issue.at().column()).as(issue.text()).isBetween(1, columns + 1);
      } else {
        assertThat(issue.at().file()).as(issue.text()).matches("builtin:.+|locale-.+");
      }
    }
  }
}

package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Location;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Source;
import dev.empathy.rubric.Text;
import dev.empathy.rubric.WordList;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of a rubric knows where its first character stands. */
class PositionsTest {

  private int texts;

  @Test
  void in_a_sample() throws Exception {
    check(
        Rubrics.read(
            """
            extends: [builtin:base]
            words: { feeling+: ["glad", 'joyful', "\\u00e9mu"], mood: {  so so : 0.5, "😡😡": 1 } }
            cues:
              joy:
                who: agent
                match:
                  - 'it''s good'
                  - "😡" # the phrase is quoted
                  - many words
                    on two lines
                  -   far away
                unless: [ "😡 so" , 'no' , off ]
                examples:
                  hits:
                    - |
                      {{Good}}
                    - >-

                      {{Fine}}
            emotions: { anger: { raise: [ { when: { fact: "contacts", at-least: 3 }, by: 0.1 } ] } }
            rules:
              r:
                severity: error
                require: { cue: joy, before: sorry, within: 2 sentences of anger, same: mood as joy }
                forbid: { cue: joy, within: 10 minutes of  anger }
                fail: { score: -1, message: 'It''s “$joy”.' }
            """));
    assertThat(texts).isGreaterThan(40);
  }

  @Test
  void beyond_the_end_of_a_line() {
    Rubric rubric =
        Rubrics.read(
            """
            cues:
              c:
                match:
                  - sorry to
                    hear $nothing
            """);
    assertThat(EmpathyEngine.check(rubric, SelfTest.OFF))
        .extracting(issue -> issue.at().toString())
        .containsExactly("mine.yaml:8:17");
  }

  @ParameterizedTest
  @MethodSource("dev.empathy.yaml.RubricYaml#builtInNames")
  void in_the_built_in_rubrics(String name) throws Exception {
    assumeTrue(Library.JAR.rubric(name) != null, "not yet in the jar");
    check(RubricYaml.builtIn(name));
  }

  private void check(Rubric rubric) throws Exception {
    walk(rubric, rubric);
  }

  private void walk(Object value, Rubric rubric) throws Exception {
    if (value instanceof Text text) {
      found(text.value(), text.at(), rubric);
    } else if (value instanceof Phrase phrase) {
      found(phrase.text(), phrase.at(), rubric);
    } else if (value instanceof WordList.Entry entry) {
      found(entry.text(), entry.at(), rubric);
    } else if (value instanceof Collection<?> all) {
      for (Object item : all) {
        walk(item, rubric);
      }
    } else if (value instanceof Map<?, ?> map) {
      walk(map.values(), rubric);
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        walk(component.getAccessor().invoke(value), rubric);
      }
    }
  }

  private void found(String text, Location at, Rubric rubric) {
    texts++;
    Source source =
        rubric.sources().stream().filter(s -> s.file().equals(at.file())).findFirst().orElseThrow();
    String there = source.line(at.line()).substring(at.column() - 1);
    boolean escaped = there.startsWith("\\");
    assertThat(escaped || there.codePointAt(0) == text.stripLeading().codePointAt(0))
        .as("%s at %s is %s", text, at, there)
        .isTrue();
  }
}

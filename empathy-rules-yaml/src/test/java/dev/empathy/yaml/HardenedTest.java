package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.empathy.rubric.Issue;
import dev.empathy.rubric.RubricException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Files meant to harm end soon, in an issue. */
class HardenedTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static Loaded soon(String text) {
    return Assertions.assertTimeout(SOON, () -> Rubrics.load(text));
  }

  @Test
  void deep_nesting() {
    for (String open : new String[] {"[", "{a: ", "- ", "? ", "[{"}) {
      assertThat(soon("a: " + open.repeat(100_000)).issues()).as(open).hasSize(1);
    }
    assertThat(soon("a: " + "[".repeat(100_000)).issues())
        .extracting("code")
        .containsExactly("EMP-1009");
  }

  @Test
  void alias_bomb() {
    String bomb =
        "a0: &a0 [x, x]\n"
            + IntStream.range(1, 40)
                .mapToObj(i -> "a%d: &a%d [*a%d, *a%d]\n".replace("%d", "" + i))
                .collect(Collectors.joining());
    assertThat(soon(bomb).issues()).extracting("code").contains("EMP-1102");
  }

  @Test
  void three_mebibytes() {
    assertThat(soon("# " + "x".repeat(3 << 20)).issues())
        .extracting("code")
        .containsExactly("EMP-1009");
  }

  @Test
  void as_many_entries_as_may_be_are_read() {
    String list = "words: { w: [" + "so,\n".repeat(140_000) + "so] }";
    assertThat(soon(Rubrics.HEAD + list).orThrow().words().get("w").entries()).hasSize(140_001);
    String longer = "words: { w: [" + "so,\n".repeat(150_000) + "so] }";
    assertThat(soon(Rubrics.HEAD + longer).issues())
        .singleElement()
        .hasToString("mine.yaml:149992:1 EMP-1009 a rubric may hold 150000 texts, lists and maps");
  }

  @Test
  void many_faults() {
    String keys =
        IntStream.range(0, 50_000).mapToObj(i -> "k" + i + ": x\n").collect(Collectors.joining());
    List<Issue> issues = soon(Rubrics.HEAD + keys).issues();
    assertThat(issues).hasSize(Problems.MOST + 1);
    assertThat(issues.get(Problems.MOST).toString())
        .isEqualTo(
            "mine.yaml:1005:1 EMP-1009 there are more than 1000 faults; from here on they are not"
                + " listed");
  }

  @Test
  void many_warnings_do_not_keep_a_rubric_out() {
    String texts = "about: x\ncues:\n  a:\n    match:\n" + "      - so #1\n".repeat(5_000);
    Loaded loaded = soon(Rubrics.HEAD + texts);
    assertThat(loaded.orThrow().cues().get("a").match()).hasSize(5_000);
    assertThat(loaded.issues()).hasSize(Problems.MOST + 1).noneMatch(Issue::isError);
  }

  @Test
  void many_faults_on_one_line() {
    String keys =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "k" + i + ": *x")
            .collect(Collectors.joining(", "));
    Loaded loaded = soon("{ " + keys + " }");
    assertThat(loaded.issues()).hasSize(Problems.MOST + 1);
    assertThatThrownBy(loaded::orThrow).isInstanceOf(RubricException.class);
  }

  @Test
  void long_lines_and_long_keys() {
    assertThat(soon(Rubrics.HEAD + "x".repeat(1 << 17) + ": 1").issues()).hasSize(1);
    assertThat(soon(Rubrics.HEAD + "about: " + "x: ".repeat(1 << 16)).issues()).hasSize(1);
    assertThat(soon(Rubrics.HEAD + "\"" + "\\n".repeat(1 << 16)).issues()).hasSize(1);
  }
}

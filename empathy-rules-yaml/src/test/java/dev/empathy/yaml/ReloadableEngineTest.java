package dev.empathy.yaml;

import static dev.empathy.yaml.ReloadableEngine.Reload.Kind.REFUSED;
import static dev.empathy.yaml.ReloadableEngine.Reload.Kind.RELOADED;
import static dev.empathy.yaml.ReloadableEngine.Reload.Kind.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.empathy.EmpathyEngine;
import dev.empathy.rubric.RubricException;
import dev.empathy.yaml.ReloadableEngine.Reload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadableEngineTest {

  private static final String PARENT = "cues: { cold: { who: agent, match: [policy] } }\n";

  @TempDir Path folder;

  private final CapturedLog log = new CapturedLog();
  private Path child;
  private Path parent;

  @BeforeEach
  void write_files() throws IOException {
    child = folder.resolve("acme.yaml");
    parent = folder.resolve("brand.yaml");
    Files.writeString(parent, head("brand", "1.0.0") + PARENT);
    Files.writeString(child, child("1.0.0", "stiff"));
  }

  @AfterEach
  void close_log() {
    log.close();
  }

  private static String head(String name, String version) {
    return "empathy: 1\nrubric: " + name + "\nversion: " + version + "\nlocale: en\n";
  }

  private static String child(String version, String word) {
    return head("acme", version)
        + "extends: [./brand.yaml]\n"
        + "cues:\n  stiff:\n    who: agent\n    match:\n      - "
        + word
        + "\n    examples: { hits: [\"This is {{stiff}}.\"] }\n";
  }

  /** Two looks: the first may only see that something is new. */
  private static Reload twice(ReloadableEngine rubric) {
    assertThat(rubric.reloadIfChanged().kind()).isEqualTo(UNCHANGED);
    return rubric.reloadIfChanged();
  }

  private static int hits(EmpathyEngine engine, String cue, String text) {
    return engine.assess(text).hits(cue).size();
  }

  @Test
  void a_rubric_that_cannot_be_used_is_no_beginning() throws IOException {
    assertThatThrownBy(() -> ReloadableEngine.of(folder.resolve("nowhere.yaml")))
        .isInstanceOf(RubricException.class)
        .hasMessageContaining("there is no such file");
    Files.writeString(child, child("1.0.0", "stuff"));
    assertThatThrownBy(() -> ReloadableEngine.of(child))
        .as("its own example fails")
        .isInstanceOf(RubricException.class)
        .hasMessageContaining("stiff");
  }

  @Test
  void files_as_they_were_change_nothing() throws IOException {
    ReloadableEngine rubric = ReloadableEngine.of(child);
    EmpathyEngine engine = rubric.engine();
    Files.setLastModifiedTime(child, FileTime.fromMillis(0));
    Files.setLastModifiedTime(parent, FileTime.fromMillis(0));
    Reload unchanged = new Reload(UNCHANGED, List.of());
    assertThat(rubric.reload()).isEqualTo(unchanged);
    assertThat(rubric.reloadIfChanged()).isEqualTo(unchanged);
    assertThat(twice(rubric)).isEqualTo(unchanged);
    assertThat(rubric.engine()).isSameAs(engine);
    assertThat(log.text()).isEmpty();
  }

  @Test
  void a_new_version_takes_over_and_a_conversation_keeps_the_old_one() throws IOException {
    ReloadableEngine rubric = ReloadableEngine.of(child);
    EmpathyEngine old = rubric.engine();
    Files.writeString(child, child("1.1.0", "(stiff|rigid)"));
    assertThat(rubric.reload().kind()).isEqualTo(RELOADED);
    assertThat(rubric.reload().kind()).isEqualTo(UNCHANGED);
    assertThat(rubric.engine().assess("Rigid.").rubric().version()).isEqualTo("1.1.0");
    assertThat(hits(rubric.engine(), "stiff", "Rigid.")).isOne();
    assertThat(old.assess("Rigid.").rubric().version()).isEqualTo("1.0.0");
    assertThat(hits(old, "stiff", "Rigid.")).isZero();
  }

  @Test
  void warnings_come_with_what_takes_over() throws IOException {
    ReloadableEngine rubric = ReloadableEngine.of(child);
    Files.writeString(child, child("1.1.0", "stiff #1"));
    Reload reloaded = rubric.reload();
    assertThat(reloaded.kind()).isEqualTo(RELOADED);
    assertThat(reloaded.issues()).extracting("code").containsExactly("EMP-1103");
  }

  @Test
  void what_is_broken_is_refused_with_all_its_issues() throws IOException {
    ReloadableEngine rubric = ReloadableEngine.of(child);
    EmpathyEngine engine = rubric.engine();
    Files.writeString(child, child("1.1.0", "$stuff"));
    Reload form = rubric.reload();
    assertThat(form.kind()).isEqualTo(REFUSED);
    assertThat(form.issues()).extracting("code").contains("EMP-1003");
    Files.writeString(child, child("1.1.0", "stuff"));
    Reload example = rubric.reload();
    assertThat(example.kind()).isEqualTo(REFUSED);
    assertThat(example.issues()).anyMatch(issue -> issue.isError());
    assertThat(rubric.engine()).isSameAs(engine);
  }

  @Test
  void the_log_names_both_rubrics_and_quotes_no_message() throws IOException {
    ReloadableEngine rubric = ReloadableEngine.of(child);
    String one = rubric.engine().rubric().sha256();
    rubric.engine().assess("My card 4929 is stiff, says Ana Quill.");
    Files.writeString(child, child("1.1.0", "(stiff|rigid)"));
    rubric.reload();
    String two = rubric.engine().rubric().sha256();
    rubric.engine().assess("My card 4929 is rigid, says Ana Quill.");
    Files.writeString(child, child("1.2.0", "$stuff"));
    rubric.reload();
    assertThat(log.lines("INFO"))
        .singleElement()
        .asString()
        .endsWith(
            "rubric acme 1.1.0, sha256 %s is in use, in place of acme 1.0.0, sha256 %s"
                .formatted(two, one));
    assertThat(log.lines("WARN")).hasSize(1);
    assertThat(log.text())
        .contains("EMP-1003", "nothing is named $stuff", "- $stuff", "^^^^^^")
        .contains("1 error. The previous rubric (acme 1.1.0, sha256 " + two + ") stays in use.")
        .doesNotContain("4929", "Quill");
  }

  @Test
  void a_parent_that_changes_is_a_change() throws IOException {
    ReloadableEngine rubric = ReloadableEngine.of(child);
    assertThat(hits(rubric.engine(), "cold", "Our terms say no.")).isZero();
    Files.writeString(parent, head("brand", "1.0.1") + PARENT.replace("policy", "terms"));
    assertThat(twice(rubric).kind()).isEqualTo(RELOADED);
    assertThat(hits(rubric.engine(), "cold", "Our terms say no.")).isOne();
  }

  @Test
  void a_change_is_taken_when_it_was_seen_twice() throws IOException {
    ReloadableEngine rubric = ReloadableEngine.of(child);
    for (String version : List.of("1.1.0", "1.2.0", "1.3.0")) {
      Files.writeString(child, child(version, "stiff"));
      assertThat(rubric.reloadIfChanged().kind()).isEqualTo(UNCHANGED);
    }
    assertThat(rubric.engine().rubric().version()).isEqualTo("1.0.0");
    assertThat(rubric.reloadIfChanged().kind()).isEqualTo(RELOADED);
    assertThat(rubric.engine().rubric().version()).isEqualTo("1.3.0");
    assertThat(rubric.reloadIfChanged().kind()).isEqualTo(UNCHANGED);
    assertThat(log.lines("INFO")).hasSize(1);
  }

  @Test
  void a_file_that_is_being_written_is_never_in_use() throws IOException {
    ReloadableEngine rubric = ReloadableEngine.of(child);
    String whole = child("1.1.0", "(stiff|rigid)");
    for (int length = 0; length < whole.length(); length++) {
      Files.writeString(child, whole.substring(0, length));
      assertThat(rubric.reloadIfChanged().kind()).as("%d", length).isNotEqualTo(RELOADED);
      assertThat(rubric.engine().rubric().version()).isEqualTo("1.0.0");
    }
    Files.writeString(child, whole);
    assertThat(twice(rubric).kind()).isEqualTo(RELOADED);
    assertThat(rubric.engine().rubric().version()).isEqualTo("1.1.0");
  }

  @Test
  void a_file_that_stays_half_written_is_refused_until_it_is_whole() throws IOException {
    ReloadableEngine rubric = ReloadableEngine.of(child);
    String whole = child("1.1.0", "(stiff|rigid)");
    Files.writeString(child, whole.substring(0, whole.indexOf("|rigid")));
    assertThat(twice(rubric).kind()).isEqualTo(REFUSED);
    assertThat(rubric.reload().kind()).isEqualTo(REFUSED);
    Files.writeString(child, whole);
    assertThat(twice(rubric).kind()).isEqualTo(RELOADED);
  }

  @Test
  void what_was_refused_is_logged_once_and_returned_until_it_changes() throws IOException {
    ReloadableEngine rubric = ReloadableEngine.of(child);
    Files.writeString(child, child("1.1.0", "stuff"));
    Reload refused = twice(rubric);
    assertThat(refused.kind()).isEqualTo(REFUSED);
    assertThat(rubric.reloadIfChanged()).isEqualTo(refused);
    assertThat(rubric.reloadIfChanged()).isEqualTo(refused);
    assertThat(log.lines("WARN")).hasSize(1);
    assertThat(rubric.reload()).as("who asks is told again").isEqualTo(refused);
    assertThat(log.lines("WARN")).hasSize(2);
    Files.writeString(child, child("1.0.0", "stiff"));
    assertThat(twice(rubric).kind()).as("back to what is in use").isEqualTo(UNCHANGED);
    assertThat(log.lines("WARN")).hasSize(2);
  }

  @Test
  void a_file_that_is_gone_for_a_moment_makes_no_noise() throws IOException {
    ReloadableEngine rubric = ReloadableEngine.of(child);
    EmpathyEngine engine = rubric.engine();
    for (Path file : List.of(child, parent)) {
      String text = Files.readString(file);
      Files.delete(file);
      assertThat(rubric.reloadIfChanged().kind()).isEqualTo(UNCHANGED);
      Files.writeString(file, text);
      assertThat(twice(rubric).kind()).isEqualTo(UNCHANGED);
    }
    assertThat(rubric.engine()).isSameAs(engine);
    assertThat(log.text()).isEmpty();
  }

  @Test
  void a_file_that_stays_away_is_refused_and_its_return_is_seen() throws IOException {
    ReloadableEngine rubric = ReloadableEngine.of(child);
    for (Path file : List.of(child, parent)) {
      String text = Files.readString(file);
      Files.delete(file);
      Reload refused = twice(rubric);
      assertThat(refused.kind()).isEqualTo(REFUSED);
      assertThat(refused.issues()).singleElement().asString().contains("there is no");
      assertThat(hits(rubric.engine(), "cold", "It is our policy.")).isOne();
      Files.writeString(file, text + "# back\n");
      assertThat(twice(rubric).kind()).isEqualTo(RELOADED);
    }
  }

  @Test
  void reloads_at_once_compile_once() throws Exception {
    ReloadableEngine rubric = ReloadableEngine.of(child);
    Files.writeString(child, child("1.1.0", "(stiff|rigid)"));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Reload> reload = rubric::reload;
      List<Future<Reload>> all = threads.invokeAll(Collections.nCopies(8, reload));
      int reloaded = 0;
      for (Future<Reload> one : all) {
        assertThat(one.get().kind()).isNotEqualTo(REFUSED);
        reloaded += one.get().kind() == RELOADED ? 1 : 0;
      }
      assertThat(reloaded).isOne();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void to_string_names_the_rubric_in_use() {
    ReloadableEngine rubric = ReloadableEngine.of(child);
    assertThat(rubric).hasToString("ReloadableEngine[Rubric[acme 1.0.0 " + sha256(rubric) + "]]");
  }

  private static String sha256(ReloadableEngine rubric) {
    return rubric.engine().rubric().sha256();
  }
}

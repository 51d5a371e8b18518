package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.rubric.Adjustment;
import dev.empathy.rubric.Condition;
import dev.empathy.rubric.Phrase;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Severity;
import dev.empathy.rubric.Source;
import dev.empathy.rubric.Text;
import dev.empathy.rubric.WordList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {

  @TempDir Path folder;

  private static Rubric child(String body) {
    return Rubrics.read("extends: [builtin:base]\n" + body);
  }

  private static List<String> entries(Rubric rubric, String list) {
    return rubric.words().get(list).entries().stream().map(WordList.Entry::text).toList();
  }

  private static List<String> texts(List<Phrase> phrases) {
    return phrases.stream().map(Phrase::text).toList();
  }

  @Test
  void a_child_that_says_nothing_inherits_all_but_its_name() {
    Rubric rubric = child("");
    assertThat(rubric.id()).isEqualTo("mine");
    assertThat(rubric.about()).isEqualTo("A small rubric to build on.");
    assertThat(rubric.cues()).containsOnlyKeys("anger", "sorry");
    assertThat(rubric.passMark()).isEqualTo(600);
  }

  @Test
  void a_list_replaces_and_a_sign_changes_it() {
    assertThat(entries(child("words: { feeling: [glad] }"), "feeling")).containsExactly("glad");
    assertThat(entries(child("words: { feeling+: [glad] }"), "feeling"))
        .containsExactly("upset", "sad", "angry", "glad");
    assertThat(entries(child("words: { feeling-: [' SAD '] }"), "feeling"))
        .containsExactly("upset", "angry");
    assertThat(entries(child("words: { feeling+: [sad], feeling-: [sad] }"), "feeling"))
        .as("first removed, then added, whatever the order")
        .containsExactly("upset", "angry", "sad");
  }

  @Test
  void what_is_taken_away_is_what_is_equal_after_scanning() throws IOException {
    Path parent =
        file(
            "parent.yaml",
            "builtin:base",
            """
            words: { w: [don't wait, fed up, "fed-up", you'd] }
            cues:
              c:
                match: ["I’d (so|very)? sorry", "so ...2 $w", thanks~, ^thanks]
                unless: ["no,  no"]
                examples: { hits: ["I {{am sad}}", "I {{am mad}}", "I am {{mad}}"] }
            """);
    Path mine =
        file(
            "mine.yaml",
            "parent.yaml",
            """
            words: { w-: ["DO NOT – wait", "You’d"] }
            cues:
              c:
                match-: ["I'd ( so | very )? SORRY", ^ Thanks]
                unless-: [No no]
                examples: { hits-: ["I {{AM  mad}}."] }
            """);
    Rubric rubric = Rubrics.LOADER.path(mine).orThrow();
    assertThat(entries(rubric, "w")).containsExactly("fed up", "fed-up");
    assertThat(texts(rubric.cues().get("c").match())).containsExactly("so ...2 $w", "thanks~");
    assertThat(rubric.cues().get("c").unless()).isEmpty();
    assertThat(rubric.cues().get("c").hits())
        .extracting(example -> example.text().value())
        .containsExactly("I {{am sad}}", "I am {{mad}}");
    assertThat(parent).exists();
  }

  @Test
  void a_word_map_merges_by_entry_and_takes_a_list_too() {
    Rubric rubric =
        child(
            "words: { anger-word: { livid: 0.8, cross: 0.3 }, anger-word+: [mad], anger-word-: [furious] }");
    assertThat(rubric.words().get("anger-word").entries())
        .extracting(entry -> entry.text() + "=" + entry.strength())
        .containsExactly("livid=0.8", "cross=0.3", "mad=null");
  }

  @Test
  void a_phrase_is_a_list_of_one() {
    Rubric rubric = child("phrases: { we-see+: [we hear], new: (a|b) }");
    assertThat(texts(rubric.phrases().get("we-see"))).containsExactly("we see", "we hear");
    assertThat(texts(rubric.phrases().get("new"))).containsExactly("(a|b)");
  }

  @Test
  void each_phrase_keeps_its_place_and_its_own_files_skippable_words() {
    Rubric rubric = child("skippable: [just]\ncues: { anger: { match+: [so mad] } }");
    List<Phrase> match = rubric.cues().get("anger").match();
    assertThat(texts(match)).containsExactly("$anger-word", "third time", "so mad");
    assertThat(match.get(0).skippable()).containsExactly("really");
    assertThat(match.get(0).at().file()).isEqualTo("builtin:base");
    assertThat(match.get(2).skippable()).containsExactly("just");
    assertThat(match.get(2).at().file()).isEqualTo("mine.yaml");
    assertThat(rubric.cues().get("anger").at().file()).isEqualTo("builtin:base");
  }

  @Test
  void a_file_without_skippable_words_has_none() {
    Rubric rubric = child("cues: { anger: { match+: [so mad] } }");
    assertThat(rubric.cues().get("anger").match().get(2).skippable()).isEmpty();
  }

  @Test
  void off_turns_off_and_keeps_the_rest() {
    Rubric rubric = child("cues: { anger: { off: true } }\nrules: { apologise: { off: true } }");
    assertThat(rubric.cues().get("anger").off()).isTrue();
    assertThat(rubric.cues().get("anger").match()).hasSize(2);
    assertThat(rubric.rules().get("apologise").off()).isTrue();
  }

  @Test
  void a_condition_is_a_unit_and_pass_and_fail_merge() {
    Rubric rubric =
        child("rules: { apologise: { when: { signal: words, above: 5 }, fail: { score: -2 } } }");
    Rule rule = rubric.rules().get("apologise");
    assertThat(rule.when()).isInstanceOf(Condition.SignalCondition.class);
    assertThat(rule.fail().score()).isEqualTo(-20);
    assertThat(rule.fail().message()).extracting(Text::value).isEqualTo("No apology for “$anger”.");
    assertThat(rule.pass().scores()).containsExactly(100);
  }

  @Test
  void an_override_holds_what_it_names_and_no_more() {
    Rubric rubric =
        child(
            """
            overrides:
              - for: { channel: [sms, chat], tier: gold }
                rules: { apologise: { severity: suggestion, fail: { score: -5 } } }
                dimensions: { care: { start: 60 } }
                bands: { good: 50 }
                pass-mark: 50
            """);
    Adjustment adjustment = rubric.adjustments().get(0);
    Adjustment.RuleChange change = adjustment.rules().get("apologise");
    assertThat(adjustment.facts()).containsEntry("channel", List.of("sms", "chat"));
    assertThat(adjustment.facts()).containsEntry("tier", List.of("gold"));
    assertThat(change.severity()).isEqualTo(Severity.SUGGESTION);
    assertThat(change.pass()).isNull();
    assertThat(change.off()).isNull();
    assertThat(change.fail())
        .isEqualTo(new Adjustment.FailChange(-50, null, null, null, null, null));
    assertThat(adjustment.dimensions().get("care").weight()).isNull();
    assertThat(adjustment.dimensions().get("care").start()).isEqualTo(600);
    assertThat(adjustment.bands())
        .extracting(band -> band.id() + band.from())
        .containsExactly("good500");
    assertThat(adjustment.passMark()).isEqualTo(500);
  }

  private Path file(String name, String parents, String body) throws IOException {
    Path file = folder.resolve(name);
    String head = "empathy: 1\nrubric: a\nversion: 1\nextends: [" + parents + "]\n";
    Files.createDirectories(file.getParent());
    return Files.writeString(file, head + body);
  }

  @Test
  void a_diamond_is_loaded_once_and_the_later_wins() throws Exception {
    file("top.yaml", "builtin:base", "words: { w: [top], left: [top] }\nexamples: " + example("t"));
    file("left.yaml", "./top.yaml", "words: { w+: [left], left: [left] }");
    file("sub/right.yaml", "../top.yaml", "words: { w+: [right] }\nexamples: " + example("r"));
    Path mine =
        file(
            "mine.yaml",
            "left.yaml, sub/right.yaml",
            "words: { w+: [mine] }\nexamples: " + example("m"));

    Rubric rubric = Rubrics.LOADER.path(mine).orThrow();

    assertThat(rubric.sources())
        .extracting(Source::file)
        .containsExactly(
            "builtin:base",
            "top.yaml",
            "left.yaml",
            "sub/right.yaml",
            mine.toString(),
            "builtin:locale-en");
    assertThat(entries(rubric, "w")).containsExactly("top", "left", "right", "mine");
    assertThat(entries(rubric, "left"))
        .as("right does not bring top's back")
        .containsExactly("left");
    assertThat(rubric.examples())
        .extracting(e -> e.turns().get(0).value())
        .containsExactly("agent: t", "agent: r", "agent: m");
    assertThat(rubric.sha256()).isEqualTo(sha256(rubric.sources()));
  }

  private static String example(String text) {
    return "[ { turns: ['agent: " + text + "'], expect: { band: good } } ]\n";
  }

  private static String sha256(List<Source> sources) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    sources.forEach(source -> digest.update(source.text().getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void a_link_does_not_lead_out_of_the_folder() throws IOException {
    Path secret = file("secret.yaml", "builtin:base", "");
    Path inner = file("inner/mine.yaml", "link.yaml", "");
    Files.createSymbolicLink(folder.resolve("inner/link.yaml"), secret);
    assertThat(Rubrics.LOADER.path(inner).issues())
        .extracting(issue -> issue.code() + " " + issue.message())
        .containsExactly("EMP-1007 the path leaves the folder of the first file");
  }

  @Test
  void a_file_that_extends_itself_under_another_name_is_a_circle() throws IOException {
    Path mine = file("mine.yaml", "link.yaml", "");
    Files.createSymbolicLink(folder.resolve("link.yaml"), mine);
    assertThat(Rubrics.LOADER.path(mine).issues()).extracting("code").containsExactly("EMP-1007");
  }

  @Test
  void a_missing_file_and_a_folder_are_issues() {
    assertThat(Rubrics.LOADER.path(folder.resolve("no.yaml")).issues())
        .extracting(issue -> issue.code() + " " + issue.message())
        .containsExactly("EMP-1000 there is no such file");
    assertThat(Rubrics.LOADER.path(folder).issues())
        .extracting(issue -> issue.code() + " " + issue.message())
        .containsExactly("EMP-1000 this is a folder, not a file");
  }

  @Test
  void too_many_files_come_to_an_end() throws IOException {
    for (int i = 0; i < 120; i++) {
      file("f" + i + ".yaml", "f" + (i + 1) + ".yaml", "");
    }
    assertThat(Rubrics.LOADER.path(folder.resolve("f0.yaml")).issues())
        .extracting("code")
        .containsExactly("EMP-1009");
  }

  @Test
  void from_a_reader_only_built_in_rubrics_can_be_extended() {
    assertThat(Rubrics.load(Rubrics.HEAD + "extends: [./brand.yaml]").issues())
        .extracting("code")
        .containsExactly("EMP-1007");
  }
}

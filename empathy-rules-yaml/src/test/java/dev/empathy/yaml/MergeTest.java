package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.EmpathyEngine;
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

  @Test
  void parents_count_from_left_to_right_and_the_file_itself_last() throws IOException {
    file("one.yaml", "builtin:base", "about: one\npass-mark: 1\nwords: { w: [one], only: [one] }");
    file("two.yaml", "builtin:base", "about: two\npass-mark: 2\nwords: { w: [two] }");
    Path oneTwo = file("a.yaml", "one.yaml, two.yaml", "pass-mark: 3");
    Path twoOne = file("b.yaml", "two.yaml, one.yaml", "words: { w: [mine] }");
    Rubric first = Rubrics.LOADER.path(oneTwo).orThrow();
    assertThat(first.about()).isEqualTo("two");
    assertThat(first.passMark()).isEqualTo(30);
    assertThat(entries(first, "w")).containsExactly("two");
    assertThat(entries(first, "only")).containsExactly("one");
    Rubric second = Rubrics.LOADER.path(twoOne).orThrow();
    assertThat(second.about()).isEqualTo("one");
    assertThat(second.passMark()).isEqualTo(10);
    assertThat(entries(second, "w")).containsExactly("mine");
  }

  @Test
  void what_stands_twice_among_the_parents_is_loaded_where_it_stands_first() throws IOException {
    file("top.yaml", "builtin:base", "about: top\nexamples: " + example("t"));
    file("left.yaml", "top.yaml", "about: left");
    Path mine = file("mine.yaml", "left.yaml, top.yaml", "");
    Rubric rubric = Rubrics.LOADER.path(mine).orThrow();
    assertThat(rubric.sources())
        .extracting(Source::file)
        .containsExactly(
            "builtin:base", "top.yaml", "left.yaml", mine.toString(), "builtin:locale-en");
    assertThat(rubric.about()).isEqualTo("left");
    assertThat(rubric.examples()).hasSize(1);
  }

  @Test
  void name_version_and_format_are_each_files_own() throws IOException {
    Path parent = file("parent.yaml", "builtin:base", "");
    Files.writeString(parent, Files.readString(parent).replace("rubric: a\n", ""));
    assertThat(Rubrics.LOADER.path(parent).issues()).extracting("code").containsExactly("EMP-1101");
    Path child = file("child.yaml", "parent.yaml", "");
    assertThat(Rubrics.LOADER.path(child).issues())
        .extracting(issue -> issue.at().file() + " " + issue.code())
        .containsExactly("parent.yaml EMP-1101");
  }

  @Test
  void overrides_and_examples_append_and_other_lists_replace() throws IOException {
    String override = "overrides: [ { for: { channel: %s }, pass-mark: 1 } ]\n";
    file(
        "parent.yaml",
        "builtin:base",
        override.replace("%s", "sms") + "facts: [channel]\nexamples: " + example("p"));
    Path mine =
        file(
            "mine.yaml",
            "parent.yaml",
            override.replace("%s", "chat") + "facts: [tier]\nexamples: " + example("m"));
    Rubric rubric = Rubrics.LOADER.path(mine).orThrow();
    assertThat(rubric.adjustments())
        .extracting(one -> one.facts().get("channel").get(0))
        .containsExactly("sms", "chat");
    assertThat(rubric.examples())
        .extracting(e -> e.turns().get(0).value())
        .containsExactly("agent: p", "agent: m");
    assertThat(rubric.facts()).extracting(Text::value).containsExactly("tier");
  }

  @Test
  void off_can_be_taken_back() throws IOException {
    file("parent.yaml", "builtin:base", "cues: { anger: { off: true } }");
    Path mine = file("mine.yaml", "parent.yaml", "cues: { anger: { off: false } }");
    assertThat(Rubrics.LOADER.path(mine).orThrow().cues().get("anger").off()).isFalse();
  }

  @Test
  void the_hash_covers_every_byte_of_every_file_in_the_order_in_which_they_are_loaded()
      throws Exception {
    Path one = file("one.yaml", "builtin:base", "words: { w: [a] }");
    Path two = file("two.yaml", "builtin:base", "words: { x: [b] }");
    Path mine = file("mine.yaml", "one.yaml, two.yaml", "");
    String before = Rubrics.LOADER.path(mine).orThrow().sha256();
    assertThat(Rubrics.LOADER.path(mine).orThrow().sha256()).isEqualTo(before);
    for (Path each : List.of(one, two, mine)) {
      String text = Files.readString(each);
      Files.writeString(each, text + "# a remark\n");
      assertThat(Rubrics.LOADER.path(mine).orThrow().sha256()).as("%s", each).isNotEqualTo(before);
      Files.writeString(each, text);
    }
    assertThat(Rubrics.LOADER.path(mine).orThrow().sha256()).isEqualTo(before);
    Files.writeString(
        mine, Files.readString(mine).replace("one.yaml, two.yaml", "two.yaml, one.yaml"));
    String turned = Rubrics.LOADER.path(mine).orThrow().sha256();
    assertThat(turned).isEqualTo(sha256(Rubrics.LOADER.path(mine).orThrow().sources()));
    Rubric whole = Rubrics.LOADER.path(mine).orThrow();
    assertThat(whole.sources().get(whole.sources().size() - 1).file())
        .as("the language's pack is among them")
        .isEqualTo("builtin:locale-en");
  }

  @Test
  void a_change_of_what_is_not_inherited_is_an_error_with_did_you_mean() throws IOException {
    Path mine =
        file(
            "mine.yaml",
            "builtin:base",
            """
            words: { feelin+: [x] }
            cues: { angr: { off: true }, anger: { match-: [thrid time] } }
            rules: { apologize: { fail: { score: -1 } } }
            dimensions: { car: { start: 1 } }
            """);
    assertThat(Rubrics.LOADER.path(mine).issues())
        .extracting(issue -> issue.code() + " " + issue.path() + " " + issue.hint())
        .containsExactly(
            "EMP-1008 words.feelin+ did you mean feeling?",
            "EMP-1008 cues.angr did you mean anger?",
            "EMP-1008 cues.anger.match-[1] did you mean third time?",
            "EMP-1008 rules.apologize did you mean apologise?",
            "EMP-1008 dimensions.car did you mean care?");
  }

  @Test
  void what_may_be_skipped_belongs_to_the_file_that_wrote_it() throws IOException {
    Path parent = folder.resolve("parent.yaml");
    Files.writeString(
        parent,
        Engines.HEAD
            + "skippable: [rather]\nphrases: { blue: so blue }\n"
            + "cues: { a: { match: [so sad] }, b: { match: [$blue now] } }\n");
    Path child = folder.resolve("child.yaml");
    Files.writeString(
        child,
        "empathy: 1\nrubric: child\nversion: 1\nextends: [parent.yaml]\nskippable: [well]\n"
            + "cues: { a: { match+: [so mad] }, c: { match: [very $blue now] } }\n");
    EmpathyEngine engine = EmpathyEngine.compile(RubricYaml.read(child));
    assertThat(engine.assess("so rather sad").hits("a")).hasSize(1);
    assertThat(engine.assess("so well sad").hits("a")).isEmpty();
    assertThat(engine.assess("so well mad").hits("a")).hasSize(1);
    assertThat(engine.assess("so rather mad").hits("a")).isEmpty();
    assertThat(engine.assess("so rather blue rather now").hits("b")).hasSize(1);
    assertThat(engine.assess("very well so rather blue well now").hits("c")).hasSize(1);
    assertThat(engine.assess("very rather so blue now").hits("c")).isEmpty();
    assertThat(engine.assess("very so well blue now").hits("c")).isEmpty();
  }
}

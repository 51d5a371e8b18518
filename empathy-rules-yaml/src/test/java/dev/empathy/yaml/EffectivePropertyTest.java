package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Finding;
import dev.empathy.Hit;
import dev.empathy.LedgerEntry;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Rubric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Whatever files do to what they extend, the whole printed as one file means the same. */
class EffectivePropertyTest {

  private static final String BASE =
      """
      empathy: 1
      rubric: base
      version: 1
      locale: en
      about: "A base: with a colon, and a text that is far too long for one line of a file."
      skippable: [really]
      words:
        feeling: [sad, upset~,
          let down]
        anger-word: { furious: 0.9, mad: 0.5 }
      phrases:
        we-see: (I|we) see
        late: [late, overdue]
      emotions: { anger: [negative] }
      cues:
        anger:
          who: customer
          emotion: anger
          match: [$anger-word, third time]
          unless: [not mad at all]
          examples:
            hits: ["I am {{mad}}", "{{furious}}!"]
            misses: ["mad about you"]
        naming: { who: agent, match: ["$we-see ...2 $feeling"], examples: { hits: ["{{I see that sad}}"] } }
        jargon: { replace: { leverage~: use, "per my last": "as I wrote: before" } }
      dimensions: { care: { weight: 2, start: 50 } }
      bands: { poor: 0, good: 60 }
      pass-mark: 60
      rules:
        name-it:
          dimension: care
          severity: error
          when: { cue: anger, turn: previous }
          require: { any: [ { cue: naming }, { all: [ { cue: jargon }, { signal: words, between: [3, 9] } ] } ] }
          pass: { score: [10, 5] }
          fail: { score: -20, message: "You did not name it (“$anger”)." }
          examples:
            - { customer: furious, agent: no, expect: fail }
      routes:
        away: { when: { cue: anger }, to: boss, priority: 1, reason: "So #1 is mad" }
      facts: [channel]
      examples:
        - turns: ["customer: furious", "agent: Go away."]
          expect: { band: poor, findings: [name-it] }
      """;

  /** What a file may do, by the key that it stands under. */
  private static final Map<String, List<String>> EDITS = edits();

  private static Map<String, List<String>> edits() {
    Map<String, List<String>> edits = new LinkedHashMap<>();
    edits.put(
        "",
        List.of(
            "skippable: [just, \"so\"]",
            "skippable: [really]",
            "pass-mark: 40",
            "bands: { fine: 80.5 }",
            "about: |\n  Two\n  lines.",
            "facts+: [tier]",
            "overrides: [ { for: { channel: sms }, rules: { name-it: { fail: { score: -5 } } } } ]",
            "examples: [ { turns: [\"agent: Good day\"], expect: { care: 10 } } ]"));
    edits.put(
        "words",
        List.of(
            "feeling+: [\"'cross\", glum]",
            "feeling-: [SAD]",
            "feeling: [low]",
            "feeling+: { livid: 0.7 }",
            "anger-word: { mad: 0.3, livid: 1.0 }",
            "anger-word+: [cross]",
            "anger-word-: [mad]",
            "extra: { \"12:30\": none, no: 0.1 }"));
    edits.put("phrases", List.of("we-see+: [we do get]", "we-see: we all see", "late-: [overdue]"));
    edits.put(
        "cues.anger",
        List.of(
            "match+: [so ...2 cross, \"what (a|the) #1 joke\"]",
            "match-: [third time]",
            "match: [\"$anger-word\"]",
            "match+: [ { text: how dare you, skippable: [] } ]",
            "unless+: [mad about]",
            "negation: keep",
            "strength: 0.2",
            "off: true",
            "why: \"Because 'so' it is: a reason that goes on and on, and on, and on until the end\""));
    edits.put(
        "cues.jargon",
        List.of(
            "replace: { leverage~: { say: take, skippable: [well] } }",
            "match: [touch base]",
            "detect: [shouting]"));
    edits.put(
        "rules.name-it",
        List.of(
            "severity: warning",
            "fail: { score: -40, limit-overall: 50 }",
            "pass: { praise: Well done }",
            "forbid: { none: [ { cue: naming } ] }",
            "off: true"));
    return edits;
  }

  private static Path folder;

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("effective");
    Files.writeString(folder.resolve("base.yaml"), BASE);
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    for (String file : List.of("base.yaml", "left.yaml", "right.yaml", "mine.yaml")) {
      Files.deleteIfExists(folder.resolve(file));
    }
    Files.delete(folder);
  }

  private static String child(String name, String parents, Random random) {
    StringBuilder out = new StringBuilder("empathy: 1\nrubric: " + name + "\nversion: 2\n");
    out.append("extends: [").append(parents).append("]\n");
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    EDITS.forEach(
        (place, all) -> {
          Map<String, String> byKey = new LinkedHashMap<>();
          all.stream()
              .filter(edit -> random.nextInt(4) == 0)
              .forEach(edit -> byKey.put(edit.substring(0, edit.indexOf(':')), edit));
          chosen.put(place, new ArrayList<>(byKey.values()));
        });
    chosen.get("").forEach(edit -> out.append(edit).append('\n'));
    for (String kind : List.of("words", "phrases")) {
      section(kind, "  ", chosen.get(kind), out);
    }
    List<String> cues = new ArrayList<>();
    for (String cue : List.of("anger", "jargon")) {
      section("  " + cue, "    ", chosen.get("cues." + cue), cues);
    }
    section("cues", "", cues, out);
    List<String> rules = new ArrayList<>();
    section("  name-it", "    ", chosen.get("rules.name-it"), rules);
    section("rules", "", rules, out);
    return out.toString();
  }

  private static void section(String key, String indent, List<String> edits, StringBuilder out) {
    List<String> lines = new ArrayList<>();
    section(key, indent, edits, lines);
    lines.forEach(line -> out.append(line).append('\n'));
  }

  private static void section(String key, String indent, List<String> edits, List<String> lines) {
    if (!edits.isEmpty()) {
      lines.add(key + ":");
      edits.forEach(edit -> lines.add(indent + edit));
    }
  }

  @StatisticsReport(onFailureOnly = true)
  @Property(tries = 150)
  void whatIsPrintedMeansTheSame(@ForAll Random random) throws IOException {
    Files.writeString(folder.resolve("left.yaml"), child("left", "./base.yaml", random));
    Files.writeString(folder.resolve("right.yaml"), child("right", "./base.yaml", random));
    Path mine = folder.resolve("mine.yaml");
    Files.writeString(mine, child("mine", "./left.yaml, ./right.yaml", random));
    Loaded loaded = Rubrics.LOADER.path(mine);
    boolean sound = loaded.issues().stream().noneMatch(Issue::isError);
    Statistics.label("sound")
        .collect(sound)
        .coverage(check -> check.check(true).percentage(share -> share > 20));
    if (sound) {
      check(loaded);
    }
  }

  private static void check(Loaded loaded) {
    Rubric original = loaded.orThrow();
    EffectiveRubric effective = loaded.effective();
    String printed = effective.yaml();
    Loaded again = Rubrics.load(printed);
    assertThat(again.issues()).as(printed).isEmpty();
    SameRubric.check(original, again.orThrow(), printed, false);
    boolean compiles =
        EmpathyEngine.check(original, SelfTest.STRICT).stream().noneMatch(Issue::isError);
    List<Issue> faults =
        EmpathyEngine.check(again.orThrow(), SelfTest.STRICT).stream()
            .filter(Issue::isError)
            .toList();
    Statistics.label("compiles").collect(compiles);
    assertThat(faults.isEmpty()).as(() -> printed + faults).isEqualTo(compiles);
    assertThat(texts(again.effective())).isEqualTo(texts(effective));
    boolean formal = EmpathyEngine.check(original, SelfTest.OFF).stream().noneMatch(Issue::isError);
    if (formal) {
      assess(original, again.orThrow());
    }
  }

  /** Without examples, whose numbers differ where one is left out. */
  private static List<String> texts(EffectiveRubric rubric) {
    return rubric.values().stream()
        .filter(value -> !value.path().contains("examples"))
        .map(value -> value.path() + "=" + value.value())
        .toList();
  }

  private static void assess(Rubric original, Rubric printed) {
    EmpathyEngine one = EmpathyEngine.compile(original, SelfTest.OFF);
    EmpathyEngine other = EmpathyEngine.compile(printed, SelfTest.OFF);
    for (String reply :
        List.of("I see really that sad", "we leveraged just what", "I SEE WHY", "no")) {
      for (String said : List.of("I am mad", "so, just cross and livid", "third really time")) {
        Conversation talk =
            Conversation.of(Message.customer(said), Message.agent(reply)).with("channel", "sms");
        assertThat(outcome(other.assessReply(talk))).isEqualTo(outcome(one.assessReply(talk)));
        assertThat(hits(other.assess(Message.customer(said))))
            .isEqualTo(hits(one.assess(Message.customer(said))));
      }
    }
  }

  private static List<Object> outcome(Assessment result) {
    return List.of(
        String.valueOf(result.score()),
        String.valueOf(result.band()),
        result.rules(),
        result.findings().stream().map(Finding::explanation).map(String::valueOf).toList(),
        result.ledger().stream().map(LedgerEntry::delta).toList(),
        hits(result));
  }

  private static List<String> hits(Assessment result) {
    return result.hits().stream().map(EffectivePropertyTest::shown).toList();
  }

  private static String shown(Hit hit) {
    return hit.cue() + hit.span() + hit.text() + hit.captures() + hit.strength() + hit.instead();
  }
}

package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmotionScore;
import dev.empathy.EmpathyEngine;
import dev.empathy.Evidence;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import dev.empathy.Valence;
import dev.empathy.rubric.Emotion;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Rubric;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Facts that make an emotion stronger: what they do, what is said of it, how they are inherited.
 */
class RaiseTest {

  private static final String RUBRIC =
      """
      emotions:
        anger:
          families: [negative]
          raise:
            - { when: { fact: contacts, at-least: 3 }, by: 0.1 }
            - { when: { fact: overdue, is: "true" }, by: 0.25 }
            - { when: { fact: contacts, at-least: 6 }, by: 0.05 }
        joy: [positive]
      cues:
        mad: { who: customer, emotion: anger, strength: 0.5, match: [mad] }
        glad: { who: customer, emotion: joy, strength: 0.5, match: [glad] }
      rules:
        calm: { severity: error, when: { emotion: anger, at-least: 0.6, turn: previous }, require: { cue: mad } }
      routes:
        up: { when: { emotion: anger, at-least: 0.85 }, to: lead, priority: 1, reason: angry }
      """;

  private static final EmpathyEngine ENGINE = Engines.of(RUBRIC);

  private static Conversation said(String text, String... facts) {
    Conversation conversation = Conversation.of(Message.customer(text));
    for (int i = 0; i < facts.length; i += 2) {
      conversation = conversation.with(facts[i], facts[i + 1]);
    }
    return conversation;
  }

  private static EmotionScore anger(String text, String... facts) {
    return ENGINE.assessReply(said(text, facts)).emotions().get(0);
  }

  @Test
  void a_fact_adds_to_what_is_there() {
    assertThat(anger("mad")).isEqualTo(new EmotionScore("anger", 0.5, 0));
    assertThat(anger("mad", "contacts", "2")).isEqualTo(new EmotionScore("anger", 0.5, 0));
    assertThat(anger("mad", "contacts", "3"))
        .isEqualTo(new EmotionScore("anger", 0.6, 0, List.of("contacts")));
    assertThat(anger("mad", "contacts", "3", "overdue", "true"))
        .isEqualTo(new EmotionScore("anger", 0.85, 0, List.of("contacts", "overdue")));
    assertThat(anger("mad", "contacts", "6"))
        .isEqualTo(new EmotionScore("anger", 0.65, 0, List.of("contacts")));
  }

  @Test
  void nothing_is_raised_above_one() {
    assertThat(anger("mad mad mad MAD!!!", "contacts", "9", "overdue", "true").strength())
        .isEqualTo(1);
  }

  @Test
  void what_is_not_there_is_not_raised() {
    Assessment assessment = ENGINE.assessReply(said("glad", "contacts", "9", "overdue", "true"));
    assertThat(assessment.emotions()).containsExactly(new EmotionScore("joy", 0.5, 0));
    assertThat(assessment.valence()).isEqualTo(Valence.POSITIVE);
  }

  @Test
  void a_fact_that_is_no_number_raises_nothing() {
    assertThat(anger("mad", "contacts", "many").raisedBy()).isEmpty();
    assertThat(anger("mad", "contacts", "").strength()).isEqualTo(0.5);
  }

  @Test
  void conditions_and_routes_see_the_raised_strength() {
    Conversation mad = said("mad").and(Message.agent("hm"));
    assertThat(ENGINE.assessReply(mad).rules()).containsEntry("calm", Outcome.SKIP);
    Conversation third = mad.with("contacts", "3");
    assertThat(ENGINE.assessReply(third).rules()).containsEntry("calm", Outcome.FAIL);
    assertThat(ENGINE.assessReply(said("mad", "contacts", "3")).routes()).isEmpty();
    assertThat(ENGINE.assessReply(said("mad", "contacts", "3", "overdue", "true")).routes())
        .hasSize(1);
  }

  @Test
  void the_evidence_names_the_fact_and_never_its_value() throws Exception {
    Assessment assessment =
        ENGINE.assessReply(said("mad", "contacts", "31337").and(Message.agent("hm")));
    assertThat(assessment.findings().get(0).because())
        .filteredOn(evidence -> evidence.fact() != null)
        .extracting(Evidence::fact, Evidence::role, Evidence::at)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("contacts", Evidence.Part.WHEN, "test.yaml:9:17"),
            org.assertj.core.groups.Tuple.tuple("contacts", Evidence.Part.WHEN, "test.yaml:11:17"));
    assertThat(new ObjectMapper().writeValueAsString(assessment)).doesNotContain("31337");
  }

  @Test
  void json_leaves_out_what_nothing_raised() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    EmotionScore plain = anger("mad");
    EmotionScore raised = anger("mad", "contacts", "3");
    assertThat(mapper.writeValueAsString(plain))
        .isEqualTo("{\"emotion\":\"anger\",\"strength\":0.5,\"message\":0}");
    assertThat(mapper.writeValueAsString(raised))
        .isEqualTo(
            "{\"emotion\":\"anger\",\"strength\":0.6,\"message\":0,\"raisedBy\":[\"contacts\"]}");
    for (EmotionScore score : List.of(plain, raised)) {
      String json = mapper.writeValueAsString(score);
      assertThat(mapper.readValue(json, EmotionScore.class)).isEqualTo(score);
      assertThat(new tools.jackson.databind.ObjectMapper().writeValueAsString(score))
          .isEqualTo(json);
      assertThat(new tools.jackson.databind.ObjectMapper().readValue(json, EmotionScore.class))
          .isEqualTo(score);
    }
  }

  // How it is read

  private static Emotion anger(Rubric rubric) {
    return rubric.emotions().get("anger");
  }

  @Test
  void the_list_is_short_for_the_map() {
    Rubric rubric =
        Engines.rubric(
            "emotions: { a: x, b: [x, y], c: { families: x }, d: { families: [x, y] } }");
    assertThat(rubric.emotions().values())
        .extracting(Emotion::families)
        .containsExactly(List.of("x"), List.of("x", "y"), List.of("x"), List.of("x", "y"));
    assertThat(rubric.emotions().values()).allMatch(emotion -> emotion.raises().isEmpty());
  }

  private static Rubric child(String body) {
    return Rubrics.read("extends: [builtin:base]\n" + body);
  }

  private static final String RAISE = "{ when: { fact: contacts, at-least: 3 }, by: 0.1 }";
  private static final String OTHER = "{ when: { fact: tier, is: gold }, by: 0.2 }";

  @Test
  void a_child_adds_a_raise_and_keeps_the_families() {
    Emotion anger = anger(child("emotions: { anger: { raise: [" + RAISE + "] } }"));
    assertThat(anger.families()).containsExactly("negative");
    assertThat(anger.raises()).hasSize(1);
    assertThat(anger.raises().get(0).by()).isEqualTo(0.1);
    assertThat(anger.raises().get(0).when().atLeast()).isEqualTo(3);
    assertThat(anger.at().file()).isEqualTo("builtin:base");
  }

  @Test
  void a_child_changes_families_and_keeps_the_raise() throws Exception {
    java.nio.file.Path folder = java.nio.file.Files.createTempDirectory("raise");
    java.nio.file.Files.writeString(
        folder.resolve("parent.yaml"),
        Rubrics.HEAD
            + "emotions: { anger: { families: [negative, heat], raise: ["
            + RAISE
            + "] } }\n");
    String head = Rubrics.HEAD + "extends: [./parent.yaml]\n";
    assertThat(merged(folder, head + "emotions: { anger: [cold] }\n"))
        .isEqualTo("[cold] [contacts]");
    assertThat(merged(folder, head + "emotions: { anger: cold }\n")).isEqualTo("[cold] [contacts]");
    assertThat(merged(folder, head + "emotions: { anger+: [cold] }\n"))
        .isEqualTo("[negative, heat, cold] [contacts]");
    assertThat(merged(folder, head + "emotions: { anger-: [heat] }\n"))
        .isEqualTo("[negative] [contacts]");
    assertThat(merged(folder, head + "emotions: { anger: { families-: [negative] } }\n"))
        .isEqualTo("[heat] [contacts]");
    assertThat(merged(folder, head + "emotions: { anger: { raise: [" + OTHER + "] } }\n"))
        .isEqualTo("[negative, heat] [tier]");
    assertThat(merged(folder, head + "emotions: { anger: { raise+: [" + OTHER + "] } }\n"))
        .isEqualTo("[negative, heat] [contacts, tier]");
    assertThat(merged(folder, head + "emotions: { anger-: [negative, heat] }\n"))
        .as("an emotion that is raised may be of no family")
        .isEqualTo("[] [contacts]");
  }

  private static String merged(java.nio.file.Path folder, String child) throws Exception {
    java.nio.file.Path file = java.nio.file.Files.writeString(folder.resolve("child.yaml"), child);
    Emotion anger = anger(RubricYaml.read(file));
    return anger.families()
        + " "
        + anger.raises().stream().map(raise -> raise.when().fact().value()).toList();
  }

  @Test
  void a_change_of_what_is_not_inherited_is_an_error() {
    assertThat(
            Rubrics.load(Rubrics.HEAD + "extends: [builtin:base]\nemotions: { angr+: [x] }")
                .issues())
        .extracting(issue -> issue.code() + " " + issue.path() + " " + issue.hint())
        .containsExactly("EMP-1008 emotions.angr+ did you mean anger?");
    assertThat(
            Rubrics.load(Rubrics.HEAD + "extends: [builtin:base]\nemotions: { anger-: [negative] }")
                .issues())
        .extracting(Issue::message)
        .containsExactly("nothing is left of the list");
  }

  @Test
  void an_emotion_or_fact_that_nobody_knows_is_an_error() {
    List<Issue> issues =
        EmpathyEngine.check(
            Engines.rubric(
                """
                facts: [contacts]
                emotions:
                  angr: { raise: [ { when: { fact: contact, at-least: 3 }, by: 0.1 } ] }
                  anger: { raise: [ { when: { fact: contacts, at-least: 3, at-most: 2 }, by: 0.1 } ] }
                cues: { mad: { match: [mad], emotion: anger } }
                """),
            SelfTest.OFF);
    assertThat(issues.stream().map(Issue::text).reduce("", (a, b) -> a + b + "\n"))
        .isEqualTo(
            """
            test.yaml:7:3  EMP-1012  emotions.angr.raise: no cue speaks of an emotion named angr
                  angr: { raise: [ { when: { fact: contact, at-least: 3 }, by: 0.1 } ] }
                  ^^^^  did you mean anger?
            test.yaml:7:36  EMP-1016  emotions.angr.raise: the rubric's list of facts has none named contact
                  angr: { raise: [ { when: { fact: contact, at-least: 3 }, by: 0.1 } ] }
                                                   ^^^^^^^  did you mean contacts?
            test.yaml:8:37  EMP-1023  warning: emotions.anger.raise: no number is at least the one and at most the other: this never holds
                  anger: { raise: [ { when: { fact: contacts, at-least: 3, at-most: 2 }, by: 0.1 } ] }
                                                    ^^^^^^^^  write the smaller number after at-least
            """);
  }

  // Facts as numbers

  private static Outcome given(String condition, String fact) {
    return assess(condition, fact).rules().get("r");
  }

  private static Assessment assess(String condition, String fact) {
    EmpathyEngine engine =
        Engines.of("rules: { r: { severity: suggestion, require: " + condition + " } }\n");
    return engine.assessReply(Conversation.of(Message.agent("hello")).with("n", fact));
  }

  @Test
  void a_fact_as_a_number() {
    assertThat(given("{ fact: n, at-least: 3 }", "3")).isEqualTo(Outcome.PASS);
    assertThat(given("{ fact: n, at-least: 3 }", "2.99")).isEqualTo(Outcome.FAIL);
    assertThat(given("{ fact: n, at-most: -1.5 }", "-2")).isEqualTo(Outcome.PASS);
    assertThat(given("{ fact: n, at-most: 3, at-least: 2 }", "4")).isEqualTo(Outcome.FAIL);
    assertThat(given("{ fact: n, at-least: 10 }", "9")).as("as a number").isEqualTo(Outcome.FAIL);
    assertThat(given("{ fact: n, at-least: 3, is-not: '7' }", "7")).isEqualTo(Outcome.FAIL);
  }

  @Test
  void what_is_no_number_is_unknown_and_is_not_shown() {
    Assessment assessment = assess("{ fact: n, at-least: 3 }", "secret");
    assertThat(assessment.rules()).containsEntry("r", Outcome.UNKNOWN);
    assertThat(assessment.notEvaluated().get(0).reason()).isEqualTo("the fact n is not a number");
    assertThat(assess("{ fact: other, at-least: 3 }", "3").notEvaluated().get(0).reason())
        .isEqualTo("the fact other was not given");
    assertThat(given("{ fact: n, at-least: 3, present: false }", "secret")).isEqualTo(Outcome.FAIL);
    assertThat(given("{ fact: n, at-least: 3, is: gold }", "secret")).isEqualTo(Outcome.FAIL);
  }
}

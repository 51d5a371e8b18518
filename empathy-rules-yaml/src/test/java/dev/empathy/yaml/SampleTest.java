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
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Severity;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample of the contract (section 2), word for word: it loads, and does what it says. */
class SampleTest {

  private static EmpathyEngine engine;

  /** The sample, with what it takes over from the built-in rubric as small as can be. */
  @BeforeAll
  static void alone() throws IOException {
    String sample =
        Files.readString(Rubrics.resource("sample.yaml"))
            .replace("extends: [builtin:customer-support]         # optional\n", "")
            .replace(
                "dimensions:\n",
                "  next-step: { who: agent, match: [\"I'll send\", please reset] }\n  short: { who: agent, match: [bye] }\n\ndimensions:\n")
            .replace(
                "overrides:\n",
                """
                  specific-acknowledgment:
                    severity: suggestion
                    when: { cue: next-step, at-least: 9 }
                    require: { cue: apology }
                  curtness:
                    dimension: sincerity
                    severity: warning
                    forbid: { cue: short }
                    fail: { score: -20, message: Short. }

                overrides:
                """);
    engine = EmpathyEngine.compile(RubricYaml.read(new StringReader(sample), "acme.yaml"));
  }

  private static Assessment reply(String customer, String agent) {
    return engine.assessReply(Conversation.of(Message.customer(customer), Message.agent(agent)));
  }

  private static List<String> hits(String cue, String text) {
    boolean customer = cue.equals("anger");
    return engine.assess(customer ? Message.customer(text) : Message.agent(text)).hits(cue).stream()
        .map(Hit::text)
        .toList();
  }

  @Test
  void as_it_stands_it_loads_and_its_last_example_finds_what_the_built_in_rubric_adds() {
    List<Issue> own =
        RubricYaml.check(Rubrics.resource("sample.yaml")).stream()
            .filter(issue -> issue.level() != Issue.Level.INFO)
            .toList();
    assertThat(own).extracting(Issue::code).containsExactly("EMP-1024", "EMP-1020", "EMP-1020");
    assertThat(own.get(0).message()).isEqualTo("nothing uses $problem");
    assertThat(own.get(1).message()).startsWith("example failed: the band should be poor, but is");
    String more = own.get(2).message();
    assertThat(more)
        .startsWith(
            "example failed: the findings should be generic-apology, over-apology,"
                + " solution-before-acknowledgment, but are ");
    assertThat(more.substring(more.indexOf("but are")))
        .contains("generic-apology", "over-apology", "solution-before-acknowledgment");
  }

  @Test
  void alone_it_passes_all_its_examples() {
    assertThat(engine.rubric().id()).isEqualTo("acme-support-en");
    assertThat(engine.rubric().version()).isEqualTo("1.4.0");
    assertThat(engine.issues())
        .extracting(Issue::code)
        .contains("EMP-1024")
        .doesNotContain("EMP-1020");
    assertThat(engine.examples()).hasSizeGreaterThan(11).allSatisfy(example -> example.run());
  }

  @Test
  void a_list_matches_one_entry_and_captures_it() {
    Hit hit = engine.assess("We see why you are so let down.").hits("emotion-labeling").get(0);
    assertThat(hit.text()).isEqualTo("We see why you are so let down");
    assertThat(hit.captures())
        .containsEntry("feeling", "let down")
        .containsEntry("we-see", "We see");
  }

  @ParameterizedTest
  @CsvSource({
    "I am furious,                     0.9",
    "I am livid,                       1",
    "This is ridiculous,               0.7",
    "I am fed up,                      0.6",
    "This is the third time,           0.6",
    "Well I want MY MONEY BACK now,    0.7",
    "I am so angry,                    0.91",
    "I am furious about the 4th time,  0.96",
  })
  void anger_feeds_the_emotion_profile_with_the_entrys_strength_else_the_cues(
      String text, double strength) {
    assertThat(engine.assess(Message.customer(text)).emotion("anger")).isEqualTo(strength);
  }

  @Test
  void a_hypothetical_names_nothing() {
    assertThat(hits("emotion-labeling", "That must be upsetting.")).hasSize(1);
    assertThat(hits("emotion-labeling", "Call us, that must be so if you are upset.")).isEmpty();
  }

  @Test
  void what_is_negated_is_no_apology() {
    assertThat(hits("apology", "I am sorry")).containsExactly("I am sorry");
    assertThat(hits("apology", "I'm really so sorry")).containsExactly("I'm really so sorry");
    assertThat(hits("apology", "I am not sorry")).isEmpty();
    assertThat(hits("apology", "We never apologised")).isEmpty();
    assertThat(hits("apology", "My bad, we regret it")).containsExactly("My bad", "regret");
    assertThat(hits("apology", "Sorry to see you go")).isEmpty();
    assertThat(hits("apology", "Sorry not sorry")).isEmpty();
    assertThat(hits("apology", "No need for you to apologize")).isEmpty();
    assertThat(hits("apology", "There is no reason to apologise")).isEmpty();
  }

  @Test
  void jargon_offers_what_to_say_instead() {
    assertThat(engine.assess("Per my last message, leveraging it").hits("jargon"))
        .extracting(Hit::instead)
        .containsExactly("as I wrote before", "use");
  }

  @Test
  void a_skippable_word_may_stand_between_the_elements() {
    assertThat(hits("emotion-labeling", "I can honestly see why that actually upsets you"))
        .containsExactly("I can honestly see why that actually upsets");
    assertThat(hits("emotion-labeling", "I can honestly just see why that upsets you")).isEmpty();
  }

  @Test
  void solution_before_acknowledgment_fails_passes_and_skips() {
    Assessment fail = reply("I am livid", "Please reset your router.");
    Finding finding = fail.issues().get(0);
    assertThat(finding.rule()).isEqualTo("solution-before-acknowledgment");
    assertThat(finding.explanation())
        .isEqualTo(
            "The customer was angry (“livid”) and the reply does not acknowledge it before the fix.");
    assertThat(finding.suggestion())
        .isEqualTo("Open with “I can see why you are frustrated”, then fix it.");
    assertThat(fail.dimension("acknowledgment").score()).isEqualTo(10);

    Assessment late = reply("I am livid", "Please reset it. I can see why you are upset.");
    assertThat(late.rules()).containsEntry("solution-before-acknowledgment", Outcome.FAIL);

    Assessment pass = reply("I am livid", "I hear that this is annoying. I'll send another.");
    assertThat(pass.dimension("acknowledgment").score()).isEqualTo(80);
    assertThat(pass.strengths().get(0).praise())
        .isEqualTo("You named the feeling (“annoying”) before solving.");
    Assessment noun = reply("I am livid", "We hear your frustration.");
    assertThat(noun.strengths().get(0).praise())
        .isEqualTo("You named the feeling (“frustration”) before solving.");

    assertThat(reply("hello", "Please reset it.").rules())
        .containsEntry("solution-before-acknowledgment", Outcome.SKIP);
    assertThat(engine.assess("Please reset it.").rules())
        .containsEntry("solution-before-acknowledgment", Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"1, 70", "2, 55", "3, 50", "4, 45", "5, 40", "6, 40", "20, 40"})
  void over_apology_costs_15_then_5_each_and_30_at_worst(int apologies, double sincerity) {
    // generic-apology takes 10 each time
    Assessment assessment = reply("hello", "Sorry for it. ".repeat(apologies));
    assertThat(assessment.dimension("sincerity").score()).isEqualTo(sincerity);
    if (apologies > 1) {
      assertThat(assessment.issues())
          .filteredOn(one -> one.rule().equals("over-apology"))
          .extracting(Finding::explanation)
          .containsExactly(apologies + " apologies in one message.");
    }
  }

  @Test
  void its_last_example_adds_up() {
    Assessment poor =
        reply("WHY WAS I CHARGED TWICE", "We apologize for any inconvenience today. Sorry.");
    assertThat(poor.ledger())
        .containsExactly(
            new LedgerEntry(LedgerEntry.Kind.START, "acknowledgment", null, 40),
            new LedgerEntry(
                LedgerEntry.Kind.RULE, "acknowledgment", "solution-before-acknowledgment", -30),
            new LedgerEntry(LedgerEntry.Kind.START, "sincerity", null, 80),
            new LedgerEntry(LedgerEntry.Kind.RULE, "sincerity", "over-apology", -15),
            new LedgerEntry(LedgerEntry.Kind.RULE, "sincerity", "generic-apology", -10));
    assertThat(poor.score()).isEqualTo(28); // (3 × 10 + 2 × 55) ÷ 5
    assertThat(poor.band()).isEqualTo("poor");
    assertThat(poor.passed()).isFalse();
  }

  @Test
  void short_is_normal_by_sms() {
    Conversation bye = Conversation.of(Message.customer("hi"), Message.agent("Bye"));
    Assessment plain = engine.assessReply(bye);
    assertThat(plain.dimension("sincerity").score()).isEqualTo(60);
    assertThat(plain.issues().get(0).severity()).isEqualTo(Severity.WARNING);
    Assessment sms = engine.assessReply(bye.with("channel", "sms"));
    assertThat(sms.dimension("sincerity").score()).isEqualTo(75);
    assertThat(sms.issues().get(0).severity()).isEqualTo(Severity.SUGGESTION);
    assertThat(sms.issues().get(0).explanation()).isEqualTo("Short.");
  }

  @Test
  void it_lays_itself_over_the_built_in_rubric() {
    EmpathyEngine whole =
        EmpathyEngine.compile(RubricYaml.read(Rubrics.resource("sample.yaml")), SelfTest.WARN);
    assertThat(whole.rubric().dimensions().get("acknowledgment").start()).isEqualTo(400);
    assertThat(whole.rubric().dimensions()).containsKey("clarity");
    assertThat(whole.rubric().rules().get("curtness").severity())
        .isEqualTo(Engines.BUILT_IN.rubric().rules().get("curtness").severity());
    Assessment assessment =
        whole.assessReply(
            Conversation.of(
                Message.customer("I'm fed up"),
                Message.agent("I can see why you’re frustrated. I'll send a new one.")));
    assertThat(assessment.rules()).containsEntry("solution-before-acknowledgment", Outcome.PASS);
  }
}

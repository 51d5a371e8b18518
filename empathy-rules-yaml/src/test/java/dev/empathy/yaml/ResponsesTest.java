package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.Coverage;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import dev.empathy.SuggestedResponse;
import dev.empathy.rubric.Issue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a rubric offers to answer, filled from what was found. */
class ResponsesTest {

  private static final String CUES =
      """
      words:
        thing: [order, parcel]
        mood: { upset: 0.6, furious: 0.9 }
      emotions: { frustrating: [negative], joyful: [positive] }
      facts: [solution, customer-name]
      cues:
        concern:
          who: customer
          match: [broken ...2 lamp, cracked screen]
          replace:
            my order is late: the delay with your order
            my $thing is lost: the lost one
        feeling: { who: customer, emotion: frustrating, match: [$mood] }
        joy: { who: customer, emotion: joyful, strength: 0.7, match: [glad] }
        step: { who: agent, match: [(send|refund) ...1 (it|you), restart the app] }
        both: { match: [either way] }
      """;

  /** A rubric with one response of this text. */
  private static EmpathyEngine saying(String text) {
    return engine("  r: { text: '" + text + "' }\n");
  }

  private static EmpathyEngine engine(String responses) {
    return EmpathyEngine.compile(
        Engines.rubric(CUES + "responses:\n" + responses), SelfTest.STRICT);
  }

  private static List<String> offered(EmpathyEngine engine, Conversation conversation) {
    return engine.explainReply(conversation).responses().stream()
        .map(SuggestedResponse::text)
        .toList();
  }

  private static List<String> offered(EmpathyEngine engine, String... messages) {
    return offered(engine, Conversation.of(Engines.messages(messages)));
  }

  // The sentence that response suggestions were asked for with

  private static final String MISSION =
      "I understand $concern. That must be $emotion. Let''s $solution. How does that sound?";

  @Test
  void concern_emotion_and_solution_make_an_answer() {
    Conversation conversation =
        Conversation.of(Message.customer("My order is late and I'm so upset!"))
            .with("solution", "send you a new one today");
    assertThat(offered(saying(MISSION), conversation))
        .containsExactly(
            "I understand the delay with your order. That must be frustrating. Let's send you a new"
                + " one today. How does that sound?");
  }

  @Test
  void without_any_one_of_them_it_is_not_offered() {
    EmpathyEngine engine = saying(MISSION);
    Conversation all = Conversation.of(Message.customer("My order is late, I'm upset"));
    assertThat(offered(engine, all.with("solution", "wait"))).hasSize(1);
    assertThat(offered(engine, all)).isEmpty();
    assertThat(offered(engine, Conversation.of(Message.customer("Upset")).with("solution", "wait")))
        .isEmpty();
    Conversation calm = Conversation.of(Message.customer("My order is late"));
    assertThat(offered(engine, calm.with("solution", "wait"))).isEmpty();
  }

  // Where it is offered

  @Test
  void only_in_the_explained_form() {
    EmpathyEngine engine = saying("Hello");
    Conversation conversation = Conversation.of(Message.customer("Hi"), Message.agent("Yes?"));
    assertThat(engine.assessReply(conversation).responses()).isEmpty();
    assertThat(engine.assess(conversation).turns())
        .allSatisfy(turn -> assertThat(turn.responses()).isEmpty());
    SuggestedResponse response = engine.explainReply(conversation).responses().get(0);
    assertThat(response.id()).isEqualTo("r");
    assertThat(response.at()).startsWith("test.yaml:").endsWith(":3");
    assertThat(response).hasToString("SuggestedResponse[r]");
  }

  @Test
  void for_what_the_customer_wrote_and_in_place_of_a_reply() {
    EmpathyEngine engine = saying("I see: $feeling.");
    assertThat(offered(engine, "customer: I am upset")).containsExactly("I see: upset.");
    assertThat(offered(engine, "customer: I am upset", "agent: Noted."))
        .containsExactly("I see: upset.");
    assertThat(engine.explain(Message.customer("So upset")).responses()).hasSize(1);
  }

  @Test
  void nothing_where_no_customer_wrote_before() {
    EmpathyEngine engine = saying("Hello");
    assertThat(engine.explain("Noted.").responses()).isEmpty();
    assertThat(offered(engine, "agent: Noted.", "system: note", "bot: Hm")).isEmpty();
    assertThat(offered(engine, "customer: Hi", "system: note")).isEmpty();
  }

  @Test
  void a_part_of_a_turn_has_none_and_the_turn_has_them_once() {
    ConversationAssessment whole =
        saying("$feeling")
            .explain(
                Conversation.of(
                    Engines.messages("customer: upset", "customer: hm", "agent: one", "bot: two")));
    assertThat(whole.turns())
        .extracting(turn -> turn.responses().size())
        .containsExactly(1, 1, 0, 1);
  }

  @Test
  void its_when_is_judged_on_the_customers_turn() {
    EmpathyEngine engine =
        engine(
            """
              now: { text: now, when: { cue: feeling } }
              before: { text: before, when: { cue: feeling, turn: previous } }
              first: { text: first, when: { cue: feeling, turn: first } }
              fact: { text: fact, when: { fact: solution, is: x } }
            """);
    assertThat(offered(engine, "customer: upset")).containsExactly("now", "first");
    assertThat(offered(engine, "customer: upset", "agent: hm", "customer: ok", "agent: upset"))
        .containsExactly("before", "first");
    Conversation conversation = Conversation.of(Message.customer("hi")).with("solution", "x");
    assertThat(offered(engine, conversation)).containsExactly("fact");
  }

  @Test
  void the_same_thing_named_again_is_counted_up_to_the_customers_turn() {
    EmpathyEngine engine =
        EmpathyEngine.compile(
            Engines.rubric(
                """
                words: { thing: [lamp, chair] }
                cues:
                  customers: { who: customer, match: [$thing] }
                  agents: { who: agent, match: [the $thing] }
                responses:
                  again: { text: Again, when: { cue: customers, same: thing as agents } }
                """),
            SelfTest.STRICT);
    assertThat(offered(engine, "customer: lamp", "agent: The lamp.")).isEmpty();
    ConversationAssessment whole =
        engine.explain(
            Conversation.of(
                Engines.messages(
                    "customer: lamp",
                    "agent: the lamp",
                    "customer: chair",
                    "agent: the chair",
                    "customer: lamp",
                    "agent: ok")));
    assertThat(whole.turns())
        .extracting(turn -> turn.responses().size())
        .containsExactly(0, 0, 0, 0, 1, 1);
  }

  @Test
  void in_the_rubrics_order_five_at_most() {
    EmpathyEngine engine =
        engine(
            """
              g: { text: 1 }
              none: { text: "$step" }
              f: { text: 2 }
              off: { text: off, off: true }
              e: { text: 3 }
              d: { text: 4 }
              c: { text: 5 }
              b: { text: 6 }
            """);
    assertThat(offered(engine, "customer: hi")).containsExactly("1", "2", "3", "4", "5");
  }

  // What names stand for

  @Test
  void words_are_quoted_only_where_the_rubric_lists_all_of_them() {
    EmpathyEngine engine = saying("About the $concern");
    assertThat(offered(engine, "customer: cracked, screen"))
        .containsExactly("About the cracked screen");
    assertThat(offered(engine, "customer: a broken lamp")).containsExactly("About the broken lamp");
    assertThat(offered(engine, "customer: broken <b>evil</b> lamp")).isEmpty();
    assertThat(offered(engine, "customer: broken ignore-all lamp")).isEmpty();
  }

  @Test
  void what_replace_says_stands_for_the_words() {
    EmpathyEngine engine =
        engine(
            """
              words: { text: "$concern" }
              replaced: { text: "$concern.instead" }
              capture: { text: "$thing" }
            """);
    assertThat(offered(engine, "customer: my parcel is lost"))
        .containsExactly("the lost one", "the lost one", "parcel");
    assertThat(offered(engine, "customer: cracked screen")).containsExactly("cracked screen");
    assertThat(offered(engine, "customer: my order is late, cracked screen"))
        .containsExactly("cracked screen", "the delay with your order");
  }

  @Test
  void the_last_of_several_unless_the_first_is_asked_for() {
    EmpathyEngine engine =
        engine(
            """
              plain: { text: "$feeling" }
              first: { text: "$feeling.first $thing.first" }
              last: { text: "$feeling.last $thing.last" }
            """);
    String[] turn = {"customer: upset, my order is lost", "customer: furious, my parcel is lost"};
    assertThat(offered(engine, turn)).containsExactly("furious", "upset order", "furious parcel");
  }

  @Test
  void the_customers_words_go_before_the_agents() {
    EmpathyEngine engine = engine("  r: { text: \"$both $step\" }\n");
    assertThat(offered(engine, "customer: EITHER way", "agent: either way I restart the app"))
        .containsExactly("EITHER way restart the app");
    assertThat(offered(engine, "customer: hi", "agent: either way, restart the app"))
        .containsExactly("either way restart the app");
    assertThat(offered(engine, "customer: either way, restart the app")).isEmpty();
  }

  @Test
  void the_first_name_that_stands_for_something() {
    EmpathyEngine engine = engine("  r: { text: \"I ${step | solution|feeling}\" }\n");
    assertThat(offered(engine, "customer: upset", "agent: restart the app"))
        .containsExactly("I restart the app");
    // the step holds a word that nobody listed
    assertThat(offered(engine, "customer: upset", "agent: send secrets it"))
        .containsExactly("I upset");
    assertThat(offered(engine, "customer: hi", "agent: hi")).isEmpty();
  }

  @Test
  void the_emotion_is_the_strongest_of_the_customers_turn() {
    EmpathyEngine engine = saying("$emotion");
    assertThat(offered(engine, "customer: glad, but upset")).containsExactly("joyful");
    assertThat(offered(engine, "customer: glad", "customer: furious"))
        .containsExactly("frustrating");
    assertThat(offered(engine, "customer: hi", "agent: glad and upset")).isEmpty();
  }

  @Test
  void a_fact_is_one_short_line() {
    EmpathyEngine engine = saying("Hi $customer-name!");
    Conversation hi = Conversation.of(Message.customer("hi"));
    assertThat(offered(engine, hi.with("customer-name", " Zoë $x 😊 ")))
        .containsExactly("Hi Zoë $x 😊!");
    assertThat(offered(engine, hi.with("customer-name", "x".repeat(80)))).hasSize(1);
    for (String bad :
        List.of(" ", "x".repeat(81), "Ana\nforget it", "a\tb", "a\u202eb", "a\u2028b", "a\ud83d")) {
      assertThat(offered(engine, hi.with("customer-name", bad))).as(bad).isEmpty();
    }
  }

  @Test
  void a_dollar_sign_is_one_where_no_name_follows() {
    assertThat(offered(saying("It is $5 or US$ ${."), "customer: hi"))
        .containsExactly("It is $5 or US$ ${.");
  }

  // What the checker says

  private static String issues(String responses) {
    return EmpathyEngine.check(Engines.rubric(CUES + "responses:\n" + responses), SelfTest.STRICT)
        .stream()
        .map(issue -> issue.text() + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void names_are_looked_up_where_they_stand() {
    String said =
        issues(
            """
              plain: { text: "I see $concren, really", when: { cue: feelling } }
              choice: { text: 'So ${solution|soluton} it is', when: { cue: step } }
              folded:
                text: >-
                  A long sentence
                  that names $customer-nam
                  on a line of its own.
              replaced: { text: $feeling.instead or $instead }
              judged: { text: a, when: { rule: none, is: pass } }
            """);
    Golden.check("responses.txt", said);
  }

  private static String example(String example) {
    return issues(
        "  r: { text: I see $concern, when: { cue: concern }, examples: [" + example + "] }\n");
  }

  @Test
  void examples_are_run() {
    assertThat(example("{ customer: my order is late, expect: I see the delay with your order }"))
        .isEmpty();
    assertThat(example("{ customer: cracked screen, agent: Hm, expect: I see cracked screen }"))
        .isEmpty();
    assertThat(example("{ customer: hello, expect: no }"))
        .contains("EMP-1048")
        .doesNotContain("1020");
    assertThat(example("{ customer: cracked screen, expect: I see }"))
        .contains("EMP-1020  responses.r.examples: example failed")
        .contains("r should say “I see”, but says “I see cracked screen”");
    assertThat(example("{ customer: cracked screen, expect: no }"))
        .contains("r should not be offered, but says “I see cracked screen”");
    assertThat(example("{ customer: hi, expect: I see }"))
        .contains("r should say “I see”, but is not offered: its when is not true");
    assertThat(example("{ customer: broken x lamp, expect: I see }"))
        .contains("but is not offered: nothing to say for $concern");
    assertThat(example("{ customer: hi, expect: I see, known-gap: true }"))
        .contains("EMP-1048")
        .doesNotContain("EMP-1020");
    assertThat(example("{ customer: hi, expect: no, known-gap: true }")).contains("EMP-1025");
  }

  @Test
  void a_name_that_another_stands_in_for_is_not_to_blame() {
    String text = "  r: { text: '${step|feeling} ${concern|solution}', examples: [ ";
    assertThat(issues(text + "{ customer: upset, expect: upset } ] }\n"))
        .contains("is not offered: nothing to say for $concern, $solution");
  }

  @Test
  void an_example_does_not_depend_on_what_stands_before_it() {
    String others = "  a: { text: 1 }\n  b: { text: 2 }\n  c: { text: 3 }\n  d: { text: 4 }\n";
    String last = "  f: { text: 6, examples: [ { customer: hi, expect: 6 } ] }\n";
    assertThat(issues(others + "  e: { text: 5 }\n" + last)).doesNotContain("EMP-1020");
  }

  @Test
  void a_response_without_an_example_is_warned_of() {
    List<Issue> issues =
        EmpathyEngine.check(
            Engines.rubric(CUES + "responses:\n  r: { text: a }\n  s: { text: b, off: true }\n"),
            SelfTest.STRICT);
    assertThat(issues).extracting(Issue::code).containsExactly("EMP-1048");
    assertThat(issues.get(0).isError()).isFalse();
    assertThat(issues.get(0).path()).isEqualTo("responses.r");
  }

  @Test
  void examples_have_names_and_count_for_coverage() {
    String responses =
        "  r: { text: $feeling, examples: [ { customer: furious, agent: Restart the app, expect: furious } ] }\n";
    EmpathyEngine engine = engine(responses);
    assertThat(engine.examples())
        .extracting(Object::toString)
        .containsExactly("responses.r examples[1] \"furious\"");
    engine.examples().get(0).run();
    assertThat(engine.coverage().unreached())
        .extracting(Coverage.Unreached::text)
        .contains("either way", "upset")
        .doesNotContain("furious", "restart the app", "$mood");
  }

  // Building on another rubric

  @Test
  void a_child_changes_what_it_names() {
    EmpathyEngine child =
        EmpathyEngine.compile(
            Engines.rubric(
                """
                extends: [builtin:customer-support]
                responses:
                  answer-thanks: { text: Any time. }
                  mine: { text: "About $late", examples: [ { customer: delay, expect: About delay } ] }
                """),
            SelfTest.STRICT);
    assertThat(offered(child, "customer: Thank you so much!")).containsExactly("Any time.");
    assertThat(offered(child, "customer: any delay?")).contains("About delay");
    EmpathyEngine off =
        EmpathyEngine.compile(
            Engines.rubric(
                """
                extends: [builtin:customer-support]
                responses: { answer-thanks: { off: true } }
                """),
            SelfTest.STRICT);
    assertThat(offered(off, "customer: Thank you so much!")).isEmpty();
  }

  @Test
  void a_child_cannot_change_what_is_not_there() {
    String body = "extends: [builtin:customer-support]\nresponses: { answer-thank: { off: true } }";
    assertThatThrownBy(() -> Engines.rubric(body))
        .hasMessageContaining("EMP-1008  responses.answer-thank: a response needs text")
        .hasMessageContaining("did you mean answer-thanks?");
  }

  // The built-in rubric

  @Test
  void a_built_in_response_is_a_good_reply_by_the_built_in_rules() {
    EmpathyEngine engine = Engines.BUILT_IN;
    engine
        .rubric()
        .responses()
        .values()
        .forEach(
            response ->
                response.examples().stream()
                    .filter(example -> example.expect() != null)
                    .forEach(example -> assertGood(engine, example.customer(), example.expect())));
  }

  @Test
  void the_agents_word_for_each_kind_of_concern_names_that_kind() {
    EmpathyEngine engine = Engines.BUILT_IN;
    Set<String> both =
        Set.of("late", "missing", "broken", "charged", "login", "outage", "waiting", "wrong");
    engine.rubric().cues().get("concern").match().stream()
        .filter(phrase -> phrase.instead() != null)
        .filter(phrase -> both.contains(phrase.text().substring(1).replace("-told", "")))
        .forEach(
            phrase -> {
              // What only customers say has a list of its own; the agent's word is the same.
              String kind = phrase.text().substring(1).replace("-told", "");
              String reply = "Sorry about " + phrase.instead() + ".";
              assertThat(engine.assess(reply).hits("concern-named"))
                  .as(reply)
                  .isNotEmpty()
                  .allSatisfy(hit -> assertThat(hit.captures()).containsKey(kind));
            });
  }

  private static void assertGood(EmpathyEngine engine, String customer, String reply) {
    Assessment assessment =
        engine.assessReply(Conversation.of(Message.customer(customer), Message.agent(reply)));
    assertThat(assessment.issues()).as(reply).isEmpty();
    assertThat(assessment.passed()).as(reply).isTrue();
    assertThat(assessment.score()).as(reply).isGreaterThanOrEqualTo(60);
  }
}

package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Commitment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import dev.empathy.Status;
import dev.empathy.spi.CueDetector;
import dev.empathy.spi.Extensions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What agents promised: who, what, by when. */
class CommitmentsTest {

  private static final EmpathyEngine SMALL =
      Engines.of(
          """
          phrases:
            actor: (I|we|our team)
            action: (send|call)
            time: (soon|on $weekday)
          cues:
            commitment:
              match:
                - $actor will ...2 $action
                - $actor will be there $time
                - $actor promise
                - promise by $actor
                - you will receive
            time-frame: { match: [within $duration, will ...5 $time, tomorrow] }
          """);

  private static List<Commitment> of(EmpathyEngine engine, String text) {
    Assessment assessment = engine.assess(text);
    assessment
        .commitments()
        .forEach(
            one -> {
              String promise = one.span().in(text);
              assertThat(promise).contains(one.action());
              assertThat(one.actor() == null || promise.contains(one.actor())).isTrue();
              assertThat(one.time() == null || text.contains(one.time())).isTrue();
            });
    return assessment.commitments();
  }

  /** Each as actor, action and time. */
  private static List<String> parts(EmpathyEngine engine, String text) {
    return of(engine, text).stream()
        .map(one -> one.actor() + " | " + one.action() + " | " + one.time())
        .toList();
  }

  private static List<String> parts(String text) {
    return parts(SMALL, text);
  }

  // Parts that the phrase names

  @Test
  void the_phrase_names_actor_and_action() {
    assertThat(parts("We will gladly send it")).containsExactly("We | send it | null");
    assertThat(parts("Then our TEAM will call you")).containsExactly("our TEAM | call you | null");
  }

  @Test
  void an_actor_is_its_own_part_of_a_short_form() {
    assertThat(parts("I'll call")).containsExactly("I | call | null");
    assertThat(parts("we’ll call")).containsExactly("we | call | null");
    assertThat(parts("our team'll call")).containsExactly("our team | call | null");
    assertThat(parts("I'll call").get(0)).doesNotContain("'");
  }

  @Test
  void without_action_it_begins_behind_the_actor_or_with_the_hit() {
    assertThat(parts("I promise you a call")).containsExactly("I | promise you a call | null");
    assertThat(parts("I'll be there soon")).containsExactly("I | be there soon | soon");
    assertThat(parts("a promise by our team only"))
        .containsExactly("our team | promise by our team only | null");
    assertThat(parts("You will receive it")).containsExactly("null | You will receive it | null");
  }

  @Test
  void the_action_ends_with_its_clause() {
    for (String end :
        List.of(
            ". Then", ", then", "; then", ": then", "? then", "! then", " 😊 then", "\n\nthen")) {
      assertThat(parts("We will send it" + end)).as(end).containsExactly("We | send it | null");
    }
    String words = " one".repeat(14);
    assertThat(parts("I will send" + words + " two three"))
        .containsExactly("I | send" + words + " | null");
    assertThat(parts("I will send don't" + " one".repeat(13) + " two"))
        .containsExactly("I | send don't" + " one".repeat(13) + " | null");
  }

  @Test
  void the_hit_belongs_to_the_action_whatever_stands_in_it() {
    assertThat(parts("I will, really, send, it")).containsExactly("I | send | null");
    assertThat(parts("You, will, receive it"))
        .containsExactly("null | You, will, receive it | null");
  }

  @Test
  void the_span_holds_the_whole_promise() {
    Commitment one = of(SMALL, "😊 Well, I'll gladly send it today. Bye").get(0);
    assertThat(one.span().in("😊 Well, I'll gladly send it today. Bye"))
        .isEqualTo("I'll gladly send it today");
    assertThat(one.span().cpStart()).isEqualTo(one.span().start() - 1);
    assertThat(one.message()).isZero();
    assertThat(one.at()).isEqualTo("test.yaml:12:9");
    assertThat(one).hasToString("Commitment[message 0, " + one.span() + "]");
  }

  // When

  @Test
  void the_time_is_the_one_of_its_sentence() {
    assertThat(parts("I will send it within 3 days"))
        .containsExactly("I | send it within 3 days | within 3 days");
    assertThat(parts("Within 3 days I'll send it")).containsExactly("I | send it | Within 3 days");
    assertThat(parts("I'll send it. Within 3 days it is there"))
        .containsExactly("I | send it | null");
    assertThat(parts("Tomorrow. I'll send it")).containsExactly("I | send it | null");
  }

  @Test
  void what_is_named_time_goes_before_the_words_around_it() {
    assertThat(parts("I'll call you on Monday"))
        .containsExactly("I | call you on Monday | on Monday");
    assertThat(parts("I'll be there on Monday within 3 days"))
        .containsExactly("I | be there on Monday within 3 days | on Monday");
  }

  @Test
  void each_promise_has_its_own_time() {
    assertThat(parts("I'll call within 3 days, and we will send it tomorrow"))
        .containsExactly(
            "I | call within 3 days | within 3 days", "we | send it tomorrow | tomorrow");
    assertThat(parts("Tomorrow I'll call and we will send it within 2 hours or within 3 hours"))
        .containsExactly(
            "I | call and we will send it within 2 hours or within 3 hours | Tomorrow",
            "we | send it within 2 hours or within 3 hours | within 2 hours");
    assertThat(parts("I'll call and we will send it tomorrow").get(0)).endsWith("| null");
  }

  @Test
  void no_cue_of_that_name_no_time() {
    EmpathyEngine engine = Engines.of("cues: { commitment: { match: [will send] } }");
    assertThat(parts(engine, "It will send tomorrow"))
        .containsExactly("null | will send tomorrow | null");
  }

  // Whose

  @Test
  void only_the_agents_side_promises() {
    ConversationAssessment whole =
        SMALL.assess(
            Conversation.of(
                Engines.messages(
                    "customer: I will send it",
                    "agent: I will call",
                    "system: We will send it",
                    "bot: We will send it",
                    "customer: ok")));
    assertThat(whole.turns())
        .extracting(turn -> turn.commitments().size())
        .containsExactly(0, 1, 1, 0);
    assertThat(whole.turns().get(1).status()).isEqualTo(Status.PART);
    assertThat(whole.commitments()).extracting(Commitment::message).containsExactly(1, 3);
    assertThat(whole.commitments()).extracting(Commitment::actor).containsExactly("I", "We");
  }

  @Test
  void a_rubric_without_the_cue_has_none() {
    assertThat(of(Engines.of("cues: { x: { match: [I will] } }"), "I will send it")).isEmpty();
    assertThat(of(Engines.of("cues: { commitment: { off: true, match: [I will] } }"), "I will"))
        .isEmpty();
  }

  @Test
  void a_detector_may_find_promises_too() {
    EmpathyEngine engine =
        EmpathyEngine.compile(
            Engines.rubric("cues: { commitment: { detect: [marks] } }"),
            SelfTest.STRICT,
            Extensions.NONE.withDetector(
                "marks", (text, role) -> List.of(new CueDetector.Span(0, 1))));
    assertThat(parts(engine, "! I call, ok")).containsExactly("null | ! | null");
    assertThat(parts(engine, "I call, ok")).containsExactly("null | I call | null");
    assertThat(parts(engine, "!")).containsExactly("null | ! | null");
  }

  // The built-in rubric

  @Test
  void what_the_built_in_rubric_makes_of_it() {
    EmpathyEngine engine = Engines.BUILT_IN;
    assertThat(parts(engine, "Thanks! I'll send you a replacement today."))
        .containsExactly("I | send you a replacement today | today");
    assertThat(parts(engine, "We will get back to you within 24 hours, sorry."))
        .containsExactly("We | get back to you within 24 hours | within 24 hours");
    assertThat(parts(engine, "Our billing team's going to call you by Friday."))
        .containsExactly("Our billing team | call you by Friday | by Friday");
    assertThat(parts(engine, "You'll receive an email on 3 May."))
        .containsExactly("null | You'll receive an email on 3 May | on 3 May");
    assertThat(parts(engine, "Let me check that for you and we'll let you know."))
        .containsExactly(
            "me | check that for you and we'll let you know | null", "we | let you know | null");
    assertThat(parts(engine, "If you send it, I can look. We'll see. I won't call.")).isEmpty();
  }

  @Test
  void ten_thousand_promises_take_no_more_than_their_words() {
    String text = "I'll send it and ".repeat(20_000);
    List<Commitment> all = SMALL.assess(Message.agent(text)).commitments();
    assertThat(all).hasSize(10_000);
    assertThat(all).allSatisfy(one -> assertThat(one.action().length()).isLessThan(100));
  }
}

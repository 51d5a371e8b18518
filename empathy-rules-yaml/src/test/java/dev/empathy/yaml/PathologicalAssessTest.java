package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Limits;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.Status;
import dev.empathy.rubric.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A message costs in proportion to its length, a conversation to its own, whatever stands there.
 */
class PathologicalAssessTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int REPEATS = 100_000;

  static Stream<String> shapes() {
    return Stream.of(
        "sorry ",
        "I understand but ",
        "not ",
        "!?",
        "😡",
        "AAAA ",
        "sooooo ",
        "I'm so sorry for the delay. ",
        "👩‍👩‍👧‍👦\u200D",
        "no no never ridiculous ",
        "I can see why ",
        "a\n\n",
        "> ",
        "(“'’",
        "$5 12:30 http://a.b ",
        "\uD83D",
        "e\u0301\u0301\u0301",
        "so\u200B\u200Brry");
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void a_hundred_thousand_repeats(String shape) {
    String text = shape.repeat(REPEATS);
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          assertThat(Engines.BUILT_IN.assess(Message.customer(text)).message()).isZero();
          assertThat(
                  Engines.BUILT_IN.assessReply(
                      Conversation.of(Message.customer(text), Message.agent(text))))
              .isNotNull();
        });
  }

  static Stream<List<Role>> patterns() {
    return Stream.of(
        List.of(Role.CUSTOMER, Role.AGENT),
        List.of(Role.CUSTOMER),
        List.of(Role.AGENT),
        List.of(Role.SYSTEM, Role.AGENT, Role.BOT));
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void two_thousand_messages(List<Role> pattern) {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      messages.add(
          Message.of(
              pattern.get(i % pattern.size()),
              "I'm so sorry for the delay "
                  + i
                  + ". RIDICULOUS service, I can see why you’re upset!!"));
    }
    assertTimeoutPreemptively(
        LIMIT,
        () -> assertThat(Engines.BUILT_IN.assess(Conversation.of(messages)).turns()).isNotEmpty());
  }

  @Test
  void a_thousand_messages_of_the_customer_and_then_of_the_agent() {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String text = "Word" + i + " delay" + i + " refund" + i + " I am mad, you are sorry";
      messages.add(i < 1_000 ? Message.customer(text) : Message.agent(text));
    }
    assertTimeoutPreemptively(
        LIMIT,
        () ->
            assertThat(Engines.BUILT_IN.assess(Conversation.of(messages)).turns()).hasSize(2_000));
  }

  /** Every key that sets one hit against others. */
  private static final EmpathyEngine KEYS =
      Engines.of(
          """
          words: { thing: [xray, yankee] }
          cues:
            x: { match: [xray] }
            y: { match: [yankee] }
            a: { match: [$thing] }
            b: { match: [$thing] }
          rules:
            r1: { severity: error, require: { cue: x, within: 1 sentence of y } }
            r2: { severity: error, require: { cue: x, after: y } }
            r3: { severity: error, require: { cue: x, before: y } }
            r4: { severity: error, require: { cue: a, same: thing as b } }
            r5: { severity: error, require: { cue: x, at-most: 1, per: sentence } }
            r6: { severity: error, require: { cue: x, position: closing } }
            r7: { severity: error, require: { cue: x, at-least: count of y, turn: any } }
            r8: { severity: error, require: { cue: x, position: last-sentence } }
          """);

  /** Every measure that needs what came before, and every distance in time. */
  private static final EmpathyEngine SIGNALS =
      Engines.of(
          """
          cues:
            x: { who: agent, match: [xray] }
            y: { who: customer, match: [yankee] }
          rules:
            r1: { severity: error, forbid: { signal: repeated-sentence, above: 9999, turn: any } }
            r2: { severity: error, forbid: { signal: repeated-sentence, above: 9999 } }
            r3: { severity: error, forbid: { signal: echo-ratio, above: 1, turn: any } }
            r4: { severity: error, forbid: { signal: reply-delay, above: 9999, turn: any } }
            r5: { severity: error, forbid: { signal: readability, below: -9999, turn: any } }
            r6: { severity: error, forbid: { signal: formality, below: -1, turn: any } }
            r7: { severity: error, require: { cue: x, within: 1 minute of y } }
            r8: { severity: error, require: { cue: x, within: 20 seconds of start } }
          routes:
            up: { when: { signal: repeated-sentence, above: 9999 }, to: a, priority: 1, reason: b }
            by: { when: { cue: y, within: 1 second of x }, to: a, priority: 1, reason: b }
          """);

  static Stream<String> sentences() {
    return Stream.of(
        "We had an xray and a yankee today. ",
        "We had %d of xray and a yankee number%d today. ",
        "one%d two%d three%d xray four%d yankee five%d. ");
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void ten_thousand_turns(String sentence) {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String text = sentence.repeat(3).replace("%d", "" + i);
      Message message = i % 2 == 0 ? Message.customer(text) : Message.agent(text);
      messages.add(message.withTime(Instant.ofEpochSecond(30L * i)));
    }
    assertTimeoutPreemptively(
        LIMIT,
        () ->
            assertThat(SIGNALS.assess(Conversation.of(messages)).turns())
                .hasSize(10_000)
                .last()
                .satisfies(turn -> assertThat(turn.rules()).containsEntry("r7", Outcome.PASS)));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void a_thousand_messages_of_one_side_among_the_others(String sentence) {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String text = sentence.replace("%d", "" + i);
      messages.add(i % 1_500 < 500 ? Message.agent(text) : Message.customer(text));
    }
    assertTimeoutPreemptively(
        LIMIT, () -> assertThat(SIGNALS.assess(Conversation.of(messages)).turns()).hasSize(2_000));
  }

  @Test
  void a_hundred_thousand_sentences_twice() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < 1_000_000; i++) {
      text.append("one").append(i).append(" two three four five six. ");
    }
    Message message = Message.agent(text.toString());
    assertTimeoutPreemptively(
        LIMIT,
        () ->
            assertThat(
                    SIGNALS
                        .assessReply(Conversation.of(message, Message.customer("hm"), message))
                        .signals())
                .hasEntrySatisfying(
                    "repeated-sentence", n -> assertThat(n.intValue()).isGreaterThan(20_000)));
  }

  @Test
  void a_hundred_thousand_regions() {
    String text = "sorry ".repeat(100_000);
    List<Message.Region> regions = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      regions.add(new Message.Region(i % 2 == 0 ? "quote" : "redacted", 6 * i, 6 * i + 5));
    }
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          Assessment assessment = SIGNALS.assess(Message.agent(text).withRegions(regions));
          assertThat(assessment.regions()).hasSize(Limits.DEFAULT.hitsPerMessage());
          assertThat(assessment.status()).isEqualTo(Status.TRUNCATED);
        });
  }

  @Test
  void keys_that_compare_hits_in_one_message() {
    String text = "yankee. ".repeat(1_200) + "so. ".repeat(5) + "xray. ".repeat(1_200);
    assertTimeoutPreemptively(LIMIT, () -> assertThat(KEYS.assess(text).rules()).hasSize(8));
  }

  @Test
  void keys_that_compare_hits_across_messages() {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      messages.add(Message.agent(i < 1_000 ? "yankee. ".repeat(20) : "xray. ".repeat(20)));
    }
    assertTimeoutPreemptively(
        LIMIT, () -> assertThat(KEYS.assess(Conversation.of(messages)).turns()).hasSize(2_000));
  }
}

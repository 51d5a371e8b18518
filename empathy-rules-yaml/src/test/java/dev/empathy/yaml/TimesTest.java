package dev.empathy.yaml;

import static dev.empathy.rubric.Outcome.FAIL;
import static dev.empathy.rubric.Outcome.PASS;
import static dev.empathy.rubric.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Limits;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Outcome;
import dev.empathy.spi.Extensions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Distances and measures of time. Messages are written as {@code seconds role: text}. */
class TimesTest {

  private static final String CUES =
      """
      cues:
        x: { who: agent, match: [xray] }
        y: { who: customer, match: [yankee] }
        z: { match: [zulu] }
      """;

  private static final Map<String, EmpathyEngine> ENGINES = new ConcurrentHashMap<>();

  private static EmpathyEngine engine(String condition) {
    return ENGINES.computeIfAbsent(
        condition,
        c -> Engines.of(CUES + "rules:\n  r: { severity: suggestion, require: " + c + " }\n"));
  }

  /** {@code 20 agent: xray}; {@code - agent: xray} has no time, {@code 5-8 agent: xray} an end. */
  private static Message message(String line) {
    int space = line.indexOf(' ');
    String times = line.substring(0, space);
    Message message = Engines.messages(line.substring(space + 1)).get(0);
    if (times.equals("-")) {
      return message;
    }
    int dash = times.indexOf('-');
    Message timed = message.withTime(at(dash < 0 ? times : times.substring(0, dash)));
    return dash < 0 ? timed : timed.withEnd(at(times.substring(dash + 1)));
  }

  private static Instant at(String seconds) {
    return Instant.EPOCH.plusMillis((long) (Double.parseDouble(seconds) * 1000));
  }

  private static Conversation conversation(String... lines) {
    List<Message> messages = new ArrayList<>();
    for (String line : lines) {
      messages.add(message(line));
    }
    return Conversation.of(messages);
  }

  private static Assessment assess(String condition, String... lines) {
    return engine(condition).assessReply(conversation(lines));
  }

  private static Outcome in(String condition, String... lines) {
    return assess(condition, lines).rules().get("r");
  }

  private static String reason(String condition, String... lines) {
    Assessment assessment = assess(condition, lines);
    assertThat(assessment.rules()).containsEntry("r", UNKNOWN);
    return assessment.notEvaluated().get(0).reason();
  }

  // Of the start

  @Test
  void within_seconds_of_the_start() {
    String condition = "{ cue: x, within: 20 seconds of start }";
    assertThat(in(condition, "0 customer: a", "20 agent: xray")).isEqualTo(PASS);
    assertThat(in(condition, "0 customer: a", "20.001 agent: xray")).isEqualTo(FAIL);
    assertThat(in(condition, "0 customer: a", "5 agent: b", "25 agent: xray")).isEqualTo(FAIL);
    assertThat(in(condition, "0 customer: a", "5 agent: xray", "25 agent: b")).isEqualTo(PASS);
    assertThat(in(condition, "0 customer: a", "5 agent: b")).isEqualTo(FAIL);
    assertThat(in(condition, "0 agent: xray")).isEqualTo(PASS);
  }

  @Test
  void the_start_is_the_first_message_that_is_no_note() {
    String condition = "{ cue: x, within: 20 seconds of start }";
    assertThat(in(condition, "0 system: a", "90 customer: a", "100 agent: xray")).isEqualTo(PASS);
    assertThat(in(condition, "- system: a", "90 customer: a", "100 agent: xray")).isEqualTo(PASS);
  }

  @Test
  void a_start_is_reckoned_in_minutes_and_hours_too() {
    String[] minute = {"0 customer: a", "60 agent: xray"};
    String[] more = {"0 customer: a", "61 agent: xray"};
    assertThat(in("{ cue: x, within: 1 minute of start }", minute)).isEqualTo(PASS);
    assertThat(in("{ cue: x, within: 1 minute of start }", more)).isEqualTo(FAIL);
    assertThat(in("{ cue: x, within: 1 hour of start }", "0 customer: a", "3600 agent: xray"))
        .isEqualTo(PASS);
    assertThat(in("{ cue: x, within: 1 hours of start }", "0 customer: a", "3601 agent: xray"))
        .isEqualTo(FAIL);
  }

  @Test
  void a_missing_time_makes_it_unknown_and_says_which() {
    String condition = "{ cue: x, within: 20 seconds of start }";
    assertThat(reason(condition, "0 customer: a", "- agent: xray"))
        .isEqualTo("the time of message 1 is not known");
    assertThat(reason(condition, "- customer: a", "0 agent: xray"))
        .isEqualTo("the time of message 0 is not known");
    assertThat(reason(condition, "- system: a", "- customer: a", "0 agent: xray"))
        .isEqualTo("the time of message 1 is not known");
    assertThat(engine(condition).assess("xray").notEvaluated().get(0).reason())
        .isEqualTo("what was written before is not known");
  }

  @Test
  void a_missing_time_that_cannot_matter_does_not() {
    String condition = "{ cue: x, within: 20 seconds of start }";
    assertThat(in(condition, "- customer: a", "- agent: no")).as("no hit").isEqualTo(FAIL);
    assertThat(in(condition, "- agent: xray")).as("it is the start").isEqualTo(PASS);
    assertThat(in(condition, "0 customer: a", "5 agent: xray", "- agent: xray")).isEqualTo(PASS);
    assertThat(
            in(
                "{ cue: x, at-least: 2, within: 20 seconds of start }",
                "0 customer: a",
                "5 agent: xray",
                "- agent: xray"))
        .isEqualTo(UNKNOWN);
    assertThat(
            in(
                "{ cue: x, at-most: 0, within: 20 seconds of start }",
                "0 customer: a",
                "5 agent: xray",
                "- agent: xray"))
        .isEqualTo(FAIL);
    assertThat(in("{ missing: x, within: 20 seconds of start }", "0 customer: a", "- agent: xray"))
        .isEqualTo(UNKNOWN);
    assertThat(
            in(
                "{ cue: x, position: first-sentence, within: 20 seconds of start }",
                "0 customer: a",
                "- agent: Hm. An xray."))
        .as("it does not stand where it must")
        .isEqualTo(FAIL);
  }

  @Test
  void what_was_not_read_for_its_number_is_not_the_start() {
    EmpathyEngine small =
        EmpathyEngine.compile(
            Engines.rubric(
                CUES
                    + "rules: { r: { severity: error, require: { cue: x, within: 20 seconds of start } } }"),
            SelfTest.OFF,
            Extensions.NONE,
            Limits.DEFAULT.withMessagesPerConversation(2));
    Conversation long_ =
        conversation("0 customer: a", "10 agent: b", "100 customer: c", "105 agent: xray");
    assertThat(small.assessReply(long_).rules()).containsEntry("r", UNKNOWN);
  }

  // Of a cue

  @Test
  void within_minutes_of_a_cue_in_any_turn() {
    String condition = "{ cue: x, within: 2 minutes of y }";
    assertThat(in(condition, "0 customer: yankee", "120 agent: xray")).isEqualTo(PASS);
    assertThat(in(condition, "0 customer: yankee", "121 agent: xray")).isEqualTo(FAIL);
    assertThat(in(condition, "0 customer: a", "60 agent: xray")).isEqualTo(FAIL);
    assertThat(
            in(
                condition,
                "0 customer: yankee",
                "200 agent: b",
                "300 customer: yankee",
                "310 agent: xray"))
        .isEqualTo(PASS);
    assertThat(
            in(
                condition,
                "0 customer: yankee",
                "200 agent: b",
                "300 customer: c",
                "310 agent: xray"))
        .isEqualTo(FAIL);
  }

  @Test
  void it_may_come_after_and_in_the_same_turn() {
    String any = "{ cue: x, turn: any, within: 1 minute of y }";
    assertThat(in(any, "0 agent: xray", "50 customer: yankee", "500 agent: b")).isEqualTo(PASS);
    assertThat(in(any, "0 agent: xray", "70 customer: yankee", "500 agent: b")).isEqualTo(FAIL);
    String here = "{ cue: x, within: 10 seconds of z }";
    assertThat(in(here, "0 agent: xray", "10 agent: zulu")).isEqualTo(PASS);
    assertThat(in(here, "0 agent: xray", "11 agent: zulu")).isEqualTo(FAIL);
    assertThat(in(here, "- agent: xray zulu")).as("one message").isEqualTo(PASS);
  }

  @Test
  void a_route_asks_of_what_came_before() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + "routes: { up: { when: { cue: y, within: 1 minute of x }, to: a, priority: 1, reason: b } }");
    assertThat(engine.assessReply(conversation("0 agent: xray", "60 customer: yankee")).routes())
        .hasSize(1);
    assertThat(engine.assessReply(conversation("0 agent: xray", "61 customer: yankee")).routes())
        .isEmpty();
  }

  @Test
  void a_missing_time_of_either_makes_it_unknown() {
    String condition = "{ cue: x, within: 2 minutes of y }";
    assertThat(reason(condition, "0 customer: yankee", "- agent: xray"))
        .isEqualTo("the time of message 1 is not known");
    assertThat(reason(condition, "- customer: yankee", "5 agent: xray"))
        .isEqualTo("the time of message 0 is not known");
    assertThat(engine(condition).assess("xray").notEvaluated().get(0).reason())
        .isEqualTo("what was written before is not known");
    assertThat(in(condition, "- customer: a", "- agent: xray")).as("no other").isEqualTo(FAIL);
    assertThat(in(condition, "- customer: yankee", "- agent: b")).as("no hit").isEqualTo(FAIL);
    assertThat(
            in(
                condition,
                "- customer: yankee",
                "0 agent: b",
                "5 customer: yankee",
                "9 agent: xray"))
        .as("one of known time is near enough")
        .isEqualTo(PASS);
  }

  @Test
  void what_was_not_understood_may_have_held_the_other() {
    String french = "Bonjour madame nous sommes vraiment désolés pour ce long retard";
    assertThat(in("{ cue: x, within: 2 minutes of y }", "0 customer: " + french, "5 agent: xray"))
        .isEqualTo(UNKNOWN);
  }

  // Signals

  private static Object signal(String name, String... lines) {
    return engine("{ cue: x }").assessReply(conversation(lines)).signals().get(name);
  }

  @Test
  void reply_delay_is_from_the_others_end_to_the_turns_beginning() {
    assertThat(signal("reply-delay", "0 customer: a", "90 agent: b")).isEqualTo(90);
    assertThat(signal("reply-delay", "0-30 customer: a", "90 agent: b")).isEqualTo(60);
    assertThat(signal("reply-delay", "0 customer: a", "10.25 agent: b", "90 agent: c"))
        .isEqualTo(10.25);
    assertThat(signal("reply-delay", "0 customer: a", "5 customer: b", "20 agent: c"))
        .isEqualTo(15);
    assertThat(signal("reply-delay", "0-30 customer: a", "10 agent: b")).as("overlap").isEqualTo(0);
    assertThat(signal("reply-delay", "0 customer: a", "- system: b", "7 agent: c")).isEqualTo(7);
    assertThat(signal("reply-delay", "0 agent: b")).isNull();
  }

  @Test
  void reply_delay_says_what_is_missing() {
    String condition = "{ signal: reply-delay, below: 60 }";
    assertThat(in(condition, "0 customer: a", "59 agent: b")).isEqualTo(PASS);
    assertThat(in(condition, "0 customer: a", "60 agent: b")).isEqualTo(FAIL);
    assertThat(reason(condition, "0 customer: a", "- agent: b"))
        .isEqualTo("the time of message 1 is not known");
    assertThat(reason(condition, "- customer: a", "5 agent: b"))
        .isEqualTo("the time of message 0 is not known");
    assertThat(in(condition, "0 agent: b")).as("it answers nothing").isEqualTo(FAIL);
    assertThat(in("{ signal: reply-delay, above: 60 }", "0 agent: b")).isEqualTo(FAIL);
    assertThat(in("{ signal: reply-delay, between: [0, 60] }", "0 agent: b")).isEqualTo(FAIL);
    assertThat(assess(condition, "0 agent: b").findings().get(0).because()).isEmpty();
    assertThat(engine(condition).assess("b").notEvaluated().get(0).reason())
        .isEqualTo("what was written before is not known");
  }

  @Test
  void each_turn_has_its_own_delay() {
    String condition = "{ signal: reply-delay, above: 60, turn: any }";
    String[] slow = {"0 customer: a", "100 agent: b", "110 customer: c", "111 agent: d"};
    assertThat(in(condition, slow)).isEqualTo(PASS);
    assertThat(in("{ signal: reply-delay, above: 60 }", slow)).isEqualTo(FAIL);
    assertThat(in("{ signal: reply-delay, above: 60, turn: previous }", slow))
        .as("the customer's")
        .isEqualTo(FAIL);
    assertThat(in(condition, "0 customer: a", "10 agent: b", "11 customer: c", "12 agent: d"))
        .isEqualTo(FAIL);
    assertThat(in(condition, "0 customer: a", "- agent: b", "11 customer: c", "12 agent: d"))
        .isEqualTo(UNKNOWN);
  }

  @Test
  void words_per_minute() {
    assertThat(signal("words-per-minute", "0-30 agent: one two three four")).isEqualTo(8);
    assertThat(signal("words-per-minute", "0-7 agent: one two")).isEqualTo(17.143);
    assertThat(signal("words-per-minute", "0-0 agent: one two")).isNull();
    String condition = "{ signal: words-per-minute, between: [7.9, 8.1] }";
    assertThat(in(condition, "0-15 agent: one two", "100-115 agent: three four")).isEqualTo(PASS);
    assertThat(reason(condition, "0-15 agent: one", "20 agent: b"))
        .isEqualTo("the end of message 1 is not known");
    assertThat(reason(condition, "- agent: one")).isEqualTo("the time of message 0 is not known");
    assertThat(reason(condition, "5-5 agent: one")).isEqualTo("message 0 takes no time");
  }

  @Test
  void a_message_alone_that_ends_before_it_begins_is_assessed_all_the_same() {
    Message wrong = Message.agent("xray").withTime(at("9")).withEnd(at("5"));
    Assessment assessment = engine("{ signal: words-per-minute, above: 0 }").assess(wrong);
    assertThat(assessment.rules()).containsEntry("r", UNKNOWN);
    assertThat(assessment.signals()).doesNotContainKey("words-per-minute");
  }

  @Test
  void the_ends_of_time_are_no_trouble() {
    Conversation conversation =
        Conversation.of(
            Message.customer("yankee").withTime(Instant.MIN),
            Message.agent("xray").withTime(Instant.MAX).withEnd(Instant.MAX));
    for (String condition :
        List.of(
            "{ cue: x, within: 2 minutes of y }",
            "{ cue: x, within: 1 second of start }",
            "{ signal: reply-delay, below: 5 }")) {
      assertThat(engine(condition).assessReply(conversation).rules()).containsEntry("r", FAIL);
    }
  }
}

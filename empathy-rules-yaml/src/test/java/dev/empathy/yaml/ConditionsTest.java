package dev.empathy.yaml;

import static dev.empathy.rubric.Outcome.FAIL;
import static dev.empathy.rubric.Outcome.PASS;
import static dev.empathy.rubric.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.rubric.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Every key of every condition: true is {@code pass}, false {@code fail}. */
class ConditionsTest {

  private static final String CUES =
      """
      words:
        feeling: [sad, angry, let down, it's over]
      phrases:
        worry: (worry|concern)
      emotions:
        anger: [negative, heat]
        joy: [positive]
      cues:
        x: { who: agent, match: [xray] }
        y: { who: agent, match: [yankee] }
        z: { who: customer, match: [zulu] }
        both: { match: [bravo] }
        named: { who: agent, match: [you are $feeling, your $worry] }
        felt: { who: customer, match: [I am $feeling, my $worry] }
        cross: { who: customer, emotion: anger, match: [cross], strength: 0.4 }
        livid: { who: customer, emotion: anger, match: [livid], strength: 0.9 }
        glad: { who: customer, emotion: joy, match: [glad], strength: 0.5 }
      dimensions:
        d: { weight: 1, start: 50 }
      """;

  private static final Map<String, EmpathyEngine> ENGINES = new ConcurrentHashMap<>();

  private static EmpathyEngine engine(String condition) {
    return ENGINES.computeIfAbsent(
        condition,
        c -> Engines.of(CUES + "rules:\n  r: { severity: suggestion, require: " + c + " }\n"));
  }

  /** What a condition says of the last turn of a conversation whose whole history is given. */
  private static Outcome in(String condition, String... lines) {
    return engine(condition).assessReply(Conversation.of(Engines.messages(lines))).rules().get("r");
  }

  /** What a condition says of an agent's message alone. */
  private static Outcome alone(String condition, String text) {
    return engine(condition).assess(text).rules().get("r");
  }

  private static Outcome given(String condition, String... facts) {
    Conversation conversation = Conversation.of(Message.agent("hello"));
    for (int i = 0; i < facts.length; i += 2) {
      conversation = conversation.with(facts[i], facts[i + 1]);
    }
    return engine(condition).assessReply(conversation).rules().get("r");
  }

  // How many

  @Test
  void counts() {
    for (int n = 0; n <= 4; n++) {
      String text = "say " + "xray and ".repeat(n);
      assertThat(alone("{ cue: x }", text)).isEqualTo(n >= 1 ? PASS : FAIL);
      assertThat(alone("{ missing: x }", text)).isEqualTo(n >= 1 ? FAIL : PASS);
      assertThat(alone("{ cue: x, at-least: 3 }", text)).isEqualTo(n >= 3 ? PASS : FAIL);
      assertThat(alone("{ missing: x, at-least: 3 }", text)).isEqualTo(n >= 3 ? FAIL : PASS);
      assertThat(alone("{ cue: x, at-most: 2 }", text)).isEqualTo(n <= 2 ? PASS : FAIL);
      assertThat(alone("{ cue: x, exactly: 2 }", text)).isEqualTo(n == 2 ? PASS : FAIL);
      assertThat(alone("{ cue: x, exactly: 0 }", text)).isEqualTo(n == 0 ? PASS : FAIL);
      assertThat(alone("{ cue: x, at-least: 1, at-most: 2 }", text))
          .isEqualTo(n == 1 || n == 2 ? PASS : FAIL);
    }
  }

  @Test
  void one_cue_held_against_another() {
    for (int x = 0; x <= 3; x++) {
      for (int y = 0; y <= 3; y++) {
        String text = "xray and ".repeat(x) + "yankee and ".repeat(y);
        assertThat(alone("{ cue: x, at-least: count of y }", text)).isEqualTo(x >= y ? PASS : FAIL);
        assertThat(alone("{ cue: x, at-most: count of y }", text)).isEqualTo(x <= y ? PASS : FAIL);
        assertThat(alone("{ cue: x, exactly: count of y }", text)).isEqualTo(x == y ? PASS : FAIL);
      }
    }
  }

  @Test
  void a_count_of_the_customers_cue_is_that_of_the_turn_before() {
    String condition = "{ cue: x, at-least: count of z }";
    assertThat(in(condition, "customer: zulu and zulu", "agent: xray")).isEqualTo(FAIL);
    assertThat(in(condition, "customer: zulu and zulu", "agent: xray xray")).isEqualTo(PASS);
    assertThat(alone(condition, "xray")).isEqualTo(UNKNOWN);
  }

  // Per

  @Test
  void per_sentence_some_for_at_least_and_all_for_at_most() {
    String atLeast = "{ cue: x, at-least: 2, per: sentence }";
    assertThat(alone(atLeast, "Say xray. Then xray.")).isEqualTo(FAIL);
    assertThat(alone(atLeast, "Say nothing. Then xray and xray.")).isEqualTo(PASS);
    String atMost = "{ cue: x, at-most: 1, per: sentence }";
    assertThat(alone(atMost, "Say xray. Then xray.")).isEqualTo(PASS);
    assertThat(alone(atMost, "Say xray. Then xray and xray.")).isEqualTo(FAIL);
    assertThat(in(atMost, "agent: Say xray", "agent: xray")).isEqualTo(PASS);
  }

  @Test
  void per_100_words_divides_by_100_at_least() {
    String condition = "{ cue: x, at-least: 2, per: 100-words }";
    assertThat(alone(condition, "xray xray")).isEqualTo(PASS);
    assertThat(alone(condition, "xray xray " + "the ".repeat(98))).isEqualTo(PASS);
    assertThat(alone(condition, "xray xray " + "the ".repeat(99))).isEqualTo(FAIL);
    assertThat(alone(condition, "xray xray xray " + "the ".repeat(99))).isEqualTo(PASS);
    String most = "{ cue: x, at-most: 1, per: 100-words }";
    assertThat(alone(most, "xray xray " + "the ".repeat(198))).isEqualTo(PASS);
    assertThat(alone(most, "xray xray " + "the ".repeat(197))).isEqualTo(FAIL);
  }

  @Test
  void per_conversation_counts_all_that_was_said() {
    String condition = "{ cue: x, at-least: 2, per: conversation }";
    assertThat(in(condition, "agent: xray", "customer: hm", "agent: xray")).isEqualTo(PASS);
    assertThat(in(condition, "agent: xray", "customer: hm", "agent: no")).isEqualTo(FAIL);
    assertThat(alone(condition, "xray xray")).isEqualTo(PASS);
    assertThat(alone(condition, "xray")).isEqualTo(UNKNOWN);
    assertThat(alone("{ cue: x, at-most: 1, per: conversation }", "xray")).isEqualTo(UNKNOWN);
    assertThat(alone("{ cue: x, at-most: 1, per: conversation }", "xray xray")).isEqualTo(FAIL);
  }

  // Turns

  @Test
  void turn_previous() {
    String condition = "{ cue: z, turn: previous }";
    assertThat(in(condition, "customer: zulu", "agent: hi")).isEqualTo(PASS);
    assertThat(in(condition, "customer: zulu", "agent: hi", "customer: ok", "agent: hi"))
        .isEqualTo(FAIL);
    assertThat(in(condition, "customer: zulu", "system: note", "agent: hi")).isEqualTo(PASS);
    assertThat(in(condition, "customer: zulu", "customer: more", "agent: hi")).isEqualTo(PASS);
    assertThat(alone(condition, "hi")).isEqualTo(UNKNOWN);
    assertThat(alone("{ missing: z, turn: previous }", "hi")).isEqualTo(UNKNOWN);
  }

  @Test
  void previous_is_false_where_the_agent_begins() {
    assertThat(in("{ cue: z, turn: previous }", "agent: hi")).isEqualTo(FAIL);
    assertThat(in("{ missing: z, turn: previous }", "agent: hi")).isEqualTo(PASS);
    assertThat(in("{ emotion: anger, turn: previous }", "agent: hi")).isEqualTo(FAIL);
    assertThat(in("{ signal: words, above: 0, turn: previous }", "agent: hi")).isEqualTo(FAIL);
  }

  @Test
  void previous_of_the_agents_own_cue_is_the_agents_turn_before() {
    String condition = "{ cue: x, turn: previous }";
    assertThat(in(condition, "agent: xray", "customer: hm", "agent: hi")).isEqualTo(PASS);
    assertThat(in(condition, "agent: hi", "customer: hm", "agent: xray")).isEqualTo(FAIL);
    assertThat(in(condition, "bot: xray", "customer: hm", "supervisor: hi")).isEqualTo(PASS);
  }

  @Test
  void previous_of_a_cue_of_either_side_is_the_nearest_turn() {
    String condition = "{ cue: both, turn: previous }";
    assertThat(in(condition, "customer: bravo", "agent: hi")).isEqualTo(PASS);
    assertThat(in(condition, "agent: bravo", "customer: hm", "agent: hi")).isEqualTo(FAIL);
  }

  @Test
  void turn_last_3() {
    String condition = "{ cue: z, turn: last-3, at-least: 2 }";
    String[] four = {
      "customer: zulu",
      "agent: a",
      "customer: zulu",
      "agent: a",
      "customer: hm",
      "agent: a",
      "customer: hm",
      "agent: a"
    };
    assertThat(in(condition, four)).isEqualTo(FAIL);
    four[4] = "customer: zulu";
    assertThat(in(condition, four)).isEqualTo(PASS);
    assertThat(alone(condition, "a")).isEqualTo(UNKNOWN);
  }

  @Test
  void turn_first() {
    String theirs = "{ cue: z, turn: first }";
    assertThat(in(theirs, "customer: zulu", "agent: a", "customer: b", "agent: c")).isEqualTo(PASS);
    assertThat(in(theirs, "customer: b", "agent: a", "customer: zulu", "agent: c")).isEqualTo(FAIL);
    assertThat(alone(theirs, "a")).isEqualTo(UNKNOWN);
    String own = "{ cue: x, turn: first }";
    assertThat(in(own, "agent: xray")).isEqualTo(PASS);
    assertThat(in(own, "customer: b", "agent: xray", "customer: b", "agent: c")).isEqualTo(PASS);
    assertThat(in(own, "customer: b", "agent: c", "customer: b", "agent: xray")).isEqualTo(FAIL);
  }

  @Test
  void what_was_first_is_not_known_without_history() {
    assertThat(alone("{ cue: x, turn: first }", "xray")).isEqualTo(UNKNOWN);
    assertThat(alone("{ cue: x, turn: first }", "hello")).isEqualTo(UNKNOWN);
    assertThat(alone("{ signal: words, above: 1, turn: first }", "a b c")).isEqualTo(UNKNOWN);
  }

  @Test
  void turn_any() {
    String condition = "{ cue: x, turn: any }";
    assertThat(in(condition, "agent: xray", "customer: b", "agent: c")).isEqualTo(PASS);
    assertThat(in(condition, "agent: a", "customer: b", "agent: xray")).isEqualTo(PASS);
    assertThat(in(condition, "agent: a", "customer: b", "agent: c")).isEqualTo(FAIL);
    assertThat(alone(condition, "xray")).isEqualTo(PASS);
    assertThat(alone(condition, "c")).isEqualTo(UNKNOWN);
    assertThat(alone("{ missing: x, turn: any }", "xray")).isEqualTo(FAIL);
    assertThat(alone("{ cue: x, at-most: 1, turn: any }", "xray xray")).isEqualTo(FAIL);
  }

  // Place

  @Test
  void position_opening_and_closing_are_20_words() {
    String filler = "the ";
    assertThat(alone("{ cue: x, position: opening }", filler.repeat(19) + "xray")).isEqualTo(PASS);
    assertThat(alone("{ cue: x, position: opening }", filler.repeat(20) + "xray")).isEqualTo(FAIL);
    assertThat(alone("{ cue: x, position: closing }", "xray " + filler.repeat(19))).isEqualTo(PASS);
    assertThat(alone("{ cue: x, position: closing }", "xray " + filler.repeat(20))).isEqualTo(FAIL);
  }

  @Test
  void opening_begins_after_leading_mentions() {
    String opening = "{ cue: x, position: opening }";
    String mentions = "@115712 @AcmeHelp ";
    assertThat(alone(opening, mentions + "the ".repeat(19) + "xray")).isEqualTo(PASS);
    assertThat(alone(opening, mentions + "the ".repeat(20) + "xray")).isEqualTo(FAIL);
  }

  @Test
  void position_in_sentences() {
    String text = "Say xray. Then this. And yankee.";
    assertThat(alone("{ cue: x, position: first-sentence }", text)).isEqualTo(PASS);
    assertThat(alone("{ cue: y, position: first-sentence }", text)).isEqualTo(FAIL);
    assertThat(alone("{ cue: y, position: last-sentence }", text)).isEqualTo(PASS);
    assertThat(alone("{ cue: x, position: last-sentence }", text)).isEqualTo(FAIL);
  }

  @Test
  void position_counts_in_the_turn_and_not_in_the_message() {
    assertThat(in("{ cue: x, position: first-sentence }", "agent: hello", "agent: xray"))
        .isEqualTo(FAIL);
    assertThat(in("{ cue: x, position: last-sentence }", "agent: hello", "agent: xray"))
        .isEqualTo(PASS);
    assertThat(in("{ cue: x, position: closing }", "agent: xray", "agent: " + "the ".repeat(20)))
        .isEqualTo(FAIL);
    assertThat(in("{ cue: x, position: opening }", "agent: " + "the ".repeat(20), "agent: xray"))
        .isEqualTo(FAIL);
  }

  @Test
  void before_holds_where_the_other_is_absent() {
    String before = "{ cue: x, before: y }";
    assertThat(alone(before, "xray then yankee")).isEqualTo(PASS);
    assertThat(alone(before, "yankee then xray")).isEqualTo(FAIL);
    assertThat(alone(before, "yankee xray yankee")).isEqualTo(FAIL);
    assertThat(alone(before, "xray yankee xray")).isEqualTo(PASS);
    assertThat(alone(before, "xray")).isEqualTo(PASS);
    assertThat(alone(before, "yankee")).isEqualTo(FAIL);
    assertThat(in(before, "agent: xray", "agent: yankee")).isEqualTo(PASS);
    assertThat(in(before, "agent: yankee", "agent: xray")).isEqualTo(FAIL);
  }

  @Test
  void after_needs_the_other() {
    String after = "{ cue: x, after: y }";
    assertThat(alone(after, "xray then yankee")).isEqualTo(FAIL);
    assertThat(alone(after, "yankee then xray")).isEqualTo(PASS);
    assertThat(alone(after, "xray")).isEqualTo(FAIL);
    assertThat(in(after, "agent: yankee", "agent: xray")).isEqualTo(PASS);
  }

  @Test
  void within_sentences_in_either_direction() {
    String within = "{ cue: x, within: 1 sentence of y }";
    assertThat(alone(within, "One xray yankee.")).isEqualTo(PASS);
    assertThat(alone(within, "One xray. Then yankee.")).isEqualTo(PASS);
    assertThat(alone(within, "One yankee. Then xray.")).isEqualTo(PASS);
    assertThat(alone(within, "One yankee. Then this. Then xray.")).isEqualTo(FAIL);
    assertThat(alone(within, "One yankee. This. So xray. This. This. Then yankee."))
        .isEqualTo(FAIL);
    assertThat(alone("{ cue: x, within: 2 sentences of y }", "Yankee. Then this. Then xray."))
        .isEqualTo(PASS);
    assertThat(in(within, "agent: yankee", "agent: xray")).isEqualTo(PASS);
    assertThat(alone(within, "xray")).isEqualTo(FAIL);
  }

  @Test
  void same_is_the_same_entry_of_a_list() {
    String same = "{ cue: named, same: feeling as felt }";
    assertThat(in(same, "customer: I am sad", "agent: you are sad")).isEqualTo(PASS);
    assertThat(in(same, "customer: I am sad", "agent: you are angry")).isEqualTo(FAIL);
    assertThat(in(same, "customer: I am let down", "agent: You’re LET DOWN")).isEqualTo(PASS);
    assertThat(in(same, "customer: hm", "agent: you are angry")).isEqualTo(FAIL);
    assertThat(in(same, "customer: I am sad", "agent: hm", "customer: hm", "agent: you are sad"))
        .isEqualTo(PASS);
    assertThat(in(same, "customer: I am it’s over", "agent: you are sad")).isEqualTo(FAIL);
    assertThat(in(same, "customer: I am it is over", "agent: you are it's over")).isEqualTo(PASS);
  }

  @Test
  void same_of_a_phrase_is_the_phrases_name() {
    String same = "{ cue: named, same: worry as felt }";
    assertThat(in(same, "customer: my concern", "agent: your worry")).isEqualTo(PASS);
    assertThat(in(same, "customer: I am sad", "agent: your worry")).isEqualTo(FAIL);
  }

  @Test
  void all_keys_must_hold_of_the_same_hit() {
    String both = "{ cue: x, position: first-sentence, after: y }";
    assertThat(alone(both, "Say xray. A yankee. And xray.")).isEqualTo(FAIL);
    assertThat(alone(both, "A yankee xray. And that.")).isEqualTo(PASS);
  }

  // Emotions

  @Test
  void emotion_at_least() {
    String any = "{ emotion: anger, turn: previous }";
    assertThat(in(any, "customer: so I was cross", "agent: hi")).isEqualTo(PASS);
    assertThat(in(any, "customer: hm", "agent: hi")).isEqualTo(FAIL);
    String strong = "{ emotion: anger, at-least: 0.9, turn: previous }";
    assertThat(in(strong, "customer: I was livid", "agent: hi")).isEqualTo(PASS);
    assertThat(in(strong, "customer: I was cross", "agent: hi")).isEqualTo(FAIL);
    assertThat(alone(strong, "hi")).isEqualTo(UNKNOWN);
    String exact = "{ emotion: anger, at-least: 0.4, turn: previous }";
    assertThat(in(exact, "customer: I was cross", "agent: hi")).isEqualTo(PASS);
  }

  @Test
  void emotion_any_and_families() {
    String any = "{ emotion: any, turn: previous }";
    assertThat(in(any, "customer: I was glad", "agent: hi")).isEqualTo(PASS);
    String negative = "{ family-of: negative, turn: previous }";
    assertThat(in(negative, "customer: I was glad", "agent: hi")).isEqualTo(FAIL);
    assertThat(in(negative, "customer: I was cross", "agent: hi")).isEqualTo(PASS);
    String heat = "{ emotion: any, family-of: heat, turn: previous }";
    assertThat(in(heat, "customer: I was cross", "agent: hi")).isEqualTo(PASS);
    assertThat(in(heat, "customer: I was glad", "agent: hi")).isEqualTo(FAIL);
  }

  @Test
  void emotion_rising_by_15_hundredths() {
    String rising = "{ emotion: anger, rising: true }";
    assertThat(in(rising, "customer: cross", "agent: a", "customer: livid", "agent: b"))
        .isEqualTo(PASS);
    assertThat(in(rising, "customer: livid", "agent: a", "customer: livid", "agent: b"))
        .isEqualTo(FAIL);
    assertThat(in(rising, "customer: livid", "agent: a", "customer: cross", "agent: b"))
        .isEqualTo(FAIL);
    assertThat(in(rising, "customer: hm", "agent: a", "customer: cross", "agent: b"))
        .isEqualTo(PASS);
    assertThat(in(rising, "customer: livid", "agent: b")).isEqualTo(UNKNOWN);
    assertThat(in(rising, "agent: b")).isEqualTo(UNKNOWN);
    assertThat(alone(rising, "b")).isEqualTo(UNKNOWN);
    String both = "{ emotion: anger, rising: true, at-least: 0.8 }";
    assertThat(in(both, "customer: hm", "agent: a", "customer: cross", "agent: b")).isEqualTo(FAIL);
  }

  // Signals and facts

  @Test
  void signals() {
    String five = "one two three four five";
    assertThat(alone("{ signal: words, below: 5 }", five)).isEqualTo(FAIL);
    assertThat(alone("{ signal: words, below: 6 }", five)).isEqualTo(PASS);
    assertThat(alone("{ signal: words, above: 5 }", five)).isEqualTo(FAIL);
    assertThat(alone("{ signal: words, above: 4 }", five)).isEqualTo(PASS);
    assertThat(alone("{ signal: words, between: [5, 9] }", five)).isEqualTo(PASS);
    assertThat(alone("{ signal: words, between: [1, 5] }", five)).isEqualTo(PASS);
    assertThat(alone("{ signal: words, between: [6, 9] }", five)).isEqualTo(FAIL);
    assertThat(alone("{ signal: words, above: 2, below: 4 }", five)).isEqualTo(FAIL);
  }

  @Test
  void signals_of_earlier_turns_are_the_customers() {
    String condition = "{ signal: words, above: 3, turn: previous }";
    assertThat(in(condition, "customer: one two three four", "agent: hi")).isEqualTo(PASS);
    assertThat(in(condition, "customer: one", "agent: one two three four")).isEqualTo(FAIL);
    assertThat(alone(condition, "one two three four")).isEqualTo(UNKNOWN);
  }

  @Test
  void a_signal_of_any_turn_is_unknown_where_turns_are_not_known() {
    String condition = "{ signal: words, above: 3, turn: any }";
    assertThat(alone(condition, "one")).isEqualTo(UNKNOWN);
    assertThat(alone(condition, "one two three four")).isEqualTo(PASS);
    assertThat(in(condition, "customer: one", "agent: one")).isEqualTo(FAIL);
    assertThat(in(condition, "customer: one two three four", "agent: one")).isEqualTo(PASS);
  }

  @Test
  void echo_ratio_needs_history() {
    String echo = "{ signal: echo-ratio, above: 0.4 }";
    assertThat(in(echo, "customer: my parcel broke", "agent: your parcel broke")).isEqualTo(PASS);
    assertThat(in(echo, "customer: my parcel broke", "agent: hello there")).isEqualTo(FAIL);
    assertThat(alone(echo, "your parcel broke")).isEqualTo(UNKNOWN);
  }

  @Test
  void facts() {
    assertThat(given("{ fact: tier, is: gold }", "tier", "gold")).isEqualTo(PASS);
    assertThat(given("{ fact: tier, is: gold }", "tier", "tin")).isEqualTo(FAIL);
    assertThat(given("{ fact: tier, is: gold }")).isEqualTo(UNKNOWN);
    assertThat(given("{ fact: tier, is-not: gold }", "tier", "tin")).isEqualTo(PASS);
    assertThat(given("{ fact: tier, is-not: gold }", "tier", "gold")).isEqualTo(FAIL);
    assertThat(given("{ fact: tier, is-not: gold }")).isEqualTo(UNKNOWN);
    assertThat(given("{ fact: tier, in: [gold, tin] }", "tier", "tin")).isEqualTo(PASS);
    assertThat(given("{ fact: tier, in: [gold, tin] }", "tier", "x")).isEqualTo(FAIL);
    assertThat(given("{ fact: tier, in: [gold, tin] }")).isEqualTo(UNKNOWN);
    assertThat(given("{ fact: tier, present: true }", "tier", "x")).isEqualTo(PASS);
    assertThat(given("{ fact: tier, present: true }")).isEqualTo(FAIL);
    assertThat(given("{ fact: tier, present: false }")).isEqualTo(PASS);
    assertThat(given("{ fact: tier, present: false }", "tier", "x")).isEqualTo(FAIL);
  }

  @Test
  void present_does_not_silence_the_other_keys() {
    String gold = "{ fact: tier, is: gold, present: true }";
    assertThat(given(gold, "tier", "gold")).isEqualTo(PASS);
    assertThat(given(gold, "tier", "tin")).isEqualTo(FAIL);
    assertThat(given(gold)).isEqualTo(FAIL);
  }

  // Rules

  @Test
  void rule_is() {
    EmpathyEngine engine =
        Engines.of(
            CUES
                + """
                rules:
                  sum-pass: { severity: suggestion, require: { rule: base, is: pass } }
                  sum-fail: { severity: suggestion, require: { rule: base, is: fail } }
                  sum-skip: { severity: suggestion, require: { rule: base, is: skip } }
                  base:
                    severity: suggestion
                    when: { cue: x }
                    require: { all: [ { cue: y }, { fact: tier, is: gold } ] }
                  off-pass: { severity: suggestion, require: { rule: gone, is: skip } }
                  gone: { severity: suggestion, off: true, require: { cue: x } }
                """);
    Conversation gold = Conversation.of(Message.agent("xray yankee")).with("tier", "gold");
    assertThat(sums(engine.assessReply(gold))).containsExactly(PASS, FAIL, FAIL);
    assertThat(sums(engine.assess("xray"))).containsExactly(FAIL, PASS, FAIL);
    assertThat(sums(engine.assess("hello"))).containsExactly(FAIL, FAIL, PASS);
    assertThat(sums(engine.assess("xray yankee"))).containsOnly(UNKNOWN);
    assertThat(engine.assess("xray").rules()).containsEntry("off-pass", PASS);
  }

  private static List<Outcome> sums(Assessment assessment) {
    return List.of(
        assessment.rules().get("sum-pass"),
        assessment.rules().get("sum-fail"),
        assessment.rules().get("sum-skip"));
  }

  // Absence

  @Test
  void absence_is_unknown_in_another_language() {
    String french = "Bonjour madame nous sommes vraiment désolés pour ce long retard xray";
    assertThat(alone("{ cue: x }", french)).isEqualTo(PASS);
    assertThat(alone("{ cue: x, at-most: 2 }", french)).isEqualTo(UNKNOWN);
    assertThat(alone("{ cue: x, exactly: 1 }", french)).isEqualTo(UNKNOWN);
    assertThat(alone("{ cue: y }", french)).isEqualTo(UNKNOWN);
    assertThat(alone("{ missing: y }", french)).isEqualTo(UNKNOWN);
    assertThat(alone("{ missing: x }", french)).isEqualTo(FAIL);
  }

  @Test
  void absence_is_unknown_in_what_was_cut() {
    String cut = "xray " + " ".repeat(1 << 20);
    assertThat(alone("{ cue: x }", cut)).isEqualTo(PASS);
    assertThat(alone("{ cue: y }", cut)).isEqualTo(UNKNOWN);
    assertThat(alone("{ cue: x, at-most: 1 }", cut)).isEqualTo(UNKNOWN);
    assertThat(alone("{ cue: x, at-most: 0 }", cut)).isEqualTo(FAIL);
  }

  @Test
  void a_signal_of_what_was_cut_is_known_where_more_text_could_not_change_it() {
    String cut = "xray is it? " + " ".repeat(1 << 20);
    assertThat(alone("{ signal: words, above: 2 }", cut)).isEqualTo(PASS);
    assertThat(alone("{ signal: words, above: 3 }", cut)).isEqualTo(UNKNOWN);
    assertThat(alone("{ signal: words, below: 4 }", cut)).isEqualTo(UNKNOWN);
    assertThat(alone("{ signal: words, below: 3 }", cut)).isEqualTo(FAIL);
    assertThat(alone("{ signal: words, between: [1, 2] }", cut)).isEqualTo(FAIL);
    assertThat(alone("{ signal: words, between: [3, 9] }", cut)).isEqualTo(UNKNOWN);
    assertThat(alone("{ signal: words, between: [5, 9] }", cut)).isEqualTo(UNKNOWN);
    assertThat(alone("{ signal: questions, below: 1 }", cut)).isEqualTo(FAIL);
    assertThat(alone("{ signal: links, below: 1 }", cut)).isEqualTo(UNKNOWN);
    assertThat(alone("{ signal: caps-ratio, below: 0.5 }", cut)).isEqualTo(UNKNOWN);
    String condition = "{ signal: words, below: 4 }";
    assertThat(in(condition, "agent: " + cut, "agent: so")).isEqualTo(FAIL);
    assertThat(in(condition, "customer: " + cut, "agent: so")).isEqualTo(PASS);
  }

  @Test
  void the_reason_says_whether_this_turn_or_what_came_before_is_not_known() {
    String cut = "hm " + " ".repeat(1 << 20);
    assertThat(reason("{ cue: x }", cut)).isEqualTo("part of what was written is not known");
    assertThat(reason("{ signal: words, below: 9 }", cut))
        .isEqualTo("part of what was written is not known");
    assertThat(reason("{ cue: z, turn: previous }", "hm"))
        .isEqualTo("what was written before is not known");
    assertThat(reason("{ emotion: anger, rising: true }", cut))
        .isEqualTo("what was written before is not known");
    assertThat(reason("{ fact: tier, is: gold }", cut)).isEqualTo("the fact tier was not given");
  }

  private static String reason(String condition, String text) {
    return engine(condition).assess(text).notEvaluated().get(0).reason();
  }

  // Borders

  @Test
  void within_counts_sentences_in_both_directions_up_to_its_number() {
    for (int n = 1; n <= 3; n++) {
      String within = "{ cue: x, within: " + n + " sentences of y }";
      for (int apart = 0; apart <= 4; apart++) {
        String between = apart == 0 ? " and " : ". " + "Then. ".repeat(apart - 1);
        Outcome expected = apart <= n ? PASS : FAIL;
        assertThat(alone(within, "So xray" + between + "so yankee.")).isEqualTo(expected);
        assertThat(alone(within, "So yankee" + between + "so xray.")).isEqualTo(expected);
      }
    }
    assertThat(
            in("{ cue: x, within: 1 sentence of y }", "agent: yankee", "agent: hm", "agent: xray"))
        .as("messages of one turn are sentences that follow each other")
        .isEqualTo(FAIL);
    assertThat(
            in(
                "{ cue: x, within: 1 sentence of y }",
                "agent: yankee",
                "customer: hm",
                "agent: xray"))
        .as("in the judged turn only")
        .isEqualTo(FAIL);
  }

  @Test
  void closing_and_opening_count_written_words() {
    String twenty = "you’re ".repeat(19);
    assertThat(alone("{ cue: x, position: opening }", twenty + "xray")).isEqualTo(PASS);
    assertThat(alone("{ cue: x, position: opening }", twenty + "you’re xray")).isEqualTo(FAIL);
    assertThat(alone("{ cue: x, position: closing }", "so xray " + twenty)).isEqualTo(PASS);
    assertThat(alone("{ cue: x, position: closing }", "so xray " + twenty + "!? you’re"))
        .isEqualTo(FAIL);
    assertThat(
            alone("{ cue: x, position: closing }", "😡 ".repeat(30) + "xray " + "😡 ".repeat(19)))
        .as("a face is a word")
        .isEqualTo(PASS);
    assertThat(alone("{ cue: x, position: closing }", "xray " + "? ".repeat(40))).isEqualTo(PASS);
    assertThat(alone("{ cue: x, position: opening }", "> quoted ".repeat(30) + "\nxray"))
        .as("what is masked is no word")
        .isEqualTo(PASS);
  }

  @Test
  void a_mention_that_does_not_lead_is_a_word() {
    String opening = "{ cue: x, position: opening }";
    assertThat(alone(opening, "the @acme " + "the ".repeat(17) + "xray")).isEqualTo(PASS);
    assertThat(alone(opening, "the @acme " + "the ".repeat(18) + "xray")).isEqualTo(FAIL);
  }

  @Test
  void exactly_per_sentence_is_the_fullest_sentence() {
    String condition = "{ cue: x, exactly: 2, per: sentence }";
    assertThat(alone(condition, "xray. xray xray. hm.")).isEqualTo(PASS);
    assertThat(alone(condition, "xray. xray.")).isEqualTo(FAIL);
    assertThat(alone(condition, "xray xray xray.")).isEqualTo(FAIL);
  }

  @Test
  void per_100_words_at_the_border() {
    String condition = "{ cue: x, at-least: 1, per: 100-words }";
    assertThat(alone(condition, "xray " + "the ".repeat(99))).isEqualTo(PASS);
    assertThat(alone(condition, "xray " + "the ".repeat(100))).isEqualTo(FAIL);
    String exactly = "{ cue: x, exactly: 1, per: 100-words }";
    assertThat(alone(exactly, "xray xray " + "the ".repeat(198))).isEqualTo(PASS);
    assertThat(alone(exactly, "xray xray " + "the ".repeat(197))).isEqualTo(FAIL);
    assertThat(in(exactly, "agent: xray", "agent: xray " + "the ".repeat(198)))
        .as("of the turn")
        .isEqualTo(PASS);
  }

  @Test
  void per_message_counts_the_turn() {
    String condition = "{ cue: x, at-least: 2, per: message }";
    assertThat(in(condition, "agent: xray", "agent: xray")).isEqualTo(PASS);
    assertThat(alone(condition, "xray")).isEqualTo(FAIL);
  }

  @Test
  void last_3_of_a_side_are_its_turns_whoever_writes_between() {
    String theirs = "{ cue: z, turn: last-3 }";
    String[] lines = {
      "customer: zulu",
      "bot: a",
      "customer: hm",
      "agent: b",
      "system: zulu",
      "supervisor: c",
      "customer: hm",
      "customer: more",
      "bot: d",
      "customer: hm",
      "agent: e"
    };
    assertThat(in(theirs, lines)).as("zulu is the fourth last").isEqualTo(FAIL);
    lines[2] = "agent: hm";
    assertThat(in(theirs, lines)).as("bot and agent are one turn").isEqualTo(PASS);
    String own = "{ cue: x, turn: last-3 }";
    String[] ours = {
      "bot: xray",
      "customer: a",
      "agent: b",
      "bot: b",
      "customer: c",
      "supervisor: d",
      "customer: e",
      "agent: f",
      "customer: g",
      "agent: xray"
    };
    assertThat(in(own, ours)).as("the judged one is not among them").isEqualTo(FAIL);
    ours[2] = "agent: xray";
    assertThat(in(own, ours)).isEqualTo(PASS);
  }

  @Test
  void last_3_may_be_fewer() {
    assertThat(in("{ cue: z, turn: last-3 }", "customer: zulu", "agent: a")).isEqualTo(PASS);
    assertThat(in("{ cue: z, turn: last-3 }", "customer: hm", "agent: a")).isEqualTo(FAIL);
    assertThat(in("{ cue: z, turn: last-3 }", "agent: a")).isEqualTo(FAIL);
  }

  @Test
  void any_is_all_earlier_turns_and_this_one() {
    String theirs = "{ cue: z, turn: any, at-least: 3 }";
    assertThat(
            in(
                theirs,
                "customer: zulu",
                "agent: a",
                "customer: zulu zulu",
                "customer: a",
                "agent: b"))
        .isEqualTo(PASS);
    String either = "{ cue: both, turn: any, exactly: 3 }";
    assertThat(in(either, "customer: bravo", "agent: bravo", "customer: a", "agent: bravo"))
        .isEqualTo(PASS);
  }

  @Test
  void before_and_after_compare_where_hits_begin() {
    assertThat(alone("{ cue: both, before: both }", "bravo bravo")).isEqualTo(FAIL);
    assertThat(alone("{ cue: both, after: both }", "bravo bravo")).isEqualTo(PASS);
    assertThat(alone("{ cue: x, at-least: 2, before: y }", "xray xray yankee xray"))
        .isEqualTo(PASS);
    assertThat(alone("{ cue: x, at-least: 3, before: y }", "xray xray yankee xray"))
        .isEqualTo(FAIL);
    assertThat(alone("{ missing: x, before: y }", "yankee xray")).isEqualTo(PASS);
    assertThat(alone("{ missing: x, before: y }", "xray yankee")).isEqualTo(FAIL);
  }

  @Test
  void at_least_of_holds_at_k_and_is_false_below_it() {
    String two =
        "{ at-least-of: 2, of: [ { cue: x }, { cue: y }, { fact: tier, is: gold }, { cue: both } ] }";
    assertThat(alone(two, "xray yankee")).isEqualTo(PASS);
    assertThat(alone(two, "xray bravo")).isEqualTo(PASS);
    assertThat(alone(two, "xray")).as("one true, one unknown").isEqualTo(UNKNOWN);
    assertThat(alone(two, "hm")).as("none true, one unknown").isEqualTo(FAIL);
  }

  @Test
  void a_rise_is_15_hundredths_and_no_less() {
    String rules =
        "rules:\n  r: { severity: suggestion, require: { family-of: bad, rising: true } }\n";
    for (int strength = 50; strength <= 60; strength++) {
      EmpathyEngine engine =
          Engines.of(
              "emotions: { a: [bad], b: [bad] }\ncues:\n"
                  + "  low: { who: customer, emotion: a, strength: 0.4, match: [low] }\n"
                  + "  high: { who: customer, emotion: b, strength: 0."
                  + strength
                  + ", match: [high] }\n"
                  + rules);
      Conversation rising =
          Conversation.of(
              Engines.messages(
                  "customer: low", "agent: a", "customer: high", "customer: hm", "agent: b"));
      assertThat(engine.assessReply(rising).rules().get("r"))
          .as("0.%s", strength)
          .isEqualTo(strength >= 55 ? PASS : FAIL);
    }
  }

  @Test
  void emotions_of_other_turns() {
    String[] lines = {"customer: livid", "agent: a", "customer: cross", "agent: b"};
    assertThat(in("{ emotion: anger, at-least: 0.9, turn: previous }", lines)).isEqualTo(FAIL);
    assertThat(in("{ emotion: anger, at-least: 0.9, turn: last-3 }", lines)).isEqualTo(PASS);
    assertThat(in("{ emotion: anger, at-least: 0.9, turn: first }", lines)).isEqualTo(PASS);
    assertThat(in("{ emotion: anger, at-least: 0.91, turn: any }", lines)).isEqualTo(FAIL);
    assertThat(
            in(
                "{ emotion: anger, at-least: 0.9, turn: previous }",
                "customer: livid",
                "customer: cross",
                "agent: b"))
        .as("the strongest message of the turn")
        .isEqualTo(PASS);
  }

  @Test
  void same_compares_entries_and_not_spelling() {
    String same = "{ cue: named, same: feeling as felt }";
    assertThat(in(same, "customer: I AM SAD. I am angry.", "agent: you are angry")).isEqualTo(PASS);
    assertThat(in(same, "agent: you are sad", "customer: I am sad", "agent: hm")).isEqualTo(FAIL);
    assertThat(alone(same, "you are sad"))
        .as("what the customer said is not known")
        .isEqualTo(UNKNOWN);
    assertThat(alone(same, "hm")).as("nothing is named here").isEqualTo(FAIL);
    assertThat(alone("{ missing: named, same: feeling as felt }", "you are sad"))
        .isEqualTo(UNKNOWN);
    assertThat(alone("{ cue: named, same: feeling as named }", "you are sad, you are sad"))
        .as("it is said here, whatever was said before")
        .isEqualTo(PASS);
  }

  // Signals

  @Test
  void each_signal_by_name() {
    Map<String, Number> signals =
        engine("{ cue: x }")
            .assess(
                "Hi! I'M here... is it OK?? See www.x.org 😡 :)\n- one two three four five six seven\n- WOW!!!")
            .signals();
    assertThat(signals)
        .containsEntry("words", 18)
        .containsEntry("sentences", 5)
        .containsEntry("longest-sentence-words", 7)
        .containsEntry("caps-ratio", 0.191)
        .containsEntry("exclamation-run", 3)
        .containsEntry("ellipsis", 1)
        .containsEntry("questions", 1)
        .containsEntry("list-items", 2)
        .containsEntry("emoji", 2)
        .containsEntry("links", 1)
        .doesNotContainKey("echo-ratio");
  }

  @Test
  void echo_ratio_counts_content_words_amounts_and_dates() {
    assertThat(echo("my parcel of 12/05 for $30 broke", "so the $30 and the 12/05")).isEqualTo(1.0);
    assertThat(echo("my parcel of 12/05 for $30 broke", "the parcel and €30, 30 or 12/06"))
        .isEqualTo(0.25);
    assertThat(echo("the it is of", "the it is of")).as("no content").isEqualTo(0.0);
    assertThat(echo("parcel broke today now", "parcel came late then, sorry, really, Ana"))
        .as("of the shorter, to three places")
        .isEqualTo(0.5);
  }

  private static double echo(String customer, String agent) {
    return engine("{ cue: x }")
        .assessReply(Conversation.of(Message.customer(customer), Message.agent(agent)))
        .signals()
        .get("echo-ratio")
        .doubleValue();
  }

  // Language

  @Test
  void another_language_is_fewer_than_a_fifth_of_at_least_eight_words() {
    String seven = "uno duo tre quattro cinque sei sette";
    assertThat(alone("{ cue: x }", seven)).as("seven words").isEqualTo(FAIL);
    assertThat(alone("{ cue: x }", seven + " otto")).isEqualTo(UNKNOWN);
    assertThat(alone("{ cue: x }", seven + " the")).as("one of eight").isEqualTo(UNKNOWN);
    assertThat(alone("{ cue: x }", seven + " the the")).as("two of nine").isEqualTo(FAIL);
    String eight = seven + " otto";
    assertThat(alone("{ cue: x }", eight + " the the")).as("two of ten").isEqualTo(FAIL);
    assertThat(alone("{ cue: x }", eight + " nove the the")).as("two of eleven").isEqualTo(UNKNOWN);
    assertThat(alone("{ cue: x }", seven + " 8 9 😡 www.x.org")).as("words only").isEqualTo(FAIL);
  }
}

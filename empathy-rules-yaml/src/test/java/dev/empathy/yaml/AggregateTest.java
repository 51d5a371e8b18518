package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.empathy.Aggregate;
import dev.empathy.AggregateSummary;
import dev.empathy.AggregateSummary.EmotionalLoad;
import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.Detail;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.Rate;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AggregateTest {

  private static final EmpathyEngine ENGINE =
      EmpathyEngine.compile(
          Engines.rubric(
              """
              emotions: { anger: [negative], joy: [positive] }
              cues:
                mad: { who: customer, emotion: anger, strength: 0.8, match: [mad] }
                odd: { who: customer, emotion: anger, strength: 0.3, match: [odd] }
                glad: { who: customer, emotion: joy, strength: 0.9, match: [glad] }
                care: { who: agent, match: [care] }
                rude: { who: agent, match: [rude] }
              dimensions: { warmth: { weight: 1, start: 50 }, tact: { weight: 1, start: 80 } }
              bands: { poor: 0, good: 60 }
              pass-mark: 60
              rules:
                answered:
                  dimension: warmth
                  severity: warning
                  when: { cue: mad, turn: previous }
                  require: { cue: care }
                  pass: { score: +20 }
                  fail: { score: -20 }
                polite: { dimension: tact, severity: warning, forbid: { cue: rude }, fail: { score: -40 } }
                named: { severity: warning, require: { fact: customer-name, is: Ana } }
              routes:
                up: { when: { cue: mad }, to: lead, priority: 1, reason: mad }
              """),
          SelfTest.OFF);

  private static ConversationAssessment assess(String... lines) {
    return ENGINE.assess(Conversation.of(Engines.messages(lines)));
  }

  @Test
  void rates_are_passes_by_opportunities_and_what_was_not_assessed_counts_nowhere() {
    Aggregate aggregate = Aggregate.of(ENGINE);
    aggregate.add(assess("customer: mad", "agent: care"));
    aggregate.add(assess("customer: mad", "agent: rude", "customer: odd glad", "agent: fine"));
    aggregate.add(assess("agent: a part", "agent: the whole"));
    AggregateSummary summary = aggregate.summary();
    assertThat(summary.conversations()).isEqualTo(3);
    assertThat(summary.turns()).isEqualTo(4);
    assertThat(summary.rules().get("answered").passed().passes()).isEqualTo(1);
    assertThat(summary.rules().get("answered").passed().opportunities()).isEqualTo(2);
    assertThat(summary.rules().get("polite").passed()).isEqualTo(Rate.of(3, 4));
    assertThat(summary.rules().get("named").passed()).isEqualTo(Rate.of(0, 0));
    assertThat(summary.rules().get("named").unknown()).isEqualTo(4);
    assertThat(summary.dimensions().get("warmth").score().n()).isEqualTo(2);
    assertThat(summary.dimensions().get("warmth").score().value()).isEqualTo(50.0);
    assertThat(summary.score().n()).isEqualTo(4);
    assertThat(summary.score().value()).isEqualTo((75 + 35 + 80 + 80) / 4.0);
    assertThat(summary.passed()).isEqualTo(Rate.of(3, 4));
    assertThat(summary.bands()).containsExactly(Map.entry("good", 3L), Map.entry("poor", 1L));
    assertThat(summary.customerMessages()).isEqualTo(3);
    assertThat(summary.load()).isEqualTo(new EmotionalLoad(2, 1.6));
    assertThat(summary.emotions().get("anger").value()).isEqualTo(0.633);
    assertThat(summary.emotions().get("anger").n()).isEqualTo(3);
    assertThat(summary.routes()).containsExactly(Map.entry("up", 2L));
  }

  @Test
  void nothing_gives_no_mean_and_no_rate() {
    AggregateSummary empty = Aggregate.of(ENGINE).summary();
    assertThat(empty.score().value()).isNull();
    assertThat(empty.passed().value()).isNull();
    assertThat(empty.passed().low()).isNull();
  }

  /** Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29. */
  @Test
  void the_interval_is_wilsons() {
    assertInterval(Rate.of(81, 263), 0.2553, 0.3662);
    assertInterval(Rate.of(15, 148), 0.0624, 0.1605);
    assertInterval(Rate.of(0, 20), 0, 0.1611);
    assertInterval(Rate.of(1, 29), 0.0061, 0.1718);
    assertThatThrownBy(() -> Rate.of(2, 1)).hasMessageContaining("2 passes of 1");
  }

  private static void assertInterval(Rate rate, double low, double high) {
    assertThat(rate.low()).isCloseTo(low, within(0.0006));
    assertThat(rate.high()).isCloseTo(high, within(0.0006));
  }

  @Provide
  Arbitrary<List<List<String>>> conversations() {
    return Arbitraries.of(
            "customer: mad",
            "customer: odd glad",
            "customer: so",
            "agent: care",
            "agent: rude",
            "bot: so")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .list()
        .ofMaxSize(8);
  }

  @Property(tries = 200)
  void neither_order_nor_grouping_changes_a_digit(
      @ForAll("conversations") List<List<String>> conversations, @ForAll Random random)
      throws Exception {
    List<ConversationAssessment> all =
        conversations.stream().map(lines -> assess(lines.toArray(new String[0]))).toList();
    Aggregate one = Aggregate.of(ENGINE);
    all.forEach(one::add);
    List<ConversationAssessment> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    List<Aggregate> parts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      parts.add(Aggregate.of(ENGINE));
    }
    shuffled.forEach(assessment -> parts.get(random.nextInt(3)).add(assessment));
    Aggregate merged =
        Aggregate.of(ENGINE).merge(parts.get(2)).merge(parts.get(0).merge(parts.get(1)));
    assertThat(merged.summary()).isEqualTo(one.summary());
    ObjectMapper mapper = new ObjectMapper();
    String json = mapper.writeValueAsString(one.summary());
    assertThat(mapper.writeValueAsString(merged.summary())).isEqualTo(json);
    assertThat(mapper.readValue(json, AggregateSummary.class)).isEqualTo(one.summary());
    long opportunities =
        all.stream()
            .flatMap(whole -> whole.turns().stream())
            .map(Assessment::rules)
            .filter(
                rules ->
                    rules.get("answered") == Outcome.PASS || rules.get("answered") == Outcome.FAIL)
            .count();
    long counted =
        one.summary().rules().containsKey("answered")
            ? one.summary().rules().get("answered").passed().opportunities()
            : 0;
    assertThat(counted).isEqualTo(opportunities);
  }

  @Test
  void an_agents_turn_can_be_added_alone() {
    Aggregate aggregate = Aggregate.of(ENGINE);
    aggregate.add(ENGINE.assess("rude"));
    aggregate.add(ENGINE.assess(Message.system("mad")));
    assertThat(aggregate.summary().turns()).isEqualTo(1);
    assertThat(aggregate.summary().conversations()).isZero();
    assertThat(aggregate.summary().customerMessages()).isZero();
  }

  @Test
  void codes_do_not_tell_how_strong_an_emotion_is() {
    Aggregate aggregate = Aggregate.of(ENGINE);
    aggregate.add(ENGINE.at(Detail.CODES).assess(Message.customer("mad")));
    assertThat(aggregate.summary().customerMessages()).isEqualTo(1);
    assertThat(aggregate.summary().routes()).containsEntry("up", 1L);
    assertThat(aggregate.summary().emotions()).isEmpty();
    assertThat(aggregate.summary().load().messages()).isZero();
  }

  @Test
  void channels_are_compared_where_they_are_named() {
    Aggregate aggregate = Aggregate.of(ENGINE);
    aggregate.add(assess("customer: mad", "agent: care"));
    assertThat(aggregate.summary().channelConsistency()).isNull();
    aggregate.add(assess("customer: mad", "agent: care"), "chat");
    assertThat(aggregate.summary().channelConsistency().spread()).as("one channel").isNull();
    Aggregate other = Aggregate.of(ENGINE);
    other.add(assess("customer: mad", "agent: rude", "customer: mad", "agent: care"), "email");
    AggregateSummary summary = aggregate.merge(other).summary();
    assertThat(summary.conversations()).isEqualTo(3);
    assertThat(summary.channelConsistency().channels()).containsOnlyKeys("chat", "email");
    assertThat(summary.channelConsistency().channels().get("chat").score().value()).isEqualTo(75);
    assertThat(summary.channelConsistency().channels().get("email").score().value()).isEqualTo(55);
    assertThat(summary.channelConsistency().channels().get("email").passed())
        .isEqualTo(Rate.of(1, 2));
    assertThat(summary.channelConsistency().spread()).isEqualTo(20);
  }

  @Test
  void rules_of_the_conversation_count_once_for_each() {
    EmpathyEngine engine =
        Engines.of(
            """
            cues: { care: { who: agent, match: [care] } }
            rules:
              cared:
                scope: conversation
                severity: warning
                require: { cue: care }
                examples: [ { agent: care, expect: pass }, { agent: no, expect: fail } ]
            """);
    Aggregate aggregate = Aggregate.of(engine);
    for (String reply : List.of("care", "no")) {
      aggregate.add(
          engine.assess(
              Conversation.of(
                  Engines.messages("customer: a", "agent: b", "customer: c", "agent: " + reply))));
    }
    assertThat(aggregate.summary().rules().get("cared").passed()).isEqualTo(Rate.of(1, 2));
  }
}

package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.EmpathySession;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.SelfTest;
import dev.empathy.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Message by message is the same as in one go, whatever is asked of the conversation. */
class SessionPropertyTest {

  /** Asks for everything that is remembered of earlier turns, in every way. */
  private static final String RULES =
      """
      emotions: { anger: [negative], joy: [positive] }
      words: { thing: [router, parcel] }
      cues:
        mad: { who: customer, match: [mad, furious], emotion: anger, strength: 0.6 }
        glad: { who: customer, match: [glad], emotion: joy }
        concern: { who: customer, match: [my $thing] }
        sorry: { who: agent, match: [sorry] }
        validation: { who: agent, match: [I can see why] }
        named: { who: agent, match: [your $thing] }
        commitment: { who: agent, match: [I will ...1 (send|call|check)] }
        follow-up: { who: agent, match: [as promised] }
        word: { match: [hello] }
      dimensions: { d: { weight: 1, start: 50 } }
      bands: { low: 0, high: 50 }
      pass-mark: 40
      rules:
      """
          + rules("turn", "dimension: d, ")
          + rules("conversation", "")
          + """
            whole-of-turns: { scope: conversation, severity: warning, when: { rule: turn-0, is: fail }, forbid: { rule: conversation-0, is: fail }, fail: { score: -3 } }
            reply-delay: { severity: suggestion, when: { fact: channel, present: true }, forbid: { signal: reply-delay, above: 60 } }
          routes:
            up: { when: { emotion: anger, turn: any, at-least: 0.7 }, to: lead, priority: 1, reason: "$mad" }
            again: { when: { cue: concern, at-least: 3, turn: any }, to: lead, priority: 2, reason: "$count" }
          """;

  private static String rules(String scope, String dimension) {
    List<String> conditions =
        List.of(
            "{ cue: sorry, at-most: 2, turn: any }",
            "{ cue: sorry, at-most: count of concern, per: conversation }",
            "{ cue: sorry, at-most: 1, per: sentence, turn: any }",
            "{ cue: sorry, at-most: 1, per: 100-words, turn: any }",
            "{ cue: validation, before: named, turn: any }",
            "{ cue: sorry, at-least: 2, turn: any, position: opening }",
            "{ cue: sorry, within: 30 seconds of start, turn: any }",
            "{ cue: sorry, within: 1 minute of mad, turn: any }",
            "{ cue: named, same: thing as concern, turn: any }",
            "{ cue: validation, turn: first-2 }",
            "{ cue: sorry, turn: last-3 }",
            "{ emotion: anger, turn: any, at-least: 0.7 }",
            "{ emotion: anger, rising: true }",
            "{ signal: repeated-sentence, above: 0, turn: any }",
            "{ signal: open-commitments, below: 1 }",
            "{ signal: emotion-change, below: 0 }",
            "{ signal: de-escalation, above: 0.1 }",
            "{ signal: acknowledgment-latency, below: 1 }");
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < conditions.size(); i++) {
      rules.append(
          "  %s-%d: { scope: %s, %sseverity: warning, require: %s, pass: { score: +1 }, fail: { score: -2, message: x } }\n"
              .formatted(scope, i, scope, dimension, conditions.get(i)));
    }
    return rules.toString();
  }

  private static final EmpathyEngine ENGINE =
      EmpathyEngine.compile(Engines.rubric(RULES), SelfTest.OFF);

  @Property(tries = 150)
  void message_by_message_is_in_one_go(@ForAll("conversations") List<Message> messages) {
    check(ENGINE, messages);
  }

  @Property(tries = 30)
  void with_the_built_in_rubric_too(@ForAll("conversations") List<Message> messages) {
    check(Engines.BUILT_IN, messages);
  }

  private static void check(EmpathyEngine engine, List<Message> messages) {
    Map<String, String> facts = Map.of("channel", "chat");
    EmpathySession session = engine.session(facts);
    List<Message> soFar = new ArrayList<>();
    Assessment[] last = new Assessment[messages.size()];
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      soFar.add(message);
      Conversation conversation = new Conversation(soFar, facts);
      EmpathySession.Snapshot snapshot = session.snapshot();
      assertThat(snapshot.draft(Message.agent("I will call you. Sorry."))).isNotNull();
      assertThat(session.draft(message)).isEqualTo(engine.assessReply(conversation));
      last[i] = session.add(message);
      assertThat(last[i]).isEqualTo(engine.assessReply(conversation));
      assertThat(snapshot.draft(message)).isEqualTo(last[i]);
    }
    Conversation all = new Conversation(messages, facts);
    assertThat(session.close()).isEqualTo(engine.assess(all));
    engine.assess(all).turns().stream()
        .filter(turn -> turn.status() != Status.PART)
        .forEach(turn -> assertThat(turn).isEqualTo(last[turn.message()]));
  }

  @Provide
  Arbitrary<List<Message>> conversations() {
    Arbitrary<String> text =
        Arbitraries.of(
                "I am mad. ",
                "furious about my router! ",
                "my parcel is late. ",
                "glad. ",
                "sorry ",
                "We are sorry about your parcel. ",
                "I can see why your router matters. ",
                "I will send a parcel. ",
                "I will now check it! ",
                "I have checked. ",
                "As promised, here it is. ",
                "Thank you for writing to us today. ",
                "hello ")
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(pieces -> String.join("", pieces));
    Arbitrary<Message> message =
        Combinators.combine(
                Arbitraries.frequencyOf(
                    Tuple.of(6, Arbitraries.of(Role.CUSTOMER, Role.AGENT)),
                    Tuple.of(1, Arbitraries.of(Role.values()))),
                text)
            .as(Message::of);
    Arbitrary<Integer> pause = Arbitraries.of(-1, 0, 5, 40, 100);
    return Combinators.combine(message, pause)
        .as((one, seconds) -> Map.entry(one, seconds))
        .list()
        .ofMaxSize(9)
        .map(SessionPropertyTest::timed);
  }

  /** Messages with their pauses before them; below 0 the time is not known. */
  private static List<Message> timed(List<Map.Entry<Message, Integer>> pauses) {
    List<Message> messages = new ArrayList<>();
    long now = 0;
    for (Map.Entry<Message, Integer> one : pauses) {
      now += Math.max(0, one.getValue());
      boolean known = one.getValue() >= 0;
      messages.add(known ? one.getKey().withTime(Instant.ofEpochSecond(now)) : one.getKey());
    }
    return messages;
  }
}

package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.empathy.Assessment;
import dev.empathy.Assessment.NotEvaluated;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import dev.empathy.Status;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.RubricException;
import dev.empathy.spi.CueDetector;
import dev.empathy.spi.CueDetector.Span;
import dev.empathy.spi.Extensions;
import dev.empathy.spi.Signal;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Code that fails makes what rests on it unknown, says so, and costs nothing else. */
class FailingExtensionsTest {

  private static final String SECRET = "4111-1111";

  private static final String RUBRIC =
      """
      emotions: { anger: [negative] }
      cues:
        x: { match: [hello], detect: [bad], emotion: anger }
        y: { match: [world] }
      dimensions: { d: { weight: 1, start: 50 } }
      routes:
        route: { when: { cue: x }, to: a, priority: 1, reason: "$x" }
      rules:
        is-there: { severity: error, require: { cue: x } }
        is-missing: { severity: error, require: { missing: x } }
        at-most: { severity: error, require: { cue: x, at-most: 3 } }
        applies: { severity: error, when: { cue: x }, require: { cue: y } }
        forbidden: { severity: error, forbid: { cue: x } }
        feels: { severity: error, require: { emotion: anger } }
        after: { severity: error, require: { cue: y, after: x } }
        before: { severity: error, require: { cue: y, before: x } }
        near: { severity: error, require: { cue: y, within: 1 sentences of x } }
        as-many: { severity: error, require: { cue: y, at-least: count of x } }
        rule: { severity: error, require: { rule: is-there, is: pass } }
        either: { severity: error, require: { any: [ { cue: x }, { cue: y } ] } }
        both: { severity: error, require: { all: [ { cue: x }, { missing: y } ] } }
        other: { severity: error, require: { cue: y } }
      """;

  private static EmpathyEngine engine(CueDetector bad) {
    return EmpathyEngine.compile(
        Engines.rubric(RUBRIC), SelfTest.STRICT, Extensions.NONE.withDetector("bad", bad));
  }

  private static CueDetector throwing(RuntimeException thrown) {
    return (text, writer) -> {
      throw thrown;
    };
  }

  private static CueDetector found(Span... spans) {
    return (text, writer) -> Arrays.asList(spans);
  }

  private static int forever(int depth) {
    return forever(depth + 1) + 1;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of("IllegalStateException", throwing(new IllegalStateException(SECRET))),
        Arguments.of(
            "StackOverflowError", (CueDetector) (text, writer) -> List.of(new Span(0, forever(0)))),
        Arguments.of(
            "NoClassDefFoundError",
            (CueDetector)
                (text, writer) -> {
                  throw new NoClassDefFoundError(SECRET);
                }),
        Arguments.of(
            "AssertionError",
            (CueDetector)
                (text, writer) -> {
                  throw new AssertionError(SECRET);
                }),
        Arguments.of(
            "IOException",
            (CueDetector)
                (text, writer) -> {
                  throw FailingExtensionsTest.<RuntimeException>sneaky(
                      new java.io.IOException(SECRET));
                }),
        Arguments.of("it returned null", (CueDetector) (text, writer) -> null),
        Arguments.of("a span is null", found(new Span(3, 4), null)),
        Arguments.of("a span lies outside the text", found(new Span(-1, 1))),
        Arguments.of("a span lies outside the text", found(new Span(0, 10_000))),
        Arguments.of(
            "a span lies outside the text", found(new Span(0, Integer.MAX_VALUE), new Span(0, 1))),
        Arguments.of("a span is empty", found(new Span(3, 4), new Span(2, 2))),
        Arguments.of("a span is empty", found(new Span(3, 2))),
        Arguments.of("a span splits a surrogate pair", found(new Span(1, 3))),
        Arguments.of("a span splits a surrogate pair", found(new Span(0, 1))),
        Arguments.of(
            "UnsupportedOperationException",
            (CueDetector)
                (text, writer) ->
                    new AbstractList<>() {
                      @Override
                      public Span get(int index) {
                        throw new UnsupportedOperationException(SECRET);
                      }

                      @Override
                      public int size() {
                        return 1;
                      }
                    }));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void its_cue_is_unknown_and_the_rest_stands(String how, CueDetector bad) throws Exception {
    Assessment assessment = engine(bad).assess("😡 hello world " + SECRET);
    String reason = "the detector bad failed: " + how;
    assertThat(assessment.hits("x")).isEmpty();
    assertThat(assessment.hits("y")).hasSize(1);
    assertThat(assessment.emotion("anger")).isZero();
    for (String rule :
        List.of(
            "is-there",
            "is-missing",
            "at-most",
            "applies",
            "forbidden",
            "feels",
            "after",
            "before",
            "near",
            "as-many")) {
      assertThat(assessment.rules()).containsEntry(rule, Outcome.UNKNOWN);
      assertThat(assessment.notEvaluated()).contains(new NotEvaluated(rule, reason));
    }
    assertThat(assessment.rules())
        .containsEntry("rule", Outcome.UNKNOWN)
        .containsEntry("either", Outcome.PASS)
        .containsEntry("both", Outcome.FAIL)
        .containsEntry("other", Outcome.PASS);
    assertThat(assessment.notEvaluated())
        .endsWith(new NotEvaluated(null, "x", reason))
        .extracting(NotEvaluated::reason)
        .noneMatch(one -> one.contains(SECRET));
    assertThat(assessment.status()).isEqualTo(Status.COMPLETE);
    sameInJson(assessment);
  }

  private static void sameInJson(Assessment assessment) throws Exception {
    ObjectMapper two = new ObjectMapper();
    tools.jackson.databind.ObjectMapper three = new tools.jackson.databind.ObjectMapper();
    List<NotEvaluated> all = assessment.notEvaluated();
    String json = two.writeValueAsString(all);
    assertThat(three.writeValueAsString(all)).isEqualTo(json);
    assertThat(two.readValue(json, NotEvaluated[].class)).containsExactlyElementsOf(all);
    assertThat(three.readValue(json, NotEvaluated[].class)).containsExactlyElementsOf(all);
    assertThat(json).contains("{\"cue\":\"x\",\"reason\":");
  }

  @Test
  void what_says_that_the_machine_fails_is_not_hidden() {
    CueDetector bad =
        (text, writer) -> {
          throw new OutOfMemoryError();
        };
    EmpathyEngine engine = engine(bad);
    assertThatThrownBy(() -> engine.assess("hello")).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void a_customers_message_lists_it_and_fires_no_route() {
    Assessment assessment =
        engine(throwing(new IllegalStateException())).assess(Message.customer("hello"));
    assertThat(assessment.routes()).isEmpty();
    assertThat(assessment.notEvaluated())
        .containsExactly(
            new NotEvaluated(null, "x", "the detector bad failed: IllegalStateException"));
  }

  /** Finds nothing, but fails on some texts only, as code does. */
  private static final CueDetector SOMETIMES =
      (text, writer) -> {
        if (text.contains("!")) {
          throw new IllegalStateException();
        }
        return List.of();
      };

  @Test
  void what_other_messages_settle_is_known() {
    EmpathyEngine engine = engine(SOMETIMES);
    ConversationAssessment all =
        engine.assess(Conversation.of(Message.agent("hello world"), Message.agent("well!")));
    Map<String, Outcome> rules = all.turns().get(1).rules();
    assertThat(rules)
        .containsEntry("is-there", Outcome.PASS)
        .containsEntry("forbidden", Outcome.FAIL)
        .containsEntry("at-most", Outcome.UNKNOWN)
        .containsEntry("after", Outcome.PASS)
        .containsEntry("before", Outcome.FAIL)
        .containsEntry("near", Outcome.PASS);
    assertThat(all.turns().get(0).notEvaluated()).isEmpty();
    assertThat(all.turns().get(1).notEvaluated())
        .contains(new NotEvaluated(null, "x", "the detector bad failed: IllegalStateException"));
    assertThat(engine.assess("well").rules()).containsEntry("is-there", Outcome.FAIL);
  }

  @Test
  void an_emotion_that_may_be_stronger_does_not_rise() {
    EmpathyEngine engine =
        EmpathyEngine.compile(
            Engines.rubric(
                """
                emotions: { anger: [negative] }
                cues: { x: { who: customer, match: [hello], detect: [bad], emotion: anger } }
                dimensions: { d: { weight: 1, start: 50 } }
                rules: { rises: { severity: error, require: { emotion: anger, rising: true } } }
                """),
            SelfTest.STRICT,
            Extensions.NONE.withDetector("bad", SOMETIMES));
    for (String first : List.of("hi", "hi!")) {
      Outcome expected = first.equals("hi") ? Outcome.PASS : Outcome.UNKNOWN;
      Conversation conversation =
          Conversation.of(
              Message.customer(first),
              Message.agent("hi"),
              Message.customer("hello"),
              Message.agent("hi"));
      assertThat(engine.assessReply(conversation).rules()).containsEntry("rises", expected);
    }
  }

  @Test
  void an_example_does_not_pass_on_a_detector_that_fails() {
    String body = "cues: { c: { detect: [bad], examples: { misses: [\"Hello.\"] } } }";
    Extensions bad = Extensions.NONE.withDetector("bad", throwing(new IllegalStateException()));
    assertThatThrownBy(() -> EmpathyEngine.compile(Engines.rubric(body), SelfTest.STRICT, bad))
        .isInstanceOf(RubricException.class)
        .hasMessageContaining("the detector bad failed: IllegalStateException");
  }

  // Signals

  static Stream<Arguments> signals() {
    return Stream.of(
        Arguments.of("the signal bad has no value here", (Signal) texts -> Double.NaN),
        Arguments.of(
            "the signal bad failed: its value is infinite",
            (Signal) texts -> Double.NEGATIVE_INFINITY),
        Arguments.of(
            "the signal bad failed: its value is infinite",
            (Signal) texts -> Double.POSITIVE_INFINITY),
        Arguments.of(
            "the signal bad failed: NumberFormatException",
            (Signal) texts -> Integer.parseInt("x")),
        Arguments.of("the signal bad failed: StackOverflowError", (Signal) texts -> forever(0)),
        Arguments.of(
            "the signal bad failed: UnsupportedOperationException",
            (Signal) texts -> texts.remove(0).length()));
  }

  @ParameterizedTest
  @MethodSource("signals")
  void a_signal_that_fails_is_unknown(String reason, Signal bad) {
    EmpathyEngine engine =
        EmpathyEngine.compile(
            Engines.rubric(
                """
                dimensions: { d: { weight: 1, start: 50 } }
                rules:
                  above: { severity: error, require: { signal: bad, above: 0 } }
                  below: { severity: error, require: { signal: bad, below: 0 } }
                  words: { severity: error, require: { signal: words, above: 0 } }
                """),
            SelfTest.STRICT,
            Extensions.NONE.withSignal("bad", bad));
    Conversation two = Conversation.of(Message.agent("hello"), Message.agent("world"));
    for (Assessment assessment : List.of(engine.assess("hello"), engine.assessReply(two))) {
      assertThat(assessment.signals()).doesNotContainKey("bad").containsKey("words");
      assertThat(assessment.rules())
          .containsEntry("above", Outcome.UNKNOWN)
          .containsEntry("below", Outcome.UNKNOWN)
          .containsEntry("words", Outcome.PASS);
      assertThat(assessment.notEvaluated())
          .containsExactly(new NotEvaluated("above", reason), new NotEvaluated("below", reason));
    }
  }
}

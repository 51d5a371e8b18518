package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Limits;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import dev.empathy.Status;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Rubric;
import dev.empathy.spi.CueDetector.Span;
import dev.empathy.spi.Extensions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Over each limit, a step: what was read stands, and what was not is said. */
class EngineLimitsTest {

  private static final String RUBRIC =
      """
      cues:
        a: { match: [a] }
        b: { match: [b] }
        c: { who: customer, match: [c] }
      dimensions: { d: { weight: 1, start: 50 } }
      rules:
        is-there: { severity: error, require: { cue: a } }
        is-missing: { severity: error, require: { missing: b } }
        often: { severity: error, require: { cue: a, at-least: 2, per: sentence } }
        asked: { severity: error, when: { cue: c, turn: previous }, require: { cue: a } }
        asked-first: { severity: error, when: { cue: c, turn: first }, require: { cue: a } }
        asked-once: { severity: error, when: { cue: c, turn: any }, require: { cue: a } }
      """;

  private static EmpathyEngine engine(Limits limits) {
    return EmpathyEngine.compile(Engines.rubric(RUBRIC), SelfTest.STRICT, Extensions.NONE, limits);
  }

  // At assess time

  @Test
  void characters_of_a_message() {
    EmpathyEngine engine = engine(Limits.DEFAULT.withMessageCharacters(3));
    assertThat(engine.assess("a a").status()).isEqualTo(Status.COMPLETE);
    Assessment cut = engine.assess("a a b a");
    assertThat(cut.status()).isEqualTo(Status.TRUNCATED);
    assertThat(cut.hits()).hasSize(2);
    assertThat(cut.rules())
        .containsEntry("is-there", Outcome.PASS)
        .containsEntry("is-missing", Outcome.UNKNOWN);
    assertThat(engine.assess("a 😡").status()).isEqualTo(Status.TRUNCATED);
    assertThat(engine.assess("a 😡").signals()).containsEntry("emoji", 0);
  }

  @Test
  void hits_of_a_message() {
    EmpathyEngine engine = engine(Limits.DEFAULT.withHitsPerMessage(3));
    assertThat(engine.assess("a a a").status()).isEqualTo(Status.COMPLETE);
    Assessment cut = engine.assess("a a a a b");
    assertThat(cut.status()).isEqualTo(Status.TRUNCATED);
    assertThat(cut.hits()).hasSize(3);
    assertThat(cut.rules())
        .containsEntry("often", Outcome.PASS)
        .containsEntry("is-missing", Outcome.UNKNOWN);
  }

  @Test
  void hits_of_phrases_and_detectors_together() {
    Extensions letters =
        Extensions.NONE.withDetector(
            "letters",
            (text, writer) ->
                IntStream.range(0, text.length()).mapToObj(i -> new Span(i, i + 1)).toList());
    EmpathyEngine engine =
        EmpathyEngine.compile(
            Engines.rubric("cues: { a: { match: [a] }, l: { detect: [letters] } }"),
            SelfTest.STRICT,
            letters,
            Limits.DEFAULT.withHitsPerMessage(5));
    Assessment whole = engine.assess("a a");
    assertThat(whole.status()).isEqualTo(Status.COMPLETE);
    assertThat(whole.hits()).hasSize(5);
    Assessment cut = engine.assess("a aaa");
    assertThat(cut.status()).isEqualTo(Status.TRUNCATED);
    assertThat(cut.hits("a")).hasSize(1);
    assertThat(cut.hits("l")).hasSize(4);
    assertThat(engine.assess("a".repeat(3) + " a a a a a a").hits()).hasSize(5);
  }

  @Test
  void messages_of_a_conversation() {
    EmpathyEngine engine = engine(Limits.DEFAULT.withMessagesPerConversation(3));
    Conversation three =
        Conversation.of(Message.customer("c"), Message.agent("a"), Message.customer("c"));
    assertThat(engine.assess(three).status()).isEqualTo(Status.COMPLETE);
    ConversationAssessment cut = engine.assess(three.and(Message.agent("b")));
    assertThat(cut.status()).isEqualTo(Status.TRUNCATED);
    assertThat(cut.turns()).hasSize(3);
    assertThat(cut.turns()).extracting(Assessment::status).containsOnly(Status.COMPLETE);
    assertThat(cut.rules()).containsEntry("is-missing", Outcome.PASS);
  }

  @Test
  void a_turn_that_goes_on_beyond_the_limit_is_not_judged() {
    EmpathyEngine engine = engine(Limits.DEFAULT.withMessagesPerConversation(2));
    ConversationAssessment cut =
        engine.assess(
            Conversation.of(Message.customer("c"), Message.agent("hm"), Message.agent("a")));
    assertThat(cut.status()).isEqualTo(Status.TRUNCATED);
    assertThat(cut.turns().get(1).status()).isEqualTo(Status.PART);
    assertThat(cut.score()).isNull();
    assertThat(cut.findings()).isEmpty();
  }

  @Test
  void of_what_leads_to_a_reply_the_last_messages_are_read() {
    Conversation five =
        Conversation.of(
            Message.customer("c"),
            Message.agent("hm"),
            Message.customer("hm"),
            Message.agent("hm"),
            Message.customer("well"),
            Message.agent("a"));
    Assessment whole = engine(Limits.DEFAULT).assessReply(five);
    assertThat(whole.status()).isEqualTo(Status.COMPLETE);
    assertThat(whole.rules())
        .containsEntry("asked", Outcome.SKIP)
        .containsEntry("asked-first", Outcome.PASS)
        .containsEntry("asked-once", Outcome.PASS);
    Assessment cut = engine(Limits.DEFAULT.withMessagesPerConversation(3)).assessReply(five);
    assertThat(cut.status()).isEqualTo(Status.TRUNCATED);
    assertThat(cut.message()).isEqualTo(5);
    assertThat(cut.rules())
        .containsEntry("is-there", Outcome.PASS)
        .containsEntry("is-missing", Outcome.PASS)
        .containsEntry("asked", Outcome.SKIP)
        .containsEntry("asked-first", Outcome.UNKNOWN)
        .containsEntry("asked-once", Outcome.UNKNOWN);
    Assessment shorter = engine(Limits.DEFAULT.withMessagesPerConversation(2)).assessReply(five);
    assertThat(shorter.rules())
        .as("its first words may be lost")
        .containsEntry("asked", Outcome.UNKNOWN);
  }

  @Test
  void of_a_long_turn_the_last_messages_are_judged() {
    EmpathyEngine engine = engine(Limits.DEFAULT.withMessagesPerConversation(2));
    List<Message> turn = new ArrayList<>(Collections.nCopies(3, Message.agent("a")));
    Assessment cut = engine.assessReply(Conversation.of(turn));
    assertThat(cut.status()).isEqualTo(Status.TRUNCATED);
    assertThat(cut.rules())
        .containsEntry("is-there", Outcome.PASS)
        .containsEntry("is-missing", Outcome.UNKNOWN)
        .containsEntry("asked", Outcome.UNKNOWN);
  }

  // At compile time

  /** Errors of the cue's own phrases; the language's may be over a limit, too. */
  private static List<String> errors(String phrases, Limits limits) {
    Rubric rubric =
        Engines.rubric(
            "words: { w: [one, two, three] }\n"
                + "phrases: { inner: [so $w], outer: [and $inner] }\n"
                + "cues: { a: { match: ["
                + phrases
                + "] } }");
    return EmpathyEngine.check(rubric, SelfTest.OFF, Extensions.NONE, limits).stream()
        .filter(Issue::isError)
        .filter(issue -> issue.path().startsWith("cues.") || issue.path().startsWith("phrases."))
        .map(issue -> issue.code() + " " + issue.path() + ": " + issue.message())
        .toList();
  }

  private static String tooBig(String fact, String bound) {
    return "EMP-1033 cues.a.match[1]: this phrase is too big: " + fact + "; the limit is " + bound;
  }

  @Test
  void length_of_a_phrase() {
    Limits limits = Limits.DEFAULT.withPhraseLength(4);
    assertThat(errors("a b ...1 c", limits)).isEmpty();
    assertThat(errors("a b ...2 c", limits))
        .containsExactly(tooBig("it can cover 5 words", "4 words"));
    String sixty = "a" + " a".repeat(59);
    assertThat(errors(sixty, Limits.DEFAULT)).hasSize(1);
    assertThat(errors(sixty, Limits.DEFAULT.withPhraseLength(60))).isEmpty();
  }

  @Test
  void states_of_a_phrase() {
    Limits limits = Limits.DEFAULT.withPhraseStates(4);
    assertThat(errors("a b c d", limits)).isEmpty();
    assertThat(errors("a b c d e", limits))
        .containsExactly(tooBig("with its names written out it has 5 places", "4 places"));
  }

  @Test
  void width_of_a_phrase() {
    String wide = "a ...5 (b|c d) ...5 (e|f g) ...5 h";
    assertThat(errors(wide, Limits.DEFAULT)).isEmpty();
    assertThat(errors(wide, Limits.DEFAULT.withPhraseWidth(3)))
        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .startsWith("EMP-1033 cues.a.match[1]: this phrase is too big: one text can keep ")
        .endsWith("; the limit is 3 places");
    assertThat(errors("a b c d e f", Limits.DEFAULT.withPhraseWidth(1)))
        .as("one at a time, however long")
        .isEmpty();
  }

  @Test
  void phrases_of_a_rubric() {
    // Its list has three entries, and there are two phrases with names.
    Limits eight = Limits.DEFAULT.withPhrases(8);
    String message = ": more than %d phrases and entries of word lists in one rubric";
    assertThat(errors("a, b, c", eight)).isEmpty();
    assertThat(errors("a, b, c, d", eight))
        .containsExactly("EMP-1033 cues.a.match" + message.formatted(8));
    assertThat(errors("a", Limits.DEFAULT.withPhrases(4)))
        .containsExactly("EMP-1033 phrases.outer" + message.formatted(4));
    assertThat(
            EmpathyEngine.check(
                Engines.rubric("words: { w: [a, b, c] }"),
                SelfTest.OFF,
                Extensions.NONE,
                Limits.DEFAULT.withPhrases(2)))
        .filteredOn(Issue::isError)
        .first()
        .hasToString("test.yaml:5:20 EMP-1033 words.w" + message.formatted(2));
  }

  @Test
  void the_languages_phrases_count() {
    Rubric rubric = Engines.rubric("cues: { a: { match: [a] } }");
    Limits limits = Limits.DEFAULT.withPhrases(1);
    assertThat(EmpathyEngine.check(rubric, SelfTest.OFF, Extensions.NONE, limits))
        .extracting(Issue::path)
        .containsExactly("negators");
  }

  @Test
  void depth_of_brackets_and_names() {
    assertThat(errors("(((a)))", Limits.DEFAULT.withDepth(3))).isEmpty();
    assertThat(errors("((((a))))", Limits.DEFAULT.withDepth(3)))
        .containsExactly("EMP-1033 cues.a.match[1]: more than 3 brackets within brackets");
    assertThat(errors("$outer", Limits.DEFAULT.withDepth(3))).isEmpty();
    assertThat(errors("$outer", Limits.DEFAULT.withDepth(2)))
        .contains("EMP-1033 phrases.outer[1]: names within names, more than 2 deep");
  }

  @Test
  void the_deepest_phrases_leave_room_on_a_small_stack() throws Exception {
    int deep = Limits.DEFAULT.depth();
    StringBuilder body = new StringBuilder("phrases:\n");
    for (int i = 1; i <= deep; i++) {
      String inner = i == deep ? "b c" : "$p" + (i + 1);
      String phrase = "(a|".repeat(deep) + inner + ")".repeat(deep);
      body.append("  p" + i + ": ['" + phrase + "']\n");
    }
    Rubric rubric = Engines.rubric(body + "cues: { a: { match: ['$p1'] } }");
    FutureTask<List<Issue>> check =
        new FutureTask<>(() -> EmpathyEngine.check(rubric, SelfTest.OFF));
    Thread small = new Thread(null, check, "small", 512 << 10);
    small.start();
    assertThat(check.get()).isEmpty();
  }

  @Test
  void limits_travel_with_the_engine() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(engine(Limits.DEFAULT.withMessageCharacters(3)));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      EmpathyEngine copy = (EmpathyEngine) in.readObject();
      assertThat(copy.assess("a a a").status()).isEqualTo(Status.TRUNCATED);
    }
  }
}

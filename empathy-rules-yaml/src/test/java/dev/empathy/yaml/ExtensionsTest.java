package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Hit;
import dev.empathy.Limits;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import dev.empathy.Status;
import dev.empathy.rubric.Issue;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.RubricException;
import dev.empathy.spi.CueDetector;
import dev.empathy.spi.CueDetector.Span;
import dev.empathy.spi.CueDetector.Writer;
import dev.empathy.spi.Extensions;
import dev.empathy.spi.Signal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What code can add to a rubric, by example. */
class ExtensionsTest {

  private static final String RUBRIC =
      """
      cues:
        request:
          who: customer
          match: [need help]
          detect: [acme-request]
          examples:
            hits: ["My order is late. {{Could you please check}}?", "I {{need help}}."]
            misses: ["My order is late."]
      dimensions: { clarity: { weight: 1, start: 50 } }
      rules:
        plain-words:
          dimension: clarity
          severity: error
          when: { cue: request, turn: previous }
          require: { signal: acme-reading-ease, above: 60 }
          pass: { score: +10, praise: "You answered “$request” in plain words." }
          fail: { score: -10, message: "Hard to read." }
      """;

  private static final Extensions EXTENSIONS =
      Extensions.NONE
          .withDetector("acme-request", new RequestDetector())
          .withSignal("acme-reading-ease", new ReadingEase());

  private static final Conversation PLAIN = conversation("The cat sat on the mat.");
  private static final Conversation HARD =
      conversation("Unfortunately circumstances necessitate considerable investigation.");

  private static Conversation conversation(String reply) {
    return Conversation.of(
        Message.customer("My order is late. Could you please check?"), Message.agent(reply));
  }

  private static EmpathyEngine engine(String body, Extensions extensions) {
    return EmpathyEngine.compile(Engines.rubric(body), SelfTest.STRICT, extensions);
  }

  @Test
  void a_signal_measures_the_turn() {
    EmpathyEngine engine = engine(RUBRIC, EXTENSIONS);
    Assessment plain = engine.assessReply(PLAIN);
    assertThat(plain.signals()).containsEntry("acme-reading-ease", 116.145);
    assertThat(plain.rules()).containsEntry("plain-words", Outcome.PASS);
    assertThat(plain.strengths().get(0).because())
        .anySatisfy(
            evidence -> {
              assertThat(evidence.signal()).isEqualTo("acme-reading-ease");
              assertThat(evidence.value()).isEqualTo(116.145);
            });
    Assessment hard = engine.assessReply(HARD);
    assertThat(hard.rules()).containsEntry("plain-words", Outcome.FAIL);
    assertThat(hard.score()).isEqualTo(40);
  }

  @Test
  void a_turn_of_two_messages_is_measured_as_one() {
    Assessment reply =
        engine(RUBRIC, EXTENSIONS)
            .assessReply(PLAIN.and(Message.agent("Unfortunately circumstances necessitate it.")));
    assertThat(reply.issues()).hasSize(1);
    double together =
        new ReadingEase()
            .measure(
                List.of("The cat sat on the mat.", "Unfortunately circumstances necessitate it."));
    assertThat(together).isLessThan(60);
    assertThat(reply.signals().get("acme-reading-ease").doubleValue()).isNotEqualTo(together);
  }

  @Test
  void a_detector_finds_spans() {
    Assessment assessment = engine(RUBRIC, EXTENSIONS).assess(PLAIN).turns().get(0);
    assertThat(assessment.hits("request"))
        .extracting(Hit::text)
        .containsExactly("Could you please check");
    assertThat(assessment.hits("request").get(0).at()).startsWith("test.yaml:");
    assertThat(assessment.hits("request").get(0).captures()).isEmpty();
  }

  @Test
  void spans_that_overlap_count_once_the_first_and_longest() {
    CueDetector detector =
        (text, writer) ->
            List.of(new Span(5, 8), new Span(2, 6), new Span(0, 2), new Span(0, 3), new Span(3, 4));
    Assessment found =
        engine("cues: { c: { detect: [d] } }", Extensions.NONE.withDetector("d", detector))
            .assess("abcdefgh");
    assertThat(found.hits("c")).extracting(Hit::text).containsExactly("abc", "d", "fgh");
  }

  @Test
  void a_phrases_hit_goes_before_a_detectors() {
    Extensions all =
        Extensions.NONE.withDetector("d", (text, writer) -> List.of(new Span(0, text.length())));
    Assessment found =
        engine("cues: { c: { match: [help], detect: [d] } }", all).assess("I need help");
    assertThat(found.hits("c")).extracting(Hit::text).containsExactly("help");
  }

  @Test
  void a_detector_hears_who_wrote_and_not_what_was_quoted() {
    List<String> seen = new ArrayList<>();
    Extensions spy =
        Extensions.NONE.withDetector(
            "spy",
            (text, writer) -> {
              seen.add(writer + ": " + text);
              return List.of();
            });
    EmpathyEngine engine = engine("cues: { c: { detect: [spy] }, n: { match: [no] } }", spy);
    engine.assess(Message.customer("Why 😡?"));
    engine.assess(Message.bot("Hm."));
    engine.assess(Message.supervisor("Oh."));
    engine.assess(Message.agent("Yes.\n> a quoted line\nBye."));
    engine.assess(Message.system("A note."));
    assertThat(seen)
        .containsExactly(
            Writer.CUSTOMER + ": Why 😡?",
            Writer.BOT + ": Hm.",
            Writer.SUPERVISOR + ": Oh.",
            Writer.AGENT + ": Yes.\n" + " ".repeat(15) + "\nBye.");
  }

  @Test
  void a_detector_is_asked_for_the_side_that_its_cue_looks_at() {
    CueDetector never =
        (text, writer) -> {
          throw new IllegalStateException("asked");
        };
    Extensions extensions = Extensions.NONE.withDetector("never", never);
    EmpathyEngine engine = engine("cues: { c: { who: customer, detect: [never] } }", extensions);
    assertThat(engine.assess("Hello").notEvaluated()).isEmpty();
  }

  @Test
  void great_and_small_values_are_shown_as_they_are() {
    Extensions extensions =
        Extensions.NONE
            .withSignal("big", texts -> 1e300)
            .withSignal("long", texts -> 1L << 40)
            .withSignal("minus", texts -> -0.0)
            .withSignal("third", texts -> -1 / 3.0);
    Assessment found = engine("cues: { c: { match: [a] } }", extensions).assess("a");
    assertThat(found.signals())
        .containsEntry("big", 1e300)
        .containsEntry("long", (double) (1L << 40))
        .containsEntry("minus", 0)
        .containsEntry("third", -0.333);
  }

  // Names

  @Test
  void unknown_names_are_errors_that_know_what_is_registered() {
    String body =
        """
        cues: { c: { detect: [acme-requests] } }
        dimensions: { d: { weight: 1, start: 0 } }
        rules: { r: { severity: error, require: { signal: acme-reading-eas, above: 60 } } }
        """;
    List<Issue> issues = EmpathyEngine.check(Engines.rubric(body), SelfTest.STRICT, EXTENSIONS);
    assertThat(issues)
        .filteredOn(Issue::isError)
        .extracting(Issue::code, Issue::hint)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("EMP-1015", "did you mean acme-request?"),
            org.assertj.core.groups.Tuple.tuple("EMP-1014", "did you mean acme-reading-ease?"));
    assertThatThrownBy(() -> engine(body, EXTENSIONS)).isInstanceOf(RubricException.class);
    assertThatThrownBy(() -> Engines.of(RUBRIC)).isInstanceOf(RubricException.class);
  }

  @Test
  void a_name_that_is_built_in_is_refused() {
    CueDetector none = (text, writer) -> List.of();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine(RUBRIC, EXTENSIONS.withDetector("shouting", none)))
        .withMessage("the detector shouting is built in: take another name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine(RUBRIC, EXTENSIONS.withSignal("words", texts -> 0)))
        .withMessage("the signal words is built in: take another name");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                EmpathyEngine.check(
                    Engines.rubric(RUBRIC),
                    SelfTest.OFF,
                    EXTENSIONS.withSignal("echo-ratio", texts -> 0)));
  }

  @Test
  void what_is_reloaded_may_name_them_too(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("acme.yaml");
    Files.writeString(file, Engines.HEAD + "cues: { c: { match: [help] } }");
    ReloadableEngine rubric =
        ReloadableEngine.of(file, EXTENSIONS, Limits.DEFAULT.withMessageCharacters(50));
    Files.writeString(file, Engines.HEAD + RUBRIC);
    assertThat(rubric.reload().kind()).isEqualTo(ReloadableEngine.Reload.Kind.RELOADED);
    assertThat(rubric.engine().assess(PLAIN).turns().get(0).hits("request")).hasSize(1);
    assertThat(rubric.engine().assess("help ".repeat(20)).status()).isEqualTo(Status.TRUNCATED);
  }

  // Travel

  private static byte[] bytes(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static EmpathyEngine copy(EmpathyEngine engine) throws Exception {
    byte[] bytes = bytes(engine);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (EmpathyEngine) in.readObject();
    }
  }

  @Test
  void an_engine_travels_with_its_extensions() throws Exception {
    EmpathyEngine engine = engine(RUBRIC, EXTENSIONS);
    assertThat(copy(engine).assess(PLAIN)).isEqualTo(engine.assess(PLAIN));
  }

  @Test
  void a_lambda_travels_if_it_is_cast() throws Exception {
    Extensions extensions =
        Extensions.NONE
            .withDetector(
                "d", (CueDetector & Serializable) (text, writer) -> List.of(new Span(0, 1)))
            .withSignal("s", (Signal & Serializable) texts -> texts.size());
    Assessment found = copy(engine("cues: { c: { detect: [d] } }", extensions)).assess("abc");
    assertThat(found.hits("c")).extracting(Hit::text).containsExactly("a");
    assertThat(found.signals()).containsEntry("s", 1);
  }

  @Test
  void what_cannot_travel_is_named() {
    Extensions extensions = EXTENSIONS.withSignal("plain-lambda", texts -> 0);
    EmpathyEngine engine = engine(RUBRIC, extensions);
    assertThatThrownBy(() -> bytes(engine))
        .isInstanceOf(NotSerializableException.class)
        .hasMessageContaining("signal plain-lambda is not java.io.Serializable")
        .hasMessageContaining(ExtensionsTest.class.getName());
  }

  // Threads

  @Test
  void many_threads_find_the_same() throws Exception {
    EmpathyEngine engine = engine(RUBRIC, EXTENSIONS);
    Object expected = List.of(engine.assess(PLAIN), engine.assess(HARD));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Object>> results = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        results.add(threads.submit(() -> List.of(engine.assess(PLAIN), engine.assess(HARD))));
      }
      for (Future<Object> result : results) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}

package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.Detail;
import dev.empathy.EmpathyEngine;
import dev.empathy.Finding;
import dev.empathy.Limits;
import dev.empathy.Message;
import dev.empathy.Receipt;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Outcome;
import dev.empathy.rubric.Rubric;
import dev.empathy.spi.Extensions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much of the messages an assessment holds. */
class DetailTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Every kind of thing that an assessment can hold, and words that occur nowhere else. */
  static final EmpathyEngine ENGINE =
      Engines.of(
          """
          words:
            angry-word: { zornful: 0.7, wrathsome: 0.9, ireful: 0.7 }
            upset-word: [vexed, galled]
            day: [Whitsun, Michaelmas]
          phrases:
            promiser: [our warden, we]
            promised: [reimburse you]
          emotions: { anger: [negative] }
          cues:
            anger: { who: customer, emotion: anger, match: [$angry-word, so ...2 $angry-word] }
            apology: { who: agent, match: [pardon us ...3 delay, pardon us], unless: [pardon us nothing] }
            labeling: { who: agent, match: [you seem ...2 $upset-word] }
            next-step: { who: agent, match: [kindly reboot] }
            jargon: { who: agent, replace: { "synergise~": work together, "circle back": call you } }
            named: { who: agent, match: [$customer-name] }
            commitment: { who: agent, match: [$promiser shall ...2 $promised by $day] }
          dimensions:
            acknowledgment: { weight: 3, start: 40 }
            sincerity: { weight: 2.5, start: 80 }
          bands: { poor: 0, fair: 40, good: 60 }
          pass-mark: 60
          facts: [tier, customer-name]
          rules:
            solution-first:
              dimension: acknowledgment
              severity: error
              when: { all: [{ cue: anger, turn: previous }, { emotion: anger, turn: previous, at-least: 0.5 }] }
              require: { cue: labeling, before: next-step }
              pass: { score: +30, praise: You named it (“$labeling”). }
              fail: { score: -30, message: "The customer was angry (“$anger”), $count times.", suggest: Name it. }
            apologised:
              dimension: sincerity
              severity: suggestion
              require: { cue: apology }
              pass: { score: +10, praise: You said “$apology”. }
              fail: { score: -5, message: No apology. }
            plain:
              dimension: sincerity
              severity: warning
              forbid: { cue: jargon }
              fail: { score: -10, message: "“$jargon” is jargon: “$instead” is not." }
            short: { dimension: sincerity, severity: warning, forbid: { signal: words, above: 9 }, fail: { score: -7.5 } }
            gold: { severity: suggestion, when: { fact: tier, is: gold }, forbid: { missing: next-step } }
          responses:
            soothe: { text: You are $anger. Dear $customer-name. }
          routes:
            up: { when: { cue: anger }, to: a lead who cares, priority: 1, reason: They said “$anger”. }
          overrides:
            - for: { channel: sms }
              rules: { short: { off: true } }
          """);

  static final Conversation CONVERSATION =
      Conversation.of(
              Message.customer("This is so utterly zornful, not wrathsome").withId("m1"),
              Message.agent("Pardon us nothing. Let us synergise, Xanthippe.").withId("m2"),
              Message.agent(
                      "Kindly reboot at http://quagmire.example.\n> flummoxed\nYou seem bothersome")
                  .withId("m3"),
              Message.customer("Wrathsome!"),
              Message.agent(
                  "You seem quite vexed. Pardon us for this lamentable delay. Kindly reboot."
                      + " Our warden shall gladly reimburse you by Whitsun."))
          .with("channel", "chat")
          .with("customer-name", "Xanthippe")
          .with("tier", "gold");

  /** Words of the messages that are no words of the rubric's sentences. */
  static final List<String> WORDS =
      List.of(
          "zornful",
          "wrathsome",
          "utterly",
          "pardon",
          "synergise",
          "xanthippe",
          "reboot",
          "quagmire",
          "flummoxed",
          "bothersome",
          "vexed",
          "quite",
          "lamentable",
          "delay",
          "warden",
          "reimburse",
          "whitsun");

  private static List<Object> all(EmpathyEngine engine) {
    List<Object> all = new ArrayList<>();
    all.add(engine.assess(CONVERSATION));
    all.add(engine.explain(CONVERSATION));
    all.add(engine.assessReply(CONVERSATION));
    all.add(engine.explainReply(CONVERSATION));
    for (Message message : CONVERSATION.messages()) {
      all.add(engine.assess(message));
      all.add(engine.explain(message));
    }
    all.add(engine.assess("Pardon us. Kindly reboot"));
    all.add(engine.explain("Pardon us. Kindly reboot"));
    return all;
  }

  @Test
  void the_whole_of_it_holds_the_words() {
    String json =
        MAPPER.valueToTree(ENGINE.explain(CONVERSATION)).toString().toLowerCase(Locale.ROOT);
    // The rest only stand in gaps that no phrase has, in masked regions, or in what was not found.
    assertThat(WORDS)
        .filteredOn(word -> !json.contains(word))
        .containsExactly("quagmire", "flummoxed");
  }

  @ParameterizedTest
  @EnumSource(names = {"SPANS", "CODES"})
  void below_it_there_is_no_word_of_a_message(Detail detail) {
    for (Object assessment : all(ENGINE.at(detail))) {
      each(
          MAPPER.valueToTree(assessment),
          "",
          (path, leaf) -> {
            // What could come next is the rubric's, not the message's.
            if (leaf.isTextual() && !path.endsWith("/expected")) {
              assertThat(leaf.asText().toLowerCase(Locale.ROOT)).as(path).doesNotContain(WORDS);
            }
          });
    }
  }

  @Test
  void sentences_of_the_rubric_quote_nothing_at_spans() {
    Assessment turn = ENGINE.at(Detail.SPANS).assess(CONVERSATION).turns().get(2);
    assertThat(turn.findings())
        .extracting(Finding::explanation)
        .contains(
            "The customer was angry (“…”), 0 times.", "“…” is jargon: “work together” is not.");
    assertThat(ENGINE.at(Detail.SPANS).assess(CONVERSATION).routes().get(0).reason())
        .isEqualTo("They said “…”.");
    assertThat(ENGINE.at(Detail.SPANS).assess(CONVERSATION).turns().get(4).strengths())
        .extracting(Finding::praise)
        .contains("You named it (“…”).");
  }

  @Test
  void what_a_rule_suggests_that_says_nothing_itself_quotes_nothing_either() {
    EmpathyEngine engine =
        Engines.of(
            """
            cues: { jargon: { who: agent, replace: { "circle back": call you } } }
            dimensions: { clarity: { weight: 1, start: 50 } }
            rules: { plain: { dimension: clarity, severity: warning, forbid: { cue: jargon } } }
            """);
    assertThat(engine.assess("I will circle back").advice())
        .isEqualTo("Write “call you” instead of “circle back”.");
    assertThat(engine.at(Detail.SPANS).assess("I will circle back").advice())
        .isEqualTo("Write “call you” instead of “…”.");
    assertThat(engine.at(Detail.CODES).assess("I will circle back").advice()).isEmpty();
  }

  @Test
  void every_string_at_codes_is_an_id_an_enum_a_hash_or_a_version() {
    for (EmpathyEngine engine : List.of(ENGINE, Engines.BUILT_IN)) {
      Set<String> codes = codes(engine.rubric());
      for (Object assessment : all(engine.at(Detail.CODES))) {
        each(
            MAPPER.valueToTree(assessment),
            "",
            (path, leaf) -> {
              if (leaf.isTextual()) {
                assertThat(codes).as(path).contains(leaf.asText());
              }
            });
      }
    }
  }

  /** All strings that there may be, written down apart from the code that leaves the others out. */
  private static Set<String> codes(Rubric rubric) {
    Set<String> codes = new HashSet<>();
    codes.addAll(rubric.cues().keySet());
    codes.addAll(rubric.rules().keySet());
    codes.addAll(rubric.emotions().keySet());
    codes.addAll(rubric.dimensions().keySet());
    codes.addAll(rubric.routes().keySet());
    codes.addAll(rubric.responses().keySet());
    rubric.bands().forEach(band -> codes.add(band.id()));
    codes.addAll(List.of(rubric.id(), rubric.version(), rubric.sha256(), "en"));
    codes.add(ENGINE.assess("").receipt().engine());
    codes.addAll(CONVERSATION.facts().keySet());
    CONVERSATION.messages().forEach(message -> codes.add(String.valueOf(message.id())));
    codes.addAll(List.of("words", "url", "quote"));
    for (Class<? extends Enum<?>> type :
        List.of(
            dev.empathy.Role.class,
            dev.empathy.Status.class,
            dev.empathy.Valence.class,
            Detail.class,
            Finding.Kind.class,
            dev.empathy.Evidence.Part.class,
            dev.empathy.LedgerEntry.Kind.class,
            dev.empathy.SuppressedHit.Reason.class,
            dev.empathy.rubric.Severity.class,
            Outcome.class)) {
      Arrays.stream(type.getEnumConstants())
          .forEach(value -> codes.add(value.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
    return codes;
  }

  @Test
  void numbers_at_codes_are_those_that_judging_makes() {
    Set<String> numbers = new HashSet<>();
    for (Object assessment : all(ENGINE.at(Detail.CODES))) {
      each(
          MAPPER.valueToTree(assessment),
          "",
          (path, leaf) -> {
            if (leaf.isNumber()) {
              numbers.add(path.substring(path.lastIndexOf('/') + 1));
            }
          });
    }
    assertThat(numbers)
        .containsExactlyInAnyOrder(
            "schema",
            "message",
            "score",
            "weight",
            "opportunities",
            "passes",
            "delta",
            "priority",
            "turns");
  }

  /** Nothing is added and nothing changed on the way down, but for sentences that quoted. */
  @ParameterizedTest
  @EnumSource(names = {"SPANS", "CODES"})
  void a_level_only_leaves_out(Detail detail) {
    List<Object> full = all(ENGINE);
    List<Object> less = all(ENGINE.at(detail));
    for (int i = 0; i < full.size(); i++) {
      JsonNode whole = MAPPER.valueToTree(full.get(i));
      each(
          MAPPER.valueToTree(less.get(i)),
          "",
          (path, leaf) -> {
            boolean sentence =
                Set.of("explanation", "suggestion", "praise", "reason")
                    .contains(path.substring(path.lastIndexOf('/') + 1));
            boolean shortened = path.contains("/add/") || path.endsWith("/receipt/detail");
            if (!sentence && !shortened) {
              assertThat(leaf).as(path).isEqualTo(whole.at(path));
            }
          });
    }
  }

  @Test
  void at_codes_an_addition_is_a_cue() {
    Assessment full = ENGINE.explain(CONVERSATION).turns().get(2);
    assertThat(full.toNextBand()).isNotEmpty();
    assertThat(full.toNextBand().get(0).add()).containsExactly("labeling before next-step");
    assertThat(
            ENGINE.at(Detail.CODES).explain(CONVERSATION).turns().get(2).toNextBand().get(0).add())
        .containsExactly("labeling");
  }

  @Test
  void a_strength_that_is_not_told_is_no_number() {
    Assessment full = ENGINE.assess(Message.customer("Wrathsome"));
    Assessment codes = ENGINE.at(Detail.CODES).assess(Message.customer("Wrathsome"));
    assertThat(full.emotion("anger")).isEqualTo(0.9);
    assertThat(codes.emotion("anger")).isNaN();
    assertThat(codes.emotion("joy")).isZero();
    assertThat(full.dominantEmotion()).isEqualTo("anger");
    assertThat(codes.dominantEmotion()).isNull();
  }

  @Test
  void an_engine_keeps_its_level_where_it_travels() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(ENGINE.at(Detail.CODES));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      EmpathyEngine arrived = (EmpathyEngine) in.readObject();
      assertThat(arrived.assess(CONVERSATION))
          .isEqualTo(ENGINE.at(Detail.CODES).assess(CONVERSATION));
    }
  }

  @Test
  void an_engine_can_be_asked_for_another_level_again() {
    ConversationAssessment full = ENGINE.explain(CONVERSATION);
    assertThat(ENGINE.at(Detail.CODES).at(Detail.FULL).explain(CONVERSATION)).isEqualTo(full);
    assertThat(ENGINE.at(Detail.FULL)).isSameAs(ENGINE);
    assertThat(ENGINE.at(Detail.CODES).examples()).hasSameSizeAs(ENGINE.examples());
  }

  @Test
  void as_people_read_it() throws Exception {
    for (Detail detail : List.of(Detail.SPANS, Detail.CODES)) {
      String json =
          MAPPER
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(ENGINE.at(detail).explain(CONVERSATION));
      Golden.check(
          "detail-" + detail.name().toLowerCase(Locale.ROOT) + ".json",
          json.replaceAll("\"sha256\" : \"[0-9a-f]{64}\"", "\"sha256\" : \"…\"") + "\n");
    }
  }

  @Test
  void the_receipt_says_what_is_not_as_usual() {
    Receipt usual = ENGINE.assess("Hi").receipt();
    assertThat(usual.detail()).isEqualTo(Detail.FULL);
    assertThat(usual.explained()).isFalse();
    assertThat(MAPPER.valueToTree(usual).properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("engine", "detail", "explained", "facts", "overrides");
    EmpathyEngine other =
        EmpathyEngine.compile(
            ENGINE.rubric(),
            SelfTest.OFF,
            Extensions.NONE
                .withDetector("b", (text, writer) -> List.of())
                .withDetector("a", (text, writer) -> List.of())
                .withSignal("reading-ease", new ReadingEase()),
            Limits.DEFAULT.withHitsPerMessage(5).withDepth(19));
    Receipt receipt = other.at(Detail.SPANS).explain(CONVERSATION).receipt();
    assertThat(receipt.detail()).isEqualTo(Detail.SPANS);
    assertThat(receipt.explained()).isTrue();
    assertThat(receipt.facts()).containsExactly("channel", "customer-name", "tier");
    assertThat(receipt.detectors()).containsExactly("a", "b");
    assertThat(receipt.signals()).containsExactly("reading-ease");
    assertThat(receipt.limits())
        .containsExactly(Map.entry("hitsPerMessage", 5), Map.entry("depth", 19));
  }

  private static void each(JsonNode node, String path, BiConsumer<String, JsonNode> leaf) {
    if (node.isValueNode()) {
      leaf.accept(path, node);
    }
    int index = 0;
    for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
      each(item, path + "/" + index++, leaf);
    }
    node.properties().forEach(entry -> each(entry.getValue(), path + "/" + entry.getKey(), leaf));
  }
}

package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Finding;
import dev.empathy.FiredRoute;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.Span;
import dev.empathy.SuggestedResponse;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Assessing fails on no text, says where everything stands, and keeps texts to itself. */
class AssessNeverThrowsPropertyTest {

  private static final EmpathyEngine ENGINE = Engines.BUILT_IN;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A word that no rubric lists. */
  private static final String PLANTED = "zanzibar";

  private static final List<String> PIECES =
      List.of(
          "I'm so sorry for the delay. ",
          "I can see why you're upset",
          "I can see why IGNORE ALL PREVIOUS you are upset. ",
          "not ",
          "RIDICULOUS SERVICE!!! ",
          "this is the third time I'm writing ",
          "calm down ",
          "please restart the app within 2 days. ",
          "thank you ",
          "I'll send IGNORE it ",
          "within 2 days we will call you, ",
          "you’ll get a refund by Friday",
          "my order is late ",
          "stopped IGNORE ALL PREVIOUS working ",
          PLANTED + " ",
          "sooooo ",
          "😡",
          "👩‍👩‍👧‍👦",
          "e\u0301\u0301 ",
          "so\u200Brry ",
          "> quoted\n",
          "-- \nsig",
          "[NAME] {{x}} ${y} ",
          "<b>hi</b> http://a.b/c?d=" + PLANTED + " ",
          "@you #1 £5.00 12:30 ",
          "\uD83D",
          "\uDE21",
          "\u0000\u0007\u0085\u2028\u202E",
          "\n\n",
          "…",
          "?!",
          "'",
          "’s ",
          "n't ",
          "“",
          "(",
          "İstanbul ",
          "ﷺ ",
          "日本語のテキスト");

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> anything =
        Arbitraries.chars().all().list().ofMaxSize(80).map(AssessNeverThrowsPropertyTest::join);
    Arbitrary<String> pieces =
        Arbitraries.of(PIECES).list().ofMaxSize(14).map(list -> String.join("", list));
    Arbitrary<String> built =
        Arbitraries.oneOf(pieces, anything).list().ofSize(2).map(list -> String.join("", list));
    return Arbitraries.frequencyOf(Tuple.of(6, pieces), Tuple.of(2, anything), Tuple.of(2, built));
  }

  private static String join(List<Character> chars) {
    StringBuilder out = new StringBuilder();
    chars.forEach(out::append);
    return out.toString();
  }

  @Provide
  Arbitrary<Conversation> conversations() {
    Arbitrary<Message> messages =
        Combinators.combine(Arbitraries.of(Role.class), texts()).as(Message::of);
    return messages.list().ofMinSize(1).ofMaxSize(8).map(Conversation::of);
  }

  @Property(tries = 400)
  void any_text_of_any_role(@ForAll("texts") String text, @ForAll Role role) {
    Message message = Message.of(role, text);
    check(ENGINE.assess(message), List.of(message.text()));
    assertThat(ENGINE.assess(message)).isEqualTo(ENGINE.assess(message));
  }

  @Property(tries = 300)
  void any_conversation(@ForAll("conversations") Conversation conversation)
      throws JsonProcessingException {
    List<String> texts = conversation.messages().stream().map(Message::text).toList();
    Conversation with = conversation.with("channel", "chat").with("customer-name", PLANTED);
    ConversationAssessment whole = ENGINE.assess(with);
    whole.turns().forEach(turn -> check(turn, texts));
    check(ENGINE.assessReply(conversation), texts);
    assertThat(ENGINE.assess(with)).isEqualTo(whole);
    assertThat(MAPPER.writeValueAsBytes(ENGINE.assess(with)))
        .isEqualTo(MAPPER.writeValueAsBytes(whole));
    assertThat(whole.toString() + with + conversation.messages())
        .doesNotContainIgnoringCase(PLANTED);
  }

  private static void check(Assessment assessment, List<String> texts) {
    assessment
        .hits()
        .forEach(hit -> check(hit.span(), hit.text(), texts.get(at(hit.message(), texts))));
    assessment
        .suppressed()
        .forEach(
            hit -> {
              check(hit.span(), hit.text(), texts.get(at(hit.message(), texts)));
              if (hit.by() != null) {
                check(hit.by(), null, texts.get(at(hit.message(), texts)));
              }
            });
    assessment
        .regions()
        .forEach(region -> check(region.span(), null, texts.get(at(assessment.message(), texts))));
    assessment.findings().forEach(finding -> check(finding, texts));
    assessment.routes().forEach(route -> check(route, texts));
    assessment
        .commitments()
        .forEach(
            promise -> {
              check(promise.span(), null, texts.get(at(promise.message(), texts)));
              assertThat(promise.span().in(texts.get(at(promise.message(), texts))))
                  .contains(promise.action());
            });
    String advice = assessment.advice();
    assertThat(advice.codePoints().noneMatch(Character::isISOControl)).isTrue();
    assertThat(advice).doesNotContain("\u2028", "\u2029", "\u202E", "\u200B");
    assertThat(advice).doesNotContainIgnoringCase(PLANTED).doesNotContain("IGNORE", "PREVIOUS");
    assertThat(shown(assessment)).doesNotContainIgnoringCase(PLANTED);
  }

  /** Where a single message is assessed it is the first, whatever it is called. */
  private static int at(int message, List<String> texts) {
    return Math.min(message, texts.size() - 1);
  }

  private static void check(Finding finding, List<String> texts) {
    check(finding.span(), null, texts.get(finding.message()));
    finding
        .because()
        .forEach(
            evidence -> {
              if (evidence.span() != null) {
                check(evidence.span(), evidence.text(), texts.get(evidence.message()));
              }
            });
  }

  private static void check(FiredRoute route, List<String> texts) {
    route
        .because()
        .forEach(
            evidence -> {
              if (evidence.span() != null) {
                check(evidence.span(), evidence.text(), texts.get(evidence.message()));
              }
            });
  }

  private static void check(Span span, String said, String text) {
    assertThat(span.end()).isLessThanOrEqualTo(text.length());
    assertThat(isBorder(text, span.start())).isTrue();
    assertThat(isBorder(text, span.end())).isTrue();
    assertThat(span.cpStart()).isEqualTo(text.codePointCount(0, span.start()));
    assertThat(span.cpEnd()).isEqualTo(text.codePointCount(0, span.end()));
    if (said != null) {
      assertThat(span.in(text)).isEqualTo(said);
    }
  }

  private static boolean isBorder(String text, int offset) {
    boolean inside =
        offset > 0
            && offset < text.length()
            && Character.isHighSurrogate(text.charAt(offset - 1))
            && Character.isLowSurrogate(text.charAt(offset));
    return !inside;
  }

  private static String shown(Assessment assessment) {
    List<Object> all = new ArrayList<>(List.of(assessment));
    all.addAll(assessment.hits());
    all.addAll(assessment.suppressed());
    all.addAll(assessment.findings());
    assessment.findings().forEach(finding -> all.addAll(finding.because()));
    all.addAll(assessment.routes());
    all.addAll(assessment.responses());
    all.addAll(assessment.commitments());
    all.addAll(assessment.emotions());
    all.addAll(assessment.regions());
    all.addAll(assessment.notEvaluated());
    all.addAll(assessment.ledger());
    all.add(assessment.receipt());
    return all.toString();
  }

  @Property(tries = 100)
  void responses_quote_nothing_but_what_the_rubric_lists(
      @ForAll("texts") String customer, @ForAll("texts") String agent) {
    Conversation conversation =
        Conversation.of(Message.customer(customer), Message.agent(agent))
            .with("customer-name", PLANTED);
    List<SuggestedResponse> responses = new ArrayList<>();
    ENGINE.explain(conversation).turns().forEach(turn -> responses.addAll(turn.responses()));
    for (SuggestedResponse response : responses) {
      assertThat(response.text()).doesNotContainIgnoringCase(PLANTED).doesNotContain("IGNORE");
      assertThat(response.text().codePoints().noneMatch(Character::isISOControl)).isTrue();
    }
  }

  @Example
  void the_edges_of_length() {
    for (String text : List.of("", " ", "\n", "a", "\uD83D", "😡", "'")) {
      for (Role role : Role.values()) {
        Message message = Message.of(role, text);
        check(ENGINE.assess(message), List.of(text));
      }
    }
    String astral = "a" + "😡".repeat(1 << 19);
    Assessment cut = ENGINE.assess(Message.customer(astral));
    assertThat(cut.status()).isEqualTo(dev.empathy.Status.TRUNCATED);
    assertThat(cut.hits()).isNotEmpty();
    for (int i = 0; i < cut.hits().size(); i += 997) {
      check(cut.hits().get(i).span(), cut.hits().get(i).text(), astral);
    }
  }

  @Example
  void planted_words_of_gaps_and_prefixes_are_never_quoted() {
    EmpathyEngine engine =
        Engines.of(
            """
            words:
              feeling: [upset, frustrat*]
            cues:
              label: { match: [I can see why ...6 $feeling, apologi*, refund $money, dear $word, "$number"] }
              loud: { detect: [shouting, elongation] }
            rules:
              r:
                severity: error
                forbid: { any: [ { cue: label, at-least: 1 }, { cue: loud } ] }
                fail:
                  message: Not “$label” “${feeling|label}” “$label.last” “$loud”
                  suggest: Not “$label” “${feeling|label}” “$label.last” “$loud”
            """);
    List<String> hostile =
        List.of(
            "I can see why IGNORE ALL PREVIOUS orders upset",
            "I can see why ignore-all you’re frustratIGNORE-ALL-PREVIOUS",
            "apologiIGNOREALLPREVIOUS",
            "apologi-IGNORE-ALL-PREVIOUS-and-say-zanzibar",
            "refund $1 IGNORE dear IGNORE",
            "dear zanzibar",
            "for ZANZIBAR",
            "12345678901234567890 is zanzibar",
            "I CAN SEE WHY IGNORE ALL PREVIOUS UPSET ZANZIBARRR",
            "zanzibaaaar");
    for (String text : hostile) {
      Conversation conversation =
          Conversation.of(Message.agent(text)).with("customer-name", "Zanzibar");
      Assessment assessment = engine.assessReply(conversation);
      assertThat(assessment.advice())
          .as(text)
          .doesNotContainIgnoringCase("IGNORE")
          .doesNotContainIgnoringCase("PREVIOUS")
          .doesNotContainIgnoringCase("zanzib")
          .doesNotContain("1234567890");
    }
    assertThat(engine.assess("I can see why you’re so upset").advice())
        .contains("“I can see why … upset”");
  }

  @Example
  void control_characters_of_the_rubric_itself_stay_out_of_the_advice() {
    EmpathyEngine engine =
        Engines.of(
            "cues: { c: { match: [sorry] } }\n"
                + "rules: { r: { severity: error, forbid: { cue: c }, fail: { message: \"a\\u0085b\\u2028c $c\" } } }");
    assertThat(engine.assess("so\u200Brry").advice()).isEqualTo("a b c sorry.");
  }

  @Example
  void more_hits_than_are_looked_at() {
    EmpathyEngine engine =
        Engines.of(
            """
            cues:
              x: { match: [xray] }
              y: { match: [yankee] }
              loud: { detect: [elongation] }
            rules:
              a: { severity: error, require: { cue: x, at-most: 3, per: sentence } }
              b: { severity: error, require: { cue: x, position: last-sentence } }
              c: { severity: error, require: { cue: x, within: 1 sentence of y } }
              d: { severity: error, require: { cue: loud, position: closing } }
              e: { severity: error, require: { cue: y } }
            """);
    Assessment exact = engine.assess("the xray ".repeat(10_000));
    assertThat(exact.status()).isEqualTo(dev.empathy.Status.COMPLETE);
    assertThat(exact.hits()).hasSize(10_000);
    Assessment cut = engine.assess("the xray ".repeat(10_001));
    assertThat(cut.status()).isEqualTo(dev.empathy.Status.TRUNCATED);
    assertThat(cut.hits()).hasSize(10_000);
    assertThat(cut.rules().get("a")).isEqualTo(dev.empathy.rubric.Outcome.FAIL);
    assertThat(cut.rules().get("e")).isEqualTo(dev.empathy.rubric.Outcome.UNKNOWN);
    assertThat(engine.assess("nooo ".repeat(10_001)).status())
        .isEqualTo(dev.empathy.Status.TRUNCATED);
  }
}

package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The caller's own mapper writes it, be it Jackson 2 or 3, and reads it back. */
class JsonTest {

  private static final ObjectMapper TWO = new ObjectMapper();

  /** Jackson 2 escapes an emoji in UTF-8 unless it is told not to; Jackson 3 writes it as it is. */
  private static final ObjectMapper UTF_8_TWO =
      com.fasterxml.jackson.databind.json.JsonMapper.builder()
          .enable(
              com.fasterxml.jackson.core.json.JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private static final tools.jackson.databind.ObjectMapper THREE =
      new tools.jackson.databind.ObjectMapper();

  private static final EmpathyEngine SMALL =
      Engines.of(
          """
          words:
            angry-word: { ridiculous: 0.7, furious: 0.9 }
          emotions: { anger: [negative] }
          cues:
            anger: { who: customer, emotion: anger, match: [$angry-word, third time] }
            apology: { who: agent, match: [(I am|we are) ...2 sorry, sorry], unless: [sorry not sorry] }
            labeling: { who: agent, match: [I can see why ...3 upset] }
            next-step: { who: agent, match: [please restart] }
          dimensions:
            acknowledgment: { weight: 3, start: 40 }
            sincerity: { weight: 2.5, start: 80 }
            unused: { weight: 1, start: 50 }
          bands: { poor: 0, fair: 40, good: 60 }
          pass-mark: 60
          rules:
            solution-first:
              dimension: acknowledgment
              severity: error
              when: { cue: anger, turn: previous }
              require: { cue: labeling, before: next-step }
              fail: { score: -30, limit-overall: 20, message: The customer was angry (“$anger”)., suggest: Name it. }
            apologised:
              dimension: sincerity
              severity: suggestion
              require: { cue: apology }
              pass: { score: +10, praise: You said “$apology”. }
            by-name: { severity: warning, require: { fact: customer-name, present: true }, when: { fact: tier, is: gold } }
            short: { dimension: sincerity, severity: warning, forbid: { signal: words, above: 3 }, fail: { score: -7.5 } }
          routes:
            up: { when: { emotion: anger, at-least: 0.5 }, to: lead, priority: 1, reason: They said “$anger”. }
          overrides:
            - for: { channel: sms }
              rules: { short: { off: true } }
          """);

  private static final Conversation CONVERSATION =
      Conversation.of(
              Message.customer("😡 This is ridiculous, third time my order is late").withId("m1"),
              Message.agent("😕 I’m sorry for the inconvenience, not sorry.\n> quoted")
                  .withId("m2"),
              Message.agent("Please restart the app at http://a.b"))
          .with("channel", "chat");

  private static String pretty(Object value) throws Exception {
    return TWO.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }

  /** The hash changes with every edit of the language pack; what is found is the point. */
  private static String withoutHash(String json) {
    return json.replaceAll("\"sha256\" : \"[0-9a-f]{64}\"", "\"sha256\" : \"…\"");
  }

  @Test
  void a_small_rubric() throws Exception {
    Golden.check("small.json", withoutHash(pretty(SMALL.assess(CONVERSATION))));
  }

  @Test
  void the_built_in_rubric() throws Exception {
    String json = withoutHash(pretty(Engines.BUILT_IN.assess(CONVERSATION)));
    Golden.check("built-in.json", json.replaceAll("(builtin:[a-z-]+):[0-9]+:[0-9]+", "$1:…"));
  }

  @Test
  void a_small_rubric_explained() throws Exception {
    Golden.check("explained.json", withoutHash(pretty(SMALL.explainReply(CONVERSATION))));
  }

  @Test
  void the_explained_form_says_the_same_and_more() {
    for (EmpathyEngine engine : List.of(SMALL, Engines.BUILT_IN)) {
      Assessment plain = engine.assessReply(CONVERSATION);
      Assessment explained = engine.explainReply(CONVERSATION);
      assertThat(explained.score()).isEqualTo(plain.score());
      assertThat(explained.rules()).isEqualTo(plain.rules());
      assertThat(explained.ledger()).isEqualTo(plain.ledger());
      assertThat(explained.hits()).isEqualTo(plain.hits());
      assertThat(plain.toPass()).isEmpty();
    }
  }

  private static List<Object> all() {
    List<Object> all = new ArrayList<>();
    for (EmpathyEngine engine : List.of(SMALL, Engines.BUILT_IN)) {
      all.add(engine.assess(CONVERSATION));
      all.add(engine.assessReply(CONVERSATION));
      all.add(engine.assess(""));
      all.add(engine.assess("THIS I can see why you’re upset… 1.5% 😡\u0000"));
      all.add(engine.assess(Message.system("note")));
      all.add(engine.assess(Message.customer("I am furious and annoyed, not happy")));
      all.add(engine.assess(Conversation.of()));
      all.add(engine.explain(CONVERSATION));
      all.add(engine.explainReply(CONVERSATION));
      all.add(engine.explain("no"));
      all.add(engine.assess("I'll send it by Friday, and you'll hear from us."));
    }
    return all;
  }

  @Test
  void both_mappers_write_the_same_bytes() throws Exception {
    for (Object value : all()) {
      String three = THREE.writeValueAsString(value);
      assertThat(three).isEqualTo(TWO.writeValueAsString(value));
      assertThat(new String(THREE.writeValueAsBytes(value), StandardCharsets.UTF_8))
          .isEqualTo(three);
      assertThat(new String(UTF_8_TWO.writeValueAsBytes(value), StandardCharsets.UTF_8))
          .isEqualTo(three);
      if (three.codePoints().allMatch(Character::isBmpCodePoint)) {
        assertThat(new String(TWO.writeValueAsBytes(value), StandardCharsets.UTF_8))
            .isEqualTo(three);
      }
    }
  }

  @Test
  void a_broken_surrogate_inside_a_hit_can_be_written() throws Exception {
    Assessment assessment = SMALL.assess("I can see why \uD83D you\uDE21 are upset");
    assertThat(assessment.hits()).hasSize(1);
    assertThat(assessment.hits().get(0).text()).contains("\uD83D");
    assertThat(TWO.writeValueAsBytes(assessment)).isNotEmpty();
    assertThat(THREE.writeValueAsBytes(assessment)).isNotEmpty();
  }

  @Test
  void both_read_back_what_was_written() throws Exception {
    for (Object value : all()) {
      String json = TWO.writeValueAsString(value);
      assertThat((Object) TWO.readValue(json, value.getClass())).isEqualTo(value);
      assertThat((Object) THREE.readValue(json, value.getClass())).isEqualTo(value);
    }
  }

  @Test
  void keys_stand_in_the_order_of_the_contract() throws Exception {
    List<String> contract =
        List.of(
            "schema",
            "id",
            "message",
            "role",
            "rubric",
            "receipt",
            "status",
            "notEvaluated",
            "score",
            "band",
            "passed",
            "dimensions",
            "ledger",
            "emotions",
            "findings",
            "rules",
            "hits",
            "suppressed",
            "signals",
            "toNextBand",
            "toPass",
            "responses",
            "commitments",
            "routes",
            "valence",
            "regions");
    Assessment reply = SMALL.assess(CONVERSATION).turns().get(1);
    Assessment last = SMALL.assess(CONVERSATION).turns().get(2);
    assertThat(keys(TWO.valueToTree(last)))
        .containsExactlyElementsOf(contract.stream().filter(key -> !key.equals("id")).toList());
    assertThat(keys(TWO.valueToTree(reply))).startsWith("schema", "id", "message", "role");
    assertThat(keys(TWO.valueToTree(SMALL.assess(CONVERSATION))))
        .containsExactly(
            "schema",
            "rubric",
            "receipt",
            "status",
            "notEvaluated",
            "score",
            "band",
            "passed",
            "dimensions",
            "ledger",
            "findings",
            "rules",
            "trajectory",
            "deEscalation",
            "latency",
            "replyDelays",
            "commitments",
            "routes",
            "turns");
    JsonNode hit = TWO.valueToTree(SMALL.assess(CONVERSATION).turns().get(0).hits().get(0));
    assertThat(keys(hit))
        .containsExactly("cue", "message", "span", "text", "captures", "strength", "at");
    assertThat(keys(hit.get("span"))).containsExactly("start", "end", "cpStart", "cpEnd");
    JsonNode finding = TWO.valueToTree(last.findings().get(0));
    assertThat(keys(finding))
        .containsExactly(
            "rule",
            "kind",
            "severity",
            "dimension",
            "explanation",
            "suggestion",
            "message",
            "span",
            "because",
            "at");
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void nothing_is_null_and_nothing_derived_is_written() throws Exception {
    for (Object value : all()) {
      check(TWO.valueToTree(value));
    }
  }

  private static void check(JsonNode node) {
    assertThat(node.isNull()).isFalse();
    assertThat(keys(node)).doesNotContain("issues", "strengths", "advice", "empty");
    node.forEach(JsonTest::check);
  }

  @Test
  void readers_ignore_fields_they_do_not_know() throws Exception {
    ConversationAssessment whole = SMALL.assess(CONVERSATION);
    String more = TWO.writeValueAsString(whole).replaceFirst("\\{", "{\"later\":1,");
    assertThat(THREE.readValue(more, ConversationAssessment.class)).isEqualTo(whole);
    ObjectMapper lenient =
        new ObjectMapper()
            .configure(
                com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                false);
    assertThat(lenient.readValue(more, ConversationAssessment.class)).isEqualTo(whole);
  }
}

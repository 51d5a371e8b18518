package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.Detail;
import dev.empathy.EmpathyEngine;
import dev.empathy.Limits;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Cue;
import dev.empathy.rubric.Rubric;
import dev.empathy.rubric.Rule;
import dev.empathy.rubric.Side;
import dev.empathy.spi.Extensions;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is assessed is of the form that the schema promises to those who read it. */
class AssessmentSchemaPropertyTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final URI NAME = URI.create("urn:assessment");
  private static final Validator VALIDATOR = validator();

  private static Validator validator() {
    Validator validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory(MAPPER))
            .createValidator();
    // The validator holds a schema against its draft before it takes it.
    validator.registerSchema(NAME, Assessment.jsonSchema());
    return validator;
  }

  private static void assertValid(Object assessment) {
    JsonNode json = MAPPER.valueToTree(assessment);
    assertThat(VALIDATOR.validate(NAME, json).getErrors())
        .as(json::toString)
        .extracting(error -> error.getInstanceLocation() + " " + error.getError())
        .isEmpty();
  }

  private static boolean isValid(JsonNode json) {
    return VALIDATOR.validate(NAME, json).isValid();
  }

  private static int check(EmpathyEngine engine, Conversation conversation) {
    int checked = 0;
    for (Detail detail : Detail.values()) {
      EmpathyEngine level = engine.at(detail);
      List<Object> all = new ArrayList<>();
      all.add(level.assess(conversation));
      all.add(level.explain(conversation));
      if (!conversation.messages().isEmpty()) {
        all.add(level.assessReply(conversation));
        all.add(level.explain(conversation.messages().get(0)));
      }
      all.forEach(AssessmentSchemaPropertyTest::assertValid);
      checked += all.size();
    }
    return checked;
  }

  /** The conversations that the built-in rubric's authors wrote, of which there are hundreds. */
  @Example
  void over_the_examples_of_the_built_in_rubric() {
    Rubric rubric = Engines.BUILT_IN.rubric();
    int checked = 0;
    for (Rule rule : rubric.rules().values()) {
      for (Rule.Example example : rule.examples()) {
        List<Message> messages = new ArrayList<>();
        if (example.customer() != null) {
          messages.add(Message.customer(example.customer()));
        }
        if (example.agent() != null) {
          messages.add(Message.agent(example.agent()));
        }
        messages.addAll(Engines.messages(example.turns().toArray(String[]::new)));
        checked += check(Engines.BUILT_IN, new Conversation(messages, example.facts()));
      }
    }
    for (Cue cue : rubric.cues().values()) {
      for (Cue.Example example : cue.hits()) {
        String text = example.text().value().replace("{{", "").replace("}}", "");
        Message message = Message.of(cue.who() == Side.AGENT ? Role.AGENT : Role.CUSTOMER, text);
        for (Detail detail : Detail.values()) {
          assertValid(Engines.BUILT_IN.at(detail).assess(message));
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(2000);
  }

  @Example
  void over_conversations_by_hand() {
    check(DetailTest.ENGINE, DetailTest.CONVERSATION);
    check(Engines.BUILT_IN, Invariants.EVERYDAY);
    check(DetailTest.ENGINE, Invariants.EVERYDAY);
    check(DetailTest.ENGINE, Conversation.of());
    check(DetailTest.ENGINE, Conversation.of(Message.system("note"), Message.agent("")));
    EmpathyEngine other =
        EmpathyEngine.compile(
            DetailTest.ENGINE.rubric(),
            SelfTest.OFF,
            Extensions.NONE.withSignal("reading-ease", new ReadingEase()),
            Limits.DEFAULT.withMessageCharacters(30).withMessagesPerConversation(3));
    check(other, DetailTest.CONVERSATION);
  }

  @Provide
  Arbitrary<Conversation> conversations() {
    List<String> pieces =
        List.of(
            "I'm so sorry for the delay. ",
            "I can see why you're upset. ",
            "RIDICULOUS SERVICE!!! ",
            "not angry, just sooooo sad 😡 ",
            "Please restart the app within 2 days. ",
            "calm down ",
            "Thank you. ",
            "> quoted\n",
            "[NAME] {{x}} https://a.example/b ",
            "\uD83D ",
            "Dies ist alles nur auf Deutsch geschrieben, mein Herr. ");
    Arbitrary<String> texts =
        Arbitraries.of(pieces).list().ofMaxSize(6).map(list -> String.join("", list));
    Arbitrary<Message> messages =
        Combinators.combine(Arbitraries.of(Role.class), texts).as(Message::of);
    return messages.list().ofMaxSize(6).map(Conversation::of);
  }

  @Property(tries = 60)
  void over_conversations_that_nobody_wrote(@ForAll("conversations") Conversation conversation) {
    check(Engines.BUILT_IN, conversation.with("channel", "chat"));
  }

  @Example
  void a_line_of_a_conversation_is_of_it_too() {
    ConversationAssessment whole = DetailTest.ENGINE.assess(DetailTest.CONVERSATION);
    ObjectNode assessment = MAPPER.valueToTree(whole);
    assessment.remove("turns");
    ObjectNode line = MAPPER.createObjectNode().put("conversation", "c");
    assertThat(isValid(line)).isFalse();
    line.set("assessment", assessment);
    assertThat(isValid(line)).isTrue();
    assessment.put("score", 101);
    assertThat(isValid(line)).isFalse();
  }

  @Example
  void what_later_versions_add_is_let_through() {
    ObjectNode json = MAPPER.valueToTree(DetailTest.ENGINE.explain(DetailTest.CONVERSATION));
    ((ObjectNode) json.get("turns").get(0)).put("later", true);
    ((ObjectNode) json.get("findings").get(0).get("because").get(0)).put("later", true);
    assertThat(isValid(json)).isTrue();
  }

  /** Else a schema that says nothing would do. */
  @Example
  void what_is_not_of_the_form_is_refused() {
    JsonNode turn =
        MAPPER.valueToTree(DetailTest.ENGINE.explain(DetailTest.CONVERSATION).turns().get(2));
    assertThat(isValid(turn)).isTrue();
    assertThat(isValid(with(turn, "/score", "good"))).isFalse();
    assertThat(isValid(with(turn, "/score", 100.1))).isFalse();
    assertThat(isValid(with(turn, "/schema", 2))).isFalse();
    assertThat(isValid(with(turn, "/role", "AGENT"))).isFalse();
    assertThat(isValid(with(turn, "/rules/short", "failed"))).isFalse();
    assertThat(isValid(with(turn, "/hits/0/span/start", -1))).isFalse();
    assertThat(isValid(with(turn, "/hits/0/captures/x", 1))).isFalse();
    assertThat(isValid(with(turn, "/findings/0/because/0/role", "why"))).isFalse();
    assertThat(isValid(with(turn, "/emotions/0/strength", 0))).isFalse();
    assertThat(isValid(with(turn, "/receipt/detail", "all"))).isFalse();
    assertThat(isValid(with(turn, "/rubric/sha256", "abc"))).isFalse();
    for (String field : List.of("rules", "receipt", "message", "passed", "hits")) {
      assertThat(isValid(((ObjectNode) turn.deepCopy()).without(field))).as(field).isFalse();
    }
  }

  private static JsonNode with(JsonNode node, String path, Object value) {
    ObjectNode copy = node.deepCopy();
    int slash = path.lastIndexOf('/');
    JsonNode parent = copy.at(path.substring(0, slash));
    assertThat(parent instanceof ObjectNode || parent instanceof ArrayNode).as(path).isTrue();
    ((ObjectNode) parent).set(path.substring(slash + 1), MAPPER.valueToTree(value));
    return copy;
  }
}

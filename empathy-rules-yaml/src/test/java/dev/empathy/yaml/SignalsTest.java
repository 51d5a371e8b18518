package dev.empathy.yaml;

import static dev.empathy.rubric.Outcome.FAIL;
import static dev.empathy.rubric.Outcome.PASS;
import static dev.empathy.rubric.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.rubric.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What is measured of a turn, alone and in its conversation. */
class SignalsTest {

  private static final Map<String, EmpathyEngine> ENGINES = new ConcurrentHashMap<>();

  private static final EmpathyEngine PLAIN = Engines.of("cues: { x: { match: [xray] } }\n");

  private static EmpathyEngine engine(String condition) {
    return ENGINES.computeIfAbsent(
        condition,
        c ->
            Engines.of(
                "cues: { x: { match: [xray] } }\nrules:\n  r: { severity: suggestion, require: "
                    + c
                    + " }\n"));
  }

  private static Outcome in(String condition, String... lines) {
    return engine(condition).assessReply(Conversation.of(Engines.messages(lines))).rules().get("r");
  }

  private static String reason(Assessment assessment) {
    assertThat(assessment.rules()).containsEntry("r", UNKNOWN);
    return assessment.notEvaluated().get(0).reason();
  }

  private static Number alone(String signal, String text) {
    return PLAIN.assess(text).signals().get(signal);
  }

  // Readability

  private static final String EASY = "The cat sat on the mat and ran. ".repeat(4);
  private static final String HARD =
      "Notwithstanding aforementioned considerations regarding organisational responsibilities, the"
          + " representative subsequently communicated additional documentation requirements"
          + " concerning international reimbursement eligibility and administrative procedures"
          + " pertaining to the unavailability of the alternatives that the customer requested. ";

  @Test
  void readability_is_flesch_s() {
    // 8 words a sentence, each of one syllable
    assertThat(alone("readability", EASY).doubleValue())
        .isCloseTo(206.835 - 1.015 * 8 - 84.6, within(0.001));
    assertThat(alone("readability", HARD).doubleValue()).isLessThan(-30);
  }

  @Test
  void readability_needs_thirty_words_of_letters() {
    String condition = "{ signal: readability, above: 50 }";
    assertThat(alone("readability", "the ".repeat(29))).isNull();
    assertThat(alone("readability", "the ".repeat(30))).isNotNull();
    assertThat(alone("readability", "the ".repeat(29) + "12 $5 😊 http://a.b")).isNull();
    assertThat(reason(engine(condition).assess("the ".repeat(29))))
        .isEqualTo("the turn has fewer than 30 words");
    assertThat(in(condition, "agent: " + EASY)).isEqualTo(PASS);
    assertThat(in(condition, "agent: " + HARD)).isEqualTo(FAIL);
    String half = "The cat sat on the mat and ran. ".repeat(2);
    assertThat(in(condition, "agent: " + half, "agent: " + half)).as("of the turn").isEqualTo(PASS);
  }

  @Test
  void links_numbers_and_faces_make_nothing_harder() {
    assertThat(alone("readability", EASY + "http://an.example/extraordinarily-complicated 12 😊"))
        .isEqualTo(alone("readability", EASY));
  }

  @Test
  void what_is_hardly_english_is_not_measured() {
    String french =
        "Nous sommes vraiment désolés madame pour ce long retard inacceptable. ".repeat(4);
    Assessment assessment = engine("{ signal: readability, above: 0 }").assess(french);
    assertThat(reason(assessment)).isEqualTo("a message is hardly in the rubric's language");
    assertThat(assessment.signals()).doesNotContainKeys("readability", "formality");
  }

  // Formality

  @Test
  void formality_is_the_share_of_its_markers() {
    assertThat(alone("formality", "The order left on Monday.")).isEqualTo(0);
    assertThat(alone("formality", "Kindly wait.")).isEqualTo(0.333);
    assertThat(alone("formality", "hey, wait")).isEqualTo(-0.333);
    assertThat(alone("formality", "hey, kindly wait")).isEqualTo(0);
    assertThat(alone("formality", "Dear Sir, kindly await our assistance. With regards, Ann"))
        .isEqualTo(0.75);
    assertThat(alone("formality", "")).isNull();
  }

  @Test
  void what_is_familiar() {
    for (String text :
        List.of("gonna", "it's late", "dont go", "sooo late", "late 😊", "late :(", "late!!!")) {
      assertThat(alone("formality", text)).as(text).isEqualTo(-0.333);
    }
    assertThat(alone("formality", "hey!!! 😊 I'm sooo late lol")).isEqualTo(-0.75);
  }

  @Test
  void what_is_not() {
    for (String text : List.of("the customer's order", "Late!", "IT IS A PLACE", "o'clock")) {
      assertThat(alone("formality", text)).as(text).isEqualTo(0);
    }
    assertThat(alone("formality", "We cannot tell")).as("written out").isEqualTo(0.333);
    assertThat(alone("formality", "> hey gonna lol\nThe order left")).as("quoted").isEqualTo(0);
  }

  @Test
  void formality_of_a_turn_and_of_the_one_before() {
    String condition = "{ signal: formality, below: -0.3, turn: previous }";
    assertThat(in(condition, "customer: hey lol", "agent: Dear Sir")).isEqualTo(PASS);
    assertThat(in(condition, "customer: Dear Sir", "agent: hey lol")).isEqualTo(FAIL);
    assertThat(in("{ signal: formality, above: 0.4 }", "agent: Dear Sir,", "agent: regards"))
        .isEqualTo(PASS);
  }

  // Messages in a row

  @Test
  void messages_in_a_row() {
    String condition = "{ signal: messages-in-a-row, above: 2 }";
    assertThat(in(condition, "customer: a", "agent: b", "bot: c", "system: x", "agent: d"))
        .isEqualTo(PASS);
    assertThat(in(condition, "agent: a", "customer: b", "agent: c", "agent: d")).isEqualTo(FAIL);
    assertThat(
            in(
                "{ signal: messages-in-a-row, above: 2, turn: previous }",
                "customer: a",
                "customer: b",
                "customer: c",
                "agent: d"))
        .isEqualTo(PASS);
    assertThat(reason(engine(condition).assess("a")))
        .isEqualTo("what was written before is not known");
  }

  // Repeated sentences

  private static final String THANKS = "Thank you for contacting Acme Support.";

  @Test
  void a_sentence_of_an_earlier_turn_of_the_same_side() {
    String condition = "{ signal: repeated-sentence, above: 0 }";
    assertThat(in(condition, "agent: " + THANKS, "customer: hm", "agent: " + THANKS))
        .isEqualTo(PASS);
    assertThat(in(condition, "customer: " + THANKS, "agent: " + THANKS)).isEqualTo(FAIL);
    assertThat(in(condition, "agent: " + THANKS, "agent: " + THANKS))
        .as("one turn")
        .isEqualTo(FAIL);
    assertThat(in(condition, "agent: " + THANKS + " " + THANKS)).isEqualTo(FAIL);
    assertThat(
            in(
                condition,
                "agent: " + THANKS,
                "customer: a",
                "agent: b",
                "customer: c",
                "agent: " + THANKS))
        .isEqualTo(PASS);
    assertThat(
            in(
                condition,
                "agent: Thank you very much.",
                "customer: a",
                "agent: Thank you very much."))
        .as("too short")
        .isEqualTo(FAIL);
    assertThat(reason(engine(condition).assess(THANKS)))
        .isEqualTo("what was written before is not known");
  }

  @Test
  void nearly_the_same_is_enough() {
    String first = "agent: I have now refunded $5.00 to your card ending in 1234 for the delay.";
    String again = "agent: I have now refunded 12€ to your card ending in 98 for this delay.";
    String other = "agent: I have now asked our courier where the parcel for you is.";
    String condition = "{ signal: repeated-sentence, above: 0 }";
    assertThat(in(condition, first, "customer: hm", again)).isEqualTo(PASS);
    assertThat(in(condition, first, "customer: hm", other)).isEqualTo(FAIL);
  }

  @Test
  void every_repeated_sentence_counts() {
    Conversation conversation =
        Conversation.of(
            Engines.messages(
                "agent: We are looking into this. Please hold the line for me.",
                "customer: hm",
                "agent: We are looking into this. We are looking into this. Please hold the line for me."));
    assertThat(PLAIN.assessReply(conversation).signals()).containsEntry("repeated-sentence", 3);
  }

  @Test
  void each_earlier_turn_is_held_against_those_before_it() {
    String condition = "{ signal: repeated-sentence, above: 0, turn: any }";
    String[] early = {
      "agent: " + THANKS, "customer: a", "agent: " + THANKS, "customer: b", "agent: It is done."
    };
    assertThat(in(condition, early)).isEqualTo(PASS);
    assertThat(in("{ signal: repeated-sentence, above: 0 }", early)).isEqualTo(FAIL);
    String[] customers = {
      "customer: Where is my parcel now?",
      "agent: a",
      "customer: Where is my parcel now?",
      "agent: b"
    };
    assertThat(in(condition, customers)).as("the customer's own").isEqualTo(PASS);
    assertThat(in("{ signal: repeated-sentence, above: 0, turn: previous }", customers))
        .isEqualTo(PASS);
  }

  /** The plain way: of each agent's turn, the sentences that stand in an earlier one of its. */
  @Test
  void what_is_carried_along_is_what_a_new_look_gives() {
    Random random = new Random(7);
    for (int round = 0; round < 40; round++) {
      List<Message> messages = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        StringBuilder text = new StringBuilder();
        for (int sentence = random.nextInt(3); sentence >= 0; sentence--) {
          text.append(sentence(random.nextInt(12))).append(". ");
        }
        messages.add(random.nextBoolean() ? Message.agent(text + "") : Message.customer(text + ""));
      }
      for (Assessment turn : PLAIN.assess(Conversation.of(messages)).turns()) {
        Number counted = turn.signals().get("repeated-sentence");
        if (counted != null) {
          List<Message> until = messages.subList(0, turn.message() + 1);
          assertThat(counted).isEqualTo(repeated(until));
          assertThat(counted)
              .isEqualTo(
                  PLAIN.assessReply(Conversation.of(until)).signals().get("repeated-sentence"));
        }
      }
    }
  }

  private static String sentence(int number) {
    return "alpha%d bravo%d charlie%d delta%d echo%d".replace("%d", "" + (char) ('a' + number));
  }

  private static int repeated(List<Message> messages) {
    int from = messages.size();
    while (from > 0 && messages.get(from - 1).role() == messages.get(messages.size() - 1).role()) {
      from--;
    }
    List<String> said = new ArrayList<>();
    for (Message message : messages.subList(0, from)) {
      if (message.role() == messages.get(messages.size() - 1).role()) {
        said.addAll(List.of(message.text().split("\\. ?")));
      }
    }
    int repeated = 0;
    for (Message message : messages.subList(from, messages.size())) {
      for (String sentence : message.text().split("\\. ?")) {
        repeated += said.contains(sentence) ? 1 : 0;
      }
    }
    return repeated;
  }

  // Echo

  @Test
  void each_turn_echoes_the_one_before_it() {
    String condition = "{ signal: echo-ratio, above: 0.4, turn: any }";
    assertThat(
            in(
                condition,
                "customer: my parcel broke",
                "agent: your parcel broke",
                "customer: the invoice differs",
                "agent: hello there"))
        .as("an earlier turn echoed its own predecessor")
        .isEqualTo(PASS);
    assertThat(
            in(
                condition,
                "agent: hello there",
                "customer: my parcel broke",
                "agent: my parcel parcel",
                "customer: the invoice differs",
                "agent: hello"))
        .isEqualTo(PASS);
    assertThat(
            in(
                condition,
                "customer: the invoice differs",
                "agent: hello there",
                "customer: my parcel broke",
                "agent: that invoice changed"))
        .as("a turn is not held against what stood before another")
        .isEqualTo(FAIL);
  }

  @Test
  void the_customers_turn_echoes_the_agents() {
    String condition = "{ signal: echo-ratio, above: 0.4, turn: previous }";
    assertThat(
            in(condition, "agent: restart the router", "customer: restart router how", "agent: x"))
        .isEqualTo(PASS);
    assertThat(
            in(condition, "agent: hello", "customer: restart router how", "agent: restart router"))
        .isEqualTo(FAIL);
  }

  // What is shown

  @Test
  void signals_that_need_what_came_before_stand_where_an_agents_turn_ends() {
    List<Assessment> turns =
        PLAIN
            .assess(Conversation.of(Engines.messages("customer: a", "agent: b", "agent: c")))
            .turns();
    List<String> names = List.of("echo-ratio", "repeated-sentence", "messages-in-a-row");
    assertThat(turns.get(0).signals()).doesNotContainKeys(names.toArray(String[]::new));
    assertThat(turns.get(1).signals()).doesNotContainKeys(names.toArray(String[]::new));
    assertThat(turns.get(2).signals()).containsKeys(names.toArray(String[]::new));
    assertThat(turns.get(2).signals()).containsEntry("messages-in-a-row", 2);
    assertThat(PLAIN.assess("c").signals()).doesNotContainKeys(names.toArray(String[]::new));
  }

  @Test
  void evidence_gives_the_value() {
    Assessment assessment =
        engine("{ signal: formality, below: -0.9 }").assess(Message.agent("hey you"));
    assertThat(assessment.findings().get(0).because())
        .singleElement()
        .satisfies(
            evidence -> {
              assertThat(evidence.signal()).isEqualTo("formality");
              assertThat(evidence.value()).isEqualTo(-0.333);
            });
  }
}

package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.ConversationAssessment;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import dev.empathy.Status;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bites such engines in production and has no better place among the tests. */
class PitfallsTest {

  private static final Conversation CONVERSATION =
      Conversation.of(
              Message.customer(
                  "Zweiblum here. This is RIDICULOUS!!! Third time my vorpal is late."),
              Message.agent("I’m so sorry about the vorpal, Zweiblum. Please restart it."),
              Message.customer("I am not happy, Quux."),
              Message.agent("We’re sorry for any inconvenience. I understand you are upset."))
          .with("customer-name", "Zweiblum");

  // Personal data

  @Test
  void nothing_of_a_message_is_in_any_to_string() throws Exception {
    ConversationAssessment whole = Engines.BUILT_IN.assess(CONVERSATION);
    List<Object> all = new ArrayList<>();
    gather(whole, all, Collections.newSetFromMap(new IdentityHashMap<>()));
    gather(CONVERSATION, all, Collections.newSetFromMap(new IdentityHashMap<>()));
    assertThat(all).hasSizeGreaterThan(50);
    for (Object one : all) {
      assertThat(one.toString())
          .as(one.getClass().getSimpleName())
          .doesNotContainIgnoringCase("zweiblum")
          .doesNotContainIgnoringCase("ridiculous")
          .doesNotContainIgnoringCase("vorpal")
          .doesNotContainIgnoringCase("third time");
    }
  }

  /** All records of ours within a value, itself too. */
  private static void gather(Object value, List<Object> all, Set<Object> seen) throws Exception {
    if (value instanceof Collection<?> several) {
      for (Object one : several) {
        gather(one, all, seen);
      }
    } else if (value instanceof Map<?, ?> map) {
      gather(map.values(), all, seen);
    } else if (value instanceof Record && seen.add(value)) {
      all.add(value);
      for (RecordComponent part : value.getClass().getRecordComponents()) {
        gather(part.getAccessor().invoke(value), all, seen);
      }
    }
  }

  // The same bytes

  @Test
  void two_engines_and_another_locale_give_the_same_bytes() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    byte[] first = mapper.writeValueAsBytes(Engines.BUILT_IN.assess(CONVERSATION));
    Locale before = Locale.getDefault();
    try {
      // Where an I is lower-cased to a dotless one, and a comma goes before decimals.
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      EmpathyEngine other =
          EmpathyEngine.compile(RubricYaml.builtIn("customer-support"), SelfTest.STRICT);
      assertThat(mapper.writeValueAsBytes(other.assess(CONVERSATION))).isEqualTo(first);
    } finally {
      Locale.setDefault(before);
    }
  }

  // Characters of several units

  /** What a reader sees as one character, in a message in which everything around it is found. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "😡",
        "👩\u200D👩\u200D👧\u200D👦",
        "👍🏽",
        "🇩🇪",
        "1\uFE0F\u20E3",
        "❤\uFE0F",
        "e\u0301",
        "so\u200Brry",
        "नि",
        "\uD83D"
      })
  void no_span_begins_or_ends_within_a_character(String character) {
    String text = "sorry" + character + "sorry " + character + " sorry" + character;
    Assessment assessment = Engines.BUILT_IN.assess(text);
    assessment
        .hits()
        .forEach(
            hit -> {
              assertNotWithin(hit.span().start(), text, character);
              assertNotWithin(hit.span().end(), text, character);
            });
    assessment.regions().forEach(region -> assertNotWithin(region.span().start(), text, character));
  }

  private static void assertNotWithin(int at, String text, String character) {
    for (int start = text.indexOf(character);
        start >= 0;
        start = text.indexOf(character, start + 1)) {
      assertThat(at > start && at < start + character.length()).as("%d", at).isFalse();
    }
  }

  // Traps of the lexicon

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agent    | Sorry not sorry.                          | apology",
        "agent    | I can see why you're not upset.           | emotion-labeling",
        "agent    | I'm not sorry that the order came late.   | apology",
        "agent    | Kindly stop writing to us.                | kind-word",
        "agent    | Kindly stop writing to us.                | ownership",
        "customer | No problem.                               | concern",
        "customer | Great, another delay.                     | happiness",
        "customer | great, another delay                      | gratitude",
        "customer | I am not angry.                           | anger",
        "customer | I can't say that I am angry.              | anger",
        "customer | I'd be happy if it worked.                | happiness",
        "customer | Thanks for nothing.                       | gratitude"
      })
  void these_words_do_not_mean_what_they_seem_to(String role, String text, String cue) {
    Message message = role.equals("agent") ? Message.agent(text) : Message.customer(text);
    assertThat(Engines.BUILT_IN.assess(message).hits(cue)).isEmpty();
  }

  @Test
  void an_apology_that_cannot_be_enough_is_one() {
    assertThat(Engines.BUILT_IN.assess("I can't apologise enough for the delay.").hits("apology"))
        .isNotEmpty();
  }

  // Mail threads of megabytes

  @Test
  void a_thread_of_megabytes_is_cut_and_says_so() {
    String mail = "Hello,\nI am sorry for the delay.\n> On Monday Ana wrote:\n> I am angry\n\n";
    Assessment assessment = Engines.BUILT_IN.assess(mail.repeat(40_000));
    assertThat(assessment.status()).isEqualTo(Status.TRUNCATED);
    assertThat(assessment.hits()).hasSizeLessThanOrEqualTo(10_000);
    assertThat(assessment.regions()).hasSizeLessThanOrEqualTo(10_000);
    assertThat(assessment.hits("anger")).as("what was quoted is not the writer's").isEmpty();
  }
}

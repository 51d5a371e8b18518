package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmotionScore;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.Valence;
import org.junit.jupiter.api.Test;

/**
 * The formula: 1 − Π(1 − strength × modifier), + 0.1 for each loudness, at most 1, three places.
 */
class EmotionsTest {

  private static final EmpathyEngine ENGINE =
      Engines.of(
          """
          words:
            angry-word: { furious: 0.9, angry: 0.7, cross: 0.35, zero: 0 }
            plain-word: [miffed]
          emotions:
            anger: [negative]
            joy: [positive]
            surprise: [other]
          cues:
            anger:
              emotion: anger
              strength: 0.6
              match: [$angry-word, fed up, $plain-word, really mad]
              negation: keep
            joy: { emotion: joy, match: [happy] }
            surprise: { emotion: surprise, match: [wow], strength: 0.123 }
            loud: { emotion: surprise, strength: 0.2, detect: [shouting] }
          """);

  private static double anger(String text) {
    return ENGINE.assess(Message.customer(text)).emotion("anger");
  }

  @Test
  void a_strength_is_the_entrys_else_the_cues_else_a_half() {
    assertThat(anger("I am furious")).isEqualTo(0.9);
    assertThat(anger("I am fed up")).isEqualTo(0.6);
    assertThat(anger("I am miffed")).isEqualTo(0.6);
    assertThat(anger("I am zero")).isZero();
    assertThat(ENGINE.assess("I am happy").emotion("joy")).isEqualTo(0.5);
  }

  @Test
  void hits_combine_without_ever_reaching_certainty() {
    assertThat(anger("angry, then fed up")).isEqualTo(0.88);
    assertThat(anger("cross, then cross")).isEqualTo(0.578); // 1 − 0.65² = 0.5775
    assertThat(anger("cross, then cross, then cross")).isEqualTo(0.725); // 0.725375
  }

  @Test
  void an_intensifier_within_two_words_raises() {
    assertThat(anger("so cross")).isEqualTo(0.455);
    assertThat(anger("so very cross")).isEqualTo(0.455);
    assertThat(anger("so the cross")).isEqualTo(0.455);
    assertThat(anger("so the the cross")).isEqualTo(0.35);
    assertThat(anger("It was so. Cross")).isEqualTo(0.35);
    assertThat(anger("so furious")).isEqualTo(1);
    assertThat(anger("cross so")).isEqualTo(0.35);
  }

  @Test
  void a_dampener_within_two_words_lowers() {
    assertThat(anger("slightly cross")).isEqualTo(0.21);
    assertThat(anger("a bit cross")).isEqualTo(0.21);
    assertThat(anger("slightly the cross")).isEqualTo(0.21);
    assertThat(anger("slightly the the cross")).isEqualTo(0.35);
  }

  @Test
  void of_two_modifiers_that_share_a_word_the_longer_counts() {
    assertThat(anger("not very cross")).isEqualTo(0.21);
    assertThat(anger("not too cross")).isEqualTo(0.21);
  }

  @Test
  void the_nearer_modifier_counts() {
    assertThat(anger("so slightly cross")).isEqualTo(0.21);
    assertThat(anger("slightly so cross")).isEqualTo(0.455);
  }

  @Test
  void a_modifier_inside_the_phrase_is_part_of_it() {
    assertThat(anger("really mad")).isEqualTo(0.6);
  }

  @Test
  void each_loudness_adds_a_tenth() {
    assertThat(anger("I am CROSS")).as("shouting").isEqualTo(0.45);
    assertThat(anger("I am cross!!")).as("run").isEqualTo(0.45);
    assertThat(anger("I am cross!")).as("no run").isEqualTo(0.35);
    assertThat(anger("I am cross nooo")).as("elongation").isEqualTo(0.45);
    assertThat(anger("I am CROSS nooo!!!")).as("all").isCloseTo(0.65, within(1e-9));
    assertThat(anger("I am CROSS nooo!!!")).as("three places").isEqualTo(0.65);
    assertThat(anger("I am FURIOUS nooo!!!")).as("at most 1").isEqualTo(1);
  }

  @Test
  void loudness_alone_is_no_emotion() {
    assertThat(ENGINE.assess("NOOO THIS IS LOUD!!!").emotion("anger")).isZero();
    assertThat(anger("ZERO nooo!!!")).isZero();
  }

  @Test
  void a_detectors_hit_counts_with_its_cues_strength() {
    assertThat(ENGINE.assess("THIS IS SO LOUD").emotion("surprise")).isEqualTo(0.3);
  }

  @Test
  void three_places() {
    assertThat(ENGINE.assess("so wow").emotion("surprise")).isEqualTo(0.16); // 0.1599
  }

  @Test
  void a_hit_carries_its_own_strength() {
    assertThat(ENGINE.assess("so cross").hits("anger").get(0).strength()).isEqualTo(0.455);
    assertThat(ENGINE.assess("so furious").hits("anger").get(0).strength()).isEqualTo(1);
  }

  @Test
  void valence_comes_from_families() {
    assertThat(ENGINE.assess("I am cross").valence()).isEqualTo(Valence.NEGATIVE);
    assertThat(ENGINE.assess("I am happy").valence()).isEqualTo(Valence.POSITIVE);
    assertThat(ENGINE.assess("I am happy and cross").valence()).isEqualTo(Valence.MIXED);
    assertThat(ENGINE.assess("wow").valence()).isEqualTo(Valence.NEUTRAL);
    assertThat(ENGINE.assess("").valence()).isEqualTo(Valence.NEUTRAL);
  }

  @Test
  void the_dominant_emotion_is_the_strongest_then_the_first_of_the_rubric() {
    assertThat(ENGINE.assess("I am happy and cross").dominantEmotion()).isEqualTo("joy");
    assertThat(ENGINE.assess("I am furious and happy").dominantEmotion()).isEqualTo("anger");
    assertThat(ENGINE.assess("It is as it is").dominantEmotion()).isNull();
    EmpathyEngine ties =
        Engines.of(
            """
            cues:
              awed: { emotion: awe, match: [zulu] }
              joy: { emotion: joy, match: [glad] }
              fear: { emotion: fear, match: [scared] }
            """);
    assertThat(ties.assess("glad and scared").dominantEmotion()).isEqualTo("joy");
    assertThat(ties.assess("scared, zulu").dominantEmotion()).isEqualTo("awe");
    Assessment reply =
        ENGINE.assessReply(Conversation.of(Message.customer("furious"), Message.agent("happy")));
    assertThat(reply.dominantEmotion()).as("of this message").isEqualTo("joy");
  }

  @Test
  void of_equal_emotions_the_order_is_that_of_the_key_emotions() {
    EmpathyEngine engine =
        Engines.of(
            """
            emotions: { fear: [negative], joy: [positive] }
            cues:
              joy: { emotion: joy, match: [glad] }
              fear: { emotion: fear, match: [scared] }
            """);
    assertThat(engine.assess("glad and scared").dominantEmotion()).isEqualTo("fear");
  }

  @Test
  void a_reply_lists_the_emotions_of_the_turn_before_and_its_own() {
    Assessment assessment =
        ENGINE.assessReply(
            Conversation.of(
                Message.customer("cross"),
                Message.customer("furious"),
                Message.agent("I am happy to help")));
    assertThat(assessment.emotions())
        .containsExactly(
            new EmotionScore("anger", 0.35, 0),
            new EmotionScore("anger", 0.9, 1),
            new EmotionScore("joy", 0.5, 2));
    assertThat(assessment.emotion("anger")).isZero();
    assertThat(assessment.emotion("joy")).isEqualTo(0.5);
    assertThat(assessment.valence()).isEqualTo(Valence.POSITIVE);
  }
}

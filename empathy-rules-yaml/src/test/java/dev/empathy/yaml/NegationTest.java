package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Hit;
import dev.empathy.Message;
import dev.empathy.SuppressedHit;
import dev.empathy.SuppressedHit.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hits, then {@code unless}, then negation; what is suppressed is kept with its reason. */
class NegationTest {

  private static final EmpathyEngine ENGINE =
      Engines.of(
          """
          cues:
            sorry:
              match: [sorry, I ...2 apologise, not at fault]
              unless: [sorry not sorry, no need to apologise, I not apologise]
            kept: { match: [kept], negation: keep }
            glad: { match: [glad], negation: flip unglad }
            unglad: { match: [sad], strength: 0.6, emotion: sorrow }
            theirs: { who: customer, match: [mine], negation: flip ours }
            ours: { who: agent, match: [our] }
            loud: { detect: [shouting] }
          """);

  private static Assessment assess(String text) {
    return ENGINE.assess(text);
  }

  private static List<String> hits(String cue, String text) {
    return assess(text).hits(cue).stream().map(Hit::text).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not sorry",
        "never really sorry",
        "no one here is sorry",
        "I am not one two three four sorry",
        "I don't feel sorry",
        "we can’t be sorry",
        "nobody was sorry",
        "I cannot say sorry",
        "they wont say sorry",
      })
  void a_negator_in_the_window_negates(String text) {
    assertThat(hits("sorry", text)).isEmpty();
    assertThat(assess(text).suppressed())
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.cue()).isEqualTo("sorry");
              assertThat(hit.reason()).isEqualTo(Reason.NEGATED);
              assertThat(hit.text()).isEqualTo("sorry");
              assertThat(hit.span().in(text)).isEqualTo("sorry");
              assertThat(hit.by()).isNotNull();
              assertThat(hit.at()).startsWith("test.yaml:");
            });
  }

  @Test
  void the_window_is_five_words() {
    assertThat(hits("sorry", "not a a a a sorry")).isEmpty();
    assertThat(hits("sorry", "not a a a a a sorry")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is not here. Sorry",
        "No, sorry",
        "No; sorry",
        "No: sorry",
        "We did not know but sorry",
        "I did not see it although sorry",
        "Not ours because sorry",
        "Did you not see? Sorry",
        "not\n\nsorry",
      })
  void stops_and_sentence_ends_end_its_reach(String text) {
    assertThat(hits("sorry", text)).hasSize(1);
  }

  @Test
  void a_stop_between_negators_hides_the_further_one_only() {
    assertThat(hits("sorry", "not this but never sorry")).isEmpty();
    assertThat(hits("sorry", "never that, sorry")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not only sorry",
        "no wonder you are sorry",
        "I can't be sorry enough",
        "no doubt sorry"
      })
  void pseudo_negators_negate_nothing(String text) {
    assertThat(hits("sorry", text)).containsExactly("sorry");
  }

  @Test
  void a_negator_beside_a_pseudo_negator_negates() {
    assertThat(hits("sorry", "no doubt never sorry")).isEmpty();
  }

  @Test
  void a_negator_in_a_gap_negates() {
    assertThat(hits("sorry", "I do apologise")).containsExactly("I do apologise");
    assertThat(hits("sorry", "I will never apologise")).isEmpty();
    assertThat(assess("I will never apologise").suppressed())
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.reason()).isEqualTo(Reason.NEGATED);
              assertThat(hit.by().in("I will never apologise")).isEqualTo("never");
            });
  }

  @Test
  void a_negator_that_the_phrase_spells_out_belongs_to_the_phrase() {
    assertThat(hits("sorry", "we are not at fault")).containsExactly("not at fault");
    assertThat(hits("sorry", "never was I not at fault")).isEmpty();
  }

  @Test
  void keep_does_not_care() {
    assertThat(hits("kept", "never kept")).containsExactly("kept");
    assertThat(assess("never kept").suppressed()).isEmpty();
  }

  @Test
  void flip_moves_the_hit_with_its_span() {
    String text = "I am not glad";
    Assessment assessment = assess(text);
    assertThat(assessment.hits("glad")).isEmpty();
    assertThat(assessment.hits("unglad"))
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.span().in(text)).isEqualTo("glad");
              assertThat(hit.text()).isEqualTo("glad");
              assertThat(hit.strength()).isEqualTo(0.6);
            });
    assertThat(assessment.suppressed())
        .singleElement()
        .satisfies(
            hit -> {
              assertThat(hit.cue()).isEqualTo("glad");
              assertThat(hit.reason()).isEqualTo(Reason.FLIPPED);
              assertThat(hit.span()).isEqualTo(assessment.hits("unglad").get(0).span());
              assertThat(hit.by().in(text)).isEqualTo("not");
            });
    assertThat(assessment.emotion("sorrow")).isEqualTo(0.6);
  }

  @Test
  void a_flipped_hit_joins_the_others_in_order() {
    assertThat(hits("unglad", "sad and never glad, then sad"))
        .containsExactly("sad", "glad", "sad");
  }

  @Test
  void a_flip_to_a_cue_that_does_not_look_here_is_only_suppressed() {
    Assessment assessment = ENGINE.assess(Message.customer("it is not mine"));
    assertThat(assessment.hits()).isEmpty();
    assertThat(assessment.suppressed())
        .extracting(SuppressedHit::reason)
        .containsExactly(Reason.FLIPPED);
  }

  @Test
  void unless_comes_first_and_is_not_negated() {
    String text = "never sorry not sorry";
    Assessment assessment = assess(text);
    assertThat(assessment.hits("sorry")).isEmpty();
    assertThat(assessment.suppressed())
        .hasSize(2)
        .allSatisfy(
            hit -> {
              assertThat(hit.reason()).isEqualTo(Reason.UNLESS);
              assertThat(hit.by().in(text)).isEqualTo("sorry not sorry");
            });
  }

  @Test
  void unless_needs_a_shared_word() {
    assertThat(hits("sorry", "sorry not sorry, sorry")).containsExactly("sorry");
    assertThat(assess("no need to apologise").suppressed()).isEmpty();
  }

  @Test
  void suppressed_hits_bring_no_shorter_and_no_later_ones_back() {
    EmpathyEngine engine =
        Engines.of("cues: { c: { match: [so sorry indeed, sorry], unless: [indeed yes] } }");
    assertThat(engine.assess("so sorry indeed yes").hits()).isEmpty();
    assertThat(engine.assess("so sorry indeed yes").suppressed()).hasSize(1);
  }

  @Test
  void detectors_are_not_negated() {
    assertThat(hits("loud", "I did NOT ASK FOR THIS")).hasSize(1);
  }

  @Test
  void the_window_counts_tokens_so_a_clitic_is_two() {
    assertThat(hits("sorry", "I can’t a a a a sorry")).as("not is the fifth").isEmpty();
    assertThat(hits("sorry", "I can’t a a a a a sorry")).hasSize(1);
    assertThat(hits("sorry", "not you’re a a sorry")).as("you are").isEmpty();
    assertThat(hits("sorry", "not you’re a a a sorry")).hasSize(1);
    assertThat(hits("sorry", "not 😡 5 www.x.org [PII] sorry")).as("all are tokens").isEmpty();
  }

  @Test
  void a_negator_of_several_words_counts_by_its_last() {
    assertThat(hits("sorry", "no longer a a a a sorry")).isEmpty();
    assertThat(hits("sorry", "far from a a a a sorry")).isEmpty();
    assertThat(hits("sorry", "far from a a a a a sorry")).hasSize(1);
    assertThat(hits("sorry", "far, from me, sorry")).hasSize(1);
  }

  @Test
  void a_line_end_ends_its_reach_in_chat_only() {
    assertThat(hits("sorry", "not here\nsorry")).isEmpty();
    Conversation chat = Conversation.of(Message.agent("not here\nsorry"));
    for (String channel : List.of("chat", "messaging", "sms", "social")) {
      assertThat(ENGINE.assessReply(chat.with("channel", channel)).hits()).as(channel).hasSize(1);
    }
    for (String channel : List.of("email", "phone", "Chat", "web")) {
      assertThat(ENGINE.assessReply(chat.with("channel", channel)).hits()).as(channel).isEmpty();
    }
  }

  @Test
  void a_pseudo_negator_frees_its_own_negator_only() {
    assertThat(hits("sorry", "I can not be never sorry enough")).isEmpty();
    assertThat(hits("sorry", "not only that, sorry")).hasSize(1);
    assertThat(hits("sorry", "never not only sorry")).isEmpty();
  }

  @Test
  void a_negator_of_an_optional_part_or_of_a_list_belongs_to_the_phrase() {
    EmpathyEngine engine =
        Engines.of(
            """
            words: { denial: [not at all, never] }
            cues:
              c: { match: ["is (not|no)? good", "$denial bad", "we ...2 mind"] }
            """);
    assertThat(engine.assess("It is not good, never bad, not at all bad").hits()).hasSize(3);
    assertThat(engine.assess("It never is good").hits()).isEmpty();
    assertThat(engine.assess("It never is not good").hits())
        .as("another stands before it")
        .isEmpty();
    assertThat(engine.assess("We do not mind").hits()).isEmpty();
  }

  @Test
  void an_unless_match_takes_every_hit_that_shares_a_token_and_of_its_cue_alone() {
    EmpathyEngine engine =
        Engines.of(
            """
            cues:
              a: { match: [so sorry, sad], unless: [sorry and sad] }
              b: { match: [so sorry, sad] }
            """);
    Assessment assessment = engine.assess("so sorry and sad, so sorry");
    assertThat(assessment.hits("a")).extracting(Hit::text).containsExactly("so sorry");
    assertThat(assessment.hits("a").get(0).span().start()).isEqualTo(18);
    assertThat(assessment.hits("b")).hasSize(3);
    assertThat(assessment.suppressed())
        .extracting(SuppressedHit::text)
        .containsExactly("so sorry", "sad");
    assertThat(engine.assess("never sorry and sad").suppressed())
        .as("unless goes before negation, and is not negated itself")
        .filteredOn(hit -> hit.cue().equals("a"))
        .extracting(SuppressedHit::reason)
        .containsExactly(Reason.UNLESS);
  }

  @Test
  void a_flipped_hit_is_a_hit_of_the_other_cue_in_counts_and_emotions() {
    EmpathyEngine engine =
        Engines.of(
            """
            emotions: { joy: [positive], grief: [negative] }
            cues:
              glad: { match: [glad], negation: flip sad, emotion: joy }
              sad: { match: [sad], emotion: grief, strength: 0.4 }
            rules:
              two: { severity: warning, forbid: { cue: sad, at-least: 2 }, fail: { message: "$sad, $count" } }
              no-joy: { severity: warning, forbid: { cue: glad } }
            """);
    Assessment assessment = engine.assess("I am sad and not glad");
    assertThat(assessment.issues()).extracting("rule").containsExactly("two");
    assertThat(assessment.issues().get(0).explanation()).isEqualTo("sad, 2");
    assertThat(assessment.emotion("joy")).isZero();
    assertThat(assessment.emotion("grief")).isEqualTo(0.64);
  }

  @Test
  void what_is_negated_feels_nothing() {
    EmpathyEngine engine = Engines.of("cues: { mad: { match: [mad], emotion: anger } }");
    assertThat(engine.assess(Message.customer("I am not mad!!")).emotion("anger")).isZero();
    assertThat(engine.assess(Message.customer("I am mad!!")).emotion("anger")).isEqualTo(0.6);
  }

  @Test
  void unless_does_not_touch_what_a_detector_found() {
    EmpathyEngine engine =
        Engines.of("cues: { c: { match: [money], detect: [shouting], unless: [want my money] } }");
    assertThat(engine.assess("I WANT MY MONEY").hits("c"))
        .extracting(Hit::text)
        .containsExactly("WANT MY MONEY");
  }

  @Test
  void unless_matches_may_overlap_each_other() {
    EmpathyEngine engine =
        Engines.of(
            """
            cues:
              a: { match: [apologise], unless: [no need, need to apologise] }
              b: { match: [red, green], unless: [one two red blue, red blue green, blue] }
            """);
    assertThat(engine.assess("I see you need to apologise").hits("a")).isEmpty();
    assertThat(engine.assess("There is no need to apologise").hits("a")).isEmpty();
    assertThat(engine.assess("one two red blue green").hits("b")).isEmpty();
    assertThat(engine.assess("one two red, so blue, green").hits("b")).hasSize(2);
  }
}

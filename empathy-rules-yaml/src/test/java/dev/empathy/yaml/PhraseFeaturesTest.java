package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Hit;
import dev.empathy.Message;
import dev.empathy.rubric.RubricException;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What phrases can do beyond words: skip, name people and faces, and know a better word. */
class PhraseFeaturesTest {

  private static final String HEAD =
      """
      empathy: 1
      rubric: features
      version: 1.0.0
      locale: en
      """;

  private static EmpathyEngine engine(String rest) throws IOException {
    return EmpathyEngine.compile(RubricYaml.read(new StringReader(HEAD + rest), "features.yaml"));
  }

  private static List<String> texts(Assessment assessment) {
    return assessment.hits().stream().map(Hit::text).toList();
  }

  @Test
  void aSkippableWordMayStandOnceBetweenElements() throws IOException {
    EmpathyEngine engine =
        engine(
            """
            skippable: [really, just]
            cues:
              asked:
                match: [see why ...1 you are, (do it) now]
            """);
    assertThat(texts(engine.assess("I see really why you are")))
        .containsExactly("see really why you are");
    assertThat(texts(engine.assess("see why just so really you are"))).hasSize(1);
    assertThat(engine.assess("see really just why you are").hits()).isEmpty();
    assertThat(engine.assess("see very why you are").hits()).isEmpty();
    assertThat(texts(engine.assess("just do it just now really")))
        .containsExactly("do it just now");
    assertThat(engine.assess("do. really it now").hits()).isEmpty();
  }

  @Test
  void atMostOneWordIsSkippedBetweenNeighboursAlsoWhereAnOptionalOneIsLeftOut() throws IOException {
    EmpathyEngine engine =
        engine(
            """
            skippable: [really, just]
            phrases: { we-see: "(I|we) can? (very? well)? see" }
            cues:
              named: { match: [$we-see why] }
              choice: { match: ["so (much? good|fine) yes"] }
              joined: { match: [I'm late] }
            """);
    for (String text :
        List.of(
            "I really see just why",
            "I really can just see really why",
            "we just can really very just well really see why",
            "so really fine just yes",
            "so just much really good just yes",
            "I’m really late")) {
      assertThat(texts(engine.assess(text))).as(text).containsExactly(text);
    }
    for (String text :
        List.of(
            "I really just see why",
            "I really can just really see why",
            "we can really just well see why",
            "I see really just why",
            "so really just good yes",
            "so really just fine yes",
            "I really am just really late")) {
      assertThat(engine.assess(text).hits()).as(text).isEmpty();
    }
  }

  @Test
  void aWordOfTheListTakesNoGapAndALiteralGoesFirst() throws IOException {
    EmpathyEngine engine =
        engine(
            """
            skippable: [really]
            words: { degree: [really, so] }
            cues:
              gap: { match: [that ...1 sad] }
              literal: { match: [I really mean it, "we $degree? mean it"] }
            """);
    assertThat(texts(engine.assess("that was really sad"))).containsExactly("that was really sad");
    assertThat(texts(engine.assess("that really was sad"))).containsExactly("that really was sad");
    assertThat(engine.assess("that was once sad").hits()).isEmpty();
    assertThat(texts(engine.assess("I really mean it"))).hasSize(1);
    assertThat(texts(engine.assess("I mean it"))).isEmpty();
    assertThat(texts(engine.assess("I really really mean it"))).hasSize(1);
    Hit hit = engine.assess("we really mean it").hits().get(0);
    assertThat(hit.captures()).containsEntry("degree", "really");
  }

  @Test
  void whatMayBeSkippedCountsInTheGreatestLength() throws IOException {
    String words = "a ".repeat(25).strip();
    engine("cues: { c: { match: [" + words + "] } }\n");
    assertThatThrownBy(() -> engine("skippable: [so]\ncues: { c: { match: [" + words + "] } }\n"))
        .isInstanceOf(RubricException.class)
        .hasMessageContaining("it can cover 49 words; the limit is 48 words");
  }

  @Test
  void whatIsSkippedIsNotQuoted() throws IOException {
    EmpathyEngine engine =
        engine(
            """
            skippable: [really]
            cues:
              asked: { match: [see why] }
            dimensions: { clarity: { weight: 1, start: 50 } }
            rules:
              asked:
                dimension: clarity
                severity: suggestion
                forbid: { cue: asked }
                fail: { message: "You wrote “$asked”." }
            """);
    assertThat(engine.assess("see really why").issues().get(0).explanation())
        .isEqualTo("You wrote “see … why”.");
  }

  @Test
  void aNegatorIsNotSkippable() {
    assertThatThrownBy(
            () ->
                engine(
                    """
                    skippable: [really, never, but]
                    cues:
                      asked: { match: [see why] }
                    """))
        .isInstanceOf(RubricException.class)
        .hasMessageContaining("features.yaml:5:21")
        .hasMessageContaining("\"never\" negates")
        .hasMessageContaining("\"but\" ends what a negation reaches")
        .hasMessageContaining("2 errors");
  }

  @Test
  void aNegatorIsNotSkippableInAnyWriting() {
    assertThatThrownBy(
            () ->
                engine(
                    """
                    skippable: [DON’T, cannot, because, by the way, "really,", "--"]
                    cues:
                      asked: { match: [see why] }
                    """))
        .isInstanceOf(RubricException.class)
        .hasMessageContaining("\"DON’T\" negates")
        .hasMessageContaining("\"cannot\" negates")
        .hasMessageContaining("\"because\" ends what a negation reaches")
        .hasMessageContaining("\"by the way\" is more than one word")
        .hasMessageContaining("\"--\" holds no word")
        .hasMessageContaining("5 errors");
  }

  @Test
  void theCustomersNameIsAFactElseAVocative() throws IOException {
    EmpathyEngine engine = engine("cues:\n  greeting: { match: [(hi|thanks) $customer-name] }\n");
    assertThat(texts(engine.assess("Hi Ana, all good"))).containsExactly("Hi Ana");
    assertThat(texts(engine.assess("Thanks Ana!"))).containsExactly("Thanks Ana");
    assertThat(engine.assess("Hi there, all good").hits()).isEmpty();
    assertThat(engine.assess("Hi Ana Maria is here").hits()).isEmpty();
    Conversation named =
        Conversation.of(Message.agent("hi Will be right back")).with("customer-name", "Will Smith");
    assertThat(texts(engine.assessReply(named))).containsExactly("hi Will");
    Conversation other = Conversation.of(Message.agent("Hi Ana, hi")).with("customer-name", "Bob");
    assertThat(engine.assessReply(other).hits()).isEmpty();
  }

  @Test
  void aNameThatIsGivenIsFoundHoweverItIsWritten() throws IOException {
    EmpathyEngine engine =
        engine("cues:\n  greeting: { match: [hi $customer-name, hope $customer-name] }\n");
    for (String text : List.of("hi Ana", "hi ana", "HI ANA", "hi, ana, how are you", "hi ana’s")) {
      Conversation ana = Conversation.of(Message.agent(text)).with("customer-name", "Ana");
      assertThat(engine.assessReply(ana).hits()).as(text).hasSize(1);
    }
    Conversation will = Conversation.of(Message.agent("hi Will")).with("customer-name", "will");
    assertThat(texts(engine.assessReply(will))).containsExactly("hi Will");
    Conversation function =
        Conversation.of(Message.agent("hi will you")).with("customer-name", "Will");
    assertThat(engine.assessReply(function).hits()).isEmpty();
    Conversation known = Conversation.of(Message.agent("hi hope")).with("customer-name", "Hope");
    assertThat(engine.assessReply(known).hits()).as("hope is a word of the rubric").isEmpty();
  }

  @Test
  void withoutTheFactAVocativeIsTheName() throws IOException {
    EmpathyEngine engine = engine("cues:\n  named: { match: [$customer-name] }\n");
    for (String text :
        List.of("Sorry, Ana.", "Hi Ana!", "Thanks, Ana, for that", "Hello Ana, hi")) {
      assertThat(texts(engine.assess(text))).as(text).containsExactly("Ana");
    }
    for (String text :
        List.of(
            "Ana is here", "Hi ana!", "I saw Ana there.", "Sorry, ANA", "Well, I", "Hi There!")) {
      assertThat(engine.assess(text).hits()).as(text).isEmpty();
    }
  }

  @Test
  void facesAreKnownByTheirFeeling() throws IOException {
    EmpathyEngine engine =
        engine(
            "cues:\n  sad: { match: [$emoji-sad] }\n  warm: { match: [thanks ...2 $emoji-positive] }\n");
    assertThat(texts(engine.assess("oh 😢 well :("))).containsExactly("😢", ":(");
    assertThat(texts(engine.assess("Thanks a lot 👍🏽 😡"))).containsExactly("Thanks a lot 👍🏽");
  }

  @Test
  void aReplacementIsTheSuggestion() throws IOException {
    EmpathyEngine engine =
        engine(
            """
            cues:
              jargon:
                who: agent
                replace:
                  per my last (email|message): as I wrote before
                  leverage~: use
            dimensions: { clarity: { weight: 1, start: 50 } }
            rules:
              jargon:
                dimension: clarity
                severity: suggestion
                forbid: { cue: jargon }
                fail: { score: -10, message: "“$jargon” is jargon, say “$instead” or “$jargon.instead”." }
            """);
    Assessment assessment = engine.assess("Per my last email, we leveraged it.");
    assertThat(assessment.hits())
        .extracting(Hit::instead)
        .containsExactly("as I wrote before", "use");
    assertThat(assessment.issues().get(0).explanation())
        .isEqualTo(
            "“Per my last email” is jargon, say “as I wrote before” or “as I wrote before”.");
    assertThat(assessment.advice())
        .isEqualTo(
            "Write “as I wrote before” instead of “Per my last email”."
                + " Write “use” instead of “leveraged”.");
  }

  @Test
  void whatReplaceSaysOfACustomersWordsIsNoAdviceForTheAgent() throws IOException {
    EmpathyEngine engine =
        engine(
            """
            cues:
              concern: { who: customer, replace: { my order is late: the delay } }
              noted: { who: agent, replace: { noted: I see, ok: fine } }
            rules:
              r:
                severity: suggestion
                when: { cue: concern, turn: previous }
                forbid: { cue: noted }
                fail: { message: "Not “$concern.instead” but “$noted.instead”" }
            """);
    Assessment assessment =
        engine.assessReply(
            Conversation.of(Message.customer("My order is late"), Message.agent("Noted.")));
    assertThat(assessment.issues().get(0).explanation()).isEqualTo("Not “the delay” but “I see”");
    assertThat(assessment.advice()).isEqualTo("Write “I see” instead of “Noted”.");
  }
}

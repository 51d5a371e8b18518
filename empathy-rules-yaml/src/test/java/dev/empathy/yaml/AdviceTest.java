package dev.empathy.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.Counterfactual;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever edits a reply as the advice says gets what the advice promised. */
class AdviceTest {

  private static final List<String> BANDS =
      Engines.BUILT_IN.rubric().bands().stream().map(band -> band.id()).toList();

  /** What the customer wrote, the reply, and the reply as a person changed it on the advice. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "This is ridiculous, I have been waiting two weeks for my parcel!|Please restart the app.|I can see how frustrating this is. Please restart the app.",
        "I was charged twice and I'm furious.|We apologize for any inconvenience. Sorry for the trouble.|I can see why you are angry. We apologize for any inconvenience. Sorry for the trouble.",
        "Why does the login fail? I'm so confused.|Calm down. Just click the link.|I can see how confusing this is. Just click the link.",
        "I'm fed up with these outages.|I understand you are frustrated, but that is our policy.|I understand you are frustrated, but that is our policy. Would you like to speak to a supervisor?",
        "My order never came and I am very disappointed.|Unfortunately we can't do anything about it.|I understand that you are disappointed. Unfortunately we can't do anything about it.",
        "Where is my refund? This is unacceptable.|Per my last email, the refund was dispositioned.|I understand you're upset. Per my last email, the refund was dispositioned.",
        "Where is my refund? This is unacceptable.|Per my last email, the refund was dispositioned.|I can see why you would be upset. Per my last email, the refund was dispositioned.",
        "Thank you so much, it works now!|Noted. Have a look at the guide.|Have a look at the guide.",
        "It's the third time I ask, still not working!|As I already said, you should have read the manual.|I can see how frustrating this is. As I already said, you should have read the manual.",
        "You lost my bag, this is a disgrace.|Please contact the airport.|That sounds really upsetting. Please contact the airport.",
        "You lost my bag, this is a disgrace.|Please contact the airport.|I can see why you are angry. Please contact the airport.",
        "My account is locked and I can't work.|See FAQ.|Sorry about that. See FAQ.",
        "I'm upset that the item arrived broken.|I know exactly how you feel. Poor you.|I can see why you would be upset. I know exactly how you feel. Poor you.",
        "I am so angry about this bill.|THIS IS NOT OUR FAULT. Read the terms.|I understand that you are angry. THIS IS NOT OUR FAULT. Read the terms.",
        "I am so angry about this bill.|THIS IS NOT OUR FAULT. Read the terms.|It makes sense that you are angry. THIS IS NOT OUR FAULT. Read the terms.",
        "I'm frustrated with the delay.|Your call is important to us. Is there anything else?|I understand you're frustrated. Your call is important to us. Is there anything else?",
        "I'm frustrated with the delay.|Your call is important to us. Is there anything else?|I can see why you're frustrated. Your call is important to us. Is there anything else?",
        "I'm scared someone has hacked my account.|Don't worry! It's not a big deal :)|Sorry to hear that. Don't worry!",
        "I am annoyed, the app keeps crashing.|You're overreacting. Please send a screenshot.|I hear how annoying that is. You're overreacting. Please send a screenshot.",
        "I'm annoyed that my order is late.|You failed to choose express. Please wait.|I understand that you are annoyed. You failed to choose express. Please wait.",
      })
  void editing_as_the_advice_says_reaches_the_promised_band(
      String customer, String reply, String edited) {
    Assessment before = Engines.BUILT_IN.explainReply(conversation(customer, reply));
    Assessment after = Engines.BUILT_IN.assessReply(conversation(customer, edited));
    List<Counterfactual> promised =
        Stream.concat(before.toPass().stream(), before.toNextBand().stream()).toList();
    List<Counterfactual> followed =
        promised.stream().filter(change -> isDone(change, before, after)).toList();
    assertThat(followed).as("%s of %s: %s", after.hits(), promised, after.score()).isNotEmpty();
    for (Counterfactual change : followed) {
      assertThat(BANDS.indexOf(after.band()))
          .as("%s: %s %s", change, after.score(), after.issues())
          .isGreaterThanOrEqualTo(BANDS.indexOf(change.band()));
    }
  }

  @Test
  void the_explained_advice_names_the_smallest_change_and_what_it_comes_to() {
    Assessment explained =
        Engines.BUILT_IN.explainReply(
            conversation("Why does it fail? I'm so confused.", "Calm down. Just click the link."));
    Counterfactual first = explained.toPass().get(0);
    assertThat(explained.advice())
        .endsWith(
            "The smallest change that passes: add validation. Score "
                + explained.score()
                + " → "
                + first.score()
                + ".");
    Assessment plain =
        Engines.BUILT_IN.assessReply(
            conversation("Why does it fail? I'm so confused.", "Calm down. Just click the link."));
    assertThat(explained.advice()).startsWith(plain.advice());
  }

  @Test
  void words_that_no_phrase_lists_never_reach_the_advice() {
    EmpathyEngine engine =
        Engines.of(
            """
            cues:
              rude: { match: [(calm|shut) ...5 down] }
            dimensions: { tone: { weight: 1, start: 50 } }
            bands: { poor: 0, good: 60 }
            pass-mark: 60
            rules:
              manners:
                dimension: tone
                severity: error
                forbid: { cue: rude }
                pass: { score: +20 }
                fail: { score: -10, message: Do not say “$rude”., suggest: Leave out “$rude”. }
                examples:
                  - { agent: "Calm it down.", expect: fail }
                  - { agent: "Fine.", expect: pass }
            examples:
              - { turns: ["agent: Calm it down."], expect: { band: poor } }
              - { turns: ["agent: Fine."], expect: { band: good } }
            """);
    Assessment explained =
        engine.explain("Calm IGNORE ALL PREVIOUS RULES\u001b[31m down now, then.");
    assertThat(explained.toPass()).hasSize(1);
    assertThat(explained.advice())
        .isEqualTo(
            "Leave out “Calm … down”. The smallest change that passes: take out rude (“Calm …"
                + " down”). Score 40.0 → 70.0.");
  }

  private static boolean isDone(Counterfactual change, Assessment before, Assessment after) {
    boolean added =
        change.add().stream()
            .map(words -> words.split(" ")[0])
            .allMatch(cue -> after.hits(cue).size() > before.hits(cue).size());
    boolean removed =
        change.remove().stream()
            .allMatch(gone -> after.hits(gone.cue()).size() < before.hits(gone.cue()).size());
    return added && removed;
  }

  private static Conversation conversation(String customer, String reply) {
    return Conversation.of(Message.customer(customer), Message.agent(reply));
  }
}

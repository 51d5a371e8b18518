package dev.empathy.chatbot;

import static dev.empathy.chatbot.Samples.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.Message;
import dev.empathy.chatbot.TemplateBot.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateBotTest {

  private static final TemplateBot BOT = TemplateBot.DEFAULT;

  private static Answer answer(Conversation soFar) {
    return BOT.reply(ENGINE, soFar);
  }

  private static Conversation said(String customer) {
    return Conversation.of(Message.customer(customer));
  }

  @Test
  void names_the_concern_in_the_rubrics_words_and_offers_a_person() {
    Answer answer = answer(said("My parcel is late and I'm a bit annoyed."));
    assertThat(answer.text()).contains("the delay").contains("talk to a person");
    assertThat(answer.desk()).isEqualTo(Desk.BOT);
  }

  @Test
  void calls_the_customer_by_name_in_the_first_reply_only() {
    Conversation named = said("My parcel is late.").with("customer-name", "Ana");
    Answer first = answer(named);
    assertThat(first.text()).startsWith("Hi Ana. ");
    Conversation next =
        named.and(Message.bot(first.text())).and(Message.customer("You sent me the wrong size."));
    assertThat(answer(next).text()).doesNotContain("Ana");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>x</b>", "x; say 42", "", "A\nB", "http://x.example"})
  void does_not_repeat_a_name_that_is_none(String name) {
    assertThat(answer(said("My parcel is late.").with("customer-name", name)).text())
        .startsWith("Thank you for telling me");
  }

  @Test
  void matches_how_formally_the_customer_writes() {
    String formal =
        "Dear Sir or Madam, I would like to enquire regarding my parcel, which is late. Kindly"
            + " advise. Yours sincerely";
    String familiar = "hey guys, my parcel's late lol, gonna get it soon??";
    assertThat(answer(said(formal).with("customer-name", "Ana")).text())
        .startsWith("Hello Ana.")
        .contains("I will bring one in")
        .doesNotContain("'");
    assertThat(answer(said(familiar).with("customer-name", "Ana")).text())
        .startsWith("Hi Ana.")
        .contains("I'll bring one in");
  }

  @Test
  void hands_over_instead_of_repeating_itself() {
    Conversation soFar = said("My parcel is late.");
    Answer first = answer(soFar);
    Answer second =
        answer(
            soFar
                .and(Message.bot(first.text()))
                .and(Message.customer("My parcel is late, still.")));
    assertThat(second.desk().kind()).isEqualTo(Desk.Kind.ANY_AGENT);
    assertThat(second.text()).contains("a colleague");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My parcel is late.",
        "My parcel is late and it's a bit annoying.",
        "You charged me twice, annoying.",
        "This is a bit ridiculous",
        "What time do you open?",
        "Restarted it twice, no luck.",
        "WHERE IS THE FORM???",
        "Thank you so much!",
        "My father died last week and I need to cancel his plan.",
        "I want to speak to a manager.",
        "This is the third time I'm writing. RIDICULOUS!!",
        "Did you even read what I wrote?",
        "I'll cancel my contract.",
        "I want to kill myself",
        "asdf qwer",
        ""
      })
  void passes_the_rubric_that_it_speaks_from(String customer) {
    Conversation soFar = said(customer);
    String text = answer(soFar).text();
    assertThat(text).isNotBlank();
    Assessment assessment = ENGINE.assessReply(soFar.and(Message.bot(text)));
    assertThat(assessment.passed()).as("%s → %s: %s", customer, text, assessment.advice()).isTrue();
  }

  @Test
  void says_nothing_about_a_person_in_its_string() {
    assertThat(answer(said("My parcel is late.")).toString()).isEqualTo("Answer[Desk[BOT]]");
  }
}

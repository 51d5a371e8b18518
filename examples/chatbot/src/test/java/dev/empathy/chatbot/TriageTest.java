package dev.empathy.chatbot;

import static dev.empathy.chatbot.Samples.ENGINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriageTest {

  private static Desk desk(String customer) {
    return Triage.DEFAULT.desk(ENGINE.assess(Message.customer(customer)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What time do you open?                        | BOT          |
          My parcel is late and it's a bit annoying.    | BOT          |
          This is the third time I'm writing. RIDICULOUS!! | ANY_AGENT |
          I want to speak to a manager.                 | ANY_AGENT    |
          My father passed away last week.              | STRONG_AGENT | acknowledgment
          Did you even read what I wrote?               | STRONG_AGENT | listening
          I want to kill myself                         | PERSON_NOW   |
          """)
  void chooses_who_answers(String customer, Desk.Kind kind, String strength) {
    Desk desk = desk(customer);
    assertThat(desk.kind()).isEqualTo(kind);
    assertThat(desk.strength()).isEqualTo(strength);
    assertThat(desk.reason() == null).isEqualTo(kind == Desk.Kind.BOT);
  }

  @Test
  void several_concerns_at_once_go_to_a_person() {
    Desk desk = desk("My parcel is late, you charged me twice, and now the website is down.");
    assertThat(desk.kind()).isEqualTo(Desk.Kind.ANY_AGENT);
    assertThat(desk.reason()).isEqualTo("Several concerns at once.");
  }

  @Test
  void the_gravest_route_goes_first() {
    Desk desk = desk("RIDICULOUS!! I want to speak to a manager. I want to kill myself");
    assertThat(desk.kind()).isEqualTo(Desk.Kind.PERSON_NOW);
    assertThat(desk.toString()).isEqualTo("Desk[PERSON_NOW]");
  }

  @Test
  void an_agents_message_is_no_reason_to_hand_over() {
    assertThat(Triage.DEFAULT.desk(ENGINE.assess("I want to kill myself"))).isEqualTo(Desk.BOT);
  }
}

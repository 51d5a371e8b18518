package dev.empathy.chatbot;

import static dev.empathy.chatbot.Samples.CUSTOMER;
import static dev.empathy.chatbot.Samples.ENGINE;
import static dev.empathy.chatbot.Samples.KIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Conversation;
import dev.empathy.Message;
import dev.empathy.chatbot.DraftRepair.Kind;
import dev.empathy.chatbot.DraftRepair.Repaired;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftRepairTest {

  private static Repaired repair(String customer, String draft) {
    return DraftRepair.of(
        ENGINE,
        TemplateBot.DEFAULT,
        Conversation.of(Message.customer(customer)),
        Message.agent(draft));
  }

  @Test
  void leaves_alone_what_passes() {
    Repaired repaired = repair(CUSTOMER, KIND);
    assertThat(repaired.kind()).isEqualTo(Kind.UNCHANGED);
    assertThat(repaired.text()).isEqualTo(KIND);
  }

  @Test
  void keeps_the_facts_and_leaves_out_the_fault() {
    Repaired repaired =
        repair(CUSTOMER, "As stated, it ships on Thursday. Calm down. I'll track it for you.");
    assertThat(repaired.kind()).isEqualTo(Kind.MENDED);
    assertThat(repaired.text())
        .startsWith("I can see how frustrating the delay must be.")
        .contains("It ships on Thursday.", "I'll track it for you.")
        .doesNotContain("As stated", "Calm down", "?");
    assertThat(repaired.assessment().passed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "As stated."})
  void template_speaks_where_nothing_can_stay(String draft) {
    Repaired repaired = repair(CUSTOMER, draft);
    assertThat(repaired.kind()).isEqualTo(Kind.TEMPLATE);
    assertThat(repaired.text()).contains("the delay").doesNotContain("talk to a person");
    assertThat(repaired.assessment().passed()).isTrue();
    assertThat(repaired.toString()).isEqualTo("Repaired[TEMPLATE]");
  }

  @Test
  void writes_what_the_rubric_says_instead() {
    Repaired repaired = repair(CUSTOMER, "Calm down.");
    assertThat(repaired.text()).doesNotContain("Calm").endsWith("I can see this is urgent.");
  }

  @Test
  void a_very_long_draft_costs_no_more_than_its_length() {
    Repaired repaired = repair(CUSTOMER, "Calm down. It ships on Thursday. ".repeat(300));
    assertThat(repaired.text()).doesNotContain("Calm down");
  }
}

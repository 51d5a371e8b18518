package dev.empathy.chatbot.springai;

import static dev.empathy.chatbot.Samples.COLD;
import static dev.empathy.chatbot.Samples.CRISIS;
import static dev.empathy.chatbot.Samples.CUSTOMER;
import static dev.empathy.chatbot.Samples.ENGINE;
import static dev.empathy.chatbot.Samples.FURIOUS;
import static dev.empathy.chatbot.Samples.HOSTILE;
import static dev.empathy.chatbot.Samples.KIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.SelfTest;
import dev.empathy.chatbot.AuditedReply;
import dev.empathy.chatbot.AuditedReply.Action;
import dev.empathy.chatbot.Desk;
import dev.empathy.chatbot.ReplyAudit;
import dev.empathy.chatbot.Triage;
import dev.empathy.yaml.RubricYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;

/** The advisor behind the framework's own chat client. */
@Timeout(60)
class EmpathyAdvisorTest {

  private static final ReplyAudit AUDIT = ReplyAudit.of(() -> ENGINE);

  private final ChatMemory memory = MessageWindowChatMemory.builder().build();

  private ChatClient client(ScriptedChatModel model, ReplyAudit audit) {
    return ChatClient.builder(model)
        .defaultSystem("You answer for a shop.")
        .defaultAdvisors(
            MessageChatMemoryAdvisor.builder(memory).build(), new EmpathyAdvisor(audit))
        .defaultAdvisors(advisors -> advisors.param(ChatMemory.CONVERSATION_ID, "1"))
        .build();
  }

  private ChatClientResponse call(ScriptedChatModel model, ReplyAudit audit, String customer) {
    return client(model, audit).prompt().user(customer).call().chatClientResponse();
  }

  private static String text(ChatClientResponse response) {
    return response.chatResponse().getResult().getOutput().getText();
  }

  private static AuditedReply reply(ChatClientResponse response) {
    return (AuditedReply) response.context().get(EmpathyAdvisor.REPLY);
  }

  private List<String> remembered() {
    return memory.get("1").stream().map(message -> message.getText()).toList();
  }

  @Test
  void kind_draft_is_sent_with_its_assessment() {
    ScriptedChatModel model = new ScriptedChatModel(KIND);
    ChatClientResponse response = call(model, AUDIT, CUSTOMER);
    assertThat(text(response)).isEqualTo(KIND);
    assertThat(reply(response).action()).isEqualTo(Action.SENT);
    Assessment assessment = (Assessment) response.context().get(EmpathyAdvisor.ASSESSMENT);
    assertThat(assessment.passed()).isTrue();
    // In the light of the customer's message, as the engine says itself.
    Conversation conversation = Conversation.of(Message.customer(CUSTOMER), Message.bot(KIND));
    assertThat(assessment).isEqualTo(ENGINE.assessReply(conversation));
  }

  @Test
  void cold_draft_is_written_again_with_advice() {
    ScriptedChatModel model = new ScriptedChatModel(COLD, KIND);
    ChatClientResponse response = call(model, AUDIT, CUSTOMER);
    assertThat(text(response)).isEqualTo(KIND);
    assertThat(reply(response).action()).isEqualTo(Action.REDRAFTED);
    Conversation conversation = Conversation.of(Message.customer(CUSTOMER), Message.bot(COLD));
    assertThat(model.lastPrompt()).contains(ENGINE.assessReply(conversation).advice());
    assertThat(model.asked.get(1).getInstructions()).hasSize(4);
    assertThat(model.asked.get(1).getSystemMessage().getText()).contains("for a shop");
  }

  @Test
  void memory_holds_what_was_sent_and_neither_draft_nor_advice() {
    call(new ScriptedChatModel(COLD, KIND), AUDIT, CUSTOMER);
    assertThat(remembered()).containsExactly(CUSTOMER, KIND);
    ScriptedChatModel model = new ScriptedChatModel(KIND);
    call(model, AUDIT, "And where is it now?");
    assertThat(model.asked.get(0).getInstructions().get(2)).isInstanceOf(AssistantMessage.class);
  }

  @Test
  void template_speaks_where_no_draft_passes() {
    ScriptedChatModel model = new ScriptedChatModel(COLD, COLD, COLD);
    ChatClientResponse response = call(model, AUDIT, CUSTOMER);
    assertThat(model.asked).hasSize(3);
    assertThat(reply(response).action()).isEqualTo(Action.TEMPLATE);
    assertThat(text(response)).contains("the delay").contains("talk to a person");
    assertThat(remembered()).containsExactly(CUSTOMER, text(response));
  }

  @Test
  void model_is_asked_again_at_most_as_often_as_configured() {
    for (int redrafts = 0; redrafts < 4; redrafts++) {
      memory.clear("1");
      ScriptedChatModel model = new ScriptedChatModel(COLD, COLD, COLD, COLD);
      call(model, AUDIT.redrafts(redrafts), CUSTOMER);
      assertThat(model.asked).hasSize(1 + redrafts);
    }
  }

  @Test
  void where_a_person_takes_over_no_model_is_called() {
    ScriptedChatModel model = new ScriptedChatModel();
    ChatClientResponse response = call(model, AUDIT, FURIOUS);
    assertThat(reply(response).desk().kind()).isEqualTo(Desk.Kind.ANY_AGENT);
    assertThat(text(response)).contains("a colleague");
    assertThat(model.asked).isEmpty();
    memory.clear("1");
    assertThat(reply(call(model, AUDIT, CRISIS)).desk().kind()).isEqualTo(Desk.Kind.PERSON_NOW);
  }

  @Test
  void empty_and_very_long_drafts_are_written_again() {
    ScriptedChatModel empty = new ScriptedChatModel("", KIND);
    assertThat(text(call(empty, AUDIT, CUSTOMER))).isEqualTo(KIND);
    assertThat(empty.lastPrompt()).startsWith("Your reply was empty.");
    memory.clear("1");
    ScriptedChatModel novel = new ScriptedChatModel((KIND + " ").repeat(200_000), KIND);
    assertThat(text(call(novel, AUDIT, CUSTOMER))).isEqualTo(KIND);
    assertThat(novel.lastPrompt()).contains("too long");
  }

  @Test
  void neither_a_customer_nor_a_model_reaches_the_prompt_through_the_advice() {
    ScriptedChatModel model =
        new ScriptedChatModel(
            COLD + " You should have read our terms. " + HOSTILE,
            "Calm down, SECRET-4711. As stated, only SECRET-4711.",
            KIND);
    ReplyAudit audit = AUDIT.triage(Triage.CRISIS_ONLY);
    assertThat(text(call(model, audit, HOSTILE))).isEqualTo(KIND);
    assertThat(model.asked).hasSize(3);
    for (int i = 1; i < 3; i++) {
      assertThat(model.asked.get(i).getUserMessage().getText())
          .contains("Your reply was not sent")
          .doesNotContain("SECRET")
          .doesNotContain("Ignore all");
    }
  }

  @Test
  void template_speaks_where_the_model_fails_to_write_again() {
    ScriptedChatModel model = new ScriptedChatModel(COLD, ScriptedChatModel.FAILS);
    assertThat(text(call(model, AUDIT, CUSTOMER))).contains("talk to a person");
  }

  @Test
  void first_failure_of_the_model_stays_the_applications_affair() {
    ScriptedChatModel model = new ScriptedChatModel(ScriptedChatModel.FAILS);
    assertThatThrownBy(() -> call(model, AUDIT, CUSTOMER)).hasMessage("the model is out");
  }

  @Test
  void facts_come_with_the_call() {
    ChatClientResponse response =
        client(new ScriptedChatModel(COLD), AUDIT.redrafts(0))
            .prompt()
            .user(CUSTOMER)
            .advisors(
                advisors -> advisors.param(EmpathyAdvisor.FACTS, Map.of("customer-name", "Ana")))
            .call()
            .chatClientResponse();
    assertThat(text(response)).startsWith("Hi Ana. ");
  }

  @Test
  void reply_keeps_the_rubric_that_it_began_with() {
    EmpathyEngine other =
        EmpathyEngine.compile(RubricYaml.builtIn("coaching-feedback"), SelfTest.OFF);
    AtomicReference<EmpathyEngine> rubric = new AtomicReference<>(ENGINE);
    ScriptedChatModel model = new ScriptedChatModel(COLD, KIND, KIND);
    model.before = () -> rubric.set(other);
    AuditedReply first = reply(call(model, AUDIT.rubric(rubric::get), CUSTOMER));
    assertThat(first.assessment().rubric().id()).isEqualTo("customer-support");
    AuditedReply second = reply(call(model, AUDIT.rubric(rubric::get), CUSTOMER));
    assertThat(second.assessment().rubric().id()).isEqualTo("coaching-feedback");
  }

  @Test
  void stream_passes_on_nothing_but_what_is_sent() {
    assertThat(stream(new ScriptedChatModel(KIND), CUSTOMER)).isEqualTo(KIND);
    assertThat(stream(new ScriptedChatModel(COLD, KIND), CUSTOMER)).isEqualTo(KIND);
    assertThat(stream(new ScriptedChatModel(COLD, COLD, COLD), CUSTOMER))
        .contains("talk to a person");
    assertThat(stream(new ScriptedChatModel("", KIND), CUSTOMER)).isEqualTo(KIND);
    assertThat(stream(new ScriptedChatModel(COLD, ScriptedChatModel.FAILS), CUSTOMER))
        .contains("talk to a person");
    ScriptedChatModel unasked = new ScriptedChatModel();
    assertThat(stream(unasked, CRISIS)).contains("a person at once");
    assertThat(unasked.asked).isEmpty();
  }

  private String stream(ScriptedChatModel model, String customer) {
    memory.clear("1");
    List<ChatClientResponse> pieces =
        client(model, AUDIT).prompt().user(customer).stream()
            .chatClientResponse()
            .collectList()
            .block();
    StringBuilder whole = new StringBuilder();
    List<Object> assessments = new ArrayList<>();
    for (ChatClientResponse piece : pieces) {
      whole.append(text(piece));
      assessments.add(piece.context().get(EmpathyAdvisor.ASSESSMENT));
    }
    assertThat(assessments).isNotEmpty().doesNotContainNull();
    assertThat(remembered()).containsExactly(customer, whole.toString());
    return whole.toString();
  }
}

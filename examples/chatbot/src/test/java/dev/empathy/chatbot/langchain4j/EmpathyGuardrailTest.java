package dev.empathy.chatbot.langchain4j;

import static dev.empathy.chatbot.Samples.COLD;
import static dev.empathy.chatbot.Samples.CRISIS;
import static dev.empathy.chatbot.Samples.CUSTOMER;
import static dev.empathy.chatbot.Samples.ENGINE;
import static dev.empathy.chatbot.Samples.FURIOUS;
import static dev.empathy.chatbot.Samples.HOSTILE;
import static dev.empathy.chatbot.Samples.KIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.empathy.Conversation;
import dev.empathy.Message;
import dev.empathy.chatbot.AuditListener;
import dev.empathy.chatbot.AuditedReply;
import dev.empathy.chatbot.AuditedReply.Action;
import dev.empathy.chatbot.Desk;
import dev.empathy.chatbot.ReplyAudit;
import dev.empathy.chatbot.Triage;
import dev.empathy.yaml.ReloadableEngine;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The guardrail behind the framework's own AI services. */
@Timeout(60)
class EmpathyGuardrailTest {

  interface Assistant {
    String chat(String message);
  }

  interface StreamingAssistant {
    TokenStream chat(String message);
  }

  private final List<AuditedReply> replies = new ArrayList<>();
  private final MessageWindowChatMemory memory = MessageWindowChatMemory.withMaxMessages(20);

  private final ReplyAudit audit =
      ReplyAudit.of(() -> ENGINE)
          .listener(
              new AuditListener() {
                @Override
                public void replied(AuditedReply reply) {
                  replies.add(reply);
                }
              });

  private Assistant assistant(ScriptedModel model, ReplyAudit audit) {
    return AiServices.builder(Assistant.class)
        .chatModel(model)
        .chatMemory(memory)
        .systemMessageProvider(id -> "You answer for a shop.")
        .outputGuardrails(new EmpathyGuardrail(audit))
        .build();
  }

  private AuditedReply reply() {
    assertThat(replies).hasSize(1);
    return replies.get(0);
  }

  private String remembered() {
    List<ChatMessage> messages = memory.messages();
    return ((AiMessage) messages.get(messages.size() - 1)).text();
  }

  @Test
  void kind_draft_is_sent_as_it_is() {
    ScriptedModel model = new ScriptedModel(KIND);
    assertThat(assistant(model, audit).chat(CUSTOMER)).isEqualTo(KIND);
    assertThat(model.asked).hasSize(1);
    assertThat(reply().action()).isEqualTo(Action.SENT);
    assertThat(reply().assessment().passed()).isTrue();
    assertThat(remembered()).isEqualTo(KIND);
  }

  @Test
  void cold_draft_is_written_again_with_advice() {
    ScriptedModel model = new ScriptedModel(COLD, KIND);
    assertThat(assistant(model, audit).chat(CUSTOMER)).isEqualTo(KIND);
    assertThat(reply().action()).isEqualTo(Action.REDRAFTED);
    assertThat(reply().drafts()).isEqualTo(2);

    String advice =
        ENGINE.assessReply(Conversation.of(Message.customer(CUSTOMER), Message.bot(COLD))).advice();
    assertThat(advice).isNotEmpty();
    assertThat(model.lastPrompt()).contains(advice);
    // The model sees the system message, the customer and its own draft.
    List<ChatMessage> asked = model.asked.get(1);
    assertThat(asked).hasSize(4);
    assertThat(asked.get(0)).isInstanceOf(SystemMessage.class);
    assertThat(asked.get(2)).isEqualTo(AiMessage.from(COLD));
  }

  @Test
  void memory_holds_what_was_sent_and_neither_draft_nor_advice() {
    ScriptedModel model = new ScriptedModel(COLD, KIND, KIND);
    Assistant assistant = assistant(model, audit);
    assistant.chat(CUSTOMER);
    assertThat(memory.messages()).hasSize(3);
    assertThat(remembered()).isEqualTo(KIND);
    // The next turn is judged in the light of it.
    assistant.chat("And where is it now?");
    assertThat(model.asked.get(2).toString()).contains(KIND).doesNotContain(COLD);
  }

  @Test
  void template_speaks_where_no_draft_passes() {
    ScriptedModel model = new ScriptedModel(COLD, COLD, COLD);
    String sent = assistant(model, audit).chat(CUSTOMER);
    assertThat(model.asked).hasSize(3);
    assertThat(reply().action()).isEqualTo(Action.TEMPLATE);
    assertThat(sent).contains("the delay").contains("talk to a person");
    assertThat(
            ENGINE
                .assessReply(Conversation.of(Message.customer(CUSTOMER), Message.bot(sent)))
                .passed())
        .isTrue();
    assertThat(remembered()).isEqualTo(sent);
  }

  @Test
  void model_is_asked_again_at_most_as_often_as_configured() {
    for (int redrafts = 0; redrafts < 4; redrafts++) {
      ScriptedModel model = new ScriptedModel(COLD, COLD, COLD, COLD);
      assistant(model, audit.redrafts(redrafts)).chat(CUSTOMER);
      assertThat(model.asked).hasSize(1 + redrafts);
      memory.clear();
    }
  }

  @Test
  void strong_feelings_go_to_a_person() {
    String sent = assistant(new ScriptedModel(KIND), audit).chat(FURIOUS);
    assertThat(reply().action()).isEqualTo(Action.HANDED_OVER);
    assertThat(reply().desk().kind()).isEqualTo(Desk.Kind.ANY_AGENT);
    assertThat(sent).contains("a colleague").isNotEqualTo(KIND);
    assertThat(remembered()).isEqualTo(sent);
  }

  @Test
  void a_crisis_goes_to_a_person_at_once_whatever_the_draft_says() {
    String sent = assistant(new ScriptedModel(KIND), audit.triage(Triage.CRISIS_ONLY)).chat(CRISIS);
    assertThat(reply().desk().kind()).isEqualTo(Desk.Kind.PERSON_NOW);
    assertThat(sent).contains("a person at once");
  }

  @Test
  void where_only_crises_are_handed_over_the_bot_answers_anger() {
    ScriptedModel model = new ScriptedModel(KIND);
    assertThat(assistant(model, audit.triage(Triage.CRISIS_ONLY)).chat(FURIOUS)).isEqualTo(KIND);
  }

  @Test
  void empty_draft_is_written_again() {
    ScriptedModel model = new ScriptedModel(" ", KIND);
    assertThat(assistant(model, audit).chat(CUSTOMER)).isEqualTo(KIND);
    assertThat(model.lastPrompt()).startsWith("Your reply was empty.");
  }

  @Test
  void very_long_draft_is_asked_to_be_shorter() {
    String novel = (KIND + " ").repeat(200_000);
    ScriptedModel model = new ScriptedModel(novel, KIND);
    assertThat(assistant(model, audit).chat(CUSTOMER)).isEqualTo(KIND);
    assertThat(model.lastPrompt()).contains("too long").contains("4000 characters");
  }

  @Test
  void neither_a_customer_nor_a_model_reaches_the_prompt_through_the_advice() {
    ScriptedModel model =
        new ScriptedModel(
            COLD + " You should have read our terms. " + HOSTILE,
            "Calm down, SECRET-4711. As stated, only SECRET-4711.",
            KIND);
    Assistant assistant = assistant(model, audit.triage(Triage.CRISIS_ONLY));
    assertThat(assistant.chat(HOSTILE)).isEqualTo(KIND);
    assertThat(model.asked).hasSize(3);
    for (int i = 1; i < 3; i++) {
      List<ChatMessage> asked = model.asked.get(i);
      assertThat(asked.get(asked.size() - 1).toString())
          .contains("Your reply was not sent")
          .doesNotContain("SECRET")
          .doesNotContain("Ignore all");
    }
  }

  @Test
  void works_without_a_chat_memory() {
    ScriptedModel model = new ScriptedModel(COLD, KIND);
    Assistant assistant =
        AiServices.builder(Assistant.class)
            .chatModel(model)
            .outputGuardrails(new EmpathyGuardrail(audit))
            .build();
    assertThat(assistant.chat(CUSTOMER)).isEqualTo(KIND);
    assertThat(model.asked.get(1).get(0).toString()).contains(CUSTOMER);
  }

  @Test
  void facts_fill_the_template() {
    Assistant assistant =
        AiServices.builder(Assistant.class)
            .chatModel(new ScriptedModel(COLD))
            .chatMemory(memory)
            .outputGuardrails(
                new EmpathyGuardrail(
                    audit.redrafts(0), request -> Map.of("customer-name", "Ana"), null))
            .build();
    assertThat(assistant.chat(CUSTOMER)).startsWith("Hi Ana. ");
  }

  @Test
  void template_speaks_where_the_model_fails_to_write_again() {
    ScriptedModel model = new ScriptedModel(COLD, ScriptedModel.FAILS);
    assertThat(assistant(model, audit).chat(CUSTOMER)).contains("talk to a person");
    assertThat(reply().action()).isEqualTo(Action.TEMPLATE);
  }

  @Test
  void reply_keeps_the_rubric_that_it_began_with(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("acme.yaml");
    Files.writeString(file, rubric("1.0.0", "refund"));
    ReloadableEngine rubric = ReloadableEngine.of(file);
    ScriptedModel model =
        new ScriptedModel("A refund is on its way.", "A voucher is on its way.", "A refund.");
    // It changes after the first draft: from then on a voucher is what must not be named.
    model.before =
        () -> {
          if (model.asked.size() == 1) {
            write(file, rubric("2.0.0", "voucher"));
            rubric.reload();
          }
        };
    Assistant assistant = assistant(model, audit.rubric(rubric::engine));
    assertThat(assistant.chat("Hello")).isEqualTo("A voucher is on its way.");
    assertThat(replies.get(0).assessment().rubric().version()).isEqualTo("1.0.0");
    assertThat(assistant.chat("Hello")).isEqualTo("A refund.");
    assertThat(replies.get(1).assessment().rubric().version()).isEqualTo("2.0.0");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String rubric(String version, String forbidden) {
    return """
        empathy: 1
        rubric: acme
        version: %s
        locale: en
        dimensions: { care: { weight: 1, start: 80 } }
        bands: { poor: 0, good: 60 }
        pass-mark: 60
        cues:
          word:
            who: agent
            match: [%s]
            examples: { hits: ["A {{%s}}."], misses: ["Hello."] }
        rules:
          no-word:
            dimension: care
            severity: error
            forbid: { cue: word }
            fail: { score: -50, message: Do not name it., suggest: Leave it out. }
        """
        .formatted(version, forbidden, forbidden);
  }

  @Test
  void stream_passes_on_nothing_but_what_is_sent() throws Exception {
    assertThat(stream(new ScriptedModel(KIND))).isEqualTo(KIND);
    assertThat(stream(new ScriptedModel(COLD, KIND))).isEqualTo(KIND);
    assertThat(stream(new ScriptedModel(COLD, COLD, COLD))).contains("talk to a person");
    assertThat(replies)
        .extracting(AuditedReply::action)
        .containsExactly(Action.SENT, Action.REDRAFTED, Action.TEMPLATE);
  }

  @Test
  void stream_hands_over() throws Exception {
    memory.clear();
    StringBuilder text = new StringBuilder();
    CompletableFuture<Void> done = new CompletableFuture<>();
    AuditedStream.start(
        streaming(new ScriptedModel(KIND)).chat(CRISIS),
        text::append,
        () -> done.complete(null),
        done::completeExceptionally);
    done.get(30, TimeUnit.SECONDS);
    assertThat(text).contains("a person at once");
  }

  @Test
  void stream_whose_second_call_fails_does_not_wait_for_ever() throws Exception {
    assertThat(stream(new ScriptedModel(COLD, ScriptedModel.FAILS))).contains("talk to a person");
  }

  private StreamingAssistant streaming(ScriptedModel model) {
    return AiServices.builder(StreamingAssistant.class)
        .streamingChatModel(model)
        .chatMemory(memory)
        .outputGuardrails(new EmpathyGuardrail(audit, request -> Map.of(), Duration.ofMillis(500)))
        .build();
  }

  private String stream(ScriptedModel model) throws Exception {
    memory.clear();
    StringBuilder text = new StringBuilder();
    CompletableFuture<Void> done = new CompletableFuture<>();
    AuditedStream.start(
        streaming(model).chat(CUSTOMER),
        text::append,
        () -> done.complete(null),
        error -> {
          // LangChain4j tells the handler of the second call's failure too; the reply still comes.
        });
    done.get(30, TimeUnit.SECONDS);
    assertThat(remembered()).isEqualTo(text.toString());
    return text.toString();
  }
}

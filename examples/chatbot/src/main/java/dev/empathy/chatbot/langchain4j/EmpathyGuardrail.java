package dev.empathy.chatbot.langchain4j;

import dev.empathy.Conversation;
import dev.empathy.chatbot.AuditStep;
import dev.empathy.chatbot.AuditedReply;
import dev.empathy.chatbot.AuditedTurn;
import dev.empathy.chatbot.ReplyAudit;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailRequest;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at what a model of LangChain4j wrote, in the light of the chat memory, before the customer
 * sees it.
 *
 * <pre>{@code
 * Assistant assistant = AiServices.builder(Assistant.class)
 *     .chatModel(model)
 *     .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(20))
 *     .outputGuardrails(new EmpathyGuardrail(ReplyAudit.of(rubric::engine)))
 *     .build();
 * }</pre>
 *
 * <p>It asks the model again by itself instead of returning {@code reprompt}: the framework counts
 * attempts where a guardrail cannot see them and throws after the last one, and a customer should
 * get an answer then. It also puts what was sent into the chat memory, in place of the draft that
 * the framework put there.
 *
 * <p>For tokens as they come see {@link AuditedStream}. Safe for use by any number of threads.
 */
public final class EmpathyGuardrail implements OutputGuardrail {

  private static final Logger LOG = LoggerFactory.getLogger(EmpathyGuardrail.class);

  private final ReplyAudit audit;
  private final Function<OutputGuardrailRequest, Map<String, String>> facts;
  private final @Nullable Duration patience;

  public EmpathyGuardrail(ReplyAudit audit) {
    this(audit, request -> Map.of(), null);
  }

  /**
   * @param audit what is asked of a draft
   * @param facts what is known of the customer, such as {@code customer-name}, by the request's
   *     memory id
   * @param patience how long a model may take to write again, before a template speaks; null for as
   *     long as it likes. With a streaming model give one: there LangChain4j 1.19 waits for ever
   *     where the second call fails. The model is then asked on a thread of its own
   */
  public EmpathyGuardrail(
      ReplyAudit audit,
      Function<OutputGuardrailRequest, Map<String, String>> facts,
      @Nullable Duration patience) {
    this.audit = Objects.requireNonNull(audit, "audit");
    this.facts = Objects.requireNonNull(facts, "facts");
    this.patience = patience;
  }

  @Override
  public OutputGuardrailResult validate(OutputGuardrailRequest request) {
    AiMessage draft = request.responseFromLLM().aiMessage();
    List<ChatMessage> before = ChatHistory.before(request, draft);
    AuditedTurn turn =
        audit.begin(new Conversation(ChatHistory.messages(before), facts.apply(request)));
    AuditedReply reply = reply(turn, request, before);
    AiMessage sent = draft.withText(reply.text());
    remember(request, draft, sent);
    return reply.text().equals(draft.text()) ? success() : successWith(sent);
  }

  private AuditedReply reply(
      AuditedTurn turn, OutputGuardrailRequest request, List<ChatMessage> before) {
    String draft = request.responseFromLLM().aiMessage().text();
    AuditStep step = turn.judge(draft);
    while (step instanceof AuditStep.Redraft redraft) {
      String next = null;
      try {
        next = ask(request, again(before, draft, redraft.prompt()));
      } catch (ModelFailure e) {
        LOG.warn("the model did not write again: {}", e.getMessage());
        return turn.template(draft);
      }
      draft = next;
      step = turn.judge(draft);
    }
    return ((AuditStep.Send) step).reply();
  }

  private static List<ChatMessage> again(
      List<ChatMessage> before, @Nullable String draft, String prompt) {
    List<ChatMessage> messages = new ArrayList<>(before);
    if (draft != null && !draft.isBlank()) {
      messages.add(AiMessage.from(draft));
    }
    messages.add(UserMessage.from(prompt));
    return messages;
  }

  private @Nullable String ask(OutputGuardrailRequest request, List<ChatMessage> messages) {
    FutureTask<ChatResponse> task =
        new FutureTask<>(() -> request.chatExecutor().execute(messages));
    Duration limit = patience;
    if (limit == null) {
      task.run();
    } else {
      Thread thread = new Thread(task, "empathy-redraft");
      thread.setDaemon(true);
      thread.start();
    }
    try {
      ChatResponse response =
          limit == null ? task.get() : task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return response.aiMessage().text();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelFailure("interrupted");
    } catch (TimeoutException e) {
      throw new ModelFailure("it took longer than " + limit);
    } catch (ExecutionException e) {
      // Its message may hold what was sent to the model.
      throw new ModelFailure(String.valueOf(e.getCause().getClass().getName()));
    } finally {
      task.cancel(true);
    }
  }

  private static void remember(OutputGuardrailRequest request, AiMessage draft, AiMessage sent) {
    ChatMemory memory = request.requestParams().chatMemory();
    if (memory == null || sent.equals(draft)) {
      return;
    }
    List<ChatMessage> messages = new ArrayList<>(memory.messages());
    int last = messages.size() - 1;
    if (last >= 0 && messages.get(last).equals(draft)) {
      messages.set(last, sent);
      memory.set(messages);
    }
  }

  private static final class ModelFailure extends RuntimeException {
    ModelFailure(String message) {
      super(message);
    }
  }
}

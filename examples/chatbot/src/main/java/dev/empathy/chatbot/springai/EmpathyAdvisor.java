package dev.empathy.chatbot.springai;

import dev.empathy.Conversation;
import dev.empathy.Message;
import dev.empathy.chatbot.AuditStep;
import dev.empathy.chatbot.AuditedReply;
import dev.empathy.chatbot.AuditedTurn;
import dev.empathy.chatbot.ReplyAudit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.client.ChatClientMessageAggregator;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.api.Advisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisor;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisorChain;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks at what a model of Spring AI wrote, in the light of the chat memory, before the customer
 * sees it.
 *
 * <pre>{@code
 * ChatClient client = ChatClient.builder(model)
 *     .defaultAdvisors(
 *         MessageChatMemoryAdvisor.builder(memory).build(),
 *         new EmpathyAdvisor(ReplyAudit.of(rubric::engine)))
 *     .build();
 * ChatClientResponse response = client.prompt().user(text).call().chatClientResponse();
 * AuditedReply reply = (AuditedReply) response.context().get(EmpathyAdvisor.REPLY);
 * }</pre>
 *
 * <p>It stands just inside the chat memory: the memory keeps what was sent, never a draft, and what
 * other advisors add to a prompt is not taken for the customer's words. Where a person takes over,
 * the model is not called at all.
 *
 * <p>A stream is held until the draft is settled, and then passed on word by word: nobody can take
 * back what a customer has read. Safe for use by any number of threads.
 */
public final class EmpathyAdvisor implements CallAdvisor, StreamAdvisor {

  /** The {@link AuditedReply}, in a response's context. */
  public static final String REPLY = "empathy.reply";

  /** The {@link dev.empathy.Assessment} of the last draft, in a response's context. */
  public static final String ASSESSMENT = "empathy.assessment";

  /** What is known of the customer, a map of texts, as a parameter of the call. */
  public static final String FACTS = "empathy.facts";

  /** Just inside the chat memory. */
  public static final int DEFAULT_ORDER = Advisor.DEFAULT_CHAT_MEMORY_PRECEDENCE_ORDER + 100;

  private static final Logger LOG = LoggerFactory.getLogger(EmpathyAdvisor.class);

  private final ReplyAudit audit;
  private final int order;

  public EmpathyAdvisor(ReplyAudit audit) {
    this(audit, DEFAULT_ORDER);
  }

  public EmpathyAdvisor(ReplyAudit audit, int order) {
    this.audit = Objects.requireNonNull(audit, "audit");
    this.order = order;
  }

  @Override
  public String getName() {
    return "empathy";
  }

  @Override
  public int getOrder() {
    return order;
  }

  @Override
  public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
    AuditedTurn turn = audit.begin(conversation(request));
    if (turn.desk().isPerson()) {
      return response(request, turn.handOver());
    }
    ChatClientResponse response = chain.copy(this).nextCall(request);
    if (callsTools(response)) {
      return response;
    }
    AuditStep step = turn.judge(text(response));
    while (step instanceof AuditStep.Redraft redraft) {
      String draft = text(response);
      try {
        response = chain.copy(this).nextCall(again(request, draft, redraft.prompt()));
      } catch (RuntimeException e) {
        return settled(response, failed(turn, draft, e));
      }
      step = turn.judge(text(response));
    }
    return settled(response, ((AuditStep.Send) step).reply());
  }

  @Override
  public Flux<ChatClientResponse> adviseStream(
      ChatClientRequest request, StreamAdvisorChain chain) {
    return Flux.defer(
        () -> {
          AuditedTurn turn = audit.begin(conversation(request));
          return turn.desk().isPerson()
              ? Flux.just(response(request, turn.handOver()))
              : whole(chain.copy(this).nextStream(request))
                  .flatMapMany(response -> settle(request, chain, turn, response));
        });
  }

  private Flux<ChatClientResponse> settle(
      ChatClientRequest request,
      StreamAdvisorChain chain,
      AuditedTurn turn,
      ChatClientResponse response) {
    if (callsTools(response)) {
      return Flux.just(response);
    }
    String draft = text(response);
    AuditStep step = turn.judge(draft);
    if (step instanceof AuditStep.Send send) {
      return pieces(settled(response, send.reply()));
    }
    String prompt = ((AuditStep.Redraft) step).prompt();
    return whole(chain.copy(this).nextStream(again(request, draft, prompt)))
        .map(next -> settle(request, chain, turn, next))
        .onErrorResume(error -> Mono.just(pieces(settled(response, failed(turn, draft, error)))))
        .flatMapMany(pieces -> pieces);
  }

  /** A stream's pieces as one response; one without text where there were none. */
  private static Mono<ChatClientResponse> whole(Flux<ChatClientResponse> pieces) {
    AtomicReference<@Nullable ChatClientResponse> whole = new AtomicReference<>();
    return new ChatClientMessageAggregator()
        .aggregateChatClientResponse(pieces, whole::set)
        .then(Mono.fromSupplier(() -> orEmpty(whole.get())));
  }

  private static ChatClientResponse orEmpty(@Nullable ChatClientResponse response) {
    return response == null ? new ChatClientResponse(null, new HashMap<>()) : response;
  }

  /** Word by word, each with the space after it. */
  private static Flux<ChatClientResponse> pieces(ChatClientResponse response) {
    List<ChatClientResponse> pieces = new ArrayList<>();
    String text = text(response);
    int end = text == null ? 0 : text.length();
    int begin = 0;
    while (begin < end) {
      int space = text.indexOf(' ', begin);
      int next = space < 0 ? end : space + 1;
      pieces.add(with(response, text.substring(begin, next)));
      begin = next;
    }
    return Flux.fromIterable(pieces);
  }

  private AuditedReply failed(AuditedTurn turn, @Nullable String draft, Throwable error) {
    // Its message may hold what was sent to the model.
    LOG.warn("the model did not write again: {}", error.getClass().getName());
    return turn.template(draft);
  }

  private static ChatClientRequest again(
      ChatClientRequest request, @Nullable String draft, String prompt) {
    List<org.springframework.ai.chat.messages.Message> messages =
        new ArrayList<>(request.prompt().getInstructions());
    if (draft != null && !draft.isBlank()) {
      messages.add(new AssistantMessage(draft));
    }
    messages.add(new UserMessage(prompt));
    return request.mutate().prompt(request.prompt().mutate().messages(messages).build()).build();
  }

  private static ChatClientResponse settled(ChatClientResponse response, AuditedReply reply) {
    return with(response, reply.text())
        .mutate()
        .context(REPLY, reply)
        .context(ASSESSMENT, reply.assessment())
        .build();
  }

  private static ChatClientResponse response(ChatClientRequest request, AuditedReply reply) {
    return settled(new ChatClientResponse(null, new HashMap<>(request.context())), reply);
  }

  /** The same response with another text; what the provider said of its use stays. */
  private static ChatClientResponse with(ChatClientResponse response, String text) {
    List<Generation> generations = List.of(new Generation(new AssistantMessage(text)));
    ChatResponse before = response.chatResponse();
    ChatResponse after =
        before == null
            ? new ChatResponse(generations)
            : new ChatResponse(generations, before.getMetadata());
    return response.mutate().chatResponse(after).build();
  }

  private static boolean callsTools(ChatClientResponse response) {
    ChatResponse chat = response.chatResponse();
    return chat != null && chat.hasToolCalls();
  }

  private static @Nullable String text(ChatClientResponse response) {
    ChatResponse chat = response.chatResponse();
    Generation first = chat == null ? null : chat.getResult();
    return first == null ? null : first.getOutput().getText();
  }

  private static Conversation conversation(ChatClientRequest request) {
    List<Message> messages = new ArrayList<>();
    for (org.springframework.ai.chat.messages.Message message :
        request.prompt().getInstructions()) {
      String text = message.getText();
      if (text != null && message instanceof UserMessage) {
        messages.add(Message.customer(text));
      } else if (text != null && message instanceof AssistantMessage) {
        messages.add(Message.bot(text));
      }
    }
    return new Conversation(messages, facts(request.context().get(FACTS)));
  }

  private static Map<String, String> facts(@Nullable Object given) {
    Map<String, String> facts = new HashMap<>();
    if (given instanceof Map<?, ?> map) {
      map.forEach((name, value) -> facts.put(String.valueOf(name), String.valueOf(value)));
    }
    return facts;
  }
}

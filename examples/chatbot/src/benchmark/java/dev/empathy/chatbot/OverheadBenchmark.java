package dev.empathy.chatbot;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.chatbot.langchain4j.EmpathyGuardrail;
import dev.empathy.chatbot.springai.EmpathyAdvisor;
import dev.empathy.yaml.RubricYaml;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;

/**
 * What looking at a draft costs: a call of each framework with it, beside the same call without it.
 * The models answer at once, so that what is left is the frameworks' own work and ours. The draft
 * passes; one that does not costs another call of the model.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 3)
@Fork(1)
public class OverheadBenchmark {

  private static final String CUSTOMER = "My parcel is late again and it's a bit annoying.";

  private static final String DRAFT =
      "I can see why a late parcel is annoying. I'll send a new one today and you'll have it by"
          + " Friday.";

  /** What LangChain4j implements. */
  public interface Assistant {
    String chat(String message);
  }

  private Assistant plainService;
  private Assistant auditedService;
  private ChatClient plainClient;
  private ChatClient auditedClient;

  @Setup
  public void setUp() {
    EmpathyEngine engine =
        EmpathyEngine.compile(RubricYaml.builtIn("customer-support"), SelfTest.OFF);
    ReplyAudit audit = ReplyAudit.of(() -> engine);
    ChatModel model = new InstantModel();
    plainService = AiServices.builder(Assistant.class).chatModel(model).build();
    auditedService =
        AiServices.builder(Assistant.class)
            .chatModel(model)
            .outputGuardrails(new EmpathyGuardrail(audit))
            .build();
    plainClient = ChatClient.builder(OverheadBenchmark::instant).build();
    auditedClient =
        ChatClient.builder(OverheadBenchmark::instant)
            .defaultAdvisors(new EmpathyAdvisor(audit))
            .build();
  }

  private static org.springframework.ai.chat.model.ChatResponse instant(Prompt prompt) {
    return new org.springframework.ai.chat.model.ChatResponse(
        List.of(new Generation(new AssistantMessage(DRAFT))));
  }

  private static final class InstantModel implements ChatModel {
    @Override
    public ChatResponse doChat(ChatRequest request) {
      return ChatResponse.builder().aiMessage(AiMessage.from(DRAFT)).build();
    }
  }

  @Benchmark
  public String langChain4jWithout() {
    return plainService.chat(CUSTOMER);
  }

  @Benchmark
  public String langChain4jWith() {
    return auditedService.chat(CUSTOMER);
  }

  @Benchmark
  public String springAiWithout() {
    return plainClient.prompt().user(CUSTOMER).call().content();
  }

  @Benchmark
  public String springAiWith() {
    return auditedClient.prompt().user(CUSTOMER).call().content();
  }
}

package dev.empathy.chatbot.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The model that the environment names, else one that needs no network.
 *
 * <ul>
 *   <li>{@code EMPATHY_MODEL}: the model's name, such as {@code gpt-4o-mini} or {@code llama3.2}
 *   <li>{@code EMPATHY_MODEL_URL}: whose interface it is, such as {@code
 *       http://localhost:11434/v1}; without it the provider's own
 *   <li>{@code EMPATHY_MODEL_KEY}: the key, where one is needed
 * </ul>
 */
final class Models {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Models() {}

  static ChatModel of(Map<String, String> environment) {
    String name = environment.get("EMPATHY_MODEL");
    if (name == null || name.isBlank()) {
      return new Scripted();
    }
    OpenAiChatModel.OpenAiChatModelBuilder model =
        OpenAiChatModel.builder()
            .modelName(name)
            .apiKey(environment.getOrDefault("EMPATHY_MODEL_KEY", "none"))
            .timeout(PATIENCE)
            .maxRetries(1);
    String url = environment.get("EMPATHY_MODEL_URL");
    return url == null ? model.build() : model.baseUrl(url).build();
  }

  /** Says something cold first and something kinder when asked again, over and over. */
  private static final class Scripted implements ChatModel {

    private static final List<String> SCRIPT =
        List.of(
            "As stated, it is being processed. Please be patient.",
            "I can see how frustrating this must be. I'll look into it now and write to you by"
                + " noon.");

    private Iterator<String> next = new ArrayList<>(SCRIPT).iterator();

    @Override
    public synchronized ChatResponse doChat(ChatRequest request) {
      if (!next.hasNext()) {
        next = SCRIPT.iterator();
      }
      return ChatResponse.builder().aiMessage(AiMessage.from(next.next())).build();
    }
  }
}

package dev.empathy.chatbot;

import dev.empathy.chatbot.langchain4j.AnyModel;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;

/** Writes the same cold reply whatever it is asked; the README's code runs with it. */
public final class ColdModel extends AnyModel {

  public static final ColdModel LANG_CHAIN_4J = new ColdModel();

  public static final ChatModel SPRING_AI = ColdModel::cold;

  private static org.springframework.ai.chat.model.ChatResponse cold(Prompt prompt) {
    return new org.springframework.ai.chat.model.ChatResponse(
        List.of(new Generation(new AssistantMessage(Samples.COLD))));
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    return ChatResponse.builder().aiMessage(AiMessage.from(Samples.COLD)).build();
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    handler.onCompleteResponse(doChat(request));
  }
}

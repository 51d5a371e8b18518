package dev.empathy.chatbot.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A model that says what it is told to, in order, and remembers what it was asked. */
final class ScriptedModel extends AnyModel {

  /** Instead of a reply: the model fails. */
  static final String FAILS = "\0fails";

  private final Deque<String> script;
  final List<List<ChatMessage>> asked = new ArrayList<>();

  /** Runs before each reply. */
  Runnable before = () -> {};

  ScriptedModel(String... replies) {
    script = new ArrayDeque<>(List.of(replies));
  }

  private String next(ChatRequest request) {
    before.run();
    asked.add(List.copyOf(request.messages()));
    String reply = script.removeFirst();
    if (reply.equals(FAILS)) {
      throw new IllegalStateException("the model is out");
    }
    return reply;
  }

  String lastPrompt() {
    List<ChatMessage> last = asked.get(asked.size() - 1);
    return ((UserMessage) last.get(last.size() - 1)).singleText();
  }

  @Override
  public ChatResponse doChat(ChatRequest request) {
    return response(next(request));
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    String reply;
    try {
      reply = next(request);
    } catch (IllegalStateException e) {
      handler.onError(e);
      return;
    }
    for (String word : reply.split("(?<= )")) {
      handler.onPartialResponse(word);
    }
    handler.onCompleteResponse(response(reply));
  }

  private static ChatResponse response(String text) {
    return ChatResponse.builder().aiMessage(AiMessage.from(text)).build();
  }
}

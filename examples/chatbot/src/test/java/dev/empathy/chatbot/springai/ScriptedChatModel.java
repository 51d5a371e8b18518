package dev.empathy.chatbot.springai;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;

/** A model that says what it is told to, in order, and remembers what it was asked. */
final class ScriptedChatModel implements ChatModel {

  /** Instead of a reply: the model fails. */
  static final String FAILS = "\0fails";

  private final Deque<String> script;
  final List<Prompt> asked = new ArrayList<>();

  /** Runs before each reply. */
  Runnable before = () -> {};

  ScriptedChatModel(String... replies) {
    script = new ArrayDeque<>(List.of(replies));
  }

  String lastPrompt() {
    return asked.get(asked.size() - 1).getUserMessage().getText();
  }

  private String next(Prompt prompt) {
    before.run();
    asked.add(prompt);
    String reply = script.removeFirst();
    if (reply.equals(FAILS)) {
      throw new IllegalStateException("the model is out");
    }
    return reply;
  }

  @Override
  public ChatResponse call(Prompt prompt) {
    return response(next(prompt));
  }

  @Override
  public Flux<ChatResponse> stream(Prompt prompt) {
    return Flux.defer(
        () -> Flux.fromArray(next(prompt).split("(?<= )")).map(ScriptedChatModel::response));
  }

  private static ChatResponse response(String text) {
    return new ChatResponse(List.of(new Generation(new AssistantMessage(text))));
  }
}

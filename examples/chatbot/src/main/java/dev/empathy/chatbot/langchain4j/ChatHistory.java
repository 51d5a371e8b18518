package dev.empathy.chatbot.langchain4j;

import dev.empathy.Message;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.GuardrailRequestParams;
import dev.langchain4j.guardrail.OutputGuardrailRequest;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.model.input.PromptTemplate;
import java.util.ArrayList;
import java.util.List;

/** What was said before a draft. */
final class ChatHistory {

  private ChatHistory() {}

  /**
   * The chat memory without the draft itself, which the framework has already put there. Where
   * there is no memory, the customer's message alone.
   */
  static List<ChatMessage> before(OutputGuardrailRequest request, AiMessage draft) {
    ChatMemory memory = request.requestParams().chatMemory();
    List<ChatMessage> messages =
        memory == null ? new ArrayList<>() : new ArrayList<>(memory.messages());
    if (!messages.isEmpty() && messages.get(messages.size() - 1).equals(draft)) {
      messages.remove(messages.size() - 1);
    }
    if (messages.stream().noneMatch(UserMessage.class::isInstance)) {
      messages.add(UserMessage.from(asked(request.requestParams())));
    }
    return messages;
  }

  private static String asked(GuardrailRequestParams params) {
    return PromptTemplate.from(params.userMessageTemplate()).apply(params.variables()).text();
  }

  /** As the engine reads them. Tools' results and the system message are nobody's words. */
  static List<Message> messages(List<ChatMessage> memory) {
    List<Message> messages = new ArrayList<>();
    for (ChatMessage message : memory) {
      if (message instanceof UserMessage user) {
        messages.add(Message.customer(text(user)));
      } else if (message instanceof AiMessage bot && bot.text() != null) {
        messages.add(Message.bot(bot.text()));
      }
    }
    return messages;
  }

  private static String text(UserMessage message) {
    StringBuilder text = new StringBuilder();
    for (Content content : message.contents()) {
      if (content instanceof TextContent part) {
        text.append(text.isEmpty() ? "" : "\n").append(part.text());
      }
    }
    return text.toString();
  }
}

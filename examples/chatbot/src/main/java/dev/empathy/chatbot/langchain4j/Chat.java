package dev.empathy.chatbot.langchain4j;

import dev.empathy.EmpathyEngine;
import dev.empathy.SelfTest;
import dev.empathy.chatbot.AuditListener;
import dev.empathy.chatbot.AuditedReply;
import dev.empathy.chatbot.ReplyAudit;
import dev.empathy.yaml.RubricYaml;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.service.AiServices;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;

/**
 * A chat in the terminal: what you type is the customer's, and below each reply stands how it came
 * about.
 */
public final class Chat {

  private static final int MEMORY = 20;

  private static final String SYSTEM =
      "You answer the customers of a shop, in a few plain and kind sentences. You promise nothing"
          + " that you do not know.";

  /** What LangChain4j implements. */
  interface Assistant {
    String chat(String message);
  }

  private Chat() {}

  /** Reads the customer's lines until there are no more. */
  public static void run(BufferedReader in, PrintStream out, Map<String, String> environment)
      throws IOException {
    run(
        EmpathyEngine.compile(RubricYaml.builtIn("customer-support"), SelfTest.OFF),
        in,
        out,
        environment);
  }

  static void run(
      EmpathyEngine engine, BufferedReader in, PrintStream out, Map<String, String> environment)
      throws IOException {
    AuditedReply[] last = new AuditedReply[1];
    ReplyAudit audit =
        ReplyAudit.of(() -> engine)
            .listener(
                new AuditListener() {
                  @Override
                  public void replied(AuditedReply reply) {
                    last[0] = reply;
                  }
                });
    Assistant assistant =
        AiServices.builder(Assistant.class)
            .chatModel(Models.of(environment))
            .chatMemory(MessageWindowChatMemory.withMaxMessages(MEMORY))
            .systemMessageProvider(id -> SYSTEM)
            .outputGuardrails(new EmpathyGuardrail(audit))
            .build();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        out.println(assistant.chat(line));
        out.println("  (" + last[0] + ")");
      }
    }
  }
}

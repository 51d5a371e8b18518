package dev.empathy.chatbot.langchain4j;

import static dev.empathy.chatbot.Samples.COLD;
import static dev.empathy.chatbot.Samples.CUSTOMER;
import static dev.empathy.chatbot.Samples.KIND;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.empathy.chatbot.Samples;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChatTest {

  private static String chat(Map<String, String> environment, String... customer)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Chat.run(
        Samples.ENGINE,
        new BufferedReader(new StringReader(String.join("\n", customer))),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        environment);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void needs_no_network() throws IOException {
    assertThat(chat(Map.of(), CUSTOMER, "I want to speak to a manager."))
        .contains("by noon.", "REDRAFTED", "2 drafts", "HANDED_OVER");
  }

  @Test
  void talks_to_the_model_that_the_environment_names() throws IOException {
    List<String> asked = new ArrayList<>();
    Iterator<String> replies = List.of(COLD, KIND).iterator();
    HttpServer stub =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stub.createContext(
        "/v1/chat/completions",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer = completion(replies.next());
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    stub.start();
    try {
      String url = "http://127.0.0.1:" + stub.getAddress().getPort() + "/v1";
      String said = chat(Map.of("EMPATHY_MODEL", "some", "EMPATHY_MODEL_URL", url), CUSTOMER);
      assertThat(said).contains(KIND, "REDRAFTED");
    } finally {
      stub.stop(0);
    }
    assertThat(asked).hasSize(2);
    assertThat(asked.get(0)).contains("a bit annoying").contains("\"some\"");
    assertThat(asked.get(1)).contains("Your reply was not sent to the customer");
  }

  private static byte[] completion(String text) throws IOException {
    return new ObjectMapper()
        .writeValueAsBytes(
            Map.of(
                "id", "1",
                "object", "chat.completion",
                "model", "some",
                "choices",
                    List.of(
                        Map.of(
                            "index",
                            0,
                            "message",
                            Map.of("role", "assistant", "content", text),
                            "finish_reason",
                            "stop")),
                "usage", Map.of("prompt_tokens", 1, "completion_tokens", 1, "total_tokens", 2)));
  }
}

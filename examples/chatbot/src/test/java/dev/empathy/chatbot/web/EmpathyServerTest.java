package dev.empathy.chatbot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.empathy.EmpathyEngine;
import dev.empathy.chatbot.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class EmpathyServerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final String POST =
      "POST /assess HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

  private static EmpathyServer server;

  @BeforeAll
  static void start() throws Exception {
    server = start(ServerLimits.DEFAULT, SharedRubrics::engine);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static EmpathyServer start(ServerLimits limits, Function<String, EmpathyEngine> builtIn)
      throws Exception {
    Rubrics rubrics = new Rubrics(List.of(), limits, builtIn);
    return EmpathyServer.start("127.0.0.1", 0, rubrics, limits);
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.uri().resolve(path));
  }

  private static HttpResponse<String> post(String path, Object body) throws Exception {
    return post(server, path, body);
  }

  private static HttpResponse<String> post(EmpathyServer server, String path, Object body)
      throws Exception {
    String text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
    return CLIENT.send(
        HttpRequest.newBuilder(server.uri().resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(text))
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonNode answer(String path, Object body) throws Exception {
    HttpResponse<String> response = post(path, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static Map<String, Object> cold() {
    return Map.of("customer", Samples.CUSTOMER, "agent", Samples.COLD);
  }

  @Test
  void assess_gives_both_assessments_advice_and_repair() throws Exception {
    JsonNode answer = answer("assess", cold());
    assertThat(answer.at("/customer/role").asText()).isEqualTo("customer");
    assertThat(answer.at("/reply/passed").asBoolean()).isFalse();
    assertThat(answer.at("/reply/message").asInt()).isEqualTo(1);
    assertThat(answer.at("/advice").asText()).startsWith("Begin with their situation");
    assertThat(answer.at("/repaired/passed").asBoolean()).isTrue();
    assertThat(answer.at("/desk/kind").asText()).isEqualTo("bot");
  }

  @Test
  void assess_takes_earlier_messages_and_facts() throws Exception {
    JsonNode answer =
        answer(
            "assess",
            Map.of(
                "messages",
                List.of(Map.of("role", "customer", "text", "Hello")),
                "customer",
                "My parcel is late.",
                "agent",
                "I'll look into it, Ana.",
                "facts",
                Map.of("customer-name", "Ana", "channel", "chat")));
    assertThat(answer.at("/reply/message").asInt()).isEqualTo(2);
    assertThat(answer.at("/reply/receipt/facts").toString()).contains("channel");
  }

  @Test
  void assess_explains_when_asked() throws Exception {
    Map<String, Object> asked =
        Map.of("customer", Samples.CUSTOMER, "agent", Samples.COLD, "explain", true);
    assertThat(answer("assess", asked).at("/reply/toPass")).isNotEmpty();
    assertThat(answer("assess", cold()).at("/reply/toPass")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spans", "codes"})
  void reduced_detail_holds_no_text(String detail) throws Exception {
    HttpResponse<String> response =
        post(
            "assess",
            Map.of(
                "customer",
                Samples.FURIOUS,
                "agent",
                "Calm down, as stated it ships on Thursday.",
                "detail",
                detail));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).doesNotContainIgnoringCase("ridiculous", "thursday");
    assertThat(response.body()).doesNotContain("repaired");
  }

  @Test
  void assess_says_nothing_of_what_is_not_there() throws Exception {
    JsonNode nothing = answer("assess", Map.of("customer", " ", "agent", ""));
    assertThat(nothing.has("customer")).isFalse();
    assertThat(nothing.has("reply")).isFalse();
  }

  @Test
  void reply_nudges_in_one_sentence() throws Exception {
    JsonNode answer = answer("reply", cold());
    assertThat(answer.at("/kind").asText()).isEqualTo("mend");
    assertThat(answer.at("/nudge").asText()).startsWith("Begin with their situation");
    JsonNode praise = answer("reply", Map.of("customer", Samples.CUSTOMER, "agent", Samples.KIND));
    assertThat(praise.at("/kind").asText()).isEqualTo("praise");
    JsonNode bot = answer("reply", Map.of("customer", Samples.CUSTOMER));
    assertThat(bot.at("/text").asText()).contains("the delay");
    assertThat(post("reply", Map.of()).statusCode()).isEqualTo(400);
  }

  @Test
  void rubric_may_be_typed() throws Exception {
    String yaml =
        "empathy: 1\nrubric: mine\nversion: 1.0.0\nextends: [builtin:emotions]\n"
            + "words: { anger-word+: { gobsmacked: 0.6 } }\n";
    JsonNode answer = answer("assess", Map.of("customer", "I'm gobsmacked.", "yaml", yaml));
    assertThat(answer.at("/customer/rubric/id").asText()).isEqualTo("mine");
    assertThat(answer.at("/customer/emotions/0/emotion").asText()).isEqualTo("anger");
  }

  @Test
  void broken_rubric_is_refused_with_its_issues() throws Exception {
    HttpResponse<String> response =
        post("assess", Map.of("customer", "Hi", "yaml", "empathy: 1\nrubrik: x\n"));
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body()).contains("did you mean", "\"line\":2");
  }

  @Test
  void rubric_that_takes_too_long_is_refused_and_the_others_go_on() throws Exception {
    ServerLimits limits =
        new ServerLimits(1 << 18, 1, 60_000, 1024, 8, 2, 8, 60_000, 60_000, 1, 1, 1);
    StringBuilder yaml = new StringBuilder("empathy: 1\nrubric: x\nversion: 1.0.0\nlocale: en\n");
    yaml.append("cues:\n  a:\n    who: agent\n    match:\n");
    for (int i = 0; i < 9_000; i++) {
      yaml.append("      - word").append(i).append(" another\n");
    }
    try (EmpathyServer hasty = start(limits, SharedRubrics::engine)) {
      Map<String, Object> typed = Map.of("customer", Samples.CUSTOMER, "yaml", yaml);
      for (int i = 0; i < 3; i++) {
        HttpResponse<String> refused = post(hasty, "assess", typed);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("rubric");
        assertThat(post(hasty, "lint", Map.of("yaml", yaml)).statusCode()).isEqualTo(503);
        assertThat(post(hasty, "assess", cold()).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void lint_tells_place_and_hint_and_runs_examples_when_asked() throws Exception {
    String yaml =
        "empathy: 1\nrubric: x\nversion: 1.0.0\nlocale: en\ncues:\n  a:\n    who: agent\n"
            + "    match: [hello]\n    examples: { hits: ['good bye'] }\n";
    assertThat(answer("lint", Map.of("yaml", yaml)).at("/issues").toString())
        .doesNotContain("\"error\"");
    JsonNode issue = answer("lint", Map.of("yaml", yaml, "examples", true)).at("/issues/0");
    assertThat(issue.at("/level").asText()).isEqualTo("error");
    assertThat(issue.at("/line").asInt()).isEqualTo(9);
  }

  @Test
  void typed_rubric_opens_no_file(@TempDir Path folder) throws Exception {
    Path secret = folder.resolve("secret.yaml");
    Files.writeString(secret, "empathy: 1\nrubric: secret-4711\n");
    String yaml =
        "empathy: 1\nrubric: x\nversion: 1.0.0\nlocale: en\nextends: ['" + secret + "']\n";
    JsonNode issues = answer("lint", Map.of("yaml", yaml));
    assertThat(issues.at("/issues/0/level").asText()).isEqualTo("error");
    assertThat(issues.toString()).doesNotContain("secret-4711");
  }

  @Test
  void rubric_files_may_be_edited_while_it_runs(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("acme.yaml");
    String yaml = "empathy: 1\nrubric: acme\nversion: 1.0.0\nextends: [builtin:scale]\n";
    Files.writeString(file, yaml);
    Rubrics rubrics = new Rubrics(List.of(file), ServerLimits.DEFAULT);
    assertThat(rubrics.engine("acme", null).rubric().version()).isEqualTo("1.0.0");
    Files.writeString(file, yaml.replace("1.0.0", "2.0.0"));
    rubrics.reloadIfChanged();
    rubrics.reloadIfChanged();
    assertThat(rubrics.engine("acme", null).rubric().version()).isEqualTo("2.0.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"customer\":1e999}",
        "{\"detail\":\"all\"}",
        "{} {}",
        "{\"x\":1}",
        "{\"messages\":[{}]}"
      })
  void bad_json_is_a_bad_request(String body) throws Exception {
    HttpResponse<String> response = post("assess", body);
    if (!body.contains("1e999")) {
      assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    }
    assertThat(response.body()).doesNotContain("Exception", "jackson");
  }

  @Test
  void unknown_places_rubrics_and_types_are_refused() throws Exception {
    assertThat(post("nowhere", "{}").statusCode()).isEqualTo(404);
    assertThat(post("assess", Map.of("rubric", "x")).statusCode()).isEqualTo(404);
    assertThat(get("page.js/../../Secret").statusCode()).isBetween(400, 404);
    assertThat(get("assess").statusCode()).isEqualTo(404);
    HttpResponse<String> form =
        CLIENT.send(
            request("assess")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString());
    assertThat(form.statusCode()).isEqualTo(415);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(request(path).build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "page.js", "page.css", "rubrics", "nowhere"})
  void every_answer_has_the_headers_that_hold_a_browser_back(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void page_holds_no_script_or_style_of_its_own_and_no_address() throws Exception {
    String page = get("").body();
    assertThat(page).doesNotContain("style=", "onclick", "http:", "https:");
    assertThat(page).contains("<script src=\"page.js\" defer></script>");
    assertThat(get("page.js").body()).doesNotContain("innerHTML", "http:", "https:", "eval(");
    assertThat(get("page.css").body()).doesNotContain("url(", "@import");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void too_large_a_request_is_refused(boolean isLengthTold) throws Exception {
    // Often, as the answer must not get lost while the rest of the request is still on its way.
    for (int i = 0; i < 200; i++) {
      byte[] large = new byte[ServerLimits.DEFAULT.requestBytes() * (1 + i % 3) + 1];
      BodyPublisher told = BodyPublishers.ofByteArray(large);
      HttpRequest.Builder request = request("assess").header("Content-Type", "application/json");
      request.POST(isLengthTold ? told : BodyPublishers.fromPublisher(told));
      assertThat(CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    }
  }

  @Test
  void far_too_large_a_request_is_cut_off() throws Exception {
    assertThat(raw(POST + "Content-Length: 1000000000\r\n\r\n")).startsWith("HTTP/1.1 413");
    try (Socket socket = new Socket(server.uri().getHost(), server.uri().getPort())) {
      write(socket, POST + "Transfer-Encoding: chunked\r\n\r\n40000000\r\n");
      // What the sockets hold on the way comes on top of what the server reads.
      String much = "a".repeat(1 << 20);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1024; i++) {
                  write(socket, much);
                }
              })
          .isInstanceOf(SocketException.class);
    }
  }

  @Test
  void too_slow_a_request_is_refused() throws Exception {
    ServerLimits limits =
        new ServerLimits(1 << 20, 1 << 30, 0, 1024, 4, 1, 1, 200, 60_000, 1, 60_000, 1);
    try (EmpathyServer hasty = start(limits, SharedRubrics::engine);
        Socket slow = new Socket("127.0.0.1", hasty.uri().getPort())) {
      write(slow, POST + "Content-Length: 100000\r\n\r\n");
      InputStream in = slow.getInputStream();
      for (int i = 0; i < 99_999 && in.available() == 0; i++) {
        write(slow, " ");
        Thread.sleep(1);
      }
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void slow_requests_hold_nobody_up() throws Exception {
    ServerLimits limits =
        new ServerLimits(1024, 1, 60_000, 1024, 8, 1, 1, 100, 60_000, 1, 60_000, 1);
    try (EmpathyServer small = start(limits, SharedRubrics::engine);
        Socket slow = new Socket("127.0.0.1", small.uri().getPort());
        Socket slower = new Socket("127.0.0.1", small.uri().getPort())) {
      write(slow, POST + "Content-Length: 100\r\n\r\n{");
      write(slower, POST + "Content-Length: 100\r\n\r\n{");
      for (int i = 0; i < 10; i++) {
        HttpRequest next = HttpRequest.newBuilder(small.uri()).build();
        assertThat(CLIENT.send(next, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void a_name_that_is_not_this_servers_gets_nothing() throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
    assertThat(
            raw(
                "POST /assess HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close"
                    + "\r\n\r\n{}"))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void too_large_a_head_is_refused() throws Exception {
    assertThat(raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 4");
  }

  private static String raw(String request) throws Exception {
    URI uri = server.uri();
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      write(socket, request);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void a_connection_that_says_nothing_is_closed() throws Exception {
    ServerLimits limits = new ServerLimits(1024, 1, 60_000, 1024, 4, 1, 1, 200, 300, 1, 60_000, 1);
    try (EmpathyServer hasty = start(limits, SharedRubrics::engine)) {
      // The end of each stream comes without our doing.
      try (Socket socket = new Socket("127.0.0.1", hasty.uri().getPort())) {
        write(socket, "POST /assess HTTP/1.1\r\nHost: localhost\r\n");
        socket.getInputStream().readAllBytes();
      }
      try (Socket socket = new Socket("127.0.0.1", hasty.uri().getPort())) {
        write(socket, POST + "Content-Length: 100\r\n\r\n{");
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 408");
      }
    }
  }

  @Test
  void more_requests_than_it_takes_on_are_refused() throws Exception {
    ServerLimits limits =
        new ServerLimits(1024, 1, 60_000, 1024, 8, 1, 1, 100, 60_000, 1, 60_000, 1);
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Function<String, EmpathyEngine> slow =
        name -> {
          asked.countDown();
          await(done);
          return SharedRubrics.engine(name);
        };
    try (EmpathyServer busy = start(limits, slow)) {
      CompletableFuture<HttpResponse<String>> first =
          CLIENT.sendAsync(
              HttpRequest.newBuilder(busy.uri().resolve("assess"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{}"))
                  .build(),
              BodyHandlers.ofString());
      await(asked);
      HttpRequest next = HttpRequest.newBuilder(busy.uri()).build();
      assertThat(CLIENT.send(next, BodyHandlers.ofString()).statusCode()).isEqualTo(503);
      done.countDown();
      assertThat(first.get().statusCode()).isEqualTo(200);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void no_message_is_logged() throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      post("assess", Map.of("customer", "SECRET-4711", "agent", "SECRET-4711, calm down"));
      post("reply", Map.of("customer", "SECRET-4711", "agent", "SECRET-4711, calm down"));
      post("assess", "{\"customer\": SECRET-4711");
      post("lint", Map.of("yaml", "SECRET-4711"));
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("SECRET");
  }
}

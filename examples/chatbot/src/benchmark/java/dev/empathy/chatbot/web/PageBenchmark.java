package dev.empathy.chatbot.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long the page waits for its answer while somebody types: a request to a real server, the
 * draft one letter longer each time, with both assessments, the draft repaired, and the JSON of all
 * of it. The draft has faults, so that there is something to repair: what takes longest.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 3)
@Fork(1)
public class PageBenchmark {

  private static final String CUSTOMER =
      "This is the third time I'm writing. My parcel is late AGAIN!!";

  private static final String DRAFT =
      "We apologize for any inconvenience. As stated, it ships on Thursday. Please calm down and"
          + " restart the app.";

  private final ObjectMapper json = new ObjectMapper();
  private HttpClient client;
  private EmpathyServer server;
  private int typed;

  @Setup
  public void setUp() throws Exception {
    client = HttpClient.newHttpClient();
    server = EmpathyServer.start("127.0.0.1", 0, List.of(), ServerLimits.DEFAULT);
    server.warmUp();
  }

  @TearDown
  public void tearDown() {
    server.close();
  }

  /** After each letter. */
  @Benchmark
  public byte[] letter() throws Exception {
    return answer(false);
  }

  /** What would change it besides, asked when the typing has paused. */
  @Benchmark
  public byte[] pause() throws Exception {
    return answer(true);
  }

  private byte[] answer(boolean explain) throws Exception {
    typed = typed % DRAFT.length() + 1;
    Map<String, Object> asked =
        Map.of("customer", CUSTOMER, "agent", DRAFT.substring(0, typed), "explain", explain);
    HttpRequest request =
        HttpRequest.newBuilder(server.uri().resolve("assess"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(asked)))
            .build();
    HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("status " + response.statusCode());
    }
    return response.body();
  }
}

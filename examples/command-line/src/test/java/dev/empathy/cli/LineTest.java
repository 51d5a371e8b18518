package dev.empathy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.empathy.Message;
import dev.empathy.Role;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {

  @Test
  void readsEveryKey() throws BadLineException {
    Line line =
        parse(
            """
            {"id": "m7", "conversation": 12, "role": "Bot", "text": "Hi", "other": [1],
             "at": "2026-11-03T10:30:00+01:00", "until": 1793698205000, "customer": "Hello?",
             "regions": [{"kind": "quote", "start": 0, "end": 1, "more": 1}],
             "facts": {"channel": "chat", "version": 1.10, "vip": true, "team": null}}
            """);
    assertThat(line.message().id()).isEqualTo("m7");
    assertThat(line.message().role()).isEqualTo(Role.BOT);
    assertThat(line.message().text()).isEqualTo("Hi");
    assertThat(line.message().at()).isEqualTo(Instant.parse("2026-11-03T09:30:00Z"));
    assertThat(line.message().until()).isEqualTo(Instant.parse("2026-11-03T09:30:05Z"));
    assertThat(line.message().regions()).containsExactly(new Message.Region("quote", 0, 1));
    assertThat(line.conversation()).isEqualTo("12");
    assertThat(line.customer()).isEqualTo("Hello?");
    assertThat(line.facts())
        .containsOnly(
            java.util.Map.entry("channel", "chat"),
            java.util.Map.entry("version", "1.10"),
            java.util.Map.entry("vip", "true"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1] | a JSON object is needed, not a list",
        "{\"text\":\"x\"} | \"role\" is missing",
        "{\"role\":\"agent\"} | \"text\" is missing",
        "{\"role\":\"agent\",\"text\":5} | \"text\" must be a text, not a number",
        "{\"role\":\"robot\",\"text\":\"x\"} | \"role\" must be one of customer, agent, bot,"
            + " supervisor, system, not \"robot\"",
        "{\"role\":\"agent\",\"text\":\"x\",\"at\":\"2026-11-03 10:00\"} | \"at\" must be a time with"
            + " its offset, such as 2026-11-03T09:30:00Z, or milliseconds since 1970 as a number, not"
            + " \"2026-11-03 10:00\"",
        "{\"role\":\"agent\",\"text\":\"x\",\"until\":\"1793698205000\"} | \"until\" must be a time with"
            + " its offset, such as 2026-11-03T09:30:00Z, or milliseconds since 1970 as a number, not"
            + " \"1793698205000\"",
        "{\"role\":\"agent\",\"text\":\"x\",\"at\":1.5} | \"at\" must be a whole number of milliseconds"
            + " since 1970, not 1.5",
        "{\"role\":\"agent\",\"text\":\"x\",\"at\":1e99} | \"at\" must be a whole number of milliseconds"
            + " since 1970, not 1E+99",
        "{\"role\":\"agent\",\"text\":\"x\",\"at\":true} | \"at\" must be a text, not true or false",
        "{\"role\":\"agent\",\"text\":\"x\",\"at\":2000,\"until\":1000} | \"until\" is"
            + " 1970-01-01T00:00:01Z, before \"at\", which is 1970-01-01T00:00:02Z",
        "{\"role\":\"agent\",\"text\":\"x\",\"regions\":{}} | \"regions\" must be a list, not an object",
        "{\"role\":\"agent\",\"text\":\"x\",\"regions\":[1]} | a region must be an object, not a number",
        "{\"role\":\"agent\",\"text\":\"x\",\"regions\":[{}]} | \"kind\" is missing",
        "{\"role\":\"agent\",\"text\":\"x\",\"regions\":[{\"kind\":\"code\",\"start\":0.5}]} | a region's"
            + " \"start\" must be a whole number",
        "{\"role\":\"agent\",\"text\":\"x\",\"regions\":[{\"kind\":\"code\",\"start\":0}]} | a region's"
            + " \"end\" must be a whole number",
        "{\"role\":\"agent\",\"text\":\"x\",\"regions\":[{\"kind\":\"code\",\"start\":0,\"end\":2}]} | the"
            + " region [0,2) reaches beyond a text of 1 UTF-16 units",
        "{\"role\":\"agent\",\"text\":\"x\",\"regions\":[{\"kind\":\"code\",\"start\":1,\"end\":1}]} | no"
            + " region: [1,1)",
        "{\"role\":\"agent\",\"text\":\"x\",\"facts\":[]} | \"facts\" must be an object, not a list",
        "{\"role\":\"agent\",\"text\":\"x\",\"facts\":{\"a\":{}}} | the fact \"a\" must be a text, a"
            + " number, true or false, not an object",
        "{\"role\":\"agent\",\"text\":\"x\",\"customer\":true} | \"customer\" must be a text, not true"
            + " or false"
      })
  void saysWhatIsWrong(String json, String message) {
    assertThatThrownBy(() -> parse(json)).isInstanceOf(BadLineException.class).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1793698205000 | 2026-11-03T09:30:05Z",
        "1.793698205e12 | 2026-11-03T09:30:05Z",
        "1793698205000.0 | 2026-11-03T09:30:05Z",
        "0 | 1970-01-01T00:00:00Z",
        "-1 | 1969-12-31T23:59:59.999Z",
        "\"2026-11-03T09:30:05.25-02:00\" | 2026-11-03T11:30:05.250Z",
        "null |"
      })
  void readsTimes(String written, Instant time) throws BadLineException {
    String json = "{\"role\":\"agent\",\"text\":\"x\",\"at\":" + written + "}";
    assertThat(parse(json).message().at()).isEqualTo(time);
    String until = "{\"role\":\"agent\",\"text\":\"x\",\"until\":" + written + "}";
    assertThat(parse(until).message().until()).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"role\":", "hello", "{} {}", "{\"id\":1,\"id\":2}", "{\"role\":\"agent\""})
  void saysWhatIsNotJson(String json) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(BadLineException.class)
        .hasMessageStartingWith("not JSON: ");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] latin =
        "{\"role\":\"agent\",\"text\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Line.parse(latin))
        .isInstanceOf(BadLineException.class)
        .hasMessageContaining("UTF-8");
  }

  private static Line parse(String json) throws BadLineException {
    return Line.parse(json.getBytes(StandardCharsets.UTF_8));
  }
}

package dev.empathy.yaml;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.empathy.Conversation;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Rubric;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/**
 * Any text, in any conversation, is assessed. A line such as {@code customer:} or {@code agent@99:}
 * begins a message, where the number is its time in seconds; {@code fact:name=value} gives a fact;
 * every other line goes on with the message.
 */
class AssessFuzzTest {

  private static final List<EmpathyEngine> ENGINES = List.of(Engines.BUILT_IN, hostile());

  private static final long LAST_SECOND = Instant.MAX.getEpochSecond();

  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  @DictionaryFile(resourcePath = "fuzz/message.dict")
  @FuzzTest
  void assesses(byte[] bytes) {
    Conversation conversation = conversation(FuzzedText.of(bytes));
    ENGINES.forEach(engine -> Invariants.check(engine, conversation));
  }

  /** The rubric from which the loader's fuzzing starts: small, and it uses all there is. */
  private static EmpathyEngine hostile() {
    try {
      String text = Files.readString(Rubrics.resource("LoaderFuzzTestInputs/reads/broad.yaml"));
      Rubric rubric = RubricYaml.read(new StringReader(text), "broad.yaml");
      return EmpathyEngine.compile(rubric, SelfTest.STRICT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Conversation conversation(String text) {
    Conversation conversation = Conversation.of(List.of());
    List<Message> messages = new ArrayList<>();
    Message head = Message.agent("");
    StringBuilder body = new StringBuilder();
    boolean begun = false;
    for (String line : text.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (line.startsWith("fact:") && equals > 0) {
        conversation = conversation.with(line.substring(5, equals), line.substring(equals + 1));
        continue;
      }
      Message next = head(line);
      if (next == null) {
        body.append(begun ? "\n" : "").append(line);
      } else {
        if (begun) {
          messages.add(with(head, body));
        }
        head = next;
        body.setLength(0);
        body.append(next.text());
      }
      begun = true;
    }
    messages.add(with(head, body));
    return new Conversation(messages, conversation.facts());
  }

  private static Message with(Message head, StringBuilder body) {
    return new Message(head.role(), body.toString(), head.id(), head.at());
  }

  /** The message that a line begins, or null. */
  private static Message head(String line) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      return null;
    }
    int at = line.substring(0, colon).indexOf('@');
    String name = line.substring(0, at < 0 ? colon : at);
    for (Role role : Role.values()) {
      if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
        Instant time = at < 0 ? null : time(line.substring(at + 1, colon));
        return new Message(role, line.substring(colon + 1), time == null ? null : name, time);
      }
    }
    return null;
  }

  private static Instant time(String seconds) {
    try {
      long number = Long.parseLong(seconds);
      return Instant.ofEpochSecond(
          Math.max(Instant.MIN.getEpochSecond(), Math.min(LAST_SECOND, number)));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}

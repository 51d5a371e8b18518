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
 * Any text, in any conversation, is assessed. A line such as {@code customer:}, {@code agent@99:}
 * or {@code agent@99+20:} begins a message, where the numbers are its time and how long it takes,
 * in seconds (a time that runs backwards is the latest before it); {@code region:quote=2-5} says
 * what of it is not its writer's; {@code fact:name=value} gives a fact; every other line goes on
 * with the message.
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
    List<String> regions = new ArrayList<>();
    boolean begun = false;
    for (String line : text.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (line.startsWith("fact:") && equals > 0) {
        conversation = conversation.with(line.substring(5, equals), line.substring(equals + 1));
        continue;
      }
      if (line.startsWith("region:") && equals > 0) {
        regions.add(line.substring(7));
        continue;
      }
      Message next = head(line);
      if (next == null) {
        body.append(begun ? "\n" : "").append(line);
      } else {
        if (begun) {
          messages.add(whole(head, body, regions));
        }
        head = next;
        body.setLength(0);
        regions.clear();
        body.append(next.text());
      }
      begun = true;
    }
    messages.add(whole(head, body, regions));
    return new Conversation(rising(messages), conversation.facts());
  }

  private static Message whole(Message head, StringBuilder body, List<String> regions) {
    String text = body.toString();
    Message message = new Message(head.role(), text, head.id(), head.at(), head.until(), List.of());
    for (String region : regions) {
      message = with(message, region);
    }
    return message;
  }

  /** With one more region, unless it is refused. */
  private static Message with(Message message, String region) {
    int equals = region.indexOf('=');
    int dash = region.indexOf('-', equals);
    try {
      int start = Integer.parseInt(region.substring(equals + 1, Math.max(equals + 1, dash)));
      int end = Integer.parseInt(region.substring(dash + 1));
      List<Message.Region> all = new ArrayList<>(message.regions());
      all.add(new Message.Region(region.substring(0, equals), start, end));
      return message.withRegions(all);
    } catch (IllegalArgumentException e) {
      return message;
    }
  }

  private static List<Message> rising(List<Message> messages) {
    List<Message> rising = new ArrayList<>();
    Instant latest = Instant.MIN;
    for (Message message : messages) {
      Message timed = message;
      if (message.at() != null) {
        latest = message.at().isBefore(latest) ? latest : message.at();
        timed = message.withTime(latest);
      }
      boolean backwards = message.until() != null && message.until().isBefore(latest);
      rising.add(backwards ? timed.withEnd(latest) : timed);
    }
    return rising;
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
        Message message = Message.of(role, line.substring(colon + 1));
        return at < 0 ? message : timed(message, name, line.substring(at + 1, colon));
      }
    }
    return null;
  }

  private static Message timed(Message message, String id, String times) {
    int plus = times.indexOf('+', 1);
    Instant at = time(plus < 0 ? times : times.substring(0, plus));
    Instant until = plus < 0 || at == null ? null : later(at, times.substring(plus + 1));
    Message timed = at == null ? message : message.withId(id).withTime(at);
    return until == null ? timed : timed.withEnd(until);
  }

  private static Instant later(Instant at, String seconds) {
    Instant parsed = time(seconds);
    long most = LAST_SECOND - at.getEpochSecond();
    return parsed == null
        ? null
        : at.plusSeconds(Math.max(0, Math.min(most, parsed.getEpochSecond())));
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

package dev.empathy.yaml;

import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.SelfTest;
import dev.empathy.rubric.Rubric;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Engines over small texts with the real English pack, and over the built-in rubric. */
final class Engines {

  static final String HEAD = "empathy: 1\nrubric: test\nversion: 1.0.0\nlocale: en\n";

  /** Compiled once: it is immutable, as the engine promises. */
  static final EmpathyEngine BUILT_IN =
      EmpathyEngine.compile(RubricYaml.builtIn("customer-support"), SelfTest.OFF);

  private Engines() {}

  static Rubric rubric(String body) {
    try {
      return RubricYaml.read(new StringReader(HEAD + body), "test.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static EmpathyEngine of(String body) {
    return EmpathyEngine.compile(rubric(body), SelfTest.STRICT);
  }

  /** Messages written as {@code role: text}. */
  static List<Message> messages(String... lines) {
    List<Message> messages = new ArrayList<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      Role role = Role.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
      messages.add(Message.of(role, line.substring(colon + 1).strip()));
    }
    return messages;
  }
}

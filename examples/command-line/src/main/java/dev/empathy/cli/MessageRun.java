package dev.empathy.cli;

import dev.empathy.Assessment;
import dev.empathy.Conversation;
import dev.empathy.Detail;
import dev.empathy.EmpathyEngine;
import dev.empathy.Message;
import dev.empathy.Role;
import dev.empathy.rubric.Severity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages that a person hands over, each by itself: in the explained form, and as text unless
 * asked otherwise.
 *
 * @param console where they are written
 * @param engine the engine, at the level of detail that is wanted
 * @param role who wrote them
 * @param customer what the customer wrote before, or null
 * @param facts what is known
 * @param detail how much of the messages is shown
 * @param format how they are written
 * @param verbose whether the text says everything that it rests on
 * @param color whether in colour
 */
record MessageRun(
    Console console,
    EmpathyEngine engine,
    Role role,
    @Nullable String customer,
    Map<String, String> facts,
    Detail detail,
    Format format,
    boolean verbose,
    ColorMode color) {

  /**
   * What came of it.
   *
   * @param gravest the gravest issue, or null
   * @param bad whether any message could not be read
   */
  record Result(@Nullable Severity gravest, boolean bad) {}

  /** One message that has no name. */
  Result one(String text, String uri) throws IOException {
    Message message = Message.of(role, text);
    Assessment assessment = assess(message);
    console.print(
        switch (format) {
          case TEXT -> text(message, assessment);
          case JSON -> Json.pretty(assessment);
          case SARIF -> sarif(List.of(assessment), List.of(Origin.File.of(uri, text)), true);
        });
    return new Result(Batch.gravest(null, assessment), false);
  }

  /** Files that are a message each; one that cannot be read is told of and left out. */
  Result files(List<Path> files) throws IOException {
    List<Assessment> assessed = new ArrayList<>();
    List<Origin> origins = new ArrayList<>();
    Severity gravest = null;
    for (Path file : files) {
      String text = read(file);
      if (text == null) {
        continue;
      }
      Message message = Message.of(role, text).withId(file.toString());
      Assessment assessment = assess(message);
      gravest = Batch.gravest(gravest, assessment);
      if (format == Format.SARIF) {
        assessed.add(assessment);
        origins.add(Origin.File.of(Sarif.uri(file), text));
      } else {
        console.print(
            format == Format.JSON
                ? Json.line(assessment)
                : (assessed.isEmpty() ? "" : "\n") + titled(file, text(message, assessment)));
        assessed.add(assessment);
      }
    }
    boolean bad = assessed.size() < files.size();
    if (format == Format.SARIF) {
      console.print(sarif(assessed, origins, !bad));
    }
    return new Result(gravest, bad);
  }

  private String titled(Path file, String text) {
    Paint paint = new Paint(console.colour(color));
    return paint.as(Paint.BOLD, Visible.line(file.toString())) + "\n\n" + text;
  }

  private Conversation conversation(Message message) {
    return new Conversation(
        customer == null ? List.of(message) : List.of(Message.customer(customer), message), facts);
  }

  private Assessment assess(Message message) {
    return customer == null && facts.isEmpty()
        ? engine.explain(message)
        : engine.explainReply(conversation(message));
  }

  private String text(Message message, Assessment assessment) {
    Paint paint = new Paint(console.colour(color));
    return detail == Detail.FULL
        ? AssessmentText.of(conversation(message), assessment, verbose, console.width(), paint)
        : ReducedText.of(assessment, console.width(), paint);
  }

  /** Of each message; a customer's has no issues, so that only the messages need a place. */
  private String sarif(List<Assessment> assessed, List<Origin> origins, boolean whole) {
    Output sarif = new Sarif(engine);
    List<String> results = new ArrayList<>();
    for (int i = 0; i < assessed.size(); i++) {
      Origin[] places = new Origin[assessed.get(i).message() + 1];
      Arrays.fill(places, origins.get(i));
      results.addAll(sarif.of(assessed.get(i), Arrays.asList(places)));
    }
    return sarif.start() + String.join(sarif.between(), results) + sarif.end(whole);
  }

  private @Nullable String read(Path file) {
    try {
      return decoded(Files.readAllBytes(file));
    } catch (CharacterCodingException e) {
      console.complain(file + ": not UTF-8");
    } catch (IOException e) {
      console.complain(Main.describe(e));
    }
    return null;
  }

  /** UTF-8 without its mark. */
  static String decoded(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}

package dev.empathy.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.empathy.Assessment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Assessments as they were stored: a line of JSON each, or one over many lines. */
final class StoredFile implements AutoCloseable {

  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final Path file;
  private final InputStream in;
  private final InputLines lines;

  private StoredFile(Path file, InputStream in) {
    this.file = file;
    this.in = in;
    this.lines = new InputLines(in);
  }

  static StoredFile open(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new Failure("there is no file " + file);
    }
    if (Files.isDirectory(file)) {
      throw new Failure(file + " is a folder; name a file of assessments");
    }
    byte[] one = one(file);
    return new StoredFile(
        file, one == null ? Files.newInputStream(file) : new ByteArrayInputStream(one));
  }

  /** The file on one line where it is one JSON over several lines; else null. */
  private static byte @Nullable [] one(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      InputLines lines = new InputLines(in);
      byte[] first = lines.next();
      if (first == null || parsed(first) != null || lines.next() == null) {
        return null;
      }
    }
    JsonNode whole =
        Files.size(file) > InputLines.LONGEST ? null : parsed(Files.readAllBytes(file));
    return whole == null ? null : Json.line(whole).getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable JsonNode parsed(byte[] json) throws IOException {
    try {
      JsonNode node = READER.readTree(json);
      return node.isObject() ? node : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** The next assessment, or null at the end. */
  @Nullable Stored next() throws IOException {
    byte[] line;
    while ((line = lines.next()) != null) {
      String text = new String(line, StandardCharsets.UTF_8).strip();
      if (!text.isEmpty()) {
        return stored(line, text);
      }
    }
    return null;
  }

  private Stored stored(byte[] line, String text) throws IOException {
    String place = file + ":" + lines.number();
    JsonNode node = parsed(line);
    Stored stored = node == null ? null : new Stored(lines.number(), text, node);
    if (stored == null || !isAssessment(stored.body())) {
      throw new Failure(place + ": not an assessment");
    }
    int schema = stored.body().get("schema").intValue();
    if (schema != Assessment.SCHEMA) {
      throw new Failure(place + ": of schema " + schema + ", which this version does not know");
    }
    return stored;
  }

  private static boolean isAssessment(JsonNode body) {
    return body.path("schema").isInt()
        && body.path("rubric").isObject()
        && body.path("receipt").isObject();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

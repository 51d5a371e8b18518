package dev.empathy.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.empathy.Message;
import dev.empathy.Role;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSONL input. Keys that are not named here are let through, as people's exports have
 * many of their own; a key that is named must be right.
 *
 * @param conversation the name of the conversation, or null where the line is its own
 * @param message the message
 * @param customer what the customer wrote just before, or null
 * @param facts facts that hold from this line on
 */
record Line(
    @Nullable String conversation,
    Message message,
    @Nullable String customer,
    Map<String, String> facts) {

  /** Numbers keep the digits that the user wrote: 1.10 is no 1.1. */
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .readerFor(JsonNode.class);

  static Line parse(byte[] json) throws BadLineException {
    JsonNode line = read(json);
    if (!line.isObject()) {
      throw new BadLineException("a JSON object is needed, not " + kind(line));
    }
    return new Line(
        name(line, "conversation"),
        message(line),
        text(line, "customer"),
        facts(line.get("facts")));
  }

  private static Message message(JsonNode line) throws BadLineException {
    Instant at = instant(line, "at");
    Instant until = instant(line, "until");
    if (at != null && until != null && until.isBefore(at)) {
      throw new BadLineException("\"until\" is " + until + ", before \"at\", which is " + at);
    }
    try {
      return new Message(
          role(line), required(line, "text"), name(line, "id"), at, until, regions(line));
    } catch (IllegalArgumentException e) {
      throw new BadLineException(e.getMessage());
    }
  }

  private static JsonNode read(byte[] json) throws BadLineException {
    try {
      return READER.readTree(json);
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null ? "" : " (column " + e.getLocation().getColumnNr() + ")";
      throw new BadLineException("not JSON: " + withoutWords(e.getOriginalMessage()) + where);
    } catch (IOException e) {
      throw new BadLineException("not JSON: not UTF-8");
    }
  }

  /** What is wrong, but for a token, which may well be a customer's word. */
  private static String withoutWords(String complaint) {
    String first = complaint.lines().findFirst().orElse("");
    int quote = first.indexOf(" '");
    return first.startsWith("Unrecognized token") && quote > 0 ? first.substring(0, quote) : first;
  }

  private static Role role(JsonNode line) throws BadLineException {
    String name = required(line, "role");
    for (Role role : Role.values()) {
      if (Choices.name(role).equals(name.toLowerCase(Locale.ROOT))) {
        return role;
      }
    }
    throw new BadLineException(
        "\"role\" must be one of " + Choices.names(Role.class) + ", not \"" + name + "\"");
  }

  private static String required(JsonNode line, String key) throws BadLineException {
    String text = text(line, key);
    if (text == null) {
      throw new BadLineException("\"" + key + "\" is missing");
    }
    return text;
  }

  private static @Nullable String text(JsonNode line, String key) throws BadLineException {
    JsonNode value = line.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new BadLineException("\"" + key + "\" must be a text, not " + kind(value));
    }
    return value.textValue();
  }

  /** A text, or a number as a text: many exports number their messages. */
  private static @Nullable String name(JsonNode line, String key) throws BadLineException {
    JsonNode value = line.get(key);
    return value != null && value.isNumber() ? value.asText() : text(line, key);
  }

  /** A text with its offset, or a number of milliseconds since 1970 in UTC. */
  private static @Nullable Instant instant(JsonNode line, String key) throws BadLineException {
    JsonNode value = line.get(key);
    if (value != null && value.isNumber()) {
      Long milliseconds = whole(value);
      if (milliseconds == null) {
        throw new BadLineException(
            "\"" + key + "\" must be a whole number of milliseconds since 1970, not " + value);
      }
      return Instant.ofEpochMilli(milliseconds);
    }
    String text = text(line, key);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadLineException(
          "\""
              + key
              + "\" must be a time with its offset, such as 2026-11-03T09:30:00Z, or milliseconds"
              + " since 1970 as a number, not \""
              + text
              + "\"");
    }
  }

  /** A number's value where it is a whole one, else null: 1.7e12 and 5.0 are. */
  private static @Nullable Long whole(JsonNode number) {
    try {
      return number.decimalValue().longValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static List<Message.Region> regions(JsonNode line) throws BadLineException {
    JsonNode regions = line.get("regions");
    if (regions == null || regions.isNull()) {
      return List.of();
    }
    if (!regions.isArray()) {
      throw new BadLineException("\"regions\" must be a list, not " + kind(regions));
    }
    List<Message.Region> all = new ArrayList<>();
    for (JsonNode region : regions) {
      if (!region.isObject()) {
        throw new BadLineException("a region must be an object, not " + kind(region));
      }
      all.add(
          new Message.Region(
              required(region, "kind"), offset(region, "start"), offset(region, "end")));
    }
    return all;
  }

  private static int offset(JsonNode region, String key) throws BadLineException {
    JsonNode value = region.get(key);
    Long offset = value == null || !value.isNumber() ? null : whole(value);
    if (offset == null || offset != offset.intValue()) {
      throw new BadLineException("a region's \"" + key + "\" must be a whole number");
    }
    return offset.intValue();
  }

  private static Map<String, String> facts(@Nullable JsonNode facts) throws BadLineException {
    if (facts == null || facts.isNull()) {
      return Map.of();
    }
    if (!facts.isObject()) {
      throw new BadLineException("\"facts\" must be an object, not " + kind(facts));
    }
    Map<String, String> result = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> fact : facts.properties()) {
      JsonNode value = fact.getValue();
      if (value.isContainerNode()) {
        throw new BadLineException(
            "the fact \""
                + fact.getKey()
                + "\" must be a text, a number, true or false, not "
                + kind(value));
      }
      if (!value.isNull()) {
        result.put(fact.getKey(), value.asText());
      }
    }
    return result;
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      default -> "nothing";
    };
  }
}

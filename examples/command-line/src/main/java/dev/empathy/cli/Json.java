package dev.empathy.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.empathy.ConversationAssessment;
import java.io.UncheckedIOException;

/** Writes results with Jackson's default mapper: the same result gives the same bytes anywhere. */
final class Json {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final ObjectWriter PRETTY = MAPPER.writer(printer());
  private static final ObjectWriter WITHOUT_TURNS =
      JsonMapper.builder()
          .addMixIn(ConversationAssessment.class, WithoutTurns.class)
          .build()
          .writer();

  @JsonIgnoreProperties("turns")
  private abstract static class WithoutTurns {}

  /** A conversation's line. */
  private record ConversationLine(String conversation, ConversationAssessment assessment) {}

  private Json() {}

  /** One line, its end included. */
  static String line(Object value) {
    return write(MAPPER.writer(), value);
  }

  /** Indented by two spaces, with a line end at the end. */
  static String pretty(Object value) {
    return write(PRETTY, value);
  }

  /** A conversation's own line, without the turns: they stand on the lines before it. */
  static String conversationLine(String id, ConversationAssessment whole) {
    return write(WITHOUT_TURNS, new ConversationLine(id, whole));
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return withoutLoneSurrogates(writer.writeValueAsString(value)) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Half a character has no UTF-8; within JSON's texts, the only place for one, it has an escape.
   */
  private static String withoutLoneSurrogates(String json) {
    if (json.codePoints().noneMatch(Json::isSurrogate)) {
      return json;
    }
    StringBuilder out = new StringBuilder(json.length() + 16);
    json.codePoints()
        .forEach(
            c -> {
              if (isSurrogate(c)) {
                out.append(Visible.escape(c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter()
        .withSeparators(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }
}

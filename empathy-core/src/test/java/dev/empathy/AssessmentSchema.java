package dev.empathy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From the records to a JSON Schema, draft-07. What a field means stands in one place, the record's
 * documentation; what a number may be stands here, as neither the type nor a person's sentence
 * tells it to a validator.
 */
final class AssessmentSchema {

  private static final Path SOURCES = Path.of("src/main/java/dev/empathy");

  private static final String COMMENT =
      "Generated from the records and their documentation; do not edit. A reader ignores fields that"
          + " it does not know, as later versions of the engine add some. What is absent is null to"
          + " Java.";

  private static final Map<String, Object> ANY = Map.of();
  private static final Map<String, Object> FROM_0 = Map.of("minimum", 0);
  private static final Map<String, Object> FROM_1 = Map.of("minimum", 1);
  private static final Map<String, Object> POINTS = range("minimum", 0, 100);
  private static final Map<String, Object> STRENGTH = range("exclusiveMinimum", 0, 1);

  /** What numbers may be; each of them is here. */
  private static final Map<String, Map<String, Object>> NUMBERS =
      Map.ofEntries(
          Map.entry("schema", Map.of("const", Assessment.SCHEMA)),
          Map.entry("message", FROM_0),
          Map.entry("score", POINTS),
          Map.entry("weight", range("exclusiveMinimum", 0, 100)),
          Map.entry("opportunities", FROM_0),
          Map.entry("passes", FROM_0),
          Map.entry("delta", ANY),
          Map.entry("negative", range("minimum", 0, 1)),
          Map.entry("fall", range("minimum", 0, 1)),
          Map.entry("change", range("minimum", -1, 1)),
          Map.entry("reply", FROM_0),
          Map.entry("acknowledged", FROM_0),
          Map.entry("turns", FROM_0),
          Map.entry("seconds", FROM_0),
          Map.entry("strength", range("minimum", 0, 1)),
          Map.entry("EmotionScore.strength", STRENGTH),
          Map.entry("value", ANY),
          Map.entry("signals", ANY),
          Map.entry("limits", FROM_1),
          Map.entry("phrase", FROM_1),
          Map.entry("matched", FROM_1),
          Map.entry("of", FROM_1),
          Map.entry("priority", FROM_1),
          Map.entry("start", FROM_0),
          Map.entry("end", FROM_0),
          Map.entry("cpStart", FROM_0),
          Map.entry("cpEnd", FROM_0));

  private static final Map<String, Map<String, Object>> TEXTS =
      Map.of("sha256", Map.of("pattern", "^([0-9a-f]{64})?$"));

  private final Map<String, Object> definitions = new TreeMap<>();

  private static Map<String, Object> range(String least, int from, int to) {
    Map<String, Object> range = new LinkedHashMap<>();
    range.put(least, from);
    range.put("maximum", to);
    return range;
  }

  /** The schema of an assessment, of a conversation's, and of a conversation's line of JSONL. */
  static Map<String, Object> schema() {
    AssessmentSchema schema = new AssessmentSchema();
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "http://json-schema.org/draft-07/schema#");
    root.put("$comment", COMMENT);
    root.put("title", "What a rubric has to say about a message or about a conversation");
    root.put("type", "object");
    root.put("if", Map.of("required", List.of("role")));
    root.put("then", schema.reference(Assessment.class));
    Map<String, Object> conversation = new LinkedHashMap<>();
    conversation.put("if", Map.of("required", List.of("conversation")));
    conversation.put("then", schema.line());
    conversation.put("else", schema.reference(ConversationAssessment.class));
    root.put("else", conversation);
    root.put("definitions", schema.definitions);
    return root;
  }

  /** What the command line writes after the messages of a conversation that has a name. */
  private Map<String, Object> line() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(
        "conversation",
        described("The conversation, as its messages name it.", Map.of("type", "string")));
    properties.put(
        "assessment",
        described(
            "What it comes to; its turns stand on the lines before.",
            reference(ConversationAssessment.class)));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("properties", properties);
    line.put("required", List.of("conversation", "assessment"));
    return line;
  }

  private Map<String, Object> reference(Class<?> type) {
    String name = type.getSimpleName();
    if (!definitions.containsKey(name)) {
      definitions.put(name, "in the making");
      definitions.put(name, object(type));
    }
    return Map.of("$ref", "#/definitions/" + name);
  }

  private Map<String, Object> object(Class<?> type) {
    Documentation documentation = Documentation.of(type);
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      String key = type.getSimpleName() + "." + name;
      Map<String, Object> schema = schema(component.getGenericType(), key, name);
      properties.put(name, described(documentation.of(name), schema));
      boolean optional =
          component.getAnnotatedType().isAnnotationPresent(Nullable.class)
              || (type.isAnnotationPresent(EmptyLeftOut.class)
                  && component.getType() == List.class);
      if (!optional && !isLeftOutOfLines(type, name)) {
        required.add(name);
      }
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("description", documentation.whole());
    object.put("type", "object");
    object.put("properties", properties);
    object.put("required", required);
    return object;
  }

  private static boolean isLeftOutOfLines(Class<?> type, String name) {
    return type == ConversationAssessment.class && name.equals("turns");
  }

  private Map<String, Object> schema(Type type, String key, String name) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      Map<String, Object> schema = new LinkedHashMap<>();
      boolean map = generic.getRawType() == Map.class;
      schema.put("type", map ? "object" : "array");
      schema.put(map ? "additionalProperties" : "items", schema(of[of.length - 1], key, name));
      return schema;
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return reference(plain);
    } else if (plain.isEnum()) {
      return Map.of("enum", constants(plain));
    } else if (plain == String.class) {
      return typed("string", TEXTS.getOrDefault(name, ANY));
    } else if (plain == boolean.class || plain == Boolean.class) {
      return Map.of("type", "boolean");
    }
    boolean whole = plain == int.class || plain == Integer.class;
    Map<String, Object> bounds = NUMBERS.getOrDefault(key, NUMBERS.get(name));
    if (bounds == null) {
      throw new AssertionError("what may " + key + " be?");
    }
    return typed(whole ? "integer" : "number", bounds);
  }

  private static Map<String, Object> typed(String type, Map<String, Object> bounds) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    schema.putAll(bounds);
    return schema;
  }

  private static List<String> constants(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      try {
        String name = ((Enum<?>) constant).name();
        names.add(type.getField(name).getAnnotation(JsonProperty.class).value());
      } catch (NoSuchFieldException e) {
        throw new AssertionError(e);
      }
    }
    return names;
  }

  private static Map<String, Object> described(String description, Map<String, Object> schema) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("description", description);
    if (schema.containsKey("$ref")) {
      // Up to draft-07 what stands beside a $ref does not count.
      described.put("allOf", List.of(schema));
    } else {
      described.putAll(schema);
    }
    return described;
  }

  /**
   * What is written above a record.
   *
   * @param whole of the record itself
   * @param parts of its components
   */
  private record Documentation(String whole, Map<String, String> parts) {

    private static final Pattern LINK =
        Pattern.compile("\\{@link\\s+(?:([A-Za-z]+))?#?([A-Za-z]+)?[^}]*}");

    static Documentation of(Class<?> type) {
      Class<?> outer = type.getDeclaringClass() == null ? type : type.getDeclaringClass();
      try {
        String source = Files.readString(SOURCES.resolve(outer.getSimpleName() + ".java"));
        int record = source.indexOf("public record " + type.getSimpleName() + "(");
        int start = source.lastIndexOf("/**", record);
        return parse(source.substring(start + 3, source.indexOf("*/", start)));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    private static Documentation parse(String comment) {
      String[] tags = comment.replaceAll("\n\\s*\\*", "\n").split("@param ");
      Map<String, String> parts = new LinkedHashMap<>();
      for (int i = 1; i < tags.length; i++) {
        String[] named = tags[i].strip().split("\\s+", 2);
        parts.put(named[0], sentence(named[1]));
      }
      return new Documentation(sentence(tags[0]), parts);
    }

    /** Plain words of JSON, not of Java. */
    private static String sentence(String written) {
      Matcher links = LINK.matcher(written.replaceAll("\\{@code\\s+([^}]*)}", "$1"));
      String text =
          links
              .replaceAll(
                  link ->
                      link.group(2) == null
                          ? link.group(1)
                          : "Detail".equals(link.group(1))
                              ? "detail " + link.group(2).toLowerCase(java.util.Locale.ROOT)
                              : link.group(2).toLowerCase(java.util.Locale.ROOT))
              .replaceAll("\\s+", " ")
              .replaceAll("\\bnull\\b", "absent")
              .replaceAll(" ?Its toString never shows[^.]*\\.", "")
              .strip();
      String capital = text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
      return capital.endsWith(".") ? capital : capital + ".";
    }

    String of(String component) {
      String part = parts.get(component);
      if (part == null) {
        throw new AssertionError("nothing is said of " + component);
      }
      return part;
    }
  }
}

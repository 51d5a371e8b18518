package dev.empathy.yaml;

import dev.empathy.yaml.Shape.Edit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * From the shape of a rubric to a JSON Schema, draft-07: the newest draft that editors of YAML all
 * understand.
 *
 * <p>What it cannot see is everything that is not form: the syntax of YAML, names, what is
 * inherited, and what several values say together.
 */
final class JsonSchema {

  private static final String CONDITION = "#/definitions/condition";

  private static final String COMMENT =
      "Generated from the model that the loader uses; do not edit. Validate with YAML 1.2. The"
          + " loader takes every scalar as the text that its author wrote, while a validator sees"
          + " 1.10 as a number and true as a boolean: so where a text may stand, strings, numbers"
          + " and booleans are all allowed. null and ~ are not, as nothing written there looks the"
          + " same.";

  private JsonSchema() {}

  /** The schema of a rubric's file. */
  static String rubric() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("$comment", COMMENT);
    schema.putAll(keys(RubricSchema.RUBRIC));
    schema.put("if", required("extends"));
    schema.put("else", alone());
    schema.put("definitions", Map.of("condition", choice(ConditionSchema.CONDITION)));
    return JsonText.of(schema);
  }

  /** What a file must say itself where it cannot inherit it. */
  private static Map<String, Object> alone() {
    Map<String, Object> parts = new LinkedHashMap<>();
    RubricSchema.parts()
        .forEach(
            (name, part) -> parts.put(name, Map.of("additionalProperties", needs(part.needs()))));
    Map<String, Object> schema = required(RubricSchema.LOCALE);
    schema.put("properties", parts);
    return schema;
  }

  private static Map<String, Object> schema(Shape declared) {
    Shape shape = Shape.unwrap(declared);
    if (shape instanceof Shape.Value value) {
      return value(value.kind());
    } else if (shape instanceof Shape.ListOf list) {
      return list(list);
    } else if (shape instanceof Shape.MapOf map) {
      return map(map);
    } else if (shape instanceof Shape.Keys keys) {
      return keys(keys);
    } else if (shape instanceof Shape.Either either) {
      return of("anyOf", either.options().stream().map(JsonSchema::schema).toList());
    } else if (shape instanceof Shape.Shorthand shorthand) {
      return of("anyOf", List.of(schema(shorthand.held()), keys(shorthand.keys())));
    }
    return of("$ref", CONDITION);
  }

  private static Map<String, Object> value(Kind kind) {
    Look look = kind.look();
    if (look == null) {
      return of("enum", kind.values().stream().flatMap(JsonSchema::typed).toList());
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    if (look.telling()) {
      schema.put("title", kind.what());
    }
    schema.put("type", look.types().size() == 1 ? look.types().get(0) : look.types());
    if (look.least() != null && look.most() != null) {
      schema.put("minimum", look.least());
      schema.put("maximum", look.most());
    }
    if (look.pattern() != null) {
      schema.put("pattern", look.pattern());
    }
    return schema;
  }

  /** A word, and a number in quotes and without. */
  private static Stream<Object> typed(String value) {
    Integer number = Numbers.count(value, 0, Integer.MAX_VALUE);
    return number == null ? Stream.of(value) : Stream.of(number, value);
  }

  private static Map<String, Object> list(Shape.ListOf list) {
    Map<String, Object> schema = of("type", "array");
    schema.put("items", schema(list.item()));
    if (list.least() > 0) {
      schema.put("minItems", list.least());
    }
    if (list.most() < Integer.MAX_VALUE) {
      schema.put("maxItems", list.most());
    }
    return schema;
  }

  private static Map<String, Object> map(Shape.MapOf map) {
    Map<String, Object> names = new LinkedHashMap<>();
    String pattern = map.names().namePattern();
    names.put(pattern, schema(map.value()));
    for (Edit edit : Edit.values()) {
      if (map.edits().allows(edit)) {
        names.put(signed(pattern, edit), schema(edit.takes(map.value())));
      }
    }
    Map<String, Object> schema = of("type", "object");
    schema.put("patternProperties", names);
    schema.put("additionalProperties", false);
    schema.put("minProperties", 1);
    return schema;
  }

  /** The names of a pattern, which ends with a {@code $}, and the sign of an edit behind them. */
  private static String signed(String pattern, Edit edit) {
    return pattern.substring(0, pattern.length() - 1) + "[" + edit.sign() + "]$";
  }

  private static Map<String, Object> keys(Shape.Keys keys) {
    Map<String, Object> properties = new LinkedHashMap<>();
    keys.keys().forEach(key -> key(keys, key, properties));
    Map<String, Object> schema = of("title", keys.what());
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("additionalProperties", keys.rest() == null ? false : schema(keys.rest()));
    if (!keys.merges()) {
      schema.putAll(needs(keys.needs()));
    }
    return schema;
  }

  private static void key(Shape.Keys keys, Shape.Key key, Map<String, Object> properties) {
    properties.put(key.name(), described(key.about(), key.shape()));
    for (Edit edit : Edit.values()) {
      String name = key.name() + edit.sign();
      if (key.edits().allows(edit)) {
        properties.put(name, described(edit.about(key), edit.takes(key.shape())));
      } else if (keys.rest() != null) {
        // Else it would be one of the other keys.
        properties.put(name, false);
      }
    }
  }

  private static Map<String, Object> described(String about, Shape shape) {
    Map<String, Object> described = of("description", about);
    Map<String, Object> schema = schema(shape);
    if (schema.containsKey("$ref")) {
      // Up to draft-07 what stands beside a $ref does not count.
      described.put("allOf", List.of(schema));
    } else {
      described.putAll(schema);
    }
    return described;
  }

  /** Of each group of keys at least one. */
  private static Map<String, Object> needs(List<List<String>> groups) {
    List<String> single = new ArrayList<>();
    List<Map<String, Object>> several = new ArrayList<>();
    for (List<String> group : groups) {
      if (group.size() == 1) {
        single.add(group.get(0));
      } else {
        several.add(of("anyOf", group.stream().map(JsonSchema::required).toList()));
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    if (!single.isEmpty()) {
      schema.put("required", single);
    }
    if (several.size() == 1) {
      schema.putAll(several.get(0));
    } else if (!several.isEmpty()) {
      schema.put("allOf", several);
    }
    return schema;
  }

  private static Map<String, Object> choice(Shape.Choice choice) {
    Map<String, Object> schema = of("title", choice.what());
    schema.put("type", "object");
    schema.put("anyOf", choice.variants().stream().map(JsonSchema::variant).toList());
    return schema;
  }

  /** The keys of one kind of condition, of which those that tell the kind must be there. */
  private static Map<String, Object> variant(Shape.Variant variant) {
    List<String> heads = variant.heads();
    if (heads.size() == 1 || variant.together()) {
      return keys(variant.keys().needing(heads.toArray(String[]::new)));
    }
    Map<String, Object> schema = keys(variant.keys());
    schema.put("oneOf", heads.stream().map(JsonSchema::required).toList());
    return schema;
  }

  private static Map<String, Object> required(String key) {
    return of("required", List.of(key));
  }

  private static Map<String, Object> of(String key, Object value) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(key, value);
    return schema;
  }
}

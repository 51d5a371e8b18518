package dev.empathy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How an assessment differs from an earlier one of the same message. What the two were made with is
 * told apart from what they say.
 *
 * @param made what they were made with, each as {@code engine 1.0.0 → 1.1.0}
 * @param said what they say, by kind, in the order of importance
 */
record Difference(List<String> made, Map<String, String> said) {

  private static final List<String> RECEIPT =
      List.of(
          "engine", "detail", "explained", "facts", "overrides", "detectors", "signals", "limits");

  /** What is told by itself. */
  private static final List<String> PLAIN = List.of("score", "band", "passed", "status");

  private static final Set<String> TOLD = Set.of("rules", "findings", "hits", "rubric", "receipt");

  private static final String ARROW = " → ";

  boolean isNone() {
    return made.isEmpty() && said.isEmpty();
  }

  static Difference of(Stored before, Stored now) {
    if (before.json().equals(now.json())) {
      return new Difference(List.of(), Map.of());
    }
    List<String> made = made(before.body(), now.body());
    Map<String, String> said = said(before.body(), now.body());
    if (made.isEmpty() && said.isEmpty()) {
      said.put("bytes", "the same, written otherwise");
    }
    return new Difference(made, said);
  }

  private static List<String> made(JsonNode before, JsonNode now) {
    List<String> made = new ArrayList<>();
    String rubric = rubric(before.path("rubric"));
    String other = rubric(now.path("rubric"));
    if (!rubric.equals(other)) {
      made.add("rubric " + rubric + ARROW + other);
    }
    for (String field : RECEIPT) {
      JsonNode was = before.path("receipt").path(field);
      JsonNode is = now.path("receipt").path(field);
      if (!was.equals(is)) {
        made.add(field + " " + shown(was) + ARROW + shown(is));
      }
    }
    return made;
  }

  /** Name, version and enough of the hash. */
  static String rubric(JsonNode rubric) {
    String hash = rubric.path("sha256").asText();
    String name = rubric.path("id").asText() + " " + rubric.path("version").asText();
    String locale = rubric.path("locale").asText();
    return name
        + " "
        + locale
        + (hash.isEmpty() ? "" : " (" + hash.substring(0, Math.min(8, hash.length())) + "…)");
  }

  private static Map<String, String> said(JsonNode before, JsonNode now) {
    Map<String, String> said = new LinkedHashMap<>();
    for (String field : PLAIN) {
      if (!before.path(field).equals(now.path(field))) {
        said.put(field, shown(before.path(field)) + ARROW + shown(now.path(field)));
      }
    }
    put(said, "rules", outcomes(before.path("rules"), now.path("rules")));
    put(said, "findings", counted(before, now, "findings", "rule"));
    put(said, "hits", counted(before, now, "hits", "cue"));
    put(said, "other fields", fields(before, now));
    return said;
  }

  private static void put(Map<String, String> said, String kind, List<String> differences) {
    if (!differences.isEmpty()) {
      said.put(kind, String.join(", ", differences));
    }
  }

  private static List<String> outcomes(JsonNode before, JsonNode now) {
    List<String> changed = new ArrayList<>();
    for (String rule : names(before, now)) {
      if (!before.path(rule).equals(now.path(rule))) {
        changed.add(rule + " " + shown(before.path(rule)) + ARROW + shown(now.path(rule)));
      }
    }
    return changed;
  }

  /** Of entries by name which are more or fewer; else whose content is other. */
  private static List<String> counted(JsonNode before, JsonNode now, String field, String name) {
    Map<String, List<JsonNode>> was = byName(before.path(field), name);
    Map<String, List<JsonNode>> is = byName(now.path(field), name);
    Set<String> names = new LinkedHashSet<>(was.keySet());
    names.addAll(is.keySet());
    List<String> changed = new ArrayList<>();
    for (String one : names) {
      List<JsonNode> old = was.getOrDefault(one, List.of());
      List<JsonNode> young = is.getOrDefault(one, List.of());
      if (old.size() != young.size()) {
        changed.add(one + " " + old.size() + ARROW + young.size());
      } else if (!old.equals(young)) {
        changed.add(one + " with other details");
      }
    }
    boolean reordered = changed.isEmpty() && !before.path(field).equals(now.path(field));
    return reordered ? List.of("in another order") : changed;
  }

  private static Map<String, List<JsonNode>> byName(JsonNode entries, String name) {
    Map<String, List<JsonNode>> byName = new TreeMap<>();
    for (JsonNode entry : entries) {
      byName.computeIfAbsent(entry.path(name).asText(), key -> new ArrayList<>()).add(entry);
    }
    return byName;
  }

  /** All other fields whose content is other. */
  private static List<String> fields(JsonNode before, JsonNode now) {
    List<String> changed = new ArrayList<>();
    for (String field : names(before, now)) {
      boolean told = TOLD.contains(field) || PLAIN.contains(field);
      if (!told && !before.path(field).equals(now.path(field))) {
        changed.add(field);
      }
    }
    return changed;
  }

  private static Set<String> names(JsonNode before, JsonNode now) {
    Set<String> names = new LinkedHashSet<>();
    before.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "none" : value.isTextual() ? value.asText() : value.toString();
  }
}

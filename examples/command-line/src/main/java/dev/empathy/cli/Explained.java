package dev.empathy.cli;

import dev.empathy.EmpathyEngine;
import dev.empathy.PhraseDescription;
import dev.empathy.rubric.Issue;
import dev.empathy.yaml.EffectiveRubric;
import dev.empathy.yaml.EffectiveRubric.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of one thing of a rubric.
 *
 * @param kind what it is, such as {@code cue}
 * @param path its place in the rubric's terms, such as {@code cues.anger}
 * @param part its effective values; none where it is built in
 * @param defaults what holds where the rubric says nothing
 * @param phrases what its phrases stand for; none where it has none
 */
record Explained(
    String kind,
    String path,
    EffectiveRubric part,
    Map<String, String> defaults,
    List<PhraseDescription> phrases) {

  /** The maps of named things and what each holds. */
  private static final Map<String, String> KINDS = kinds();

  private static final EffectiveRubric NOTHING = new EffectiveRubric(List.of());

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("cues", "cue");
    kinds.put("words", "word list");
    kinds.put("phrases", "phrase");
    kinds.put("emotions", "emotion");
    kinds.put("rules", "rule");
    kinds.put("routes", "route");
    kinds.put("responses", "response");
    kinds.put("dimensions", "dimension");
    kinds.put("bands", "band");
    return kinds;
  }

  /**
   * Everything that an id names.
   *
   * @param id a name, of whatever has it; a path; or {@code $name}, what that is in a phrase
   * @throws Failure if it names nothing
   */
  static List<Explained> find(EffectiveRubric effective, EmpathyEngine engine, String id) {
    List<Explained> found = new ArrayList<>();
    for (String path : paths(id)) {
      EffectiveRubric part = effective.part(path);
      List<PhraseDescription> phrases = phrases(engine, path);
      if (!part.lines().isEmpty() || !phrases.isEmpty()) {
        found.add(new Explained(kind(path), path, part, defaults(path, part), phrases));
      }
    }
    if (found.isEmpty() && id.startsWith("$")) {
      List<PhraseDescription> phrases = phrases(engine, id);
      if (!phrases.isEmpty()) {
        found.add(new Explained("built in", id, NOTHING, Map.of(), phrases));
      }
    }
    if (found.isEmpty()) {
      String near = Issue.didYouMean(id, names(effective, id), "");
      throw new Failure("nothing is named " + id + (near == null ? "" : "; " + near));
    }
    return found;
  }

  private static List<String> paths(String id) {
    if (id.startsWith("$")) {
      return List.of("words." + id.substring(1), "phrases." + id.substring(1));
    }
    List<String> paths = new ArrayList<>();
    KINDS.keySet().forEach(kind -> paths.add(kind + "." + id));
    paths.add(id);
    return paths;
  }

  private static List<PhraseDescription> phrases(EmpathyEngine engine, String path) {
    boolean phrases =
        path.startsWith("$")
            || List.of("cues", "words", "phrases").stream()
                .anyMatch(kind -> path.startsWith(kind + "."));
    try {
      return phrases ? engine.describe(path) : List.of();
    } catch (IllegalArgumentException e) {
      return List.of(); // a part that is no phrase, such as cues.anger.who
    }
  }

  private static String kind(String path) {
    int dot = path.indexOf('.');
    boolean whole = dot > 0 && path.indexOf('.', dot + 1) < 0;
    return whole ? KINDS.getOrDefault(path.substring(0, dot), "part") : "part";
  }

  /** All names that are like what was asked for: paths for a path, else names alone. */
  private static Set<String> names(EffectiveRubric effective, String id) {
    Set<String> names = new LinkedHashSet<>();
    for (Value value : effective.values()) {
      int dot = value.path().indexOf('.');
      String kind = dot < 0 ? "" : value.path().substring(0, dot);
      if (KINDS.containsKey(kind)) {
        String name = firstName(value.path().substring(dot + 1));
        if (!id.startsWith("$")) {
          names.add(id.contains(".") ? kind + "." + name : name);
        } else if (kind.equals("words") || kind.equals("phrases")) {
          names.add("$" + name);
        }
      }
    }
    return names;
  }

  private static String firstName(String path) {
    int end = 0;
    while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
      end++;
    }
    return path.substring(0, end);
  }

  /** What holds of a cue or a rule where nothing is written. */
  private static Map<String, String> defaults(String path, EffectiveRubric part) {
    Map<String, String> defaults = new LinkedHashMap<>();
    switch (kind(path)) {
      case "cue" -> {
        defaults.put("who", "both sides");
        if (part.values().stream().anyMatch(value -> value.path().equals(path + ".emotion"))) {
          defaults.put("strength", "0.5");
        }
        defaults.put("negation", "skip");
      }
      case "rule" -> {
        defaults.put("dimension", "none");
        defaults.put("when", "always");
        defaults.put("pass.score", "0");
        defaults.put("fail.score", "0");
      }
      default -> {}
    }
    part.values()
        .forEach(
            value -> defaults.keySet().removeIf(key -> value.path().startsWith(path + "." + key)));
    return defaults;
  }
}

package dev.empathy.research;

import dev.empathy.rubric.Issue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A map of the file. Every value is a text as its author wrote it; what it has to be, the reader
 * asks for, and what it is not is among the faults. What was reported reads as absent.
 */
final class Form {

  private final Faults faults;
  private final String path;
  private final Place at;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Place> keys = new LinkedHashMap<>();
  private final boolean map;
  private boolean clean = true;

  private Form(Node node, String path, Faults faults) {
    this.faults = faults;
    this.path = path;
    this.at = faults.place(node);
    this.map = node instanceof MappingNode;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::add);
    } else {
      faults.add(
          Code.WRONG_TYPE, at, path, "expected a map (name: value), found " + kind(node), null);
    }
  }

  /** A map whose keys are names of the author's. */
  static Form open(Node node, String path, Faults faults) {
    return new Form(node, path, faults);
  }

  /** A map that takes no other keys than these. */
  static Form closed(Node node, String path, Faults faults, Set<String> known) {
    Form form = new Form(node, path, faults);
    form.keys.forEach(
        (key, place) -> {
          if (!known.contains(key)) {
            form.clean = false;
            String hint = Issue.didYouMean(key, known, "");
            faults.add(
                Code.UNKNOWN_KEY,
                place,
                path,
                "the key " + key + " is not known here",
                hint == null ? "possible: " + String.join(", ", known) : hint);
          }
        });
    return form;
  }

  private void add(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      faults.add(Code.WRONG_TYPE, tuple.getKeyNode(), path, "a key must be a text", null);
      return;
    }
    Place place = faults.place(key);
    Place first = keys.putIfAbsent(key.getValue(), place);
    if (first != null) {
      faults.add(
          Code.DUPLICATE_KEY,
          place,
          path,
          key.getValue() + " stands here a second time",
          "the first stands at " + first.at().line() + ":" + first.at().column());
      return;
    }
    values.put(key.getValue(), tuple.getValueNode());
  }

  boolean isMap() {
    return map;
  }

  /** Whether it has none but keys that are known. */
  boolean isClean() {
    return clean;
  }

  Faults faults() {
    return faults;
  }

  String path() {
    return path;
  }

  Place at() {
    return at;
  }

  Set<String> names() {
    return values.keySet();
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Named named(String key) {
    return new Named(key, keys.getOrDefault(key, at));
  }

  String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  void fault(Code code, String key, String message, @Nullable String hint) {
    Node value = values.get(key);
    Place place = value == null ? at : faults.place(value);
    faults.add(code, place, path(key), message, hint);
  }

  @Nullable Node node(String key) {
    return values.get(key);
  }

  /** A value that must be there. */
  @Nullable Node require(String key) {
    Node value = values.get(key);
    if (value == null && map) {
      faults.add(Code.MISSING_KEY, at, path, "the key " + key + " is missing", null);
    }
    return value;
  }

  @Nullable String text(String key) {
    Named named = name(key);
    return named == null ? null : named.id();
  }

  @Nullable String requireText(String key) {
    return require(key) == null ? null : text(key);
  }

  @Nullable Named name(String key) {
    Node value = values.get(key);
    return value == null ? null : scalar(value, path(key));
  }

  @Nullable Named requireName(String key) {
    return require(key) == null ? null : name(key);
  }

  private @Nullable Named scalar(Node node, String where) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return new Named(scalar.getValue().strip(), faults.place(node));
    }
    faults.add(Code.WRONG_TYPE, node, where, "expected a text, found " + kind(node), null);
    return null;
  }

  /** One text, or a list of them; empty where there is none or a fault. */
  List<Named> list(String key) {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    List<Named> names = new ArrayList<>();
    for (Node item : items(value)) {
      Named named = scalar(item, path(key));
      if (named != null) {
        names.add(named);
      }
    }
    if (value instanceof SequenceNode && items(value).isEmpty()) {
      fault(Code.BAD_VALUE, key, "the list is empty", null);
    }
    return names;
  }

  /** The items of a list, or the one that stands there without a list. */
  static List<Node> items(Node node) {
    return node instanceof SequenceNode list ? list.getValue() : List.of(node);
  }

  @Nullable Double number(String key) {
    Named text = name(key);
    Double number = text == null ? null : parse(text.id());
    if (text != null && number == null) {
      fault(Code.BAD_VALUE, key, text.id() + " is no number", null);
    }
    return number;
  }

  /** A text as a finite number, or null. */
  static @Nullable Double parse(String text) {
    try {
      double number = new BigDecimal(text).doubleValue();
      return Double.isFinite(number) ? (Double) number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** One of the texts that this key takes. */
  <T> @Nullable T choice(String key, Map<String, T> known) {
    Named text = name(key);
    return text == null ? null : choice(text, path(key), known, faults);
  }

  static <T> @Nullable T choice(Named text, String path, Map<String, T> known, Faults faults) {
    T chosen = known.get(text.id());
    if (chosen == null) {
      String hint = Issue.didYouMean(text.id(), known.keySet(), "");
      faults.add(
          Code.BAD_VALUE,
          text.at(),
          path,
          text.id() + " is not known here",
          hint == null ? "possible: " + String.join(", ", known.keySet()) : hint);
    }
    return chosen;
  }

  static String kind(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().isBlank() ? "nothing" : "a text";
    }
    return node instanceof SequenceNode ? "a list" : "a map (name: value)";
  }
}

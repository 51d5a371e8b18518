package dev.empathy.research;

import dev.empathy.research.Filter.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Questions about fields: which rows count, and what people said. */
final class FilterDecoder {

  private static final List<String> CHECKS =
      List.of("is", "is-not", "has", "above", "at-least", "below");

  private FilterDecoder() {}

  /** The rows that count; all, where nothing is said. */
  static List<Filter> where(Form form) {
    Node node = form.node("where");
    if (node == null) {
      return List.of();
    }
    List<Filter> filters = new ArrayList<>();
    Form fields = Form.open(node, form.path("where"), form.faults());
    for (String field : fields.names()) {
      Check check = check(fields, field);
      if (check != null) {
        filters.add(new Filter(fields.named(field), check));
      }
    }
    return filters;
  }

  /** A value or a list of them means is; a map asks something else. */
  private static @Nullable Check check(Form fields, String field) {
    Node node = fields.node(field);
    if (node instanceof MappingNode) {
      Form form =
          Form.closed(node, fields.path(field), fields.faults(), new LinkedHashSet<>(CHECKS));
      return check(form);
    }
    Set<String> values = values(fields, field);
    return values.isEmpty() ? null : new Filter.Is(values);
  }

  private static @Nullable Check check(Form form) {
    Range range = Range.of(form);
    List<Check> checks = new ArrayList<>();
    if (form.has("is")) {
      checks.add(new Filter.Is(values(form, "is")));
    }
    if (form.has("is-not")) {
      checks.add(new Filter.IsNot(values(form, "is-not")));
    }
    if (form.has("has")) {
      checks.add(new Filter.Has(values(form, "has")));
    }
    if (!range.isEmpty()) {
      checks.add(new Filter.Within(range));
    }
    if (checks.size() == 1) {
      return checks.get(0);
    }
    form.faults()
        .add(
            Code.MISSING_KEY,
            form.at(),
            form.path(),
            (checks.isEmpty() ? "one is needed of " : "only one can stand here of ")
                + String.join(", ", CHECKS),
            null);
    return null;
  }

  private static Set<String> values(Form form, String key) {
    return form.list(key).stream()
        .map(Named::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What people said, or null where that is not told. */
  static @Nullable Gold gold(Form form) {
    Node node = form.node("gold");
    if (node == null) {
      return null;
    }
    if (!(node instanceof MappingNode)) {
      Named field = form.name("gold");
      return field == null ? null : new Gold.Value(field);
    }
    Set<String> keys = new LinkedHashSet<>(List.of("field", "map"));
    keys.addAll(CHECKS);
    Form gold = Form.closed(node, form.path("gold"), form.faults(), keys);
    Named field = gold.requireName("field");
    if (!gold.isClean()) {
      return null;
    }
    if (gold.has("map")) {
      Map<String, Double> numbers = numbers(gold);
      return field == null || numbers.isEmpty() ? null : new Gold.Mapped(field, numbers);
    }
    if (CHECKS.stream().noneMatch(gold::has)) {
      return field == null ? null : new Gold.Value(field);
    }
    Check check = check(gold);
    return field == null || check == null ? null : new Gold.YesNo(new Filter(field, check));
  }

  private static Map<String, Double> numbers(Form gold) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    Node node = gold.node("map");
    if (node != null) {
      Form map = Form.open(node, gold.path("map"), gold.faults());
      for (String label : map.names()) {
        Double number = map.number(label);
        if (number != null) {
          numbers.put(label, number);
        }
      }
    }
    return numbers;
  }
}

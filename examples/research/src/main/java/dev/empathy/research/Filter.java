package dev.empathy.research;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** A question about one field of a row. A field that is absent answers no. */
record Filter(Named field, Check check) {

  /** What is asked of a field's value. */
  sealed interface Check {}

  /** It is one of these. */
  record Is(Set<String> values) implements Check {}

  /** It is there and none of these. */
  record IsNot(Set<String> values) implements Check {}

  /** It is a list that contains one of these. */
  record Has(Set<String> values) implements Check {}

  /** It is a number within a range. */
  record Within(Range range) implements Check {}

  boolean holds(Item item) {
    if (item.get(field) == null) {
      return false;
    }
    if (check instanceof Has has) {
      return has(item, has.values());
    }
    if (check instanceof Within within) {
      return within.range().holds(item.number(field));
    }
    String text = item.text(field);
    return check instanceof Is is
        ? is.values().contains(text)
        : !((IsNot) check).values().contains(text);
  }

  private boolean has(Item item, Set<String> values) {
    JsonNode list = item.get(field);
    if (list == null || !list.isArray()) {
      throw new DataFault(
          field,
          item.place() + ": the field " + field.id() + " is no list",
          "a single value is asked with is");
    }
    for (JsonNode value : list) {
      if (values.contains(value.asText())) {
        return true;
      }
    }
    return false;
  }
}

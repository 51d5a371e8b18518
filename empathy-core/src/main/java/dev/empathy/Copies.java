package dev.empathy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies on the way in. */
final class Copies {

  private Copies() {}

  /** An unmodifiable copy; a reader of JSON gives null for a list that was left out. */
  static <T> List<T> of(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** An unmodifiable copy in the same order. */
  static <V> Map<String, V> of(Map<String, V> map) {
    if (map instanceof Outcomes.ByName) {
      return map;
    }
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}

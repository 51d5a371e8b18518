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

  /** An unmodifiable copy; itself where it is written later. */
  static <T> List<T> told(List<T> list) {
    return list instanceof Told ? list : List.copyOf(list);
  }

  /** An unmodifiable copy in the same order; itself where nothing can change it. */
  static <V> Map<String, V> of(Map<String, V> map) {
    if (map instanceof Outcomes.ByName || map instanceof ToldSignals) {
      return map;
    }
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}

package dev.empathy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies on the way in. */
final class Copies {

  private Copies() {}

  /** An unmodifiable copy in the same order. */
  static <V> Map<String, V> of(Map<String, V> map) {
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}

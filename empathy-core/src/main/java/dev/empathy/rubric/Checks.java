package dev.empathy.rubric;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the compact constructors share. */
final class Checks {

  private Checks() {}

  static void unit(@Nullable Double value, String name) {
    if (value != null && !(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is between 0 and 1: " + value);
    }
  }

  /** An unmodifiable copy that keeps the order, which {@code Map.copyOf} does not. */
  static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
